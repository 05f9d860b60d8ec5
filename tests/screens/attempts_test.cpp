// The trainer's page of attempts: nobody sees it without the PIN, and what it says is what the record holds.
#include "tests/screens/shell_bench.h"

namespace shell_tests {

namespace {

struct AttemptsBench : ShellBench {
  screens::AttemptsPage& page() { return screens::attempts(*shell); }
  void play(const std::string& name) {
    screens::home(*shell).open_lesson("one-phone");
    play_through(name);
    REQUIRE(shell->page() == PageName::debrief);
    shell->go(PageName::home);
  }
  void set_pin() {
    shell->go(PageName::station);
    screens::station(*shell).memory.new_pin = screens::station(*shell).memory.new_pin_again = "2468";
    screens::station(*shell).set_trainer_pin();
    REQUIRE(shell->front().trainer_pin);
  }
  void enter(const char* pin) {
    page().memory.pin = pin;
    page().enter_pin();
  }
};

} // namespace

TEST_CASE("attempts: only who knows the trainer's PIN sees them, each time anew") {
  AttemptsBench b;
  b.dara();
  b.shell->switch_person();
  b.shell->go(PageName::station);
  b.shell->over(PageName::attempts);
  b.enter("2468"); // nobody set one
  CHECK(b.page().memory.problem != "");
  CHECK(b.page().people().empty());
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("1111");
  CHECK(b.page().memory.part == screens::AttemptsPart::pin);
  CHECK(b.page().memory.problem != "");
  CHECK(b.page().people().empty());
  b.clock.set({b.clock.now().milliseconds + 400'000});
  b.tick(400'000);
  b.enter("2468");
  CHECK(b.page().memory.part == screens::AttemptsPart::people);
  REQUIRE(b.page().people().size() == 1);
  b.page().back();
  CHECK(b.shell->page() == PageName::station);
  b.shell->over(PageName::attempts);
  CHECK(b.page().memory.part == screens::AttemptsPart::pin);
  CHECK(b.page().memory.pin == "");
  CHECK(b.page().people().empty());
}

TEST_CASE("attempts: verdict, score, critical errors and what does not count are those of the record") {
  AttemptsBench b;
  b.adjust = [](screens::ShellOptions& options) {
    options.channel = session::Channel::rehearsal, options.chance = {{"bag.leak", "tight"}};
  };
  b.open();
  b.dara();
  b.play("expert");
  b.play("careless");
  b.shell->switch_person();
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("2468");
  REQUIRE(b.page().people().size() == 1);
  CHECK(b.page().people()[0].summary.starts_with("3 attempts, 0 passed"));
  b.page().show_person(b.page().people()[0].id);
  REQUIRE(b.page().results().size() == 3); // with the warm-up: chance is fixed for the lesson, and it begins all the same
  const screens::AttemptsResult &careless = b.page().results()[0], &expert = b.page().results()[1]; // newest first
  CHECK(careless.result == "Not passed");
  CHECK(careless.critical == "1 critical error");
  CHECK(careless.details.starts_with("Score "));
  CHECK(expert.result == "Passed");
  CHECK(expert.critical == "No critical error");
  CHECK(expert.details.ends_with("Does not count.")); // a rehearsal
}

TEST_CASE("attempts: what counts and what is under way is told as such, and the page closes when nobody is there") {
  AttemptsBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  b.go_on();
  b.shell->switch_person();
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("2468");
  b.page().show_person(b.page().people().at(0).id);
  REQUIRE(b.page().results().size() == 2); // with the warm-up
  CHECK(b.page().results()[0].result == "Under way");
  CHECK(b.page().results()[0].details.find("count") == std::string::npos);
  b.tick(599'000);
  CHECK(b.shell->page() == PageName::attempts);
  b.tick(2'000);
  CHECK(b.shell->page() == PageName::station);
  CHECK(b.page().results().empty());
}

} // namespace shell_tests
