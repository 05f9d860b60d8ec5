// The one way into the chain: one turn, one transaction, durable or not at all. Few statements, each prepared once.
#include "engine/storage/state.h"

#include <fmt/format.h>

namespace firsthand::storage {

namespace {

Result<void> check_texts_sealed(const AppendRequest& request) {
  for (const TypedText& typed : request.texts)
    if (request.line.find(ledger::commit_text(typed.salt, typed.text).hex()) == std::string::npos)
      return base::fail("text-not-sealed",
                        "A typed text has no commitment in the line, so it could not be proven later. Nothing was saved.");
  if (!request.roster.empty() && request.line.find(roster_list(request.roster).hex()) == std::string::npos)
    return base::fail("text-not-sealed",
                      "The list of people has no commitment in the line, so it could not be proven later. Nothing was saved.");
  return {};
}

// Two statements instead of one "insert or update": that one makes SQLite set up a temporary table each time.
Result<bool> update_attempt(Connection& connection, const Attempt& attempt, const Sealed& sealed) {
  Query query(connection, "UPDATE attempts SET language = ?1, shown_hash = ?2, state = ?3, turn = ?5, head = ?6, progress = ?7, "
                          "finished = ?8, touched = ?9 WHERE id = ?4 AND turn < ?5");
  query.bind(attempt.language).bind(attempt.shown_hash).bind(word(attempt.state)).bind(attempt.id).bind(attempt.turn);
  query.bind(sealed.entry.hash).bind(attempt.progress);
  attempt.finished ? query.bind(attempt.finished->milliseconds) : query.null();
  FH_CHECK(query.bind(sealed.seq).run());
  return sqlite3_changes(connection.handle()) > 0;
}

Result<bool> insert_attempt(Connection& connection, const Attempt& attempt, const Sealed& sealed) {
  Query query(connection, "INSERT INTO attempts (id, person, scenario, title, mode, channel, supervision, variant, started, "
                          "rules_hash, seed, "
                          "parent_attempt, parent_turn, language, shown_hash, state, turn, head, progress, finished, touched) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
  query.bind(attempt.id).bind(attempt.person).bind(attempt.scenario).bind(attempt.title).bind(attempt.mode);
  query.bind(attempt.channel).bind(attempt.supervision).bind(attempt.variant).bind(attempt.started.milliseconds);
  query.bind(attempt.rules_hash).bind(attempt.seed).bind(attempt.parent_attempt).bind(attempt.parent_turn);
  query.bind(attempt.language).bind(attempt.shown_hash).bind(word(attempt.state)).bind(attempt.turn).bind(sealed.entry.hash);
  query.bind(attempt.progress);
  attempt.finished ? query.bind(attempt.finished->milliseconds) : query.null();
  FH_CHECK(query.bind(sealed.seq).run());
  return sqlite3_changes(connection.handle()) > 0;
}

// What is pinned is written by the first append only. Neither changed nor new: the turn is not ahead of the stored one.
Result<void> write_attempt(Connection& connection, const Attempt& attempt, const Sealed& sealed) {
  FH_TRY(updated, update_attempt(connection, attempt, sealed));
  if (updated) return {};
  FH_TRY(inserted, insert_attempt(connection, attempt, sealed));
  if (inserted) return {};
  return base::fail("turn-taken", fmt::format("Turn {} of this attempt is recorded already. Nothing was saved twice.", attempt.turn));
}

Result<void> write_entry(Connection& connection, const AppendRequest& request, const Sealed& sealed) {
  Query query(connection, "INSERT INTO entries (seq, attempt, turn, kind, line, previous, hash, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  query.bind(sealed.seq).bind(request.attempt.id).bind(request.attempt.turn).bind(request.kind).bind(sealed.entry.line);
  return query.bind(sealed.entry.previous).bind(sealed.entry.hash).bind(request.at.milliseconds).run();
}

Result<void> write_texts(Connection& connection, const AppendRequest& request, std::int64_t seq) {
  for (const TypedText& typed : request.texts) {
    Query query(connection, "INSERT INTO typed_texts (commitment, entry, attempt, salt, text, erased) VALUES (?, ?, ?, ?, ?, 0)");
    query.bind(ledger::commit_text(typed.salt, typed.text)).bind(seq).bind(request.attempt.id);
    FH_CHECK(query.blob(typed.salt).bind(typed.text).run());
  }
  return {};
}

Result<void> write_what_is_told(Connection& connection, const AppendRequest& request, std::int64_t seq) {
  for (const Person& person : request.people) {
    FH_TRY(added, insert_person(connection, person));
    if (!added) FH_CHECK(write_person(connection, person));
  }
  FH_CHECK(write_roster(connection, request.roster, seq));
  for (const auto& [key, value] : request.settings)
    FH_CHECK(write_setting(connection, key, value));
  return {};
}

Result<void> pass(const Options& options, const std::filesystem::path& path, AppendStep step) {
  if (options.fails_at && options.fails_at(step)) return error_of(SQLITE_FULL, path, "");
  return {};
}

// Another program that ended cleanly took the mark out.
Result<Transaction> begin_marked(Connection& connection, const std::filesystem::path& path) {
  for (;;) {
    {
      FH_TRY(transaction, Transaction::begin(connection));
      FH_TRY(marked, is_marked(connection));
      if (marked) return transaction;
    }
    FH_CHECK(mark_in_use(connection, path));
  }
}

Error gone(const std::filesystem::path& path) {
  return base::fail("data-folder-gone", fmt::format("{} is no longer there. Nothing was saved. Connect its drive again and try again; what "
                                                    "was saved before is on it.",
                                                    utf8(path)));
}

} // namespace

Result<Tip> read_tip(Connection& connection, const Hash& start) {
  Query query(connection, "SELECT seq, hash, at FROM entries ORDER BY seq DESC LIMIT 1");
  FH_TRY(row, query.step());
  return row ? Tip{query.integer(0), query.hash(1), {query.integer(2)}} : Tip{0, start, {}};
}

Result<Sealed> Database::append(const AppendRequest& request) {
  const auto reach = [this](AppendStep step) { return pass(state_->options, state_->path, step); };
  Connection& connection = state_->connection;
  FH_CHECK(check_texts_sealed(request));
  if (!still_there()) return gone(state_->path);
  FH_CHECK(reach(AppendStep::begin));
  FH_TRY(transaction, begin_marked(connection, state_->path));
  FH_CHECK(reach(AppendStep::read_head));
  FH_TRY(tip, read_tip(connection, state_->start));
  if (tip.head != request.expected_head)
    return base::fail("head-moved",
                      "Another window recorded something in between. Nothing was saved: read the record again and repeat the step.");
  Sealed sealed{tip.seq + 1, ledger::seal(tip.head, request.line)};
  FH_CHECK(reach(AppendStep::write_attempt));
  FH_CHECK(write_attempt(connection, request.attempt, sealed));
  FH_CHECK(reach(AppendStep::write_entry));
  FH_CHECK(write_entry(connection, request, sealed));
  FH_CHECK(reach(AppendStep::write_texts));
  FH_CHECK(write_texts(connection, request, sealed.seq));
  FH_CHECK(write_what_is_told(connection, request, sealed.seq));
  if (request.attempt.state != AttemptState::open) FH_CHECK(forget_draft(connection, request.attempt.id));
  FH_CHECK(reach(AppendStep::commit));
  FH_CHECK(transaction.commit());
  // Where the drive went away meanwhile, the commit may have gone into a file that nobody will find again.
  if (!still_there()) return gone(state_->path);
  return sealed;
}

Result<Tip> Database::tip() { return read_tip(state_->connection, state_->start); }

Result<Hash> Database::head() {
  FH_TRY(tip, read_tip(state_->connection, state_->start));
  return tip.head;
}

Result<std::optional<Hash>> Database::hash_at(std::int64_t seq) {
  Query query(state_->connection, "SELECT hash FROM entries WHERE seq = ?");
  FH_TRY(row, query.bind(seq).step());
  return row ? std::optional(query.hash(0)) : std::nullopt;
}

} // namespace firsthand::storage
