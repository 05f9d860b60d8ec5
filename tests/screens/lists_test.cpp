// The trainer's page of lists: nothing is written before it was seen and while a line is wrong; what a spreadsheet did is told and asked.
#include "engine/ui/device.h"
#include "tests/screens/shell_bench.h"
#include "tests/ui/fixture.h"

#include <fstream>

namespace shell_tests {

namespace {

struct ListsBench : ShellBench {
  TestFolder desk; // where lists are looked for
  ListsBench() {
    adjust = [this](screens::ShellOptions& options) {
      options.document_folders = [this] { return std::vector<std::filesystem::path>{desk.path, desk.path / "none"}; };
    };
    open();
  }
  screens::ListsPage& page() { return screens::lists(*shell); }
  screens::StationPage& station() { return screens::station(*shell); }
  std::string put(const std::string& name, const std::string& text) const {
    std::ofstream(desk.path / name, std::ios::binary) << text;
    return (desk.path / name).string();
  }
  void enter() {
    shell->go(PageName::station);
    if (!shell->front().trainer_pin) {
      station().memory.new_pin = station().memory.new_pin_again = "2468";
      station().set_trainer_pin();
    }
    station().show_over(PageName::lists);
    page().memory.pin = "2468";
    page().enter_pin();
    REQUIRE(page().memory.part == screens::ListsPart::choose);
  }
  void look(const std::string& text) { page().look_at(put("list.csv", text)); }
  std::string told() {
    std::string all;
    for (const auto* lines : {&page().notes(), &page().faults()})
      for (const std::string& each : *lines)
        all += each + "\n";
    for (const screens::ListsChange& each : page().changes())
      all += each.kind + " " + each.words + "\n";
    return all;
  }
  std::size_t people() { return shell->front().people.size(); }
};

bool tells(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

const std::string three = "number,name,rank\n0071,Mali Srisuk,Lt\n0072,Ben Tan,Sgt\n0073,Nok Srisai,Sgt\n";

} // namespace

TEST_CASE("lists: only who knows the trainer's PIN sees the page, and it forgets what it read") {
  ListsBench b;
  b.shell->go(PageName::station);
  b.station().show_over(PageName::lists);
  b.page().memory.pin = "2468"; // nobody set one
  b.page().enter_pin();
  CHECK(b.page().memory.part == screens::ListsPart::pin);
  CHECK(b.page().memory.problem != "");
  b.shell->back();
  b.enter();
  b.look(three);
  REQUIRE(b.page().memory.part == screens::ListsPart::look);
  b.tick(601'000);
  CHECK(b.shell->page() == PageName::station);
  CHECK(b.page().changes().empty());
  b.station().show_over(PageName::lists);
  CHECK(b.page().memory.part == screens::ListsPart::pin);
}

TEST_CASE("lists: a list is found, looked at and taken in, and the same again changes nothing") {
  ListsBench b;
  b.put("people.csv", three), b.put("picture.png", "x");
  b.enter();
  REQUIRE(b.page().files().size() == 1);
  CHECK(b.page().files()[0].name == "people.csv");
  b.page().look_at(b.page().files()[0].path);
  CHECK(tells(b.told(), "New 0071 Lt Mali Srisuk"));
  CHECK(b.page().summary().starts_with("3 new, 0 changed, 0 as they were."));
  CHECK(b.people() == 0);
  b.page().take_in();
  CHECK(b.page().memory.part == screens::ListsPart::done);
  CHECK(b.people() == 3);
  b.page().back();
  b.page().look_at(b.page().files()[0].path);
  CHECK_FALSE(b.page().may_take());
  CHECK(b.page().summary() == "Nothing would change: all of it is known already.");
  b.look("number,name,rank\n0071,Mali Srisuk,Capt\n");
  CHECK(tells(b.told(), "Changed 0071 Mali Srisuk: rank Lt → Capt"));
  CHECK(tells(b.told(), "Not in it 0072 Ben Tan"));
  b.open(); // and it is durable
  CHECK(b.people() == 3);
}

TEST_CASE("lists: zeros that a spreadsheet took are asked about on the page, and nothing is written while a line is wrong") {
  ListsBench b;
  b.enter();
  b.look("number;name\n0071;Mali\n72;Ben\n");
  CHECK(tells(b.told(), "Line 3: 72 is shorter than 0071 (line 2). A spreadsheet takes away zeros at the front. Say below"));
  CHECK_FALSE(tells(b.told(), "--"));
  CHECK_FALSE(b.page().may_take());
  b.page().take_in();
  CHECK(b.people() == 0);
  REQUIRE(b.page().questions().size() == 1);
  b.page().answer({0, 0});
  CHECK(tells(b.told(), "New 0072 Ben"));
  b.page().answer({0, 1});
  CHECK(tells(b.told(), "New 72 Ben"));
  b.page().answer({0, 0});
  b.page().take_in();
  b.page().back();
  b.look("number;name\n73;Nok\n"); // it is remembered
  CHECK(tells(b.told(), "New 0073 Nok"));
}

TEST_CASE(
    "lists: Thai headings, a Thai Windows and Buddhist years are understood and told, a workbook and other columns refused or asked") {
  ListsBench b;
  b.enter();
  b.look("\xC3\xCB\xD1\xCA;\xAA\xD7\xE8\xCD;\xB5\xD1\xE9\xA7\xE1\xB5\xE8\n0071;\xC1\xD2\xC5\xD5;1/10/2569\n"); // รหัส;ชื่อ;ตั้งแต่, มาลี in code
                                                                                                               // page 874
  CHECK(tells(b.told(), "code page 874"));
  CHECK(tells(b.told(), "1 date has a Buddhist year"));
  CHECK(tells(b.told(), "New 0071 มาลี"));
  b.look("PK\x03\x04 a workbook");
  CHECK(tells(b.told(), "workbook"));
  CHECK_FALSE(b.page().may_take());
  b.look("Codice,name\n0071,Mali\n");
  REQUIRE(b.page().questions().size() == 1);
  CHECK(b.page().questions()[0].words == "Which column is the service number?");
  b.page().answer({0, 0});
  CHECK(tells(b.told(), "New 0071 Mali"));
  b.page().look_at((b.desk.path / "gone.csv").string());
  CHECK(b.page().memory.problem.starts_with("There is no such file"));
}

TEST_CASE("lists: another name is asked about, and somebody who came without a number is joined by the trainer's press") {
  ListsBench b;
  b.add("Nok Srisai", "1234");
  b.shell->playing().leave(), b.shell->switch_person();
  b.enter();
  b.look(three);
  b.page().take_in();
  REQUIRE(b.page().joins().size() == 1);
  CHECK(b.people() == 4);
  b.page().join(b.page().joins()[0].person);
  CHECK(b.page().joins().empty());
  const auto& people = b.shell->front().people;
  CHECK(std::count_if(people.begin(), people.end(), [](const auto& each) { return each.number == "0073"; }) == 2);
  b.page().back();
  b.look("number,name\n0071,Mali Tan\n");
  CHECK(tells(b.told(), "0071 is Mali Srisuk in this record, and Mali Tan in the list."));
  REQUIRE(b.page().questions().size() == 1);
  CHECK_FALSE(b.page().may_take());
  b.page().answer({0, 0});
  CHECK(b.page().may_take());
}

TEST_CASE("lists: the register of stations is taken in, and this computer is named by picking its station from it") {
  ListsBench b;
  b.enter();
  b.page().memory.of = screens::ListOf::stations;
  b.look("code,name,unit,telephone,computers\nP1,Phuket 2,Region 8,+66 76 1,3\nP2,Trang,Region 9,,x\n");
  CHECK(tells(b.told(), "Line 3, column 5: “x” is no number of computers."));
  CHECK_FALSE(b.page().may_take());
  b.look("code,name,unit,telephone,computers\nP1,Phuket 2,Region 8,+66 76 1,3\nP2,Trang,Region 9,,\n");
  CHECK(tells(b.told(), "New P1 Phuket 2, Region 8, +66 76 1, 3 computers"));
  b.page().take_in();
  CHECK(b.page().memory.part == screens::ListsPart::done);
  b.shell->go(PageName::station);
  b.station().memory.station = "p1", b.station().memory.room = "Room 3";
  b.station().enrol();
  CHECK(b.shell->front().station == "P1 Phuket 2, Room 3");
  b.shell->go(PageName::station);
  CHECK(b.station().memory.station == "P1 Phuket 2");
  b.station().give_up(); // nothing was changed
  CHECK(b.shell->page() == PageName::sign_in);
}

namespace {

// At the window, on the list that is looked at.
struct ListsWindow {
  ListsBench& b;
  std::unique_ptr<ui::Window> window = ui::open_headless();
  ui::Driver driver;
  explicit ListsWindow(ListsBench& bench) : b(bench), driver(*window, [&bench](ui::Frame& f) { screens::draw_shell(f, *bench.shell); }) {}
  bool taken() const { return b.page().memory.part == screens::ListsPart::done; }
  void takes_at_second_press() {
    CHECK(driver.focused() == "lists/again");
    CHECK_OK(driver.key("Enter")); // once too often
    CHECK_FALSE(taken());
    CHECK(driver.focused() == "lists/again");
    CHECK_OK(driver.click("lists/take"));
    CHECK_FALSE(taken());
    CHECK_OK(driver.key("Escape")); // not after all
    CHECK_OK(driver.click("lists/take"));
    CHECK_FALSE(taken());
    CHECK_OK(driver.click("lists/take"));
    CHECK(taken());
  }
};

} // namespace

TEST_CASE("lists: what takes a station out, or empties what is known of somebody, says so and asks twice; the focus is not on it") {
  ListsBench b;
  b.enter();
  b.page().memory.of = screens::ListOf::stations;
  b.look("code,name,unit\nP1,Phuket 2,Region 8\nP2,Trang,Region 9\nP3,Krabi,Region 9\n");
  CHECK(b.page().takes_away() == "");
  b.page().take_in();
  b.page().back();
  b.look("code,name,unit\nP2,Trang,\n");
  CHECK(b.page().takes_away() == "2 stations are taken out of the register. Of 1 station something that is known here is emptied.");
  ListsWindow(b).takes_at_second_press();
  b.page().back();
  b.page().memory.of = screens::ListOf::people;
  b.look("number,name,supervises\n0070,Mali,yes\n0071,Ben,\n");
  b.page().take_in();
  b.page().back();
  b.look("number,name,supervises\n0070,Mali,no\n");
  CHECK(b.page().takes_away() == "Of 1 person something that is known here is emptied.");
  ListsWindow(b).takes_at_second_press();
}

TEST_CASE("lists: what only adds is taken in by one press, with the focus on it") {
  ListsBench b;
  b.enter();
  b.look(three);
  ListsWindow w(b);
  CHECK(w.driver.focused() == "lists/take");
  CHECK_OK(w.driver.key("Enter"));
  CHECK(w.taken());
}

TEST_CASE(
    "lists: what was answered of a file holds when it is read again or come back to, but for names; another file is asked about anew") {
  ListsBench b;
  b.enter();
  b.look("number,name\n0071,Mali\n");
  b.page().take_in(), b.page().back();
  const auto chosen = [&b](const std::string& id) {
    for (const screens::ListsQuestion& each : b.page().questions())
      if (each.id == id) return each.chosen;
    return -2;
  };
  const std::string list = "number,name\n71,Mali Tan\n";
  b.look(list);
  CHECK(chosen("lists/width") == -1);
  b.page().answer({0, 0});
  REQUIRE(chosen("lists/names") == 1);
  b.page().answer({1, 0});
  CHECK(b.page().may_take());
  b.look(list); // the same file, read again
  CHECK(chosen("lists/width") == 0);
  CHECK(chosen("lists/names") == 1);
  b.page().back();
  b.look(list);
  CHECK(chosen("lists/width") == 0);
  b.page().look_at(b.put("other.csv", list));
  CHECK(chosen("lists/width") == -1);
}

TEST_CASE("lists: the answers to what is asked have a letter each, one after the other through all questions") {
  ListsBench b;
  b.enter();
  b.look("number,name\n0071,Mali\n0072,Ben\n");
  b.page().take_in();
  b.page().back();
  b.look("number,name\n71,Mali Tan\n72,Ben\n");
  ListsWindow w(b);
  CHECK_OK(w.driver.key("A"));
  REQUIRE(b.page().questions().size() == 2);
  CHECK(b.page().questions()[0].chosen == 0);
  CHECK_OK(w.driver.key("C"));
  CHECK(b.page().questions()[1].chosen == 0);
  CHECK_OK(w.driver.key("D"));
  CHECK(b.page().questions()[1].chosen == 1);
  CHECK_OK(w.driver.key("B"));
  CHECK(b.page().questions()[0].chosen == 1);
}

TEST_CASE("lists: a file that is let go over the window is looked at") {
  ListsBench b;
  b.enter();
  const std::string path = b.put("dropped.csv", three);
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&b](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  ui::device::drop(path);
  driver.settle();
  CHECK(b.page().memory.part == screens::ListsPart::look);
}

} // namespace shell_tests
