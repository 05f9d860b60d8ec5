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

TEST_CASE("attempts: verdict, score, fatal errors and what does not count are those of the record") {
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
  CHECK(
      b.page().people()[0].summary.starts_with("0 attempts that count, 0 passed unsupervised · 2 that do not count · newest begun on 20"));
  b.page().show_person(b.page().people()[0].id);
  REQUIRE(b.page().results().size() == 2);                                                          // the warm-up is told nowhere
  const screens::AttemptsResult &careless = b.page().results()[0], &expert = b.page().results()[1]; // newest first
  CHECK(careless.result == "Practised, not yet");
  CHECK(careless.fatal == "1 fatal error");
  CHECK(careless.details.starts_with("Practice · score "));
  CHECK(expert.result == "Practised");
  CHECK(expert.fatal == "No fatal error");
  CHECK(expert.details.ends_with(" · does not count")); // a rehearsal
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
  CHECK(b.page().people().at(0).summary.starts_with("1 attempt that counts, 0 passed unsupervised · newest begun on 20"));
  b.page().show_person(b.page().people().at(0).id);
  REQUIRE(b.page().results().size() == 1);
  CHECK(b.page().results()[0].result == "Under way");
  CHECK(b.page().results()[0].fatal == ""); // nobody knows it yet
  CHECK(b.page().results()[0].details.find("count") == std::string::npos);
  b.tick(599'000);
  CHECK(b.shell->page() == PageName::attempts);
  b.tick(2'000);
  CHECK(b.shell->page() == PageName::station);
  CHECK(b.page().results().empty());
}

TEST_CASE("attempts: what is played on from a moment is told apart from what counts") {
  AttemptsBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.play_through("careless");
  b.shell->playing().rewind_to(3);
  b.settle();
  REQUIRE(b.shell->page() == PageName::play);
  b.shell->switch_person();
  b.set_pin();
  b.shell->over(PageName::attempts);
  b.enter("2468");
  CHECK(b.page().people().at(0).summary.starts_with("1 attempt that counts, 0 passed unsupervised · 1 that does not count · "));
  b.page().show_person(b.page().people().at(0).id);
  REQUIRE(b.page().results().size() == 2);
  CHECK(b.page().results()[0].details.ends_with(" · does not count"));
  CHECK(b.page().results()[1].details.find("count") == std::string::npos);
}

TEST_CASE("attempts: a lesson has its name in the language of the window") {
  AttemptsBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.settle();
  b.shell->switch_person();
  b.set_pin();
  app::Settings thai = b.shell->settings();
  thai.language = "th";
  b.shell->change_settings(thai);
  b.shell->over(PageName::attempts);
  b.enter("2468");
  b.page().show_person(b.page().people().at(0).id);
  REQUIRE(b.page().results().size() == 1);
  const auto content = b.content_library.load("one-phone");
  REQUIRE(content.ok());
  const std::string name = (*content)->texts("th").of((*content)->prepared().scenario.title);
  CHECK(b.page().results()[0].title == name);
  CHECK(b.page().results()[0].title != (*content)->prepared().scenario.title.source);
}

} // namespace shell_tests
