// Pairs as a learner makes them: by pressing, by letter, by keys alone, by dragging, and in the list where there is little room.
#include "engine/content/disk_files.h"
#include "engine/session/load.h"
#include "modules/match/view.h"
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

const Lesson& power_signs() {
  static const session::Catalogue kinds = modules::make_catalogue();
  static const Lesson lesson([] {
    const content::DiskFiles files({{FIRSTHAND_SOURCE, ""}, {FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}});
    return session::load(files, "scenarios/courses/kinds/power-signs/scenario.yaml", kinds).prepared;
  }());
  return lesson;
}

struct Pairs {
  explicit Pairs(const StepLook& look = step_looks[0], session::Mode mode = session::Mode::practice, bool second_step = false)
      : stage(power_signs(), modules::match::open_view(), mode), shown(played(second_step), look) {}
  StepStage& played(bool second_step) {
    if (second_step) stage.play({"do signs match warm=running blink=asleep screen=dark disk=running", "go on"});
    return stage;
  }
  void pair(const char* item, const char* target) {
    CHECK(shown.press(fmt::format("match/item/{}", item).c_str()) == "");
    CHECK(shown.press(fmt::format("match/target/{}", target).c_str()) == "");
  }
  void some_wrong() {
    pair("warm", "running");
    pair("blink", "running");
    pair("screen", "dark");
    pair("disk", "asleep");
    CHECK(shown.press("match/submit") == "");
  }
  void all_right() {
    pair("blink", "asleep");
    pair("disk", "running");
    CHECK(shown.press("match/submit") == "");
  }
  std::string said_of(const char* item) { return shown.driver.find(fmt::format("match/item/{}", item)).value().value; }
  StepStage stage;
  StepShown shown;
};

} // namespace

TEST_CASE("screens: pairs are made by pressing one and where it belongs; each is told with its reason once all is right") {
  Pairs p;
  CHECK(p.shown.driver.sees("Match all of them first."));
  p.some_wrong();
  CHECK(p.stage.last == "do signs match warm=running blink=running screen=dark disk=asleep");
  CHECK(p.said_of("warm") == "Right: It runs right now");
  CHECK(p.said_of("blink") == "Wrong: It runs right now");
  CHECK(p.shown.driver.sees("Warm air and a fan"));
  CHECK_FALSE(p.shown.driver.sees("A light that breathes")); // it may still be found
  CHECK_FALSE(p.shown.driver.sees("Should be"));
  CHECK(p.shown.driver.sees("You have one more try."));
  p.all_right();
  CHECK(p.stage.last == "do signs match warm=running blink=asleep screen=dark disk=running");
  CHECK(p.shown.driver.sees("A light that breathes"));
  CHECK(p.shown.press("match/go-on") == "");
  CHECK(p.stage.gone_on);
}

TEST_CASE("screens: what stays wrong is told at the end, in practice only") {
  for (const auto mode : {session::Mode::practice, session::Mode::assessed}) {
    Pairs p(step_looks[0], mode);
    p.some_wrong();
    p.pair("warm", "asleep"); // a second try, wrong again
    CHECK(p.shown.press("match/submit") == "");
    const bool told = mode == session::Mode::practice;
    CHECK(p.shown.driver.sees("Should be: It sleeps") == told);
    CHECK(p.shown.driver.sees("A light that breathes") == told);
    CHECK(p.said_of("warm").starts_with(told ? "Wrong: " : "Goes to: "));
    CHECK(p.shown.driver.sees("Your answer is recorded.") != told);
  }
}

TEST_CASE("screens: the next that has no pair waits by itself, and pressing a place once more takes it back") {
  Pairs p;
  for (const char* target : {"running", "asleep"}) // of the first two, without pressing either
    CHECK(p.shown.press(fmt::format("match/target/{}", target).c_str()) == "");
  CHECK(p.said_of("warm") == "Goes to: It runs right now");
  CHECK(p.said_of("blink").starts_with("Goes to: It sleeps"));
  p.pair("warm", "running");
  CHECK(p.said_of("warm") == "Not matched yet");
}

