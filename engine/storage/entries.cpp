// Reading the chain and what was typed. Rows become values here and nowhere else.
#include "engine/storage/state.h"

namespace firsthand::storage {

namespace {

StoredEntry entry_from(const Query& row) {
  return {.seq = row.integer(0),
          .attempt = row.text(1),
          .turn = static_cast<int>(row.integer(2)),
          .kind = row.text(3),
          .entry = {.previous = row.hash(5), .line = row.text(4), .hash = row.hash(6)},
          .at = {row.integer(7)}};
}

StoredText text_from(const Query& row) {
  StoredText stored{row.hash(0), row.integer(1), row.text(2), std::nullopt};
  const auto salt = row.bytes(3);
  if (row.integer(5) != 0) return stored;
  stored.content.emplace();
  stored.content->text = row.text(4);
  if (salt.size() == stored.content->salt.size()) std::copy(salt.begin(), salt.end(), stored.content->salt.begin());
  return stored;
}

} // namespace

Result<std::vector<StoredEntry>> Database::entries_of(std::string_view attempt) {
  Query query(state_->connection, "SELECT seq, attempt, turn, kind, line, previous, hash, at FROM entries WHERE attempt = ? ORDER BY turn");
  query.bind(attempt);
  std::vector<StoredEntry> entries;
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return entries;
    entries.push_back(entry_from(query));
  }
}

Result<void> Database::all_entries(const std::function<Visit(const StoredEntry&)>& visitor) {
  Query query(state_->connection, "SELECT seq, attempt, turn, kind, line, previous, hash, at FROM entries ORDER BY seq");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row || visitor(entry_from(query)) == Visit::stop) return {};
  }
}

Result<std::vector<StoredText>> Database::texts_of(std::string_view attempt) {
  Query query(state_->connection,
              "SELECT commitment, entry, attempt, salt, text, erased FROM typed_texts WHERE attempt = ? ORDER BY entry, rowid");
  query.bind(attempt);
  std::vector<StoredText> texts;
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return texts;
    texts.push_back(text_from(query));
  }
}

Result<std::optional<StoredText>> Database::text(const Hash& commitment) {
  Query query(state_->connection, "SELECT commitment, entry, attempt, salt, text, erased FROM typed_texts WHERE commitment = ?");
  FH_TRY(row, query.bind(commitment).step());
  return row ? std::optional(text_from(query)) : std::nullopt;
}

} // namespace firsthand::storage
