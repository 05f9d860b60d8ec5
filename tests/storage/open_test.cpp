// Opening: every kind of file that can stand where the database should be is told apart, and none is written over.
#include "tests/storage/failing_vfs.h"
#include "tests/storage/fixture.h"

#include <map>

namespace storage_tests {

namespace {

constexpr const char* png_start = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

// What stands in the folder, with sizes and content: to show that opening touched nothing.
std::string folder_content(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& file : fs::directory_iterator(folder))
    files[utf8_of(file.path().filename())] = file.is_regular_file() ? crypto::sha256(bytes_of(file.path())).hex() : "folder";
  std::string text;
  for (const auto& [name, hash] : files)
    text += name + " " + hash + "\n";
  return text;
}

std::string error_with_file(std::string_view content) {
  Store store;
  store.close();
  fs::remove_all(store.path());
  write_bytes(store.path(), content);
  const auto before = folder_content(store.folder.path);
  const auto code = store.error_on_open();
  CHECK(folder_content(store.folder.path) == before);
  return code;
}

} // namespace

TEST_CASE("storage: a new database has its key, chain id and instant, and keeps them") {
  Store store;
  const auto key = store.database->workstation().key;
  const auto chain = store.database->chain_id();
  CHECK(chain.size() == 32);
  CHECK(key != std::array<std::uint8_t, 32>{});
  store.open();
  CHECK(store.database->workstation().key == key);
  CHECK(store.database->chain_id() == chain);
  CHECK(store.database->created() == Moment{1700000000000});
  CHECK_FALSE(fs::exists(store.folder.path / "firsthand.db.new"));
}

TEST_CASE("storage: the same entropy and the same appends give the same chain") {
  Store one, two;
  CHECK(one.append("a", 0, "zero").entry.hash == two.append("a", 0, "zero").entry.hash);
}

TEST_CASE("storage: the file carries our id and version, keeps a log and is strict") {
  Store store;
  store.close();
  Bare bare(store.path());
  CHECK(bare.rows("PRAGMA application_id") == std::to_string(0x46486E64) + "|\n");
  CHECK(bare.rows("PRAGMA user_version") == std::to_string(storage::embedded_migrations().back().version) + "|\n");
  CHECK(bare.rows("PRAGMA journal_mode") == "wal|\n");
  CHECK(bare.rows("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND "
                  "name NOT LIKE 'sqlite_%'") == "0|\n");
}

TEST_CASE("storage: any path works, also one with spaces and Thai letters") {
  Store store;
  const auto folder = store.folder.path / fs::path(u8"ข้อมูล ของเรา %20#?");
  fs::create_directories(folder);
  auto database = storage::Database::open(folder / fs::path(u8"บันทึก.db"), store.options());
  REQUIRE(database.ok());
  CHECK(fs::exists(folder / fs::path(u8"บันทึก.db")));
  CHECK((*database).backup_to(folder / fs::path(u8"สำรอง.db")).ok());
  CHECK(fs::exists(folder / fs::path(u8"สำรอง.db")));
}

TEST_CASE("storage: a missing folder is named and not made") {
  Store store;
  const auto result = storage::Database::open(store.folder.path / "gone" / "firsthand.db", store.options());
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().code == "data-folder-missing");
  CHECK(result.error().message.find("gone") != std::string::npos);
  CHECK_FALSE(fs::exists(store.folder.path / "gone"));
}

TEST_CASE("storage: reading only, nothing is created") {
  Store store;
  store.close();
  fs::remove(store.path());
  auto options = store.options();
  options.mode = storage::OpenMode::read_only;
  CHECK(store.error_on_open(options) == "database-missing");
  CHECK_FALSE(fs::exists(store.path()));
}

TEST_CASE("storage: reading only, everything is read and nothing appended") {
  Store store;
  store.append("a", 0, "zero");
  auto options = store.options();
  options.mode = storage::OpenMode::read_only;
  auto reader = storage::Database::open(store.path(), options).value();
  CHECK(reader.entries_of("a").value().size() == 1);
  store.append("a", 1, "one");
  CHECK(reader.entries_of("a").value().size() == 2);
  CHECK(reader.append(store.request("a", 2, "two")).error().code == "database-read-only");
  CHECK(reader.verify_chain().value().whole());
}

TEST_CASE("storage: a file of somebody else is refused and stays as it is") {
  CHECK(error_with_file("Shopping list: bread, tea, two lamps, and something long enough to fill one hundred bytes and "
                        "a few more.\n") == "database-foreign");
  CHECK(error_with_file("short") == "database-foreign");
  CHECK(error_with_file(std::string(png_start, 16) + std::string(5000, '\x11')) == "database-foreign");
}

