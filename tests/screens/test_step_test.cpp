// A test in the window: questions by number, how sure, marks, the way to hand in. That nothing of it depends on the key:
// key_worlds_test.cpp.
#include "engine/content/disk_files.h"
#include "engine/session/load.h"
#include "modules/test/view.h"
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

Lesson desk_test() {
  static const session::Catalogue kinds = modules::make_catalogue();
  static const content::DiskFiles files({{FIRSTHAND_SOURCE, ""}, {FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}});
  const auto loaded = session::load(files, "scenarios/courses/kinds/desk-test/scenario.yaml", kinds);
  REQUIRE_MESSAGE(loaded.prepared, loaded.content.findings.empty());
  return Lesson(loaded.prepared);
}

struct Taken {
  explicit Taken(const Lesson& lesson, const StepLook& look = step_looks[0], session::Paper paper = {})
      : stage(lesson, modules::test::open_view(), session::Mode::assessed, std::move(paper)), shown(stage, look) {}
  void press(const char* id) {
    CAPTURE(id);
    CHECK(shown.press(id) == "");
    shown.driver.settle();
  }
  bool sees(const char* words) const { return shown.driver.sees(words); }
  std::string value(const char* id) const { return shown.driver.find(id).value().value; }
  StepStage stage;
  StepShown shown;
};

} // namespace

TEST_CASE("test: an answer is kept as soon as it is whole, and may be another one until it is handed in") {
  const Lesson lesson = desk_test();
  Taken t(lesson);
  CHECK(t.sees("Question 1 of 3"));
  t.press("number/field");
  t.shown.driver.type("5");
  t.press("number/unit/min");
  t.press("test/certainty/sure");
  t.press("number/submit");
  CHECK(t.stage.last == "do paper answer clock sign=5 unit=min certainty=sure");
  CHECK(t.sees("Your answer is kept."));
  CHECK(t.value("test/number/clock") == "Answered");
  t.press("test/next");
  t.press("choice/option/later");
  CHECK(t.stage.last == "do paper choose notes option=later"); // kept at once; how sure may come later
  t.press("test/certainty/guess");
  CHECK(t.stage.last == "do paper choose notes option=later certainty=guess");
  t.press("choice/option/write");
  CHECK(t.stage.last == "do paper choose notes option=write certainty=guess");
  t.press("test/certainty/fairly");
  CHECK(t.stage.last == "do paper choose notes option=write certainty=fairly");
  CHECK(t.stage.refused == "");
}

TEST_CASE("test: what is whole is kept when the question is left, without its button") {
  const Lesson lesson = desk_test();
  for (const char* way : {"test/next", "test/number/order", "test/hand-in"}) {
    CAPTURE(way);
    Taken t(lesson);
    t.press("number/field");
    t.shown.driver.type("7");
    t.press("number/unit/min");
    t.press(way);
    CHECK(t.value("test/number/clock") == "Answered");
    CHECK(t.sees(std::string(way) == "test/hand-in" ? "Hand in?"
                 : std::string(way) == "test/next"  ? "Question 2 of 3"
                                                    : "Question 3 of 3"));
  }
  Taken untouched(lesson); // an order that nobody moved is no answer
  untouched.press("test/number/order");
  untouched.press("test/number/clock");
  CHECK(untouched.value("test/number/order") == "Not answered");
}

TEST_CASE("test: handing in is never locked; it says what is empty and what is marked, and asks") {
  const Lesson lesson = desk_test();
  Taken t(lesson);
  t.press("test/number/notes");
  t.press("test/flag");
  CHECK(t.value("test/number/notes") == "Not answered, marked");
  t.press("test/hand-in");
  CHECK(t.sees("Not answered: 1, 2, 3."));
  CHECK(t.sees("Marked: 2."));
  t.press("test/hand-in/no");
  CHECK(t.sees("Question 2 of 3"));
  t.press("test/hand-in");
  CHECK_OK(t.shown.driver.key("Escape"));
  CHECK(t.sees("Mark for later") != t.sees("Take the mark away"));
  t.press("test/hand-in");
  t.press("test/hand-in/yes");
  CHECK(t.stage.last == "do paper hand-in");
  CHECK(t.stage.refused == "");
}

TEST_CASE("test: questions and options stand as the sealed paper says") {
  const Lesson lesson = desk_test();
  for (const std::vector<std::string>& order :
       std::vector<std::vector<std::string>>{{"wipe", "write", "later"}, {"later", "wipe", "write"}}) {
    Taken t(lesson, step_looks[0], {{"notes", "00000000", order}, {"clock", "00000000", {}}});
    CHECK(t.sees("Question 1 of 2"));
    CHECK(ids_from(*t.shown.window, "choice/option/") == order);
    t.press("test/next");
    CHECK(t.stage.last == "do paper view clock");
  }
}

TEST_CASE("test: it holds together at every size") {
  const Lesson lesson = desk_test();
  for (const StepLook& look : step_looks) {
    CAPTURE(look.name);
    Taken t(lesson, look);
    CHECK(t.shown.faults() == "");
    t.shown.save(fmt::format("test-{}-1", look.name));
    t.press("test/next");
    CHECK(t.shown.faults() == "");
    t.press("choice/option/write");
    t.press("test/certainty/sure");
    t.press("test/flag");
    t.shown.save(fmt::format("test-{}-2", look.name));
    CHECK(t.shown.faults() == "");
    t.press("test/next");
    t.shown.save(fmt::format("test-{}-3", look.name));
    t.press("test/hand-in");
    CHECK(t.shown.faults() == "");
    t.shown.save(fmt::format("test-{}-4", look.name));
  }
}
