// What an open Database holds, shared by this room's files only.
#pragma once

#include "engine/storage/database.h"
#include "engine/storage/sqlite.h"

namespace firsthand::storage {

struct Database::State {
  explicit State(Connection opened) : connection(std::move(opened)) {}
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::filesystem::path path;
  Options options;
  Connection connection;
  std::string chain_id;
  Workstation workstation;
  Moment created;
  Hash start; // the genesis hash of this chain
  Completeness completeness = Completeness::whole;
  bool writing = false; // opened for writing and not given up: its end is a clean one
  bool owned_up = true; // false: its newest part may be missing, and no incident "log-missing" says so yet; then the mark stays
};

constexpr std::int64_t application_id = 0x46486E64; // "FHnd", at byte 68 of the file

bool is_there(sqlite3* handle, const std::filesystem::path& path); // see Database::still_there

Result<Tip> read_tip(Connection& connection, const Hash& start);
Result<std::optional<Workstation>> newest_workstation(Connection& connection);
Result<void> insert_workstation(Connection& connection, Workstation& wanted, crypto::Entropy& entropy);
// A copy of a master gets its own chain and key, once.
Result<void> wake_master(Connection& connection, const Options& options);

constexpr int first_marked_version = 3;                                     // of the schema: its file says whether it is in use
constexpr std::int64_t bytes_of_a_frame = 24 + 4096, room_of_log = 1 << 19; // a page of the log; its size from the first mark on

Result<bool> is_marked(Connection& connection);
// Errors: "database-locked" (a reader keeps the log in use), those of any write; then nothing is acknowledged.
Result<void> mark_in_use(Connection& connection, const std::filesystem::path& path);
// If all that is in the log gets into the file; else the mark stays, and is true. Whether the log is empty now.
Result<bool> unmark(Connection& connection);
Result<Completeness> completeness_of(Connection& connection, const std::filesystem::path& path);

Result<bool> insert_person(Connection& connection, const Person& person); // false: the id is there already
Result<void> write_person(Connection& connection, const Person& person);  // "person-unknown"
Result<void> write_roster(Connection& connection, std::span<const RosterRow> rows, std::int64_t entry);
Result<void> erase_roster(Connection& connection, std::string_view person);
Result<void> write_setting(Connection& connection, std::string_view key, std::string_view value);
Result<void> forget_draft(Connection& connection, std::string_view attempt);
Result<void> erase_drafts(Connection& connection, std::string_view person);

int newest_version(const Options& options);
Result<int> user_version(Connection& connection);
Result<std::string> pragma_text(Connection& connection, const char* pragma);

// Makes the complete file under another name and renames it: a file that has the name is never half made.
Result<void> create_database(const std::filesystem::path& path, const Options& options);

// Copies the database first, then applies each migration above `from` in a transaction of its own.
Result<void> upgrade_database(Connection& connection, const std::filesystem::path& path, const Options& options, int from);

// An empty file that only its owner may read, to be filled by SQLite, which gives its log the same rights. What cannot be made is
// told by whoever opens it.
void begin_private_file(const std::filesystem::path& path);

// `complete`: the copy is all there is, whatever the source says of itself while it is in use.
Result<void> copy_database(Connection& source, const std::filesystem::path& target, const Options& options, bool complete);

} // namespace firsthand::storage
