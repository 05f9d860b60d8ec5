// The page after a test: what it says follows from the record, and no question and no key stands on it; and the way of a course from the
// test before the lessons to the one after them.
#include "tests/screens/shell_bench.h"
#include "tests/screens/shell_fixture.h"
#include "tools/firsthand/window_paper.h"

namespace shell_tests {

namespace {

using screens::TestResultState;

struct MeasuredBench : ShellBench {
  MeasuredBench() { dara(); }
  const TestResultState& result() { return screens::test_result(*shell).state; }
  void sit(int well_of_ten) {
    screens::home(*shell).open_lesson("knowledge");
    go_on(well_of_ten);
  }
  void go_on(int well_of_ten) {
    REQUIRE(shell->page() == PageName::play);
    const app::AttemptSession& session = *shell->playing().played().session;
    for (const session::Action& action : tools::acts_of_paper(session.prepared(), session.attempt(), well_of_ten))
      shell->playing().submit(action, shell->playing().drawn_now()), settle();
    REQUIRE(shell->page() == PageName::test_result);
  }
  void go_home() { shell->go(PageName::home), settle(); }
  void lesson(const char* id) {
    screens::home(*shell).open_lesson(id);
    play_through("idle");
    REQUIRE(shell->page() == PageName::debrief);
    go_home();
  }
  void lessons() { lesson("one-phone"), lesson("open-laptop"); }
  const std::string& next() { return screens::home(*shell).decided().next; }
  const screens::HomeLesson& card() {
    for (const screens::HomeLesson& each : screens::home(*shell).contents().courses.at(0).lessons)
      if (each.id == "knowledge") return each;
    FAIL("no card of the test");
    std::abort();
  }
  std::string drawn(const char* pressed = nullptr) { // all that stands on the page; pressed: a control, or "<" for Escape
    const auto window = ui::open_headless(shell->window_settings(), {1280, 720});
    ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *shell); });
    if (pressed) REQUIRE((*pressed == '<' ? driver.key("Escape") : driver.click(pressed)).ok());
    std::string all;
    for (const ui::Entry& each : window->registry().entries())
      all += each.label + "\n";
    return all;
  }
};

bool says_it(const std::string& all, const std::string& part) { return all.find(part) != std::string::npos; }

} // namespace

TEST_CASE("test result: a course leads from the test before the lessons over them to the one after, and each says what it came to") {
  MeasuredBench b;
  CHECK(b.next() == "knowledge");
  CHECK(screens::home(*b.shell).contents().go_on->head == "Before the lessons");
  CHECK(screens::home(*b.shell).decided().also == "one-phone");
  b.sit(9);
  CHECK(b.result().verdict == "Handed in");
  CHECK(b.result().rows.empty());
  CHECK(b.result().print == "");
  CHECK(b.result().bar.won == -1);
  CHECK(b.result().way.lesson == "one-phone");
  b.go_home();
  CHECK(b.card().tag == "After the lessons");
  CHECK_FALSE(b.card().may_begin);
  CHECK(b.next() == "one-phone");
  b.lessons();
  CHECK(b.card().may_begin);
  CHECK(b.next() == "one-phone"); // it was played, and not passed
  CHECK(screens::home(*b.shell).decided().also == "knowledge");
  b.sit(2);
  CHECK(b.result().verdict == "Not passed");
  CHECK(says_it(b.result().line, "The next try is possible from 2026-11-"));
  CHECK(b.result().way.leads);
  CHECK(b.result().sat == "After the lessons, try 1 of 2");
  CHECK(b.result().bar.before > b.result().bar.won);
  CHECK(b.result().rows.size() == 12);
  CHECK_FALSE(b.result().sure.empty());
  CHECK(says_it(b.result().provisional, "Provisional"));
  CHECK_FALSE(b.result().way.lesson.empty());
  b.go_home();
  CHECK(says_it(b.card().summary, "The next try is possible from 2026-11-"));
  b.clock.set({b.clock.now().milliseconds + 8 * std::int64_t{86'400'000}});
  b.go_home();
  b.sit(10);
  CHECK(b.result().verdict == "Passed unsupervised");
  CHECK_FALSE(b.result().way.leads);
  CHECK(b.result().print != "");
  CHECK(b.result().sat == "After the lessons, try 2 of 2");
  b.go_home();
  CHECK(b.card().tag == "Passed unsupervised");
  CHECK_FALSE(b.card().may_begin);
  b.clock.set({b.clock.now().milliseconds + 30 * std::int64_t{86'400'000}});
  b.go_home();
  CHECK(screens::home(*b.shell).contents().go_on->head == "Refresher, due now");
  CHECK(says_it(screens::home(*b.shell).contents().go_on->where, "what you passed stays"));
  (void)b.drawn("home/continue");
  b.settle(), b.go_on(0);
  CHECK(b.result().verdict == "0 of 3 right");
  b.go_home();
  CHECK(screens::home(*b.shell).contents().go_on->head != "Refresher, due now");
  CHECK(b.card().tag == "Passed unsupervised");
}

