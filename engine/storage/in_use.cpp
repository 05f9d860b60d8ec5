// Whether the main file is all there is. The mark goes into the file itself, past the log, before anything is acknowledged,
// and comes out only after the log was emptied into it: whoever copies the file alone meanwhile has a copy that says so.
#include "engine/storage/state.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firsthand::storage {

namespace {

constexpr std::int64_t not_in_use = 0, in_use = 1, in_use_with_log = 2;

Result<void> write_mark(Connection& connection, std::int64_t mark) {
  FH_TRY(transaction, Transaction::begin(connection));
  FH_CHECK(Query(connection, "UPDATE meta SET value = ? WHERE key = 'in-use'").bind(mark).run());
  return transaction.commit();
}

// In pieces: SQLite's own files take no more than 128 KB at once.
bool lengthen(sqlite3_file* log, sqlite3_int64 from, sqlite3_int64 to) {
  static constexpr std::array<char, 1 << 16> nothing{};
  for (sqlite3_int64 at = from; at < to; at += static_cast<sqlite3_int64>(nothing.size())) {
    const auto piece = std::min(to - at, static_cast<sqlite3_int64>(nothing.size()));
    if (log->pMethods->xWrite(log, nothing.data(), static_cast<int>(piece), at) != SQLITE_OK) return false;
  }
  return log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) == SQLITE_OK;
}

// Room in the log, made beforehand: a commit that lengthens the file makes the file system write its own journal too, which costs as
// much again. Only behind what is there, and while nobody else can write. Where the disk has no room, the log stays as it was.
void make_room(Connection& connection) {
  const auto transaction = Transaction::begin(connection);
  sqlite3_file* log = nullptr;
  if (!transaction.ok() || sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) != SQLITE_OK) return;
  sqlite3_int64 size = 0;
  if (!log || !log->pMethods || log->pMethods->xFileSize(log, &size) != SQLITE_OK || size == 0 || size >= room_of_log) return;
  if (!lengthen(log, size, room_of_log)) (void)log->pMethods->xTruncate(log, size);
}

bool log_holds_something(const std::filesystem::path& path) {
  auto log = path;
  log += "-wal";
  std::error_code failed;
  const auto size = std::filesystem::file_size(log, failed);
  return !failed && size > 0;
}

Error not_marked(const std::filesystem::path& path) {
  return base::fail(
      "database-locked",
      fmt::format("{} is being read by another program. Nothing was saved. Wait until it is done and try again.", utf8(path)));
}

} // namespace

Result<bool> is_marked(Connection& connection) {
  Query query(connection, "SELECT value FROM meta WHERE key = 'in-use'");
  FH_TRY(row, query.step());
  return row && query.integer(0) != not_in_use;
}

// A log that is not empty is the sign that the file was not taken away from it: so the mark is written once more, behind it, and as
// another number: SQLite writes nothing where nothing changes.
Result<void> mark_in_use(Connection& connection, const std::filesystem::path& path) {
  FH_TRY(before, is_marked(connection));
  FH_CHECK(write_mark(connection, in_use));
  FH_TRY(settled, settle_log(connection)); // not emptied: whoever is killed here would leave a mark and no log
  if (!settled) {
    if (!before) FH_CHECK(write_mark(connection, not_in_use)); // the mark would stand in the log alone
    return not_marked(path);
  }
  FH_CHECK(write_mark(connection, in_use_with_log));
  make_room(connection);
  return {};
}

// Two steps: what is in the log must be in the file before the file says that nothing is missing.
Result<bool> unmark(Connection& connection) {
  FH_TRY(settled, settle_log(connection));
  if (!settled) return false;
  FH_CHECK(write_mark(connection, not_in_use));
  return empty_log(connection);
}

// Looked at again after a while: a program that begins or ends just then has the mark, and no log for a moment.
Result<Completeness> completeness_of(Connection& connection, const std::filesystem::path& path) {
  FH_TRY(version, user_version(connection));
  if (version < first_marked_version) return log_holds_something(path) ? Completeness::not_known : Completeness::not_known_without_log;
  for (const int wait : {0, 20, 100}) {
    if (wait > 0) sqlite3_sleep(wait);
    FH_TRY(marked, is_marked(connection));
    if (!marked || log_holds_something(path)) return Completeness::whole;
  }
  return Completeness::newest_may_be_missing;
}

std::string_view word(Completeness completeness) {
  if (completeness == Completeness::whole) return "yes";
  return completeness == Completeness::newest_may_be_missing ? "may-be-missing" : "not-known";
}

Completeness Database::completeness() const { return state_->completeness; }

Result<std::optional<std::int64_t>> Database::marked_after() {
  Query query(state_->connection, "SELECT value FROM meta WHERE key = 'marked-after'");
  FH_TRY(row, query.step());
  return row ? std::optional(query.integer(0)) : std::nullopt;
}

} // namespace firsthand::storage
