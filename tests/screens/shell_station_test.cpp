// The shell before anybody signs in: records that were put back, moved or cannot be written; clocks; this computer's name.
#include "engine/records/places.h"
#include "tests/screens/shell_bench.h"

#include <algorithm>

namespace shell_tests {

namespace {

namespace fs = std::filesystem;

// A shell that remembers its starts in a second place and may be given other places for its records.
struct StationBench : ShellBench {
  TestFolder memory, stick, own;
  std::string machine = "desk-1";
  fs::path data = folder.path;

  void start(const char* now = "2026-11-24T02:00:00.000Z") {
    shell.reset();
    services.released = *base::parse_iso_utc("2026-11-01T00:00:00.000Z");
    clock.state(std::nullopt);
    clock.set(*base::parse_iso_utc(now));
    screens::ShellOptions options{services, content_library, modules::make_views(), app::DataFolderOptions{}};
    const records::Surroundings around{{}, own.path, memory.path, {stick.path}};
    options.data_folder->data = data;
    options.data_folder->start = {memory.path, {}, records::RolledBackRecord::refuse, machine};
    options.places = [this, around] { return records::places_instead_of(data, around); };
    options.choose_place = [this, around](const fs::path& to) -> base::Result<records::Carried> {
      FH_TRY(carried, records::move_to_place(data, to, around));
      data = to;
      return carried;
    };
    shell = std::make_unique<screens::Shell>(std::move(options));
    tick(0);
  }
};

void copy_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

// A person and one lesson begun; then the folder as it was before the lesson.
void roll_back(StationBench& b) {
  TestFolder before;
  b.start();
  b.dara();
  b.shell.reset();
  copy_folder(b.data, before.path);
  b.start();
  b.sign_in("1234");
  screens::home(*b.shell).open_lesson("one-phone");
  b.settle();
  REQUIRE(b.shell->page() == PageName::play);
  b.shell.reset();
  copy_folder(before.path, b.data);
  b.start();
}

} // namespace

TEST_CASE("shell: a record that was put back is told before training, and can go on where it lasts") {
  StationBench b;
  roll_back(b);
  REQUIRE(b.shell->page() == PageName::trouble);
  CHECK(b.shell->opening().trouble()->code == "record-rolled-back");
  b.shell->opening().open(); // trying again changes nothing
  REQUIRE(b.shell->page() == PageName::trouble);
  REQUIRE(b.shell->opening().places().size() == 2);
  CHECK(b.shell->opening().places()[0].on_stick);
  screens::trouble(*b.shell).use_place(b.shell->opening().places()[0].folder);
  REQUIRE(b.shell->page() == PageName::sign_in);
  CHECK(screens::sign_in(*b.shell).people().size() == 1); // what there was came along
  CHECK(screens::station(*b.shell).notice() == "");       // and is not taken for a copy
  CHECK(fs::exists(b.stick.path / "Firsthand" / "firsthand.db"));
  b.start(); // remembered
  CHECK(b.shell->page() == PageName::sign_in);
}

TEST_CASE("shell: an earlier copy can be used all the same, once it was said") {
  StationBench b;
  roll_back(b);
  REQUIRE(b.shell->page() == PageName::trouble);
  b.shell->opening().accept_earlier_copy();
  CHECK(b.shell->page() == PageName::sign_in);
  b.start();
  CHECK(b.shell->page() == PageName::sign_in);
}

TEST_CASE("shell: a place that cannot be written is told, and nothing is moved") {
  StationBench b;
  roll_back(b);
  screens::trouble(*b.shell).use_place("/proc/firsthand");
  CHECK(b.shell->page() == PageName::trouble);
  CHECK(screens::trouble(*b.shell).memory.problem != "");
}

TEST_CASE("shell: a clock of 2002 does not stop training, and a date that is stated stands beside it") {
  StationBench b;
  b.start("2002-01-01T00:00:00.000Z");
  REQUIRE(b.shell->page() == PageName::clock);
  CHECK(screens::clock(*b.shell).doubt().find("2002-01-01") != std::string::npos);
  screens::clock(*b.shell).memory = {"31", "02", "2026", "9", "05", "Insp. Somchai", {}, false};
  screens::clock(*b.shell).state();
  REQUIRE(b.shell->page() == PageName::clock); // no such day
  CHECK(screens::clock(*b.shell).memory.problem != "");
  screens::clock(*b.shell).memory = {"24", "11", "2569", "9", "05", "", {}, false};
  screens::clock(*b.shell).state();
  REQUIRE(b.shell->page() == PageName::clock); // by whom?
  screens::clock(*b.shell).memory.by = "Insp. Somchai";
  screens::clock(*b.shell).state();
  REQUIRE(b.shell->page() == PageName::sign_in);
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.settle();
  CHECK(b.shell->playing().saved_now().clock.substr(0, 2) == "09");
  b.start("2002-01-01T00:00:00.000Z");
  REQUIRE(b.shell->page() == PageName::clock);
  screens::clock(*b.shell).pass();
  CHECK(b.shell->page() == PageName::sign_in);
}

TEST_CASE("shell: a Buddhist year is recognised and the date is already filled in") {
  StationBench b;
  b.start("2569-11-24T02:00:00.000Z");
  REQUIRE(b.shell->page() == PageName::clock);
  CHECK(screens::clock(*b.shell).memory.year == "2026");
  CHECK(screens::clock(*b.shell).memory.hour == "09"); // local
}

TEST_CASE("shell: a copy on another machine says so, asks for its name, and keeps its people") {
  StationBench b;
  b.start();
  b.shell->go(screens::PageName::station);
  screens::station(*b.shell).memory = {"Phuket 2", "Room 3", "12", {}, false};
  screens::station(*b.shell).enrol();
  CHECK(b.shell->front().station == "Phuket 2, Room 3, 12");
  b.dara();
  b.machine = "desk-2";
  b.start();
  REQUIRE(b.shell->page() == PageName::station);
  CHECK(screens::station(*b.shell).notice() != "");
  CHECK(screens::station(*b.shell).memory.station == "Phuket 2");
  CHECK(screens::station(*b.shell).memory.place == "");
  screens::station(*b.shell).memory.station = "";
  screens::station(*b.shell).enrol();
  CHECK(screens::station(*b.shell).memory.problem != "");
  b.shell->go(screens::PageName::sign_in); // later
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(screens::sign_in(*b.shell).people().size() == 1);
  b.start();
  CHECK(b.shell->page() == PageName::sign_in);
}

TEST_CASE("shell: a stick that is pulled while somebody trains is asked for, and the action is saved when it is back") {
  StationBench b;
  b.start();
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.settle();
  b.go_on();
  const int turn = b.turn();
  const fs::path away = b.folder.path.string() + "-away";
  fs::rename(b.folder.path, away);
  b.shell->playing().submit(b.shell->playing().played().offers.actions.front(), b.shell->playing().drawn_now());
  b.settle();
  CHECK(b.turn() == turn);
  CHECK(b.shell->playing().played().problem.find("Put it back") != std::string::npos);
  fs::rename(away, b.folder.path);
  b.shell->playing().try_again();
  b.settle();
  CHECK(b.turn() == turn + 1);
  CHECK(b.shell->playing().played().problem == "");
}

// What is typed and not set is not lost in silence; typed once only it is not set.
void trainer_sets_a_pin(StationBench& b) {
  b.shell->go(screens::PageName::station);
  screens::station(*b.shell).memory.station = "P1";
  screens::station(*b.shell).memory.new_pin = "2468";
  screens::station(*b.shell).enrol();
  CHECK(b.shell->page() == PageName::station);
  CHECK(screens::station(*b.shell).memory.trainer_problem != "");
  screens::station(*b.shell).set_trainer_pin();
  CHECK_FALSE(b.shell->front().trainer_pin);
  screens::station(*b.shell).memory.new_pin_again = "2468";
  screens::station(*b.shell).set_trainer_pin();
  CHECK(b.shell->front().trainer_pin);
  CHECK(screens::station(*b.shell).memory.trainer_done != "");
  screens::station(*b.shell).enrol();
  CHECK(b.shell->page() == PageName::sign_in);
}

TEST_CASE("shell: somebody of a list that was taken in chooses a PIN at the first sign-in, and needs it at the next") {
  ShellBench b;
  b.shell.reset();
  {
    app::DataFolderOptions options;
    options.data = b.folder.path;
    auto folder = app::DataFolder::open(b.services, b.content_library, options);
    REQUIRE(folder.ok());
    std::vector<storage::RosterRow> rows;
    for (const char* number : {"0071", "0072"})
      rows.push_back({.person = {},
                      .number = number,
                      .name = std::string("Mali ") + number,
                      .rank = "Lt",
                      .unit = "Patrol",
                      .sex = "F",
                      .language = "th",
                      .since = "2026-10-01"});
    REQUIRE((*folder)->import_roster(std::move(rows)).ok());
  }
  b.open();
  screens::SignInPage* page = &screens::sign_in(*b.shell);
  REQUIRE(page->people().size() == 2);
  CHECK(page->people()[1].number == "0072");
  const std::string id = page->people()[1].id;
  page->pick(id);
  CHECK(page->memory.page == screens::SignInPart::add);
  CHECK(b.shell->page() == PageName::sign_in);
  page->memory.new_pin = "1234", page->memory.new_pin_again = "4321";
  page->create();
  CHECK(page->memory.problem != "");
  CHECK(b.shell->page() == PageName::sign_in);
  page->memory.new_pin = page->memory.new_pin_again = "1234";
  page->create();
  CHECK(b.shell->page() != PageName::sign_in);
  CHECK(b.shell->settings().language == "th"); // that of the list
  b.open();
  page = &screens::sign_in(*b.shell);
  page->pick(id);
  CHECK(page->memory.page == screens::SignInPart::pin);
  CHECK(b.shell->page() == PageName::sign_in);
}

TEST_CASE("shell: the trainer sets a PIN once, gives a new one to who forgot theirs, and that person is told") {
  StationBench b;
  b.start();
  b.dara();
  b.shell->switch_person();
  CHECK_FALSE(b.shell->front().trainer_pin);
  screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id);
  screens::sign_in(*b.shell).show_reset();
  CHECK(screens::sign_in(*b.shell).memory.page == screens::SignInPart::reset);
  trainer_sets_a_pin(b);

