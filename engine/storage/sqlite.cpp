// The wrapper around SQLite's C interface. Knows no table.
#include "engine/storage/sqlite.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace firsthand::storage {

std::string utf8(const std::filesystem::path& path) {
  const auto text = path.u8string();
  return {text.begin(), text.end()};
}

Error error_of(int result, const std::filesystem::path& path, std::string_view detail) {
  const auto name = utf8(path);
  switch (result & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return base::fail("database-locked", fmt::format("{} is in use by another program. Close it there and try again.", name));
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
    return base::fail("database-read-only", fmt::format("{} cannot be written. Ask for the right to write in this folder.", name));
  case SQLITE_FULL:
    return base::fail("database-full", fmt::format("The disk that holds {} is full. Free some space and try again.", name));
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return base::fail("database-damaged", fmt::format("{} is damaged. Nothing was changed. Set it aside and bring back a backup.", name));
  case SQLITE_IOERR:
  case SQLITE_PROTOCOL: // locks on a drive that is gone
    return base::fail("database-io",
                      fmt::format("The disk did not do what was asked for {} (SQLite {}). Check the disk and try again.", name, result));
  default:
    return base::fail("database-misuse",
                      fmt::format("{}: {} (SQLite {}). This is a mistake in the program: report it.", name, detail, result));
  }
}

// ---- Connection

// Where the log's index cannot grow, SQLite speaks of a failed disk; the system knows that there is no room.
Error Connection::error(int result) const {
  const std::error_code system(sqlite3_system_errno(handle_.get()), std::system_category());
  const bool no_room = (result & 0xff) == SQLITE_IOERR && system == std::errc::no_space_on_device;
  return error_of(no_room ? SQLITE_FULL : result, path_, sqlite3_errmsg(handle_.get()));
}

Result<Connection> Connection::open(const std::filesystem::path& path, int flags, const std::string& vfs, int busy_milliseconds) {
  sqlite3* raw = nullptr;
  const int result = sqlite3_open_v2(utf8(path).c_str(), &raw, flags | SQLITE_OPEN_EXRESCODE, vfs.empty() ? nullptr : vfs.c_str());
  Connection connection(std::unique_ptr<sqlite3, CloseHandle>(raw), path);
  if (result != SQLITE_OK) return error_of(result, path, sqlite3_errstr(result));
  sqlite3_busy_timeout(raw, busy_milliseconds);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return connection;
}

Result<void> Connection::run(const std::string& sql) {
  const int result = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) return error(result);
  return {};
}

sqlite3_stmt* Connection::statement(const char* sql, int& result) {
  auto& cached = statements_[sql];
  if (!cached) {
    sqlite3_stmt* raw = nullptr;
    result = sqlite3_prepare_v3(handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    cached.reset(raw);
  }
  return cached.get();
}

// ---- Query

Query::Query(Connection& connection, const char* sql) : connection_(connection) { statement_ = connection.statement(sql, result_); }

Query::~Query() {
  if (!statement_) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Query::note(int result) {
  if (result_ == SQLITE_OK) result_ = result;
}

Query& Query::bind(std::int64_t number) {
  note(sqlite3_bind_int64(statement_, ++bound_, number));
  return *this;
}

Query& Query::bind(std::string_view text) {
  note(sqlite3_bind_text64(statement_, ++bound_, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Query& Query::blob(Bytes bytes) {
  if (bytes.empty())
    note(sqlite3_bind_zeroblob(statement_, ++bound_, 0));
  else
    note(sqlite3_bind_blob64(statement_, ++bound_, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Query& Query::null() {
  note(sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

Result<bool> Query::step() {
  if (result_ != SQLITE_OK) return connection_.error(result_);
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  return connection_.error(result);
}

Result<void> Query::run() {
  for (;;) {
    FH_TRY(row, step());
    if (!row) return {};
  }
}

std::string Query::text(int column) const {
  const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return start ? std::string(start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}

Bytes Query::bytes(int column) const {
  const auto* start = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  return start ? Bytes(start, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : Bytes();
}

Hash Query::hash(int column) const {
  Hash hash;
  const auto stored = bytes(column);
  if (stored.size() == hash.bytes.size()) std::copy(stored.begin(), stored.end(), hash.bytes.begin());
  return hash;
}

// ---- Transaction

Result<Transaction> Transaction::begin(Connection& connection) {
  FH_CHECK(Query(connection, "BEGIN IMMEDIATE").run());
  return Transaction(connection);
}

Transaction::~Transaction() {
  if (connection_ && !sqlite3_get_autocommit(connection_->handle())) (void)Query(*connection_, "ROLLBACK").run();
}

Result<void> Transaction::commit() {
  Connection& connection = *connection_;
  const auto committed = Query(connection, "COMMIT").run();
  if (committed.ok()) return {};
  if (!sqlite3_get_autocommit(connection.handle())) (void)Query(connection, "ROLLBACK").run();
  // A log that was written but not synced would come back to life after a crash. Emptying it forgets what was refused.
  (void)empty_log(connection);
  return committed.error();
}

namespace {

Result<bool> move_log(Connection& connection, const char* how) {
  Query query(connection, how);
  FH_TRY(row, query.step());
  const bool emptied = row && query.integer(0) == 0;
  if (row) FH_CHECK(query.run());
  return emptied;
}

} // namespace

Result<bool> empty_log(Connection& connection) { return move_log(connection, "PRAGMA wal_checkpoint(TRUNCATE)"); }
Result<bool> settle_log(Connection& connection) { return move_log(connection, "PRAGMA wal_checkpoint(RESTART)"); }

} // namespace firsthand::storage
