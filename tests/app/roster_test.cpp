// The list of people as spreadsheets leave it: what is taken, what is asked about, what it changes in a record, and who is joined to whom.
#include "tests/app/fixture.h"

#include "engine/app/roster_cells.h"
#include "engine/app/roster_plan.h"
#include "engine/records/sealed_pins.h"
#include "engine/records/sealed_roster.h"

using namespace app_tests;
namespace ledger = firsthand::ledger;
using Answer = app::SignIn::Kind;

namespace {

const std::string four = "number,name,rank,unit,sex,station\n0071,\"ศรีสุข, มาลี\",ร.ต.อ.,สืบสวน,F,P1\n0072,Minh Khai,Lt,Patrol,F,P2\n"
                         "0073,\"=HYPERLINK(\"\"http://x\"\")\",Sgt,Patrol,M,P3\n0074,Never Came,Sgt,Patrol,M,P4\n";

app::RosterReading read_list(const std::string& bytes, const app::RosterMapping& mapping = {}) {
  const auto table = base::read_table(bytes);
  REQUIRE(table.table);
  return app::read_roster(*table.table, mapping);
}

std::string faults_of(const std::vector<base::TableFault>& faults) {
  std::string all;
  for (const base::TableFault& each : faults)
    all += base::told(each, "x") + "\n";
  return all;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }
std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& each : lines)
    all += each + "\n";
  return all;
}

std::string joined(const std::vector<app::ListChange>& changes) {
  std::string all;
  for (const app::ListChange& each : changes)
    all += each.line() + "\n";
  return all;
}

struct ListOffice : Office {
  ListOffice() { open(); }
  app::RosterPlan plan(const std::string& bytes, app::RosterForm form = {.width = {}, .new_names = {}, .day = "2026-10-01"}) {
    app::RosterReading reading = read_list(bytes);
    REQUIRE(faults_of(reading.faults) == "");
    return app::plan_roster(std::move(reading.lines), taken(data_folder->roster()), taken(data_folder->people()), form);
  }
  app::RosterPlan import(const std::string& bytes, app::RosterForm form = {.width = {}, .new_names = {}, .day = "2026-10-01"}) {
    app::RosterPlan planned = plan(bytes, form);
    REQUIRE(faults_of(planned.faults) == "");
    done(data_folder->import_roster(planned.rows));
    return planned;
  }
  app::PersonCard card(const std::string& typed) {
    const auto found = taken(data_folder->person_named(typed));
    REQUIRE(found);
    return *found;
  }
  std::string faults() {
    auto database = looked_at(*this);
    std::string all = taken(database.verify_chain()).whole() ? "" : "chain\n";
    return all + joined(taken(records::sealed_pins(database)).faults);
  }
};

} // namespace

TEST_CASE("roster: columns are found by their headings in English and Thai, or by what is said of them") {
  const auto english = read_list("Rank,Service No.,Full name,Department,Phone\nLt,0071,Mali,Patrol,1\n");
  CHECK(faults_of(english.faults) == "");
  REQUIRE(english.lines.size() == 1);
  CHECK(english.lines[0].number == "0071");
  CHECK(english.lines[0].name == "Mali");
  CHECK(english.lines[0].unit == "Patrol");
  CHECK_FALSE(english.lines[0].sex);
  CHECK(has(joined(english.notes), "“Department” is the unit"));
  CHECK(has(joined(english.notes), "not used: “Phone”"));
  const auto thai = read_list("ลำดับ;ยศ;ชื่อ;นามสกุล;เลขประจำตัว;สังกัด;เพศ;ตั้งแต่วันที่\n1;ร.ต.อ.;มาลี;ศรีสุข;๐๐๗๑;สืบสวน;หญิง;1/10/2569\n");
  CHECK(faults_of(thai.faults) == "");
  CHECK(thai.lines[0].number == "0071");
  CHECK(thai.lines[0].name == "มาลี ศรีสุข");
  CHECK(thai.lines[0].sex == "F");
  CHECK(thai.lines[0].since == "2026-10-01");
  CHECK(has(joined(thai.notes), "Buddhist"));
  CHECK(has(faults_of(read_list("rank,name\nLt,Mali\n").faults), "--column number=\"HEADING\""));
  CHECK(has(faults_of(read_list("name,badge,number\nMali,1,2\n").faults), "may both be the service number"));
  const auto mapped = read_list("name,badge,number\nMali,0071,2\n", {{app::RosterColumn::number, "Badge"}});
  CHECK(faults_of(mapped.faults) == "");
  CHECK(mapped.lines[0].number == "0071");
  CHECK(has(faults_of(read_list("name,badge\nMali,1\n", {{app::RosterColumn::number, "gone"}}).faults), "there is no column “gone”"));
}

