// Making a database and bringing an older one up to date. Knows the meta table, no other.
#include "engine/storage/state.h"

#include <fmt/format.h>

#include <cassert>
#include <fstream>

namespace firsthand::storage {

namespace {

constexpr int creating_flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

Result<void> write_meta(Connection& connection, const Options& options) {
  assert(options.entropy && "a database can be created only with entropy");
  const char* insert = "INSERT INTO meta (key, value) VALUES (?, ?)";
  FH_CHECK(Query(connection, "DELETE FROM meta WHERE key = 'marked-after'").run()); // of an older record only
  FH_CHECK(Query(connection, insert).bind("chain-id").bind(crypto::random_id(*options.entropy)).run());
  FH_CHECK(Query(connection, insert).bind("created").bind(options.now.milliseconds).run());
  Workstation first;
  first.since = options.now;
  return insert_workstation(connection, first, *options.entropy);
}

Result<void> apply(Connection& connection, const Migration& migration) {
  FH_CHECK(connection.run(std::string(migration.sql)));
  return connection.run(fmt::format("PRAGMA user_version = {}", migration.version));
}

// The exclusive lock makes a second program that starts now wait here and then find the file complete.
Result<void> fill_new_file(const std::filesystem::path& draft, const std::filesystem::path& path, const Options& options) {
  FH_TRY(connection, Connection::open(draft, creating_flags, options.vfs, options.busy_milliseconds));
  FH_CHECK(connection.run("PRAGMA synchronous = FULL; BEGIN EXCLUSIVE"));
  FH_TRY(version, user_version(connection));
  if (version > 0 || std::filesystem::exists(path)) return connection.run("ROLLBACK");
  for (const Migration& migration : options.migrations)
    FH_CHECK(apply(connection, migration));
  FH_CHECK(write_meta(connection, options));
  FH_CHECK(connection.run(fmt::format("PRAGMA application_id = {}", application_id)));
  return connection.run("COMMIT");
}

} // namespace

void begin_private_file(const std::filesystem::path& path) {
  std::ofstream(path, std::ios::binary | std::ios::app).close();
  std::error_code ignored;
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
}

int newest_version(const Options& options) { return options.migrations.empty() ? 0 : options.migrations.back().version; }

Result<int> user_version(Connection& connection) {
  Query query(connection, "PRAGMA user_version");
  FH_CHECK(query.step());
  return static_cast<int>(query.integer(0));
}

Result<std::string> pragma_text(Connection& connection, const char* pragma) {
  Query query(connection, pragma);
  FH_TRY(row, query.step());
  auto answer = row ? query.text(0) : std::string();
  if (row) FH_CHECK(query.run()); // a pragma that writes commits only at its end
  return answer;
}

Result<void> create_database(const std::filesystem::path& path, const Options& options) {
  auto draft = path;
  draft += ".new";
  begin_private_file(draft);
  FH_CHECK(fill_new_file(draft, path, options));
  std::error_code failed;
  if (std::filesystem::exists(path))
    std::filesystem::remove(draft, failed);
  else
    std::filesystem::rename(draft, path, failed);
  if (std::filesystem::exists(path)) return {};
  return base::fail("database-io", fmt::format("{} could not be renamed to {}.", utf8(draft), utf8(path)));
}

Result<void> upgrade_database(Connection& connection, const std::filesystem::path& path, const Options& options, int from) {
  auto copy = path;
  copy += fmt::format(".before-{}-{}", newest_version(options), options.stamp);
  FH_TRY(completeness, completeness_of(connection, path));
  FH_CHECK(copy_database(connection, copy, options, completeness != Completeness::newest_may_be_missing));
  for (const Migration& migration : options.migrations) {
    if (migration.version <= from) continue;
    FH_TRY(transaction, Transaction::begin(connection));
    FH_TRY(now, user_version(connection));
    if (now >= migration.version) continue; // another program was faster
    FH_CHECK(apply(connection, migration));
    FH_CHECK(transaction.commit());
  }
  return {};
}

} // namespace firsthand::storage