TEST_CASE("storage: another program's SQLite file and a folder are refused") {
  Store store;
  store.close();
  fs::remove(store.path());
  {
    Bare other(store.path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    other.run("CREATE TABLE recipes (name TEXT)");
  }
  CHECK(store.error_on_open() == "database-foreign");
  fs::remove(store.path());
  fs::create_directory(store.path());
  CHECK(store.error_on_open() == "database-foreign");
}

TEST_CASE("storage: an empty, short or headless file is damaged, not new") {
  Store store;
  store.append("a", 0, "zero");
  store.close();
  const auto whole = bytes_of(store.path());
  CHECK(error_with_file("") == "database-damaged");
  CHECK(error_with_file(whole.substr(0, 60)) == "database-damaged");
  CHECK(error_with_file(whole.substr(0, 9000)) == "database-damaged");
  CHECK(error_with_file("XXXX" + whole.substr(4)) == "database-damaged");
}

TEST_CASE("storage: a log without its file is damage, not a reason to begin anew") {
  Store store;
  store.close();
  fs::remove(store.path());
  write_bytes(store.folder.path / "firsthand.db-wal", "left behind");
  CHECK(store.error_on_open() == "database-damaged");
  CHECK_FALSE(fs::exists(store.path()));
}

TEST_CASE("storage: a spoiled page is found on opening") {
  Store store;
  for (int turn = 0; turn < 40; ++turn)
    store.append("a", turn, std::string(500, 'x'));
  store.close();
  const auto whole = bytes_of(store.path());
  for (std::size_t page = 1; page < whole.size() / 4096; ++page) {
    CAPTURE(page);
    auto spoiled = whole;
    for (std::size_t i = 0; i < 64; ++i)
      spoiled[page * 4096 + i] = static_cast<char>(spoiled[page * 4096 + i] ^ 0x5a);
    write_bytes(store.path(), spoiled);
    CHECK(store.error_on_open() == "database-damaged");
    CHECK(bytes_of(store.path()) == spoiled);
  }
}

TEST_CASE("storage: a later version is refused and named") {
  Store store;
  store.close();
  Bare(store.path()).run("PRAGMA user_version = 99");
  CHECK(store.error_on_open() == "database-newer");
  const auto result = storage::Database::open(store.path(), store.options());
  CHECK(result.error().message.find("99") != std::string::npos);
}

TEST_CASE("storage: a database without its tables is damaged") {
  Store store;
  store.close();
  Bare(store.path()).run("DROP TABLE meta");
  CHECK(store.error_on_open() == "database-damaged");
}

TEST_CASE("storage: an exclusive lock of another program is named") {
  Store store;
  store.close();
  Bare other(store.path());
  other.run("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  CHECK(store.error_on_open() == "database-locked");
  other.run("ROLLBACK");
}

TEST_CASE("storage: a folder that cannot be written is named, for a database that is there and for a new one") {
  FailingVfs disk;
  disk.make_read_only();
  Store store;
  store.close();
  auto options = store.options();
  options.vfs = disk.name();
  CHECK(store.error_on_open(options) == "database-read-only");
  fs::remove(store.path());
  CHECK(store.error_on_open(options) == "database-read-only");
  CHECK_FALSE(fs::exists(store.path()));
}

TEST_CASE("storage: creating fails at any write, and the next start finds nothing half made") {
  int without_room = 0; // room in the log, made beforehand, is a gain and not a need: its 8 writes and its sync may fail
  for (int operation = 1;; ++operation) {
    CAPTURE(operation);
    FailingVfs disk;
    Store store;
    store.close();
    fs::remove(store.path());
    auto options = store.options();
    options.vfs = disk.name();
    disk.fail_at(operation, SQLITE_FULL, Lasting::from_then_on);
    {
      const auto opened = storage::Database::open(store.path(), options);
      const bool failed = disk.failed() > 0; // before closing, which writes as well
      disk.heal();
      if (!failed) {
        CHECK(opened.ok());
        CHECK(operation > 10);
        CHECK(without_room == 9);
        break;
      }
      CAPTURE(disk.last_failed());
      without_room += opened.ok();
      if (!opened.ok()) CHECK(opened.error().code == "database-full");
    }
    CHECK(store.error_on_open(options) == "");
    CHECK(store.open().verify_chain().value().whole());
    store.close();
  }
}

TEST_CASE("storage: a complete draft of a program that was stopped is taken over") {
  Store store;
  const auto chain = store.database->chain_id();
  store.close();
  fs::rename(store.path(), store.folder.path / "firsthand.db.new");
  CHECK(store.open().chain_id() == chain);
}

} // namespace storage_tests