TEST_CASE("screens: where only one may go, it leaves the one that had it") {
  Pairs p(step_looks[0], session::Mode::practice, true);
  p.pair("sealed", "examiner");
  p.pair("open", "examiner");
  CHECK(p.said_of("sealed") == "Not matched yet");
  CHECK(p.said_of("open") == "Goes to: The examiner");
  p.pair("sealed", "clerk");
  CHECK(p.shown.press("match/submit") == "");
  CHECK(p.stage.last == "do holders match sealed=clerk open=examiner");
}

TEST_CASE("screens: pairs are made by keys alone, in either form") {
  for (const StepLook& look : {step_looks[0], step_looks[4]}) {
    CAPTURE(look.name);
    Pairs p(look);
    CHECK(p.shown.driver.focused() == "match/item/warm"); // not on Submit
    const auto keys = [&](std::initializer_list<const char*> all) {
      for (const char* key : all)
        CHECK_OK(p.shown.driver.key(key));
    };
    keys({"Enter", "Down", "Enter"}); // to its places, the second of them
    CHECK(p.shown.driver.focused() == "match/item/blink");
    keys({"Enter", "Enter"});
    CHECK(p.shown.driver.focused() == "match/item/screen");
    keys({"C", "B"}); // by letter, where one is
    CHECK(p.shown.driver.focused() == "match/submit");
    keys({"Enter"});
    CHECK(p.stage.last == "do signs match warm=running blink=asleep screen=dark disk=running");
  }
}

TEST_CASE("screens: a thing is dragged to where it belongs; let go elsewhere it stays as it is") {
  Pairs p;
  const auto at = [&](const char* id) { return p.shown.driver.find(id).value().rect.centre(); };
  const auto drag = [&](const char* from, ui::Point to) {
    const ui::Point start = at(from);
    p.shown.driver.press(start);
    for (int i = 1; i <= 10; ++i)
      p.shown.driver.move_to({start.x + (to.x - start.x) * i / 10, start.y + (to.y - start.y) * i / 10});
    p.shown.driver.release(to);
    p.shown.driver.settle();
  };
  drag("match/item/screen", at("match/target/dark"));
  CHECK(p.said_of("screen").starts_with("Goes to: It says nothing"));
  CHECK(p.said_of("warm") == "Not matched yet");
  drag("match/item/warm", {at("match/submit").x, at("match/submit").y + 60});
  CHECK(p.said_of("warm") == "Not matched yet");
  CHECK(p.stage.last.empty());
}

TEST_CASE("screens: where there is little room, the places stand below the thing that is selected, and are read there") {
  Pairs p(step_looks[4]);
  CHECK(p.shown.press("match/item/screen") == "");
  std::vector<std::string> order;
  for (const ui::Entry& entry : p.shown.driver.window().registry().entries())
    if (entry.id.starts_with("match/item/") || entry.id.starts_with("match/target/")) order.push_back(entry.id.substr(6));
  CHECK(order ==
        std::vector<std::string>{"item/warm", "item/blink", "item/screen", "target/asleep", "target/running", "target/dark", "item/disk"});
}

TEST_CASE("screens: a match holds together at every size, before and after the answer") {
  for (const StepLook& look : step_looks) {
    CAPTURE(look.name);
    Pairs p(look);
    CHECK(p.shown.faults() == "");
    p.shown.save(fmt::format("match-{}-1", look.name));
    p.some_wrong();
    CHECK(p.shown.faults() == "");
    p.shown.save(fmt::format("match-{}-2", look.name));
    p.all_right();
    CHECK(p.shown.faults() == "");
    p.shown.save(fmt::format("match-{}-3", look.name));
  }
}

TEST_CASE("screens: what a play says of a match is pressed on its controls") {
  Pairs p;
  screens::Hands hands(
      p.shown.driver, [&] { p.shown.driver.settle(); }, [] { return 0; });
  const auto view = modules::match::open_view();
  for (const char* line : {"do signs match disk=running warm=running blink=running screen=asleep",
                           "do signs match warm=running blink=asleep screen=dark disk=running"}) {
    const auto action = session::parse_action(line, power_signs().prepared->symbols);
    REQUIRE(action.ok());
    view->press(hands, *power_signs().prepared, *action);
    CHECK(p.stage.refused == "");
  }
  CHECK(p.stage.last == "do signs match warm=running blink=asleep screen=dark disk=running");
}
