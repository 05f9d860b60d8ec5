// The data folder's one database: the chain of entries, people, kept content, settings. Everything durable of the
// program goes through this class; the learner sees a consequence only after `append` returned. Knows nothing of what a
// line means.
//
// Threads: one Database is used by one thread at a time. A second Database on the same file may read while the first
// writes. Errors of every call: "database-locked", "database-read-only", "database-full", "database-damaged",
// "database-io" and "database-misuse" (our own bug, with SQLite's words); opening adds those listed there. After any
// error the content is as before.
#pragma once

#include "engine/base/result.h"
#include "engine/storage/options.h"
#include "engine/storage/records.h"
#include "engine/storage/verification.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::storage {

using base::Result;

struct AppendRequest {
  Hash expected_head; // of the whole chain, as the caller last saw it
  Attempt attempt;    // as it is after this turn; a new id begins an attempt; attempt.turn grows with each append
  std::string kind;   // a word for lists, e.g. "turn"
  std::string line;   // opaque; sealed as these bytes
  Moment at;
  std::vector<TypedText> texts = {}; // the line must hold each commitment as 64 hex digits
  // What the entry tells of, in the same transaction: people, added or as update_person; settings of the workstation.
  std::vector<Person> people = {};
  std::vector<std::pair<std::string, std::string>> settings = {};
  std::vector<RosterRow> roster = {}; // the line must hold their roster_list as 64 hex digits
};

struct Sealed {
  std::int64_t seq = 0;
  ledger::Entry entry; // entry.hash is the new head of the chain and of the attempt
};

// What is not given fits everything: {.person = id, .state = AttemptState::Open}.
struct AttemptFilter {
  std::optional<std::string> person = std::nullopt;
  std::optional<std::string> scenario = std::nullopt;
  std::optional<std::string> mode = std::nullopt;
  std::optional<AttemptState> state = std::nullopt;
};

enum class Visit { go_on, stop };

struct BegunAttempt {
  std::int64_t number = 0; // grows in the order in which attempts began
  std::string id;
};

class Database {
 public:
  // Opens, creates if there is no file, upgrades an older one (after a copy). Never repairs and never replaces a file.
  // Errors besides those above: "data-folder-missing", "database-missing" (read-only and no file), "database-newer"
  // (made by a later version), "database-older" (read-only and not upgraded yet), "database-foreign" (not one of ours).
  static Result<Database> open(const std::filesystem::path& path, Options options);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  const std::filesystem::path& path() const;
  // As it was found, before it was opened for writing.
  Completeness completeness() const;
  Result<std::optional<std::int64_t>> marked_after(); // up to this entry an earlier version kept the record, which did not mark that
  const std::string& chain_id() const;
  Moment created() const;

  // ---- the workstation
  const Workstation& workstation() const;          // the one that holds now
  Result<std::vector<Workstation>> workstations(); // oldest first
  // Begins another identity: id and key are drawn, `since` and `after_entry` filled in; station, room, place, origin and marks
  // are the caller's.
  Result<void> begin_workstation(Workstation wanted, Moment now);
  Result<void> set_fingerprint(std::string_view fingerprint); // of the one that holds now
  // How often the record was opened for training. Read by another place that remembers it: a smaller one later is an earlier copy.
  Result<std::int64_t> starts();
  Result<std::int64_t> count_start(); // durable when it returns
  // A record without entries becomes a master for copies: whoever opens a copy first gives it a chain and a key of its own.
  // `wanted` says which station and room the copies are for. Errors: "record-not-empty".
  Result<void> seal_as_master(Workstation wanted, Moment now);
  Result<void> note_incident(std::string_view kind, std::string_view detail, Moment at);
  Result<std::vector<Incident>> incidents(); // oldest first
  // False: the file was removed, or another one stands in its place. What is written from now on would be lost.
  bool still_there() const;
  void abandon(); // closing will touch no file: another one may stand there by then