TEST_CASE("roster: a number to which a spreadsheet put signs is told, whatever number it is, and never taken with them") {
  std::uint32_t state = 3;
  const auto digit = [&state] { return static_cast<char>('0' + (state = state * 1664525U + 1013904223U) / 65536U % 10); };
  for (int round = 0; round < 40; ++round) {
    std::string number;
    for (int i = 0; i <= round % 7; ++i)
      number += digit();
    CAPTURE(number);
    CHECK(app::number_trouble(number) == "");
    for (const std::string& put : {"=\"" + number + "\"", "=" + number, "'" + number, number + ".0", number + ",00"})
      CHECK_MESSAGE(app::number_trouble(put).find("has signs that a spreadsheet put") != std::string::npos, put);
    for (const std::string& own : {number + ".1", number + ",000", "A" + number + "'", number + "=", number + "/0"})
      CHECK_MESSAGE(app::number_trouble(own).find("has signs") == std::string::npos, own);
  }
}

TEST_CASE("roster: what a spreadsheet makes of numbers and days is told by line, and never taken") {
  const auto bad = read_list("number,name,sex\n1.23E+05,A,F\n12/3/2567,B,F\n3-Oct,C,F\n#####,D,F\n,E,F\n77,,F\n78,G,woman?\nabc,H,F\n");
  const std::string told = faults_of(bad.faults);
  for (const char* part : {"line 2, column 1: “1.23E+05”", "line 3, column 1: “12/3/2567” is a date (its year, 2024",
                           "line 4, column 1: “3-Oct”", "line 5, column 1: “#####”", "line 6, column 1: the service number is missing",
                           "line 7, column 2: the name is missing", "line 8, column 3: “woman?”", "line 9, column 1: “abc” has no digit"})
    CHECK_MESSAGE(has(told, part), told);
  for (const char* good : {"0071", "12-3456", "A-12", "ตร.71", "1234567890123", "2567", "E12"})
    CHECK_MESSAGE(app::number_trouble(good) == "", good);
}

TEST_CASE("roster: a day is read where it can mean one only") {
  CHECK(app::read_day("2026-10-01").day == "2026-10-01");
  CHECK(app::read_day("1/10/2569").day == "2026-10-01");
  CHECK(app::read_day("๑/๑๐/๒๕๖๙").day == "2026-10-01");
  CHECK(app::read_day("2569-10-01").buddhist);
  CHECK(app::read_day("25/12/2026").day == "2026-12-25");
  CHECK(has(app::read_day("3/4/2026").trouble, "two ways"));
  CHECK(app::read_day("29/2/2567").day == "2024-02-29");
  for (const char* none : {"29/2/2566", "1/10/69", "tomorrow", "1/2", "2026-13-01", "1-2/2026", "99999999/1/1"})
    CHECK_MESSAGE(app::read_day(none).day == "", none);
  CHECK(app::read_day("").trouble == "");
}

