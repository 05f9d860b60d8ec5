// A copy of the main file alone says at every moment whether its newest part may be missing; a log beside it, that it is not.
#include "tests/storage/failing_vfs.h"
#include "tests/storage/fixture.h"

namespace storage_tests {

namespace {

using storage::Completeness;

// The main file as it lies there, alone or with its log, as somebody would copy it.
Completeness copied(const Store& store, bool with_log) {
  Folder folder;
  const fs::path copy = folder.path / "firsthand.db";
  fs::copy_file(store.path(), copy);
  if (with_log && fs::exists(store.path().string() + "-wal")) fs::copy_file(store.path().string() + "-wal", copy.string() + "-wal");
  storage::Options looking;
  looking.mode = storage::OpenMode::read_only;
  for (int i = 0; i < 2; ++i) { // looking at it leaves an empty log, and that changes nothing
    const auto opened = storage::Database::open(copy, looking);
    REQUIRE(opened.ok());
    if (i == 1) return opened->completeness();
  }
  return Completeness::whole;
}

Completeness alone(const Store& store) { return copied(store, false); }
Completeness with_log(const Store& store) { return copied(store, true); }

} // namespace

TEST_CASE("storage: at each step of its use, a copy of the main file alone says that it may be short, and with its log that it is whole") {
  Store store; // opened for the first time
  for (int opening = 0; opening < 3; ++opening) {
    CHECK(alone(store) == Completeness::newest_may_be_missing);
    CHECK(with_log(store) == Completeness::whole);
    for (int turn = 0; turn < 4; ++turn) {
      store.append("a" + std::to_string(opening), turn, "{\"turn\":" + std::to_string(turn) + "}");
      CHECK(alone(store) == Completeness::newest_may_be_missing);
      CHECK(with_log(store) == Completeness::whole);
    }
    store.close();
    CHECK(alone(store) == Completeness::whole);
    CHECK_FALSE(fs::exists(store.path().string() + "-wal"));
    store.open();
    CHECK(store.database->completeness() == Completeness::whole);
  }
}

TEST_CASE("storage: a log that is moved into the file by itself, or emptied by an erasure, leaves the mark and a log") {
  Store store;
  storage::Person anna;
  anna.id = anna.name = "anna";
  REQUIRE(store.database->add_person(anna).ok());
  for (int turn = 0; turn < 6; ++turn)
    store.append("a", turn, std::string(500'000, 'x')); // past the log's room
  CHECK(alone(store) == Completeness::newest_may_be_missing);
  CHECK(with_log(store) == Completeness::whole);
  REQUIRE(store.database->erase_person("anna").ok());
  CHECK(alone(store) == Completeness::newest_may_be_missing);
  CHECK(with_log(store) == Completeness::whole);
}

TEST_CASE("storage: after a crash the log beside the file makes it whole, and its end is clean again") {
  Store store;
  store.append("a", 0, "zero");
  Folder crashed;
  for (const char* part : {"", "-wal"})
    fs::copy_file(store.path().string() + part, crashed.path / (std::string("firsthand.db") + part));
  store.close();
  auto recovered = storage::Database::open(crashed.path / "firsthand.db", store.options());
  REQUIRE(recovered.ok());
  CHECK(recovered->completeness() == Completeness::whole);
  CHECK(recovered->tip().value().seq == 1);
}

TEST_CASE("storage: a copy without its log says so when it is opened, and every copy made of it") {
  Store store;
  store.append("a", 0, "zero");
  Folder cut;
  const fs::path copy = cut.path / "firsthand.db";
  fs::copy_file(store.path(), copy);
  store.close();
  {
    storage::Options looking;
    looking.mode = storage::OpenMode::read_only;
    auto opened = storage::Database::open(copy, looking);
    REQUIRE(opened.ok());
    REQUIRE(opened->backup_to(cut.path / "backup.db").ok());
    const auto backup = storage::Database::open(cut.path / "backup.db", looking);
    CHECK(backup.value().completeness() == Completeness::newest_may_be_missing);
  }
  int openings = 0;
  for (const auto said : {Completeness::newest_may_be_missing, Completeness::newest_may_be_missing, Completeness::whole}) {
    auto opened = storage::Database::open(copy, store.options());
    REQUIRE(opened.ok());
    CHECK(opened->completeness() == said);                                             // looking at it and going away again settles nothing
    if (++openings == 2) REQUIRE(opened->note_incident("log-missing", "{}", {}).ok()); // from here on the record itself says so
  }
}

TEST_CASE("storage: a backup of a record in use is all there is") {
  Store store;
  store.append("a", 0, "zero");
  REQUIRE(store.database->backup_to(store.folder.path / "backup.db").ok());
  storage::Options looking;
  looking.mode = storage::OpenMode::read_only;
  const auto backup = storage::Database::open(store.folder.path / "backup.db", looking);
  REQUIRE(backup.ok());
  CHECK(backup->completeness() == Completeness::whole);
}

TEST_CASE("storage: two programs on one file: the first that ends does not make the other one's copies whole") {
  Store store;
  {
    auto other = storage::Database::open(store.path(), store.options());
    REQUIRE(other.ok());
  }
  store.append("a", 0, "zero");
  CHECK(alone(store) == Completeness::newest_may_be_missing);
  CHECK(with_log(store) == Completeness::whole);
  store.close();
  CHECK(alone(store) == Completeness::whole);
}

TEST_CASE("storage: while a reader keeps the log from being emptied at the opening, nothing is acknowledged; then it is marked") {
  Store store;
  store.append("a", 0, "zero");
  store.close();
  Bare reader(store.path());
  reader.run("BEGIN; SELECT count(*) FROM entries");
  store.open();
  CHECK(store.error_on_append(store.request("a", 1, "one")) == "database-locked");
  CHECK(store.database->tip().value().seq == 1);
  reader.run("COMMIT");
  store.append("a", 1, "one");
  CHECK(alone(store) == Completeness::newest_may_be_missing);
}

TEST_CASE("storage: wherever the disk fails at the opening, a copy is never told to be whole while an entry is missing") {
  for (int operation = 1; operation < 80; ++operation) {
    Store store;
    store.append("a", 0, "zero");
    store.close();
    FailingVfs disk;
    auto options = store.options();
    options.vfs = disk.name();
    disk.fail_at(operation, SQLITE_FULL, Lasting::from_then_on);
    INFO("operation " << operation);
    auto opened = storage::Database::open(store.path(), options);
    if (opened.ok()) {
      disk.heal();
      store.database.emplace(std::move(opened).value());
      store.append("a", 1, "one");
      CHECK(alone(store) == Completeness::newest_may_be_missing);
      store.close();
      CHECK(alone(store) == Completeness::whole);
      if (disk.operations() < operation) return;
    } else {
      CHECK(opened.error().code == "database-full");
      disk.heal(); // it may say that it could be short, and nothing is lost
      CHECK(store.open().tip().value().seq == 1);
    }
  }
}

TEST_CASE("storage: a record of the version before cannot know, and once taken over says up to where") {
  Store store;
  const auto all = storage::embedded_migrations();
  store.close();
  fs::remove(store.path());
  {
    Bare bare(store.path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    for (const auto& step : all.first(2))
      bare.run(std::string(step.sql));
    bare.run("PRAGMA user_version = 2; PRAGMA application_id = 1179151972; PRAGMA journal_mode = WAL");
    bare.run("INSERT INTO meta VALUES ('chain-id', 'c0ffee'), ('created', 1700000000000);"
             "INSERT INTO workstations VALUES (1, 'ws', zeroblob(32), 0, 0, 'created', '', '', '', '')");
    CHECK(with_log(store) == Completeness::not_known);
  }
  CHECK(alone(store) == Completeness::not_known_without_log);
  store.open();
  CHECK(store.database->marked_after().value() == 0);
  store.append("a", 0, "zero");
  CHECK(alone(store) == Completeness::newest_may_be_missing);
  Store fresh;
  CHECK_FALSE(fresh.database->marked_after().value().has_value());
}

TEST_CASE("storage: the log has its room from opening on, and turns neither lengthen it nor are lost in it") {
  Store store;
  const fs::path log = store.path().string() + "-wal";
  const auto room = fs::file_size(log);
  CHECK(room == 1u << 19);
  crypto::Hash newest;
  for (int turn = 0; turn < 400; ++turn) { // the log is begun again some times
    newest = store.append("a", turn, "{\"turn\":" + std::to_string(turn) + "}").entry.hash;
    if (turn % 100 == 50) { // another program comes and goes, and makes no room over what was written
      auto other = storage::Database::open(store.path(), store.options());
      REQUIRE(other.ok());
    }
  }
  CHECK(fs::file_size(log) == room);
  CHECK(store.database->verify_chain().value().whole());
  store.close();
  CHECK(store.open().head().value() == newest);
  CHECK(store.database->verify_chain().value().entries == 400);
}

// As if the program were killed before each of them: nothing reaches the disk from then on.
TEST_CASE("storage: whatever reaches the disk last, a record that was whole does not doubt itself afterwards") {
  for (const bool erases : {false, true}) {
    for (int operation = 1;; ++operation) {
      CAPTURE(erases);
      CAPTURE(operation);
      FailingVfs disk;
      Store store;
      storage::Person anna;
      anna.id = anna.name = "anna";
      REQUIRE(store.database->add_person(anna).ok());
      store.append("a", 0, "{}");
      store.close();
      auto options = store.options();
      options.vfs = disk.name();
      disk.fail_at(operation, SQLITE_IOERR, Lasting::from_then_on);
      {
        auto opened = storage::Database::open(store.path(), options);
        if (opened.ok() && erases) (void)opened->erase_person("anna");
      }
      const bool killed = disk.failed() > 0;
      disk.heal();
      CHECK(store.open().completeness() == Completeness::whole);
      if (!killed) break;
    }
  }
}

TEST_CASE("storage: a disk too full for the log's room keeps the log short, and takes what still fits") {
  FailingVfs disk;
  Store store;
  store.close();
  auto options = store.options();
  options.vfs = disk.name();
  std::uintmax_t shortest = 1u << 19;
  for (int operation = 1; operation < 40; ++operation) {
    CAPTURE(operation);
    disk.fail_at(operation, SQLITE_FULL);
    auto opened = storage::Database::open(store.path(), options);
    disk.heal();
    if (!opened.ok()) continue;
    shortest = std::min(shortest, fs::file_size(store.path().string() + "-wal"));
    CHECK(opened->verify_chain().value().whole());
  }
  CHECK(shortest > 0);
  CHECK(shortest < 10'000); // one page: the mark
}

} // namespace storage_tests