  // ---- the chain
  Result<Hash> head(); // the genesis hash while there is no entry
  Result<Tip> tip();
  Result<std::optional<Hash>> hash_at(std::int64_t seq);

  // One transaction, durable when it returns. Errors besides those above, nothing changed: "head-moved" (another append
  // came first: read again), "turn-taken" (this attempt already has that turn or a later one), "text-not-sealed",
  // "data-folder-gone" (the file is no longer there: a drive was pulled).
  Result<Sealed> append(const AppendRequest& request);

  Result<std::vector<StoredEntry>> entries_of(std::string_view attempt);             // by turn
  Result<void> all_entries(const std::function<Visit(const StoredEntry&)>& visitor); // by seq
  Result<std::vector<StoredText>> texts_of(std::string_view attempt);
  Result<std::optional<StoredText>> text(const Hash& commitment);

  // Reads everything: chain, commitments, heads of attempts, kept content, SQLite's integrity_check. Damage is in the
  // report; an error means that it could not be looked at.
  Result<ChainReport> verify_chain();

  // ---- attempts
  Result<std::optional<Attempt>> attempt(std::string_view id);
  Result<std::optional<Attempt>> newest_attempt(const AttemptFilter& filter); // the one begun or continued last
  Result<std::vector<Attempt>> attempts_of(std::string_view person);          // newest first
  // The next one that began after it, 0: the first of all. So a long list is gone through without being held. Acts of a trainer are
  // among them: only their sealed lines say so.
  Result<std::optional<BegunAttempt>> attempt_begun_after(std::int64_t number);
  Result<std::int64_t> count_attempts(const AttemptFilter& filter);

  // ---- people
  Result<void> add_person(const Person& person);    // "person-exists"
  Result<void> update_person(const Person& person); // name, pin, settings, warm_up_done; "person-unknown"
  Result<std::optional<Person>> person(std::string_view id);
  Result<std::vector<Person>> people(); // by creation, without the erased

  // ---- the list of people; written by append. Empty in a record of an earlier version
  Result<std::vector<RosterRow>> roster();            // what holds now, a row a person; without the erased
  Result<std::vector<StoredRosterRow>> roster_rows(); // all, in their order

  // Name, PIN, settings, rows of the list and typed texts with their salts are overwritten, also in the file's free space and the log;
  // the chain still verifies. The attempts' progress texts are emptied. Copies made earlier (backups, exports) are not
  // touched. Errors: "person-unknown"; "erase-unfinished" (erased, but another reader keeps the log in use: close it
  // and call this again).
  Result<void> erase_person(std::string_view id);

  // ---- kept content, by hash
  Result<Hash> put_content(std::string_view bytes, Moment kept);                   // what is already there stays
  Result<void> put_content(const Hash& hash, std::string_view bytes, Moment kept); // "content-mismatch"
  Result<std::optional<std::string>> content(const Hash& hash);                    // "content-damaged": the bytes no longer match

  // ---- settings of the workstation
  Result<std::optional<std::string>> setting(std::string_view key);
  Result<void> set_setting(std::string_view key, std::string_view value);

  // ---- drafts: what is marked or written in an open attempt and is no answer yet. No part of the chain; it goes with the attempt's end,
  // and with its person.
  Result<std::string> draft(std::string_view attempt); // empty: there is none
  // Durable when it returns; an empty one forgets it. Of an attempt that is not open nothing is kept.
  Result<void> keep_draft(std::string_view attempt, std::string_view line);

  // A consistent copy while the database is in use. "file-exists": nothing is ever written over.
  Result<void> backup_to(const std::filesystem::path& target);

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Renames a file that cannot be used, with its -wal, -shm and -journal, to <name>.damaged-<stamp>… in the same folder,
// and gives that path. Only on the user's word; nothing is deleted or written over. No Database may be open on it.
// Errors: "set-aside-exists" (choose another stamp), "set-aside-missing" (nothing there), "set-aside-failed".
Result<std::filesystem::path> set_aside(const std::filesystem::path& path, std::string_view stamp);

} // namespace firsthand::storage