TEST_CASE("roster: zeros that a spreadsheet took away are asked about, and put back only when somebody says how many digits there are") {
  ListOffice office;
  CHECK(has(faults_of(office.plan("number,name\n0071,A\n72,B\n").faults), "line 3: 72 is shorter than 0071 (line 2)"));
  CHECK(has(faults_of(office.plan("number,name\n71,A\n0071,B\n").faults), "--width 4"));
  CHECK(office.plan("number,name\n0071,A\n72,B\n").rows.empty());
  const auto filled = office.plan("number,name\n0071,A\n72,B\n", {.width = 4, .new_names = {}, .day = "2026-10-01"});
  CHECK(filled.rows.at(1).number == "0072");
  CHECK(office.plan("number,name\n0071,A\n72,B\n", {.width = 0, .new_names = {}, .day = "2026-10-01"}).rows.at(1).number == "72");
  CHECK(has(faults_of(office.plan("number,name\n71,A\n0071,B\n", {.width = 4, .new_names = {}, .day = ""}).faults),
            "stands in line 2 already"));
  CHECK(has(faults_of(office.plan("number,name\n00071,A\n", {.width = 4, .new_names = {}, .day = ""}).faults), "more than 4 digits"));
  office.import(four);
  CHECK(has(faults_of(office.plan("number,name\n72,Minh Khai\n").faults), "(in this record)"));
  CHECK(office.plan("number,name\nA7,X\nA77,Y\n").faults.empty()); // letters: nothing was taken away
}

TEST_CASE("roster: a list makes people, and the same list again changes nothing") {
  ListOffice office;
  CHECK(office.import(four).fresh == 4);
  const auto people = taken(office.data_folder->people());
  REQUIRE(people.size() == 4);
  CHECK(people[0].number == "0071");
  CHECK(people[0].rank == "ร.ต.อ.");
  CHECK(people[0].name == "ศรีสุข, มาลี");
  CHECK_FALSE(people[0].has_pin);
  CHECK(office.card("0073").name == "=HYPERLINK(\"http://x\")");
  const auto again = office.plan(four);
  CHECK(again.rows.empty());
  CHECK(again.same == 4);
  CHECK(office.faults() == "");
  auto database = looked_at(office);
  CHECK(has(joined(taken(records::sealed_pins(database)).told), "a list of people was taken in, 4 rows new or changed"));
}

TEST_CASE("roster: a new rank has its day and what was before stays; who is gone is told and stays") {
  ListOffice office;
  office.import(four);
  const auto plan = office.import("number,name,rank\n0072,Minh Khai,Capt\n0071,\"ศรีสุข, มาลี\",ร.ต.อ.\n",
                                  {.width = {}, .new_names = {}, .day = "2027-01-01"});
  CHECK(plan.changed == 1);
  CHECK(plan.same == 1);
  CHECK(plan.gone == 2);
  CHECK(has(joined(plan.changes), "changed 0072 Minh Khai: rank Lt → Capt, from 2027-01-01 on"));
  CHECK(has(joined(plan.changes), "gone 0074 Never Came: not in this list; stays as it is"));
  CHECK(office.card("0072").rank == "Capt");
  CHECK(office.card("0072").unit == "Patrol"); // the list has no such column, so it says nothing of it
  CHECK(taken(office.data_folder->people()).size() == 4);
  auto database = looked_at(office);
  const auto rows = taken(database.roster_rows());
  REQUIRE(rows.size() == 5);
  CHECK(rows[1].content->rank == "Lt");
  CHECK(rows[4].content->since == "2027-01-01");
  CHECK(office.faults() == "");
}

TEST_CASE("roster: of whom something is emptied is counted, whatever column it is; a column that is not there empties nothing") {
  ListOffice o;
  const std::string head = "number,name,rank,unit,sex,language,supervises\n", rest = "0072,Ben Tan,Sgt,Patrol,M,en,yes\n";
  const std::vector<std::string> cells{"0071", "Mali Srisuk", "Lt", "Patrol", "F", "en", "yes"};
  const auto line = [&cells](std::size_t changed, const std::string& to) {
    std::string all;
    for (std::size_t i = 0; i < cells.size(); ++i)
      all += (i > 0 ? "," : "") + (i == changed ? to : cells[i]);
    return all + "\n";
  };
  CHECK(o.import(head + line(99, "") + rest).takes_away == 0);
  CHECK(o.plan(head + line(99, "") + rest).takes_away == 0);
  CHECK(o.plan("number,name\n0071,Mali Srisuk\n").takes_away == 0);
  CHECK(o.plan(head + rest).takes_away == 0); // who is not in a list stays as they are
  for (std::size_t i = 2; i < cells.size(); ++i) {
    CAPTURE(i);
    const app::RosterPlan plan = o.plan(head + line(i, "") + rest);
    CHECK(plan.changed == 1);
    CHECK(plan.takes_away == 1);
  }
  CHECK(o.plan(head + line(2, "Capt") + rest).takes_away == 0);
  CHECK(o.plan(head + line(6, "no") + rest).takes_away == 1);
}

