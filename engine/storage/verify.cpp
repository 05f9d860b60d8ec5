// The full check: reads everything once and names what is not as it was sealed. Changes nothing.
#include "engine/storage/state.h"

#include <fmt/format.h>

namespace firsthand::storage {

namespace {

constexpr std::size_t most_damages = 100;

void report(ChainReport& found, Damage damage) {
  if (found.damages.size() < most_damages) found.damages.push_back(std::move(damage));
}

Damage at_entry(DamageKind kind, const StoredEntry& entry, std::string_view what) {
  return {kind, entry.seq, entry.attempt, entry.turn,
          fmt::format("Entry {} (attempt {}, turn {}): {}", entry.seq, entry.attempt, entry.turn, what)};
}

// A page that cannot be read is damage to be reported; a lock is an error: then nothing was looked at.
Result<void> damage_or_error(const Result<void>& read, ChainReport& found, std::string_view where) {
  if (read.ok()) return {};
  if (read.error().code != "database-damaged") return read.error();
  report(found, {DamageKind::file, 0, "", 0, fmt::format("The file is damaged; {} cannot be read to the end.", where)});
  return {};
}

class EntryCheck {
 public:
  EntryCheck(ChainReport& found, const Hash& start) : found_(found), verifier_(start) {}

  Visit operator()(const StoredEntry& stored) {
    const bool gap = stored.seq != last_ + 1;
    if (gap) report(found_, at_entry(DamageKind::gap, stored, fmt::format("it comes after entry {}; what was between is missing.", last_)));
    last_ = stored.seq;
    const auto& [previous, line, hash] = stored.entry;
    const auto flaw = verifier_.check(previous, line, hash);
    if (flaw == ledger::Flaw::changed) report(found_, at_entry(DamageKind::changed, stored, ledger::words(*flaw)));
    if (flaw == ledger::Flaw::unlinked && !gap) report(found_, at_entry(DamageKind::unlinked, stored, ledger::words(*flaw)));
    found_.head = verifier_.head();
    ++found_.entries;
    return Visit::go_on;
  }

 private:
  ChainReport& found_;
  ledger::Verifier verifier_;
  std::int64_t last_ = 0;
};

Result<void> check_attempts(Connection& connection, ChainReport& found) {
  Query query(connection, "SELECT a.id, a.turn, a.head, e.turn, e.hash, e.seq FROM attempts a LEFT JOIN entries e ON e.seq = "
                          "(SELECT seq FROM entries WHERE attempt = a.id ORDER BY turn DESC LIMIT 1) ORDER BY a.number");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return {};
    if (!query.is_null(5) && query.integer(1) == query.integer(3) && query.hash(2) == query.hash(4)) continue;
    const auto turn = static_cast<int>(query.integer(1));
    report(found, {DamageKind::attempt, query.integer(5), query.text(0), turn,
                   fmt::format("Attempt {}: its newest turn should be {} and does not stand in the chain as noted.", query.text(0), turn)});
  }
}

bool text_as_committed(const Query& row) {
  const Hash commitment = row.hash(0);
  if (row.text(3).find(commitment.hex()) == std::string::npos) return false;
  if (row.integer(6) != 0) return true;
  return crypto::sha256(row.bytes(4), row.text(5)) == commitment;
}

Result<void> check_texts(Connection& connection, ChainReport& found) {
  Query query(connection, "SELECT t.commitment, t.entry, t.attempt, e.line, t.salt, t.text, t.erased, e.turn "
                          "FROM typed_texts t LEFT JOIN entries e ON e.seq = t.entry ORDER BY t.entry, t.rowid");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return {};
    ++found.texts;
    if (query.integer(6) != 0) ++found.texts_erased;
    if (text_as_committed(query)) continue;
    report(found, {DamageKind::text, query.integer(1), query.text(2), static_cast<int>(query.integer(7)),
                   fmt::format("Entry {}: a typed text is not the one that was sealed.", query.integer(1))});
  }
}

// Each row fits its commitment, and the commitments of an entry's rows give the hash that stands in its line.
Result<void> check_roster(Database& database, Connection& connection, ChainReport& found) {
  FH_TRY(rows, database.roster_rows());
  for (std::size_t i = 0; i < rows.size();) {
    const std::int64_t seq = rows[i].seq;
    std::vector<Hash> commitments;
    bool whole = true;
    for (; i < rows.size() && rows[i].seq == seq; ++i) {
      const auto& content = rows[i].content;
      whole = whole && (!content || roster_commitment(*content) == rows[i].commitment);
      commitments.push_back(rows[i].commitment);
    }
    Query query(connection, "SELECT line FROM entries WHERE seq = ?");
    FH_TRY(there, query.bind(seq).step());
    if (there && whole && query.text(0).find(roster_list(commitments).hex()) != std::string::npos) continue;
    report(found, {DamageKind::roster, 0, "", 0, fmt::format("Entry {}: the list of people is not the one that was sealed.", seq)});
  }
  return {};
}

Result<void> check_contents(Connection& connection, ChainReport& found) {
  Query query(connection, "SELECT hash, bytes FROM content ORDER BY rowid");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return {};
    ++found.contents;
    if (crypto::sha256(query.bytes(1)) == query.hash(0)) continue;
    report(found, {DamageKind::content, 0, "", 0, fmt::format("Kept content {} is not what it was.", query.hash(0).hex())});
  }
}

Result<void> check_file(Connection& connection, ChainReport& found) {
  Query query(connection, "PRAGMA integrity_check(5)");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return {};
    if (query.text(0) != "ok") report(found, {DamageKind::file, 0, "", 0, fmt::format("SQLite says: {}", query.text(0))});
  }
}

Result<void> check_foreign_keys(Connection& connection, ChainReport& found) {
  Query query(connection, "PRAGMA foreign_key_check");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return {};
    report(found,
           {DamageKind::file, 0, "", 0, fmt::format("A row of {} points to a row of {} that is missing.", query.text(0), query.text(2))});
  }
}

} // namespace

Result<ChainReport> Database::verify_chain() {
  Connection& connection = state_->connection;
  ChainReport found;
  found.head = state_->start;
  // One snapshot for all checks, so that an append meanwhile is not taken for damage.
  FH_CHECK(Query(connection, "BEGIN").run());
  const auto all = [&]() -> Result<void> {
    FH_CHECK(damage_or_error(all_entries(EntryCheck(found, state_->start)), found, "the chain"));
    FH_CHECK(damage_or_error(check_attempts(connection, found), found, "the list of attempts"));
    FH_CHECK(damage_or_error(check_texts(connection, found), found, "the list of typed texts"));
    FH_CHECK(damage_or_error(check_roster(*this, connection, found), found, "the list of people"));
    FH_CHECK(damage_or_error(check_contents(connection, found), found, "the kept content"));
    FH_CHECK(damage_or_error(check_foreign_keys(connection, found), found, "the links between tables"));
    return damage_or_error(check_file(connection, found), found, "the file");
  };
  const auto checked = all();
  (void)Query(connection, "ROLLBACK").run();
  FH_CHECK(checked);
  return found;
}

} // namespace firsthand::storage