  const auto reset_with = [&b](const char* trainers, const char* again = "5555") {
    screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id);
    screens::sign_in(*b.shell).show_reset();
    screens::sign_in(*b.shell).memory.pin = trainers;
    screens::sign_in(*b.shell).memory.new_pin = "5555", screens::sign_in(*b.shell).memory.new_pin_again = again;
    screens::sign_in(*b.shell).reset_pin();
  };
  reset_with("2468", "5556");
  CHECK(screens::sign_in(*b.shell).memory.problem != "");
  for (int i = 0; i < 3; ++i)
    reset_with("1234");
  CHECK(screens::sign_in(*b.shell).memory.page == screens::SignInPart::reset);
  CHECK(screens::sign_in(*b.shell).memory.problem != "");
  CHECK(screens::sign_in(*b.shell).wait_seconds() > 0);
  b.shell->go(screens::PageName::station); // the same wait, also here
  screens::station(*b.shell).memory.old_pin = "2468";
  screens::station(*b.shell).memory.new_pin = screens::station(*b.shell).memory.new_pin_again = "9999";
  screens::station(*b.shell).set_trainer_pin();
  CHECK(screens::station(*b.shell).memory.trainer_done == "");
  CHECK(screens::sign_in(*b.shell).wait_seconds() > 0);
  b.shell->go(screens::PageName::sign_in);
  b.clock.set({b.clock.now().milliseconds + 10'000});
  reset_with("2468");
  CHECK(screens::sign_in(*b.shell).memory.page == screens::SignInPart::pin);
  CHECK(screens::sign_in(*b.shell).memory.done != "");
  b.sign_in("1234");
  CHECK(b.shell->page() == PageName::sign_in);
  b.sign_in("5555");
  REQUIRE(b.shell->page() == PageName::home);
  const auto told = [&b] {
    const auto& notices = screens::home(*b.shell).contents().notices;
    return std::any_of(notices.begin(), notices.end(),
                       [](const screens::HomeNotice& each) { return each.words.find("gave you a new PIN") != std::string::npos; });
  };
  CHECK(told());
  b.shell->switch_person();
  b.sign_in("5555");
  CHECK_FALSE(told());
}

TEST_CASE("shell: what is typed of a computer's name is there again after a look at the attempts, and a typed PIN holds it back") {
  StationBench b;
  b.start();
  b.shell->go(PageName::station);
  screens::StationPage& page = screens::station(*b.shell);
  page.memory.station = "P1", page.memory.room = "R2", page.memory.place = "7";
  page.memory.new_pin = "2468";
  page.show_over(PageName::attempts);
  CHECK(b.shell->page() == PageName::station);
  CHECK(page.memory.trainer_problem != "");
  page.memory.new_pin = "";
  page.show_over(PageName::attempts);
  REQUIRE(b.shell->page() == PageName::attempts);
  screens::attempts(*b.shell).back();
  REQUIRE(b.shell->page() == PageName::station);
  CHECK(page.memory.station == "P1");
  CHECK(page.memory.room == "R2");
  CHECK(page.memory.place == "7");
  page.give_up(); // and it is still not saved
  CHECK(b.shell->page() == PageName::station);
  page.give_up();
  CHECK(b.shell->page() == PageName::sign_in);
  b.shell->go(PageName::station);
  CHECK(page.memory.station == "");
}

TEST_CASE("shell: a copy of the record without its newest part is told before anybody signs in, once") {
  StationBench b;
  TestFolder copy;
  b.start();
  b.dara();
  fs::copy_file(b.data / "firsthand.db", copy.path / "firsthand.db"); // and not its log
  b.shell.reset();
  fs::remove_all(b.memory.path); // of a computer that has not seen it
  b.data = copy.path;
  b.start();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(b.shell->notice().find("newest actions may be missing") != std::string::npos);
  b.start();
  CHECK(b.shell->notice() == "");
}

} // namespace shell_tests
