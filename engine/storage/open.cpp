// Opening: looks before it touches, tells apart what can be wrong, repairs nothing.
#include "engine/storage/state.h"

#include <fmt/format.h>

#include <cstring>
#include <fstream>

namespace firsthand::storage {

namespace {

namespace fs = std::filesystem;

fs::path with_suffix(const fs::path& path, std::string_view suffix) {
  auto longer = path;
  longer += fs::path(suffix);
  return longer;
}

Error damaged(const fs::path& path, std::string_view how) {
  return base::fail("database-damaged",
                    fmt::format("{} is damaged: {}. Nothing was changed. Set it aside and bring back a backup.", utf8(path), how));
}

Error foreign(const fs::path& path) {
  return base::fail("database-foreign",
                    fmt::format("{} is not a Firsthand database. Choose another folder or move that file away.", utf8(path)));
}

// The application id stands at a fixed place of the file, so that a foreign file is never handed to SQLite for writing.
Result<void> look_at_header(const fs::path& path) {
  if (!fs::is_regular_file(path)) return foreign(path);
  std::array<char, 100> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::fail("database-io", fmt::format("{} cannot be read. Check who may read it.", utf8(path)));
  file.read(header.data(), header.size());
  if (file.gcount() == 0) return damaged(path, "it is empty");
  const bool is_sqlite = std::memcmp(header.data(), "SQLite format 3", 16) == 0;
  const bool is_ours = std::memcmp(header.data() + 68, "FHnd", 4) == 0;
  if (is_ours && !is_sqlite) return damaged(path, "its first bytes are wrong");
  if (is_sqlite && file.gcount() < 100) return damaged(path, "it is cut short");
  if (!is_ours) return foreign(path);
  return {};
}

bool holds_something(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored) && fs::file_size(path, ignored) > 0;
}

// A log without its file would be read into the next file of that name.
Result<void> look_for_orphans(const fs::path& path) {
  for (const auto* suffix : {"-wal", "-journal"})
    if (holds_something(with_suffix(path, suffix))) return damaged(path, "the file is missing but its log is there");
  return {};
}

Result<void> prepare_file(const fs::path& path, const Options& options) {
  std::error_code ignored;
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, ignored))
    return base::fail("data-folder-missing",
                      fmt::format("The data folder {} is not there. Connect its drive or choose another folder.", utf8(folder)));
  if (fs::exists(path, ignored)) return look_at_header(path);
  FH_CHECK(look_for_orphans(path));
  if (options.mode == OpenMode::read_only) return base::fail("database-missing", fmt::format("There is no database {}.", utf8(path)));
  return create_database(path, options);
}

Result<void> set_pragmas(Connection& connection, const fs::path& path, const Options& options) {
  FH_CHECK(connection.run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                          "PRAGMA secure_delete = ON; PRAGMA mmap_size = 0"));
  if (options.mode == OpenMode::read_only) return connection.run("PRAGMA query_only = ON");
  FH_TRY(journal, pragma_text(connection, "PRAGMA journal_mode = WAL"));
  if (journal != "wal")
    return base::fail("database-io",
                      fmt::format("{} stands on a drive that cannot hold its log. Use a drive of this computer.", utf8(path)));
  // Begun again before it outgrows its room. Emptying it costs two more syncs, so not too often.
  FH_CHECK(connection.run(fmt::format("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {}", room_of_log / bytes_of_a_frame - 16)));
  if (options.max_pages > 0) FH_CHECK(connection.run(fmt::format("PRAGMA max_page_count = {}", options.max_pages)));
  return {};
}

// Between these the tables that are read did not change, or are asked for (roster.cpp), so what is older can be looked at without being
// upgraded.
constexpr int oldest_readable = 2, newest_with_those_tables = 6;

