// Which computer this is: an upgrade keeps its key, a master gives each copy its own, a file that is gone is noticed.
#include "tests/storage/fixture.h"

#include <set>

namespace storage_tests {

TEST_CASE("storage: a record of version 1 keeps its key and its chain as the first workstation") {
  Store store;
  store.close();
  fs::remove(store.path());
  const std::string key(64, 'a');
  {
    Bare bare(store.path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    bare.run(std::string(storage::embedded_migrations().front().sql));
    bare.run("PRAGMA user_version = 1; PRAGMA application_id = 1179151972");
    bare.run("INSERT INTO meta VALUES ('chain-id', 'c0ffee'), ('created', 1700000000000), ('workstation-key', x'" + key + "')");
  }
  store.open();
  CHECK(store.database->chain_id() == "c0ffee");
  CHECK(crypto::to_hex(store.database->workstation().key) == key);
  CHECK(store.database->workstation().id.size() == 32);
  CHECK(store.database->workstation().since == Moment{1700000000000});
  store.append("a", 0, "zero");
  CHECK(store.database->verify_chain().value().whole());
  CHECK(fs::exists(store.folder.path / "firsthand.db.before-6-20261122T130000Z"));
}

TEST_CASE("storage: every copy of a master gets a chain and a key of its own, and keeps what the master is for") {
  Store store;
  storage::Workstation master;
  master.station = "Phuket 2", master.room = "Room 3", master.place = "0";
  REQUIRE(store.database->seal_as_master(master, {1}).ok());
  const auto chain = store.database->chain_id();
  store.close();
  std::set<std::string> chains{chain}, keys;
  for (int copy = 0; copy < 3; ++copy) {
    Folder folder;
    fs::copy(store.folder.path, folder.path, fs::copy_options::recursive);
    for (int start = 0; start < 2; ++start) {
      auto opened = storage::Database::open(folder.path / "firsthand.db", store.options());
      REQUIRE(opened.ok());
      CHECK(opened->workstation().station == "Phuket 2");
      CHECK(opened->workstation().place == "");
      CHECK(opened->workstation().origin == "image");
      CHECK(opened->workstations().value().size() == 1);
      chains.insert(opened->chain_id());
      keys.insert(crypto::to_hex(opened->workstation().key));
    }
  }
  CHECK(chains.size() == 4);
  CHECK(keys.size() == 3);
}

TEST_CASE("storage: a record with entries is no master") {
  Store store;
  store.append("a", 0, "zero");
  CHECK(store.database->seal_as_master({}, {1}).error().code == "record-not-empty");
  const auto chain = store.database->chain_id();
  CHECK(store.open().chain_id() == chain);
}

TEST_CASE("storage: an append into a file that was removed or replaced is refused") {
  Store store;
  store.append("a", 0, "zero");
  const auto next = store.request("a", 1, "one");
  fs::rename(store.path(), store.folder.path / "elsewhere.db");
  CHECK_FALSE(store.database->still_there());
  CHECK(store.error_on_append(next) == "data-folder-gone");
  write_bytes(store.path(), "another file");
  CHECK(store.error_on_append(next) == "data-folder-gone");
  fs::remove(store.path());
  fs::rename(store.folder.path / "elsewhere.db", store.path());
  CHECK(store.error_on_append(next) == "");
}

TEST_CASE("storage: starts are counted for good") {
  Store store;
  CHECK(store.database->starts().value() == 0);
  CHECK(store.database->count_start().value() == 1);
  CHECK(store.open().count_start().value() == 2);
  CHECK(store.database->starts().value() == 2);
}

} // namespace storage_tests
