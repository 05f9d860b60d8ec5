// A shell on a record with a list of three people, one of whom may supervise.
#pragma once

#include "tests/screens/shell_bench.h"
#include "tools/firsthand/window_paper.h"

namespace shell_tests {

struct SupervisedBench : ShellBench {
  explicit SupervisedBench(const char* supervises = "yes", const char* second = "") {
    shell.reset();
    {
      app::DataFolderOptions options;
      options.data = folder.path;
      auto data = app::DataFolder::open(services, content_library, options);
      REQUIRE(data.ok());
      std::vector<storage::RosterRow> rows;
      for (const auto& [number, name] :
           {std::pair{"0070", "Capt. Mali Srisuk"}, std::pair{"0071", "Sgt. Dara P."}, std::pair{"0072", "Nok Srisai"}}) {
        storage::RosterRow row;
        row.number = number, row.name = name, row.unit = "Patrol", row.since = "2026-10-01";
        if (number == std::string("0070")) row.supervises = supervises;
        if (number == std::string("0072")) row.supervises = second;
        rows.push_back(std::move(row));
      }
      REQUIRE((*data)->import_roster(std::move(rows)).ok());
      const auto people = (*data)->people();
      REQUIRE(people.ok());
      for (const app::PersonCard& each : *people)
        REQUIRE((*data)->set_first_pin(each.id, "1234").ok());
    }
    clock.set({1'795'000'000'000 / 86'400'000 * 86'400'000 + 6 * 3'600'000}); // 13:00 there
    open();
  }

  screens::SupervisionPage& page() { return screens::supervision(*shell); }
  std::string id(const std::string& number) {
    for (const app::PersonCard& each : shell->front().people)
      if (each.number == number) return each.id;
    FAIL("nobody has the number " << number);
    return {};
  }
  void type(const char* name, const char* pin, const std::string& numbers, const char* until) {
    screens::SupervisionMemory& m = page().memory;
    m.supervisor = name, m.pin = pin, m.numbers = numbers, m.until = until, m.room = "Room 3";
  }
  void open_session(const std::string& numbers) {
    shell->over(PageName::supervision);
    type("0070", "1234", numbers, "16:00");
    page().open();
    REQUIRE_MESSAGE(page().memory.part == screens::SupervisionPart::inside, page().memory.problem);
  }
  void enter_session() {
    shell->over(PageName::supervision);
    page().memory.pin = "1234";
    page().enter_pin();
    REQUIRE_MESSAGE(page().memory.part == screens::SupervisionPart::inside, page().memory.problem);
  }
  void arrive(const std::string& number) {
    if (shell->page() == PageName::supervision) page().back();
    screens::sign_in(*shell).pick(id(number));
    screens::sign_in(*shell).memory.pin = "1234";
    screens::sign_in(*shell).sign_in();
    if (shell->page() == PageName::play) shell->playing().leave(); // the warm-up
    REQUIRE(shell->page() == PageName::home);
  }
  void lessons_of(const std::string& number) {
    arrive(number);
    for (const char* lesson : {"one-phone", "open-laptop"}) {
      screens::home(*shell).open_lesson(lesson);
      play_through("idle");
      REQUIRE(shell->page() == PageName::debrief);
      shell->go(PageName::home);
    }
    shell->switch_person();
  }
  void answer_all(int well_of_ten) {
    const app::AttemptSession& session = *shell->playing().played().session;
    for (const session::Action& action : tools::acts_of_paper(session.prepared(), session.attempt(), well_of_ten))
      shell->playing().submit(action, shell->playing().drawn_now()), settle();
  }
  bool says(const std::string& words) { // on the page that is shown
    const auto window = ui::open_headless(shell->window_settings(), {1280, 720});
    ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *shell); });
    for (const ui::Entry& each : window->registry().entries())
      if (each.label.find(words) != std::string::npos) return true;
    return false;
  }
  const screens::HomeNotice& notice(const std::string& words) {
    for (const screens::HomeNotice& each : screens::home(*shell).contents().notices)
      if (each.words.find(words) != std::string::npos) return each;
    FAIL("no notice says " << words);
    std::abort();
  }
  const screens::HomeLesson& card() {
    for (const screens::HomeLesson& each : screens::home(*shell).contents().courses.at(0).lessons)
      if (each.id == "knowledge") return each;
    FAIL("no card of the test");
    std::abort();
  }
  bool map_says(const std::string& words) {
    for (const screens::HomeCompetency& each : screens::home(*shell).contents().map)
      for (const std::string& shown : each.shown)
        if (shown.find(words) != std::string::npos) return true;
    return false;
  }
};

} // namespace shell_tests