TEST_CASE("roster: another name under a number is asked about, and one name with two numbers is two people") {
  ListOffice office;
  office.import(four);
  const std::string renamed = "number,name\n0074,Somebody Else\n";
  CHECK(has(faults_of(office.plan(renamed).faults), "--new-names"));
  office.import(renamed, {.width = {}, .new_names = app::NewNames::taken, .day = "2027-01-01"});
  CHECK(office.card("0074").name == "Somebody Else");
  CHECK(office.faults() == "");
  const auto twice = office.plan("number,name\n0081,Dara\n0082,dara\n0083,Minh Khai\n");
  CHECK(twice.fresh == 3);
  CHECK(has(joined(twice.changes), "look 0081 Dara: there are 2 people of this name"));
  CHECK(has(joined(twice.changes), "look 0083 Minh Khai"));
}

TEST_CASE("roster: who typed a name gets a number by the trainer's word, and it is taken back by it") {
  ListOffice office;
  const auto typed = taken(office.data_folder->add_person("Never Came", "1234"));
  const auto plan = office.import(four);
  CHECK(has(joined(plan.changes), "firsthand roster join 0074 \"Never Came\""));
  CHECK(taken(office.data_folder->people()).size() == 5); // never by name
  CHECK(error_of(office.data_folder->join_number(typed.id, "0074", "2468")) == "trainer-pin-missing");
  taken(office.data_folder->set_trainer_pin("", "2468"));
  CHECK(taken(office.data_folder->join_number(typed.id, "0074", "1111")).kind == Answer::wrong);
  CHECK(error_of(office.data_folder->join_number(typed.id, "0099", "2468")) == "number-unknown");
  CHECK(taken(office.data_folder->join_number(typed.id, "0074", "2468")).kind == Answer::welcome);
  CHECK(error_of(office.data_folder->join_number(typed.id, "0073", "2468")) == "number-there");
  const auto number_now = [&] {
    for (const app::PersonCard& each : taken(office.data_folder->people()))
      if (each.id == typed.id) return each.number;
    return std::string("nobody");
  };
  CHECK(number_now() == "0074");
  CHECK(office.faults() == "");
  office.import("number,name,rank\n0074,Never Came,Lt\n"); // both
  CHECK(taken(office.data_folder->roster()).size() == 5);
  CHECK(taken(office.data_folder->part_number(typed.id, "2468")).kind == Answer::welcome);
  CHECK(number_now() == "");
  CHECK(error_of(office.data_folder->part_number(typed.id, "2468")) == "number-unknown");
  CHECK(office.faults() == "");
  CHECK(taken(office.data_folder->sign_in(typed.id, "1234")).kind == Answer::welcome);
  auto database = looked_at(office);
  const std::string told = joined(taken(records::sealed_pins(database)).told);
  CHECK(has(told, "the trainer joined a person to a service number"));
  CHECK(has(told, "took back that a person has a service number"));
}

TEST_CASE("roster: who came with the list chooses a PIN once, and it is sealed") {
  ListOffice office;
  office.import(four);
  const std::string id = office.card("0072").id;
  CHECK(error_of(office.data_folder->set_first_pin(id, "12")) == "pin-form");
  done(office.data_folder->set_first_pin(id, "1234"));
  CHECK(error_of(office.data_folder->set_first_pin(id, "4321")) == "pin-there");
  CHECK(taken(office.data_folder->sign_in(id, "4321")).kind == Answer::wrong);
  CHECK(taken(office.data_folder->sign_in(id, "1234")).kind == Answer::welcome);
  CHECK(office.faults() == "");
}

