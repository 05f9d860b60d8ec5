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
    screens::ShellOptions options{services, shelf, modules::make_views(), app::DeskOptions{}};
    const records::Surroundings around{{}, own.path, memory.path, {stick.path}};
    options.desk->data = data;
    options.desk->start = {memory.path, {}, records::RolledBackRecord::refuse, machine};
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
  b.shell->open_lesson("one-phone");
  b.settle();
  REQUIRE(b.shell->page() == ShellPage::play);
  b.shell.reset();
  copy_folder(before.path, b.data);
  b.start();
}

} // namespace

TEST_CASE("shell: a record that was put back is told before training, and can go on where it lasts") {
  StationBench b;
  roll_back(b);
  REQUIRE(b.shell->page() == ShellPage::trouble);
  CHECK(b.shell->trouble()->code == "record-rolled-back");
  b.shell->open_records(); // trying again changes nothing
  REQUIRE(b.shell->page() == ShellPage::trouble);
  REQUIRE(b.shell->places().size() == 2);
  CHECK(b.shell->places()[0].on_stick);
  b.shell->use_place(b.shell->places()[0].folder);
  REQUIRE(b.shell->page() == ShellPage::sign_in);
  CHECK(b.shell->people().size() == 1);   // what there was came along
  CHECK(b.shell->station_notice() == ""); // and is not taken for a copy
  CHECK(fs::exists(b.stick.path / "Firsthand" / "firsthand.db"));
  b.start(); // remembered
  CHECK(b.shell->page() == ShellPage::sign_in);
}

TEST_CASE("shell: an earlier copy can be used all the same, once it was said") {
  StationBench b;
  roll_back(b);
  REQUIRE(b.shell->page() == ShellPage::trouble);
  b.shell->accept_earlier_copy();
  CHECK(b.shell->page() == ShellPage::sign_in);
  b.start();
  CHECK(b.shell->page() == ShellPage::sign_in);
}

TEST_CASE("shell: a place that cannot be written is told, and nothing is moved") {
  StationBench b;
  roll_back(b);
  b.shell->use_place("/proc/firsthand");
  CHECK(b.shell->page() == ShellPage::trouble);
  CHECK(b.shell->trouble_memory.problem != "");
}

TEST_CASE("shell: a clock of 2002 does not stop training, and a date that is stated stands beside it") {
  StationBench b;
  b.start("2002-01-01T00:00:00.000Z");
  REQUIRE(b.shell->page() == ShellPage::clock);
  CHECK(b.shell->clock_words().find("2002-01-01") != std::string::npos);
  b.shell->clock_memory = {"31", "02", "2026", "9", "05", "Insp. Somchai", {}, false};
  b.shell->state_clock();
  REQUIRE(b.shell->page() == ShellPage::clock); // no such day
  CHECK(b.shell->clock_memory.problem != "");
  b.shell->clock_memory = {"24", "11", "2569", "9", "05", "", {}, false};
  b.shell->state_clock();
  REQUIRE(b.shell->page() == ShellPage::clock); // by whom?
  b.shell->clock_memory.by = "Insp. Somchai";
  b.shell->state_clock();
  REQUIRE(b.shell->page() == ShellPage::sign_in);
  b.dara();
  b.shell->open_lesson("one-phone");
  b.settle();
  CHECK(b.shell->saved_now().clock.substr(0, 2) == "09");
  b.start("2002-01-01T00:00:00.000Z");
  REQUIRE(b.shell->page() == ShellPage::clock);
  b.shell->leave_clock();
  CHECK(b.shell->page() == ShellPage::sign_in);
}

TEST_CASE("shell: a Buddhist year is recognised and the date is already filled in") {
  StationBench b;
  b.start("2569-11-24T02:00:00.000Z");
  REQUIRE(b.shell->page() == ShellPage::clock);
  CHECK(b.shell->clock_memory.year == "2026");
  CHECK(b.shell->clock_memory.hour == "09"); // local
}

TEST_CASE("shell: a copy on another machine says so, asks for its name, and keeps its people") {
  StationBench b;
  b.start();
  b.shell->show_station();
  b.shell->station_memory = {"Phuket 2", "Room 3", "12", {}, false};
  b.shell->enrol();
  CHECK(b.shell->station_words() == "Phuket 2, Room 3, 12");
  b.dara();
  b.machine = "desk-2";
  b.start();
  REQUIRE(b.shell->page() == ShellPage::station);
  CHECK(b.shell->station_notice() != "");
  CHECK(b.shell->station_memory.station == "Phuket 2");
  CHECK(b.shell->station_memory.place == "");
  b.shell->station_memory.station = "";
  b.shell->enrol();
  CHECK(b.shell->station_memory.problem != "");
  b.shell->leave_station(); // later
  CHECK(b.shell->page() == ShellPage::sign_in);
  CHECK(b.shell->people().size() == 1);
  b.start();
  CHECK(b.shell->page() == ShellPage::sign_in);
}

