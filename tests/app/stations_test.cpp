// The register of stations: what a spreadsheet left, what it changes, and the code of a computer's station in the first line of an attempt.
#include "tests/app/fixture.h"

#include "engine/app/station_register.h"

using namespace app_tests;

namespace {

app::StationPlan register_of(const std::string& bytes, const app::StationRegister& known = {}, std::optional<int> width = {}) {
  const auto table = base::read_table(bytes);
  REQUIRE(table.table);
  return app::plan_stations(*table.table, known, width, app::ListAsker::command);
}

std::string said(const app::StationPlan& plan) {
  std::string all;
  for (const base::TableFault& each : plan.faults)
    all += base::told(each, "x") + "\n";
  for (const app::ListChange& each : plan.changes)
    all += each.line() + "\n";
  return all;
}

const std::string two = "code,name,unit,telephone,computers\nP1,Phuket 2,Region 8,+66 76 1,3\nP2,Trang,,,\n";

} // namespace

TEST_CASE("stations: a register is read, kept as a line, and compared with the next") {
  const app::StationPlan plan = register_of(two);
  CHECK(said(plan) == "new P1 Phuket 2, Region 8, +66 76 1, 3 computers\nnew P2 Trang\n");
  CHECK(app::StationRegister::read(plan.wanted.line()).stations == plan.wanted.stations);
  const app::StationPlan next = register_of("รหัส;ชื่อสถานี\nP2;Trang\nP3;Krabi\n", plan.wanted);
  CHECK(said(next) == "new P3 Krabi\ngone P1 Phuket 2, Region 8, +66 76 1, 3 computers\n");
  CHECK(next.same == 1);
}

TEST_CASE("stations: what is taken out or emptied is counted, whatever column it is; what is new or only changed is not") {
  const std::string full = "code,name,unit,telephone,computers\nP1,Phuket 2,Region 8,+66 76 1,3\nP2,Trang,Region 9,+66 75 2,1\n";
  const app::StationRegister known = register_of(full).wanted;
  const auto takes_away = [&known](const std::string& bytes) { return register_of(bytes, known).takes_away; };
  CHECK(register_of(full).takes_away == 0);
  CHECK(takes_away(full) == 0);
  CHECK(takes_away(full + "P3,Krabi,,,\n") == 0);
  CHECK(takes_away("code,name,unit,telephone,computers\nP1,Phuket,Region 7,+66 76 2,1\nP2,Trang,Region 9,+66 75 2,1\n") == 0);
  CHECK(takes_away("code,name,unit,telephone,computers\nP2,Trang,Region 9,+66 75 2,1\n") == 1);
  CHECK(takes_away("code,name\nP2,Trang\n") == 2); // one that goes, and one without what was known of it
  for (const std::string emptied : {"P1,Phuket 2,,+66 76 1,3", "P1,Phuket 2,Region 8,,3", "P1,Phuket 2,Region 8,+66 76 1,"})
    CHECK(takes_away("code,name,unit,telephone,computers\n" + emptied + "\nP2,Trang,Region 9,+66 75 2,1\n") == 1);
}

TEST_CASE("stations: codes that a spreadsheet damaged are told or asked about, and nothing is taken then") {
  CHECK(said(register_of("code,name\n3-Oct,A\n")).find("is a date") != std::string::npos);
  CHECK(said(register_of("code,name\n,A\nP1,\nP1,B\n")).find("line 4: P1 stands in line 3 already") != std::string::npos);
  CHECK(said(register_of("name\nA\n")).find("no column is called as the code of the station is") != std::string::npos);
  const std::string short_one = "code,name\n01,A\n2,B\n";
  CHECK(said(register_of(short_one)).find("--width 2") != std::string::npos);
  CHECK(register_of(short_one).wanted.stations.empty());
  CHECK(register_of(short_one, {}, 2).wanted.stations.at(1).code == "02");
  CHECK(register_of(short_one, {}, 0).wanted.stations.at(1).code == "2");
}

TEST_CASE("stations: a station is meant by its code, by a name that only one has, or by both") {
  app::StationRegister all = register_of("code,name\nP1,Muang\nP2,Muang\nP3,Krabi\n").wanted;
  CHECK(all.called("p2")->code == "P2");
  CHECK(all.called("krabi")->code == "P3");
  CHECK(all.called("P1 Muang")->code == "P1");
  CHECK_FALSE(all.called("Muang"));
  CHECK_FALSE(all.called(""));
  CHECK(all.like("mua", 10).size() == 2);
  CHECK(all.like("", 10).empty());
}

TEST_CASE("stations: a master for copies is for the station that is meant, by its code too, and each copy knows it") {
  const auto sealed = [](const char* station) {
    Office office;
    done(office.open().take_stations(register_of(two).wanted));
    office.data_folder.reset();
    {
      storage::Options writing;
      writing.entropy = &office.entropy;
      auto database = taken(storage::Database::open(office.data.path / "firsthand.db", writing));
      const auto meant = app::seal_master(database, {station, "Room 3", ""}, {1});
      if (!meant.ok()) return meant.error().code;
    }
    return app::words_of(taken(office.open().station()));
  };
  CHECK(sealed("p1") == "P1 Phuket 2, Room 3");
  CHECK(sealed("P1 Phuket 2") == "P1 Phuket 2, Room 3");
  CHECK(sealed("Krabi") == "Krabi, Room 3"); // in no register
  CHECK(sealed("") == ", Room 3");
  CHECK(sealed(std::string(81, 'a').c_str()) == "station-name");
}

TEST_CASE("stations: the code of the station stands in the first line of an attempt, and goes with another station") {
  Office office;
  office.open();
  done(office.data_folder->take_stations(register_of(two).wanted));
  const auto first_line = [&office] {
    const auto session = office.begin();
    auto database = looked_at(office);
    return taken(base::parse_json_line(taken(database.entries_of(session->id())).front().entry.line));
  };
  done(office.data_folder->enrol({"P1", "Room 3", ""}));
  CHECK(first_line().at("station").text() == "P1 Phuket 2, Room 3");
  CHECK(first_line().at("station-code").text() == "P1");
  CHECK(taken(office.data_folder->station()).station == "Phuket 2");
  done(office.data_folder->enrol({"Somewhere", "", ""}));
  CHECK(first_line().at("station").text() == "Somewhere");
  CHECK_FALSE(first_line().find("station-code"));
}