TEST_CASE("roster: a name that is changed beside the program is noticed, and so is a list that was taken out") {
  ListOffice office;
  office.import(four);
  auto person = taken(office.data_folder->store().people()).front();
  person.name = "The General";
  done(office.data_folder->store().update_person(person));
  CHECK(has(office.faults(), "The General is called ศรีสุข, มาลี in the list of people that was sealed"));
  const ledger::RosterAct act{"roster-imported", 0, 4, "ab", "ws", {5}, {}};
  CHECK(has(joined(records::roster_faults({{1, act}}, {}, {})), "Entry 1 brought 4 rows of the list of people, and 0 are there."));
  CHECK(
      has(joined(records::roster_faults({}, {{1, {}, "a", std::nullopt}}, {{"a", {.id = "a", .name = "Mali", .pin = {}, .created = {}}}})),
          "about Mali was erased, but the person was not"));
  CHECK(has(joined(records::roster_faults({{1, act}, {2, act}}, {}, {})), "0 times before by its count, and 1 times in the chain"));
}

TEST_CASE(
    "roster: the first line of an attempt commits to name and number and says where; the words stand beside the chain and are erased") {
  ListOffice office;
  office.import(four);
  done(office.data_folder->enrol({"Phuket 2", "Room 3", "12"}));
  const auto first_line = [&office](const std::string& attempt) {
    auto database = looked_at(office);
    return taken(base::parse_json_line(taken(database.entries_of(attempt)).front().entry.line));
  };
  const std::string mali = office.card("0071").id, typed = taken(office.data_folder->add_person("Typed", "1234")).id;
  app::BeginOptions as_mali, as_typed;
  as_mali.person = mali, as_typed.person = typed;
  const auto of_mali = office.begin(as_mali), of_typed = office.begin(as_typed), of_nobody = office.begin();
  const base::Json line = first_line(of_mali->id());
  CHECK(line.at("station").text() == "Phuket 2, Room 3, 12");
  CHECK_FALSE(has(line.line(), "0071"));
  {
    auto database = looked_at(office);
    const auto text = [&](const char* key) { return taken(database.text(*crypto::parse_hash(line.at(key).text())))->content; };
    CHECK(text("name")->text == "firsthand-name-1\nศรีสุข, มาลี");
    CHECK(text("number")->text == "firsthand-number-1\n0071");
  }
  CHECK(first_line(of_typed->id()).find("name"));
  CHECK_FALSE(first_line(of_typed->id()).find("number"));
  CHECK_FALSE(first_line(of_nobody->id()).find("name"));
  CHECK(taken(office.data_folder->resume(of_mali->id()))->turn() == 0);
  CHECK(office.faults() == "");
  for (storage::Person each : taken(office.data_folder->store().people()))
    if (each.id == typed) each.name = "The General", done(office.data_folder->store().update_person(each));
  CHECK(has(office.faults(), "The General is not the name under which the newest attempt of this person was begun"));
  done(office.data_folder->erase_person(mali));
  done(office.data_folder->erase_person(typed));
  CHECK(office.faults() == "");
  auto database = looked_at(office);
  CHECK_FALSE(taken(database.text(*crypto::parse_hash(line.at("name").text())))->content);
}

TEST_CASE("roster: a list without headings does not lose its first person, and a language without words is told") {
  const std::string bare = "0071,Mali Srisuk\n0072,Ben Tan\n";
  CHECK(has(faults_of(read_list(bare).faults), "The first line has to be headings"));
  const auto named = read_list(bare, {{app::RosterColumn::number, "0071"}, {app::RosterColumn::name, "Mali Srisuk"}});
  CHECK(has(faults_of(named.faults), "x: line 1, column 1: “0071” is a service number and no heading"));
  CHECK(named.lines.empty());
  CHECK(read_list("Badge 2,Who\n0071,Mali\n", {{app::RosterColumn::number, "Badge 2"}, {app::RosterColumn::name, "Who"}}).faults.empty());
  const auto table = base::read_table("number,name,language\n1,Mali,xx\n2,Ben,ENG\n3,Ann,th\n");
  const auto told = joined(app::read_roster(*table.table, {}, {"en", "th"}).notes);
  CHECK(has(told, "line 2: the program has no words in “xx”; it has: en, th"));
  CHECK(has(told, "line 3: the program has no words in “eng”"));
  CHECK_FALSE(has(told, "in “th”"));
}