Result<void> check_version(Connection& connection, const fs::path& path, const Options& options) {
  FH_TRY(version, user_version(connection));
  const int newest = newest_version(options);
  if (version == newest) return {};
  if (version > newest)
    return base::fail("database-newer",
                      fmt::format("{} was written by a later version of Firsthand (format {}, this one knows {}). Use that version.",
                                  utf8(path), version, newest));
  if (version < 1) return damaged(path, "it has no version");
  if (options.mode == OpenMode::read_only && version >= oldest_readable && newest <= newest_with_those_tables) return {};
  if (options.mode == OpenMode::read_only)
    return base::fail("database-older", fmt::format("{} must be upgraded first: open it once for writing.", utf8(path)));
  return upgrade_database(connection, path, options, version);
}

Result<void> quick_check(Connection& connection, const fs::path& path) {
  FH_TRY(answer, pragma_text(connection, "PRAGMA quick_check(1)"));
  if (answer != "ok") return damaged(path, answer);
  return {};
}

Result<Connection> open_connection(const fs::path& path, const Options& options) {
  const bool writing = options.mode == OpenMode::read_write;
  const int flags = writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  FH_TRY(connection, Connection::open(path, flags, options.vfs, options.busy_milliseconds));
  if (writing && sqlite3_db_readonly(connection.handle(), "main") == 1) return error_of(SQLITE_READONLY, path, "");
  // The version first: a later one must not be touched, not even by changing its journal.
  FH_TRY(version, user_version(connection));
  if (version <= newest_version(options)) FH_CHECK(set_pragmas(connection, path, options));
  FH_CHECK(check_version(connection, path, options));
  if (options.quick_check == QuickCheck::run) FH_CHECK(quick_check(connection, path));
  return connection;
}

struct Identity {
  std::string chain_id;
  Moment created;
  Workstation workstation;
};

Result<Identity> read_identity(Connection& connection, const fs::path& path, const Options& options) {
  if (options.mode == OpenMode::read_write) FH_CHECK(wake_master(connection, options));
  Identity found;
  {
    Query query(connection, "SELECT (SELECT value FROM meta WHERE key = 'chain-id'), "
                            "(SELECT value FROM meta WHERE key = 'created')");
    FH_CHECK(query.step());
    found.chain_id = query.text(0);
    found.created = {query.integer(1)};
  }
  FH_TRY(newest, newest_workstation(connection));
  if (found.chain_id.empty() || !newest) return damaged(path, "its key or its chain id is missing");
  found.workstation = std::move(*newest);
  return found;
}

} // namespace

Result<Database> Database::open(const fs::path& path, Options options) {
  FH_CHECK(prepare_file(path, options));
  FH_TRY(connection, open_connection(path, options));
  auto identity = read_identity(connection, path, options);
  if (!identity.ok() && identity.error().code == "database-misuse") return damaged(path, "its tables are not the right ones");
  FH_CHECK(identity);
  FH_TRY(completeness, completeness_of(connection, path));
  const bool writing = options.mode == OpenMode::read_write;
  // A reader may be in the way now; then the first entry has to do it.
  if (const auto marked = writing ? mark_in_use(connection, path) : Result<void>();
      !marked.ok() && marked.error().code != "database-locked")
    return marked.error();
  auto state = std::make_unique<State>(std::move(connection));
  state->path = path, state->options = std::move(options);
  state->chain_id = identity->chain_id, state->workstation = std::move(identity->workstation), state->created = identity->created;
  state->start = ledger::genesis(identity->chain_id);
  state->completeness = completeness, state->writing = writing;
  state->owned_up = completeness != Completeness::newest_may_be_missing;
  return Database(std::move(state));
}

// A file that was taken away, or replaced by another one, is not touched.
Database::State::~State() {
  if (writing && owned_up && is_there(connection.handle(), path)) (void)unmark(connection);
}

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

const fs::path& Database::path() const { return state_->path; }
const std::string& Database::chain_id() const { return state_->chain_id; }
Moment Database::created() const { return state_->created; }

} // namespace firsthand::storage