TEST_CASE("shell: a stick that is pulled while somebody trains is asked for, and the action is saved when it is back") {
  StationBench b;
  b.start();
  b.dara();
  b.shell->open_lesson("one-phone");
  b.settle();
  b.go_on();
  const int turn = b.turn();
  const fs::path away = b.folder.path.string() + "-away";
  fs::rename(b.folder.path, away);
  b.shell->submit(b.shell->played().offers.actions.front(), b.shell->drawn_now());
  b.settle();
  CHECK(b.turn() == turn);
  CHECK(b.shell->played().problem.find("Put it back") != std::string::npos);
  fs::rename(away, b.folder.path);
  b.shell->try_again();
  b.settle();
  CHECK(b.turn() == turn + 1);
  CHECK(b.shell->played().problem == "");
}

namespace {

void forget_pin(StationBench& b) {
  b.shell->pick(b.shell->people().at(0).id);
  b.shell->show_reset();
}

// With the trainer beside, who types their PIN.
void reset_pin(StationBench& b, const char* trainers, const char* again = "5555") {
  forget_pin(b);
  b.shell->sign_in_memory.pin = trainers;
  b.shell->sign_in_memory.new_pin = "5555", b.shell->sign_in_memory.new_pin_again = again;
  b.shell->reset_pin();
}

void set_trainer_pin(StationBench& b, const char* wanted, const char* again) {
  b.shell->station_memory.new_pin = wanted, b.shell->station_memory.new_pin_again = again;
  b.shell->set_trainer_pin();
}

void start_with_trainer_pin(StationBench& b) {
  b.start();
  b.dara();
  b.shell->switch_person();
  b.shell->show_station();
  b.shell->station_memory.station = "P1";
  set_trainer_pin(b, "2468", "2468");
  b.shell->enrol();
}

} // namespace

TEST_CASE("shell: the trainer sets a PIN once, and what is typed and not set is not lost in silence") {
  StationBench b;
  b.start();
  b.dara();
  b.shell->switch_person();
  CHECK_FALSE(b.shell->has_trainer_pin());
  forget_pin(b);
  CHECK(b.shell->sign_in_memory.page == screens::SignInPage::reset);
  b.shell->show_station();
  b.shell->station_memory.station = "P1";
  b.shell->station_memory.new_pin = "2468";
  b.shell->enrol();
  CHECK(b.shell->page() == ShellPage::station);
  CHECK(b.shell->station_memory.trainer_problem != "");
  set_trainer_pin(b, "2468", ""); // typed once only
  CHECK_FALSE(b.shell->has_trainer_pin());
  set_trainer_pin(b, "2468", "2468");
  CHECK(b.shell->has_trainer_pin());
  CHECK(b.shell->station_memory.trainer_done != "");
  b.shell->enrol();
  CHECK(b.shell->page() == ShellPage::sign_in);
}

TEST_CASE("shell: after wrong tries of the trainer's PIN the same wait holds on both pages") {
  StationBench b;
  start_with_trainer_pin(b);
  reset_pin(b, "2468", "5556");
  CHECK(b.shell->sign_in_memory.problem != "");
  for (int i = 0; i < 3; ++i)
    reset_pin(b, "1234");
  CHECK(b.shell->sign_in_memory.page == screens::SignInPage::reset);
  CHECK(b.shell->sign_in_memory.problem != "");
  CHECK(b.shell->wait_seconds() > 0);
  b.shell->show_station();
  b.shell->station_memory.old_pin = "2468";
  set_trainer_pin(b, "9999", "9999");
  CHECK(b.shell->station_memory.trainer_done == "");
  CHECK(b.shell->wait_seconds() > 0);
  b.shell->leave_station();
  b.clock.set({b.clock.now().milliseconds + 10'000});
  reset_pin(b, "2468");
  CHECK(b.shell->sign_in_memory.page == screens::SignInPage::pin);
}

TEST_CASE("shell: who forgot the PIN gets a new one from the trainer and is told so, once") {
  StationBench b;
  start_with_trainer_pin(b);
  reset_pin(b, "2468");
  CHECK(b.shell->sign_in_memory.page == screens::SignInPage::pin);
  CHECK(b.shell->sign_in_memory.done != "");
  b.sign_in("1234");
  CHECK(b.shell->page() == ShellPage::sign_in);
  b.sign_in("5555");
  REQUIRE(b.shell->page() == ShellPage::home);
  const auto told = [&b] {
    const auto& notices = b.shell->home().notices;
    return std::any_of(notices.begin(), notices.end(),
                       [](const std::string& each) { return each.find("gave you a new PIN") != each.npos; });
  };
  CHECK(told());
  b.shell->switch_person();
  b.sign_in("5555");
  CHECK_FALSE(told());
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
  CHECK(b.shell->page() == ShellPage::sign_in);
  CHECK(b.shell->notice.find("newest actions may be missing") != std::string::npos);
  b.start();
  CHECK(b.shell->notice == "");
}

} // namespace shell_tests
