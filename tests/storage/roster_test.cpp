// The list of people: rows that an entry commits to, what is noticed of them, and what an erased person leaves.
#include "tests/storage/fixture.h"

namespace storage_tests {

namespace {

storage::RosterRow roster_row(const std::string& person, const std::string& number, const std::string& name) {
  storage::RosterRow row{.person = person,
                         .number = number,
                         .name = name,
                         .rank = "Sgt",
                         .unit = "Patrol",
                         .sex = "F",
                         .language = "th",
                         .since = "2026-10-01"};
  row.salt.fill(7);
  return row;
}

storage::AppendRequest list_request(Store& store, int turn, std::vector<storage::RosterRow> rows) {
  auto request = store.request("list", turn, "{\"list\":\"" + storage::roster_list(rows).hex() + "\"}");
  for (const storage::RosterRow& row : rows)
    request.people.push_back({.id = row.person, .name = row.name, .pin = {}, .created = {7}});
  request.roster = std::move(rows);
  return request;
}

std::vector<storage::DamageKind> damage_after(const std::string& sql) {
  Store store;
  REQUIRE(store.database->append(list_request(store, 0, {roster_row("a", "0071", "Mali"), roster_row("b", "0072", "Ben")})).ok());
  store.close();
  Bare(store.path()).run(sql);
  std::vector<storage::DamageKind> kinds;
  const auto report = store.open().verify_chain().value();
  for (const storage::Damage& each : report.damages)
    kinds.push_back(each.kind);
  return kinds;
}

} // namespace

TEST_CASE("storage: the list of people comes back, a row a person, and its earlier rows stay") {
  Store store;
  REQUIRE(store.database->append(list_request(store, 0, {roster_row("a", "0071", "Mali"), roster_row("b", "0072", "Ben")})).ok());
  auto promoted = roster_row("a", "0071", "Mali");
  promoted.rank = "Lt", promoted.since = "2027-01-01";
  REQUIRE(store.database->append(list_request(store, 1, {promoted})).ok());
  const auto now = store.open().roster().value();
  REQUIRE(now.size() == 2);
  CHECK(now[1].rank == "Lt");
  CHECK(now[1].number == "0071");
  CHECK(now[1].since == "2027-01-01");
  CHECK(now[0].name == "Ben");
  const auto all = store.database->roster_rows().value();
  REQUIRE(all.size() == 3);
  CHECK(all[0].content->rank == "Sgt");
  CHECK(all[2].seq == 2);
  CHECK(store.database->people().value().size() == 2);
  CHECK(store.database->verify_chain().value().whole());
}

TEST_CASE("storage: a list whose line does not commit to it is not taken, and nobody of it is") {
  Store store;
  auto request = list_request(store, 0, {roster_row("a", "0071", "Mali")});
  request.roster[0].number = "0072";
  CHECK(store.error_on_append(request) == "text-not-sealed");
  CHECK(store.database->people().value().empty());
  CHECK(store.database->roster_rows().value().empty());
}

TEST_CASE("storage: a row of the list that is changed, moved or gone is noticed") {
  const std::vector<storage::DamageKind> roster{storage::DamageKind::roster};
  CHECK(damage_after("SELECT 1").empty());
  for (const char* sql : {"UPDATE roster SET number = '0079' WHERE person = 'a'", "UPDATE roster SET rank = 'Col' WHERE person = 'b'",
                          "UPDATE roster SET person = 'c' WHERE person = 'a'", "DELETE FROM roster WHERE person = 'b'",
                          "UPDATE roster SET since = '2020-01-01'"}) {
    CAPTURE(std::string(sql));
    CHECK(damage_after(sql) == roster);
  }
}

TEST_CASE("storage: an erased person leaves no number and no rank, and the list still verifies") {
  Store store;
  auto row = roster_row("a", "88-zebra", "Xaviera Quillfeather");
  REQUIRE(store.database->append(list_request(store, 0, {row, roster_row("b", "0072", "Ben")})).ok());
  REQUIRE(store.database->erase_person("a").ok());
  CHECK(store.database->roster().value().size() == 1);
  CHECK_FALSE(store.database->roster_rows().value()[0].content);
  CHECK(store.database->verify_chain().value().whole());
  std::string bytes;
  for (const auto& file : fs::directory_iterator(store.folder.path))
    bytes += bytes_of(file.path());
  for (const char* gone : {"zebra", "Quillfeather"})
    CHECK(bytes.find(gone) == std::string::npos);
}

TEST_CASE("storage: a record of the version before has no list, is looked at as it is, and gets one when it is opened for writing") {
  Store store;
  store.close();
  fs::remove(store.path());
  {
    Bare bare(store.path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    for (const auto& step : storage::embedded_migrations().first(3))
      bare.run(std::string(step.sql));
    bare.run("PRAGMA user_version = 3; PRAGMA application_id = 1179151972; PRAGMA journal_mode = WAL");
    bare.run("INSERT INTO meta VALUES ('chain-id', 'c0ffee'), ('created', 1700000000000);"
             "INSERT INTO people VALUES ('a', 'Anna', '', 7, '{}', 0, 0);"
             "INSERT INTO workstations VALUES (1, 'ws', zeroblob(32), 0, 0, 'created', '', '', '', '')");
  }
  auto options = store.options();
  options.mode = storage::OpenMode::read_only;
  {
    auto old = storage::Database::open(store.path(), options);
    REQUIRE(old.ok());
    CHECK(old->roster().value().empty());
    CHECK(old->people().value().size() == 1);
    CHECK(old->verify_chain().value().whole());
  }
  store.open();
  REQUIRE(store.database->append(list_request(store, 0, {roster_row("a", "0071", "Anna")})).ok());
  CHECK(store.database->roster().value().size() == 1);
  CHECK(store.database->people().value()[0].id == "a");
}

} // namespace storage_tests
