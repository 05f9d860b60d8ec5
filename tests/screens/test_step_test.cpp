// A test in the window: questions by number, how sure, marks, the way to hand in; and that nothing on the screen depends on the key.
#include "engine/content/disk_files.h"
#include "engine/session/load.h"
#include "modules/test/view.h"
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

#include <fstream>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

using Changes = std::vector<std::pair<std::string, std::string>>;

// The files of the tests' lessons, in which some texts of the questions may be others.
class Changed : public reading::FileSource {
 public:
  explicit Changed(Changes changes) : changes_(std::move(changes)) {}
  std::optional<std::string> read(std::string_view path, std::size_t limit) const override {
    auto bytes = files_.read(path, limit);
    if (!bytes || !path.ends_with("items/documentation.yaml")) return bytes;
    for (const auto& [from, to] : changes_) {
      REQUIRE(bytes->find(from) != bytes->npos);
      bytes->replace(bytes->find(from), from.size(), to);
    }
    return bytes;
  }
  std::vector<std::string> list(std::string_view folder) const override { return files_.list(folder); }

 private:
  content::DiskFiles files_{{{FIRSTHAND_SOURCE, ""}, {FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}}};
  Changes changes_;
};

Lesson desk_test(const Changes& changes = {}) {
  static const session::Catalogue kinds = modules::make_catalogue();
  const auto loaded = session::load(Changed(changes), "scenarios/courses/kinds/desk-test/scenario.yaml", kinds);
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
  std::string picture(const char* name) {
    shown.save(fmt::format("test-world-{}", name));
    std::ifstream file(std::filesystem::temp_directory_path() / "firsthand-screens" / fmt::format("test-world-{}.png", name),
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
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

TEST_CASE("test: two worlds that differ in the key alone look alike until the end") {
  const Lesson ours = desk_test();
  const std::vector<Changes> keys{{{"right: yes, why", "why"}, {"end of the shift, why", "end of the shift, right: yes, why"}},
                                  {{"answer: 5 min", "answer: 6 min"}},
                                  {{", danger: weakens", ""}}};
  for (const Changes& key : keys)
    for (const StepLook& look : {step_looks[0], step_looks[2]}) {
      const Lesson theirs = desk_test(key);
      Taken a(ours, look), b(theirs, look);
      const auto both = [&](const char* id) {
        CAPTURE(id);
        a.press(id), b.press(id);
        CHECK(a.picture("a") == b.picture("b"));
      };
      both("number/field");
      a.shown.driver.type("5"), b.shown.driver.type("5");
      for (const char* id : {"number/unit/min", "test/certainty/sure", "number/submit", "test/number/notes", "choice/option/write",
                             "test/certainty/guess", "test/number/clock", "test/flag", "test/hand-in"})
        both(id);
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
