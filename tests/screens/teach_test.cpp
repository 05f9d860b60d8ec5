// Teaching on the screen: a page at a time, a question whose answer waits for a press, and what who has played before may skip.
#include "engine/content/disk_files.h"
#include "engine/session/load.h"
#include "modules/teach/view.h"
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

const Lesson& before_touch() {
  static const session::Catalogue kinds = modules::make_catalogue();
  static const Lesson lesson([] {
    const content::DiskFiles files({{FIRSTHAND_SOURCE, ""}, {FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}});
    return session::load(files, "scenarios/courses/kinds/before-touch/scenario.yaml", kinds).prepared;
  }());
  return lesson;
}

struct Teaching {
  explicit Teaching(const StepLook& look = step_looks[0], bool again = false) : stage(told(again)), shown(stage, look) {}
  static StepStage told(bool again) {
    StepStage stage(before_touch(), modules::teach::open_view());
    stage.played_before = again;
    return stage;
  }
  StepStage stage;
  StepShown shown;
};

ui::Rect place_of(Teaching& t, std::string_view words) {
  for (const ui::Entry& entry : t.shown.window->registry().entries())
    if (entry.label == words) return entry.rect;
  FAIL_CHECK("nothing says " << words);
  return {};
}

} // namespace

TEST_CASE("screens: teaching turns a page at a time, forth and back, and the answer waits until it is asked for") {
  Teaching t;
  ui::Driver& d = t.shown.driver;
  CHECK((d.sees("A first page") && d.sees("1 of 3")));
  CHECK_FALSE((d.sees("A second page") || d.sees("teach/go-on")));
  CHECK(t.shown.press("teach/next") == "");
  CHECK((d.sees("A second page") && d.sees("2 of 3") && !d.sees("A first page")));
  CHECK(t.shown.press("teach/back") == "");
  CHECK(d.sees("A first page"));
  CHECK(t.shown.press("teach/next") == "");
  CHECK(t.shown.press("teach/next") == "");
  CHECK((d.sees("A question to yourself") && d.sees("3 of 3") && !d.sees("Because it changes it.")));
  CHECK(t.shown.press("teach/answer") == "");
  CHECK(d.sees("Because it changes it."));
  CHECK_FALSE(t.stage.gone_on);
  CHECK(t.shown.press("teach/go-on") == "");
  CHECK(t.stage.gone_on);
}

TEST_CASE("screens: only who has played the lesson before may skip its teaching") {
  CHECK_FALSE(Teaching().shown.driver.find("teach/skip/go-on").ok());
  Teaching again(step_looks[0], true);
  CHECK(again.shown.press("teach/skip/go-on") == "");
  CHECK(again.stage.gone_on);
}

TEST_CASE("screens: teaching is read by keys alone, Enter after Enter") {
  Teaching t;
  for (const char* expected : {"teach/next", "teach/next", "teach/answer", "teach/go-on"}) {
    CHECK(t.shown.driver.focused() == expected);
    CHECK_OK(t.shown.driver.key("Enter"));
  }
  CHECK(t.stage.gone_on);
}

TEST_CASE("screens: teaching is read in order: what it is about, the words, then the ways on") {
  Teaching t;
  const std::string all = t.shown.driver.all_text();
  const auto at = [&all](const char* words) {
    const std::size_t found = all.find(words);
    CHECK(found != all.npos);
    return found;
  };
  CHECK(at("A first page") < at("Looking changes nothing."));
  CHECK(at("Looking changes nothing.") < at("Next"));
}

TEST_CASE("screens: each label stands in the middle below its part of the picture, and a page without a picture has none") {
  Teaching t({"light-100", ui::Theme::light, 100, {1728, 720}}); // room for the labels beside each other
  const ui::Rect words = place_of(t, "A first page");
  const int rail = 64, right = rail + (1728 - rail + 1152) / 2; // of the page, which stands in the middle; the picture ends with it
  std::vector<int> middles;
  for (const char* label : {"The eye", "The lens", "The finger: a touch", "The plug: a touch"}) {
    const ui::Rect place = place_of(t, label);
    CHECK(place.x > words.x + words.w);
    middles.push_back(place.x + place.w / 2);
  }
  const int part = middles[1] - middles[0]; // a quarter of the picture
  for (std::size_t i = 0; i < middles.size(); ++i)
    CHECK(std::abs(middles[i] - (right - part * (7 - 2 * static_cast<int>(i)) / 2)) <= 12);
  CHECK(t.shown.press("teach/next") == "");
  CHECK_FALSE(t.shown.driver.sees("The eye"));
}

TEST_CASE("screens: where labels have no room beside each other, each stands below the one before") {
  Teaching t({"light-200", ui::Theme::light, 200, {1280, 720}});
  const ui::Rect eye = place_of(t, "The eye"), finger = place_of(t, "The finger: a touch");
  CHECK(eye.x == finger.x);
  CHECK(eye.y + eye.h <= finger.y);
  CHECK(t.shown.faults() == "");
}

TEST_CASE("screens: where the picture stands beside the words, a page without one leaves no hole") {
  Teaching t(step_looks[1]);
  const int beside = place_of(t, "A first page").x;
  CHECK(t.shown.press("teach/next") == "");
  CHECK(place_of(t, "A second page").x <= beside);
}

TEST_CASE("screens: teaching holds together at every size") {
  for (const StepLook& look : step_looks) {
    Teaching t(look, true);
    for (const char* press : {"teach/next", "teach/next", "teach/answer", "teach/go-on"}) {
      CAPTURE(look.name);
      CAPTURE(press);
      CHECK(t.shown.faults() == "");
      CHECK(t.shown.press(press) == "");
    }
    CHECK(t.stage.gone_on);
  }
}
