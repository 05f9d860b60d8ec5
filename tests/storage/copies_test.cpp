// Backups, upgrades with their copy, and setting a damaged file aside: nothing is lost and nothing written over.
#include "tests/storage/failing_vfs.h"
#include "tests/storage/fixture.h"

namespace storage_tests {

namespace {

// The embedded schema and one more step, as a later version of the program would bring it.
std::vector<storage::Migration> one_step_more(std::string_view sql) {
  const auto embedded = storage::embedded_migrations();
  std::vector<storage::Migration> steps(embedded.begin(), embedded.end());
  steps.push_back({steps.back().version + 1, sql});
  return steps;
}

int embedded_version() { return storage::embedded_migrations().back().version; }

fs::path upgrade_copy(const Store& store) {
  return store.folder.path / ("firsthand.db.before-" + std::to_string(embedded_version() + 1) + "-20261122T130000Z");
}

} // namespace

TEST_CASE("storage: a backup is a whole database of its own") {
  Store store;
  store.append("a", 0, "zero");
  CHECK(store.database->backup_to(store.folder.path / "copy.db").ok());
  store.append("a", 1, "one");
  auto copy = storage::Database::open(store.folder.path / "copy.db", store.options()).value();
  CHECK(copy.entries_of("a").value().size() == 1);
  CHECK(copy.chain_id() == store.database->chain_id());
  CHECK(copy.verify_chain().value().whole());
  CHECK_FALSE(fs::exists(store.folder.path / "copy.db.part"));
}

TEST_CASE("storage: a backup is never written over another file") {
  Store store;
  write_bytes(store.folder.path / "copy.db", "precious");
  CHECK(store.database->backup_to(store.folder.path / "copy.db").error().code == "file-exists");
  CHECK(bytes_of(store.folder.path / "copy.db") == "precious");
}

TEST_CASE("storage: a backup that fails leaves no file") {
  FailingVfs disk;
  Store store;
  auto options = store.options();
  options.vfs = disk.name();
  store.open(options);
  disk.fail_at(3, SQLITE_FULL, Lasting::from_then_on);
  CHECK(store.database->backup_to(store.folder.path / "copy.db").error().code == "database-full");
  disk.heal();
  CHECK_FALSE(fs::exists(store.folder.path / "copy.db"));
  CHECK_FALSE(fs::exists(store.folder.path / "copy.db.part"));
  store.close();
}

TEST_CASE("storage: an upgrade keeps the content and a copy of the file as it was") {
  Store store;
  store.append("a", 0, "zero");
  const auto before = dump(store.path());
  const auto steps = one_step_more("CREATE TABLE later (x INTEGER) STRICT;");
  auto options = store.options();
  options.migrations = steps;
  CHECK(store.open(options).verify_chain().value().whole());
  CHECK(dump(store.path()) == before);
  store.close();
  Bare upgraded(store.path());
  CHECK(upgraded.rows("PRAGMA user_version") == std::to_string(embedded_version() + 1) + "|\n");
  CHECK(upgraded.rows("SELECT count(*) FROM later") == "0|\n");
  REQUIRE(fs::exists(upgrade_copy(store)));
  CHECK(dump(upgrade_copy(store)) == before);
  CHECK(store.error_on_open() == "database-newer"); // for the program of before
}

TEST_CASE("storage: an upgrade that fails leaves the older version usable") {
  Store store;
  store.append("a", 0, "zero");
  store.close();
  const auto before = dump(store.path());
  const auto steps = one_step_more("CREATE TABLE later (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);");
  auto options = store.options();
  options.migrations = steps;
  CHECK(store.error_on_open(options) == "database-misuse");
  CHECK(dump(store.path()) == before);
  CHECK(store.error_on_open() == "");
  CHECK(Bare(store.path()).rows("SELECT count(*) FROM sqlite_schema WHERE name = 'later'") == "0|\n");
}

TEST_CASE("storage: an upgrade never writes over an older copy, and asks for writing") {
  Store store;
  store.close();
  const auto steps = one_step_more("CREATE TABLE later (x INTEGER) STRICT;");
  auto options = store.options();
  options.migrations = steps;
  write_bytes(upgrade_copy(store), "an older copy");
  CHECK(store.error_on_open(options) == "file-exists");
  CHECK(bytes_of(upgrade_copy(store)) == "an older copy");
  options.mode = storage::OpenMode::read_only;
  CHECK(store.error_on_open(options) == "database-older");
}

TEST_CASE("storage: a damaged file is set aside with its log, then a new one begins") {
  Store store;
  store.append("a", 0, "zero");
  Folder kept; // the log as it stands while the program runs
  fs::copy_file(store.folder.path / "firsthand.db-wal", kept.path / "wal");
  store.close();
  const auto spoiled = "XXXX" + bytes_of(store.path()).substr(4);
  write_bytes(store.path(), spoiled);
  fs::copy_file(kept.path / "wal", store.folder.path / "firsthand.db-wal", fs::copy_options::overwrite_existing);
  const auto log = bytes_of(store.folder.path / "firsthand.db-wal");
  REQUIRE(store.error_on_open() == "database-damaged");

  const auto aside = storage::set_aside(store.path(), "20261122T130000Z").value();
  CHECK(aside == store.folder.path / "firsthand.db.damaged-20261122T130000Z");
  CHECK(bytes_of(aside) == spoiled);
  CHECK(bytes_of(aside.string() + "-wal") == log);
  CHECK_FALSE(fs::exists(store.path()));
  CHECK_FALSE(fs::exists(store.folder.path / "firsthand.db-wal"));
  CHECK(store.error_on_open() == "");
}

TEST_CASE("storage: setting aside never writes over an earlier one") {
  Store store;
  store.close();
  write_bytes(store.folder.path / "firsthand.db.damaged-now-wal", "earlier");
  const auto before = bytes_of(store.path());
  CHECK(storage::set_aside(store.path(), "now").error().code == "set-aside-exists");
  CHECK(bytes_of(store.path()) == before);
  CHECK(storage::set_aside(store.path(), "later").ok());
  CHECK(storage::set_aside(store.path(), "last").error().code == "set-aside-missing");
}

TEST_CASE("storage: a new database after setting aside has a chain of its own") {
  Store store;
  const auto chain = store.database->chain_id();
  store.close();
  REQUIRE(storage::set_aside(store.path(), "now").ok());
  CHECK(store.open().chain_id() != chain);
  CHECK(store.database->head().value() == ledger::genesis(store.database->chain_id()));
}

} // namespace storage_tests