TEST_CASE("test result: before a test is handed in it is said that this uses up a try; after the last one nothing promises another") {
  MeasuredBench b;
  b.lessons();
  b.sit(2);
  const std::string first = b.shell->playing().played().session->id();
  b.clock.set({b.clock.now().milliseconds + 8 * std::int64_t{86'400'000}});
  b.go_home();
  screens::home(*b.shell).open_lesson("knowledge");
  session::Action on;
  on.kind = session::Action::Kind::go_on;
  b.shell->playing().submit(on, b.shell->playing().drawn_now()), b.settle();
  CHECK(says_it(b.drawn("play/back"), "Your answers are kept, and you go on at the same question."));
  b.shell->playing().played().memory.sheet = screens::PlaySheet::none;
  CHECK(says_it(b.drawn("test/hand-in"), "It is try 2 of 2."));
  CHECK_FALSE(says_it(b.drawn(), "09:00:00")); // no time passes in it
  b.go_on(2);
  CHECK(says_it(b.result().line, "All tries are used."));
  b.go_home();
  screens::home(*b.shell).open_attempt(first);
  CHECK(b.result().sat == "After the lessons, try 1 of 2");
  CHECK_FALSE(says_it(b.result().line, "next try"));
}

TEST_CASE("test result: no question, no answer and no sign of an item stands on it") {
  MeasuredBench b;
  b.lessons();
  b.sit(5);
  const std::string drawn = b.drawn();
  CHECK(says_it(drawn, "Not passed"));
  const model::Test& test = *session::test_of(b.shell->playing().played().session->prepared());
  for (const model::Item& item : test.items) {
    CAPTURE(item.id);
    CHECK_FALSE(says_it(drawn, item.stem.source));
    CHECK_FALSE(says_it(drawn, item.id));
    for (const model::ItemOption& option : item.options)
      CHECK_FALSE(says_it(drawn, option.text.source));
  }
}

TEST_CASE("test result: what was opened again from the record is the same page, and leads home") {
  MeasuredBench b;
  b.lessons();
  b.sit(10);
  const std::string first = b.drawn(), attempt = b.shell->playing().played().session->id();
  b.go_home();
  CHECK(screens::home(*b.shell).contents().attempts.front().result == "Passed unsupervised");
  screens::home(*b.shell).open_attempt(attempt);
  REQUIRE(b.shell->page() == PageName::test_result);
  CHECK(b.drawn() == first);
}

TEST_CASE("test result: where a test was stopped home says the question") {
  MeasuredBench b;
  screens::home(*b.shell).open_lesson("knowledge");
  const app::AttemptSession& session = *b.shell->playing().played().session;
  const auto acts = tools::acts_of_paper(session.prepared(), session.attempt(), 10);
  for (std::size_t i = 0; i < 8; ++i)
    b.shell->playing().submit(acts[i], b.shell->playing().drawn_now()), b.settle();
  b.shell->playing().leave(), b.settle();
  REQUIRE(b.shell->page() == PageName::home);
  CHECK(screens::home(*b.shell).contents().go_on->where == "Question 4 of 24");
  CHECK(b.card().act == app::LessonAct::go_on);
}

TEST_CASE("test result: in a draft language a final is practice, says so, and passes nothing") {
  MeasuredBench b;
  b.lessons();
  app::Settings thai = b.shell->settings();
  thai.language = "th";
  b.shell->change_settings(thai), b.settle();
  b.go_home();
  b.sit(10);
  CHECK(b.shell->playing().played().session->pins().start.role == "practice");
  CHECK(b.result().meaning == ui::Meaning::quiet);
  b.go_home();
  CHECK(b.next() == "one-phone");
  CHECK(b.card().act == app::LessonAct::start);
}

} // namespace shell_tests
