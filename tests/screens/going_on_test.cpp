// The way on out of a scene, which is left for good: asked about while something is still under way in it, and only then.
#include "tests/screens/play_stage.h"

using namespace firsthand;
using namespace firsthand::screens;

namespace {

using Acts = std::initializer_list<const char*>;

PlayStage scene_after(Acts acts, session::Mode mode = session::Mode::practice) {
  PlayStage stage(lesson("open-laptop"), mode);
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  stage.play(acts);
  return stage;
}

} // namespace

TEST_CASE("going on: while somebody is on the way it is asked, and who presses Enter by mistake stays") {
  PlayStage stage = scene_after(Acts{"do table hands-off man", "do table call examiner"});
  for (const Look& look : {Look{}, Look{ui::Theme::dark, 200, "th"}, Look{ui::Theme::high_contrast, 150}}) {
    Shown shown(stage, look);
    CHECK(shown.press("scene/go-on") == "");
    CHECK(stage.memory.sheet == PlaySheet::going_on);
    CHECK(shown.driver.sees("Examiner Malee: The examiner is on her way"));
    CHECK(shown.faults() == "");
    shown.save("going-on-" + std::to_string(look.percent));
    CHECK(shown.driver.focused() == "play/going-on/stay");
    CHECK_OK(shown.driver.key("Enter"));
    CHECK(stage.memory.sheet == PlaySheet::none);
    CHECK(shown.driver.focused() == "scene/go-on");
    CHECK(shown.press("scene/go-on") == "");
    CHECK_OK(shown.driver.key("Escape"));
    CHECK(stage.memory.sheet == PlaySheet::none);
    CHECK(stage.step() == "table");
    CHECK(stage.actions.empty());
  }
  Shown shown(stage);
  CHECK(shown.press("scene/go-on") == "");
  CHECK(shown.press("play/going-on/leave") == "");
  CHECK(stage.step() == "hand");
  CHECK(stage.memory.sheet == PlaySheet::none);
}

TEST_CASE("going on: nothing is asked while nothing is under way") {
  PlayStage stage = scene_after(Acts{"do table hands-off man"});
  Shown shown(stage);
  CHECK(shown.press("scene/go-on") == "");
  CHECK(stage.step() == "hand");
}

TEST_CASE("going on: in practice what must not be passed over is named, in assessed work it is not") {
  for (const session::Mode mode : {session::Mode::practice, session::Mode::assessed}) {
    PlayStage stage = scene_after(Acts{"do table hands-off man"}, mode);
    Shown shown(stage);
    bool answered = false;
    for (int i = 0; i < 20 && !shown.driver.sees("glances over"); ++i) {
      stage.play({"wait 30 s"});
      shown.driver.settle();
      if (!answered && shown.driver.sees("Switch it off, bring it")) stage.play({"do table ask-time lieutenant"}), answered = true;
    }
    REQUIRE(shown.driver.sees("glances over"));
    CHECK(shown.press("scene/go-on") == "");
    const bool asked = stage.memory.sheet == PlaySheet::going_on;
    CHECK(asked == (mode == session::Mode::practice));
    if (asked) CHECK(shown.driver.sees("Next table: Types on a phone")); // in assessed work it stands in the scene alone
  }
}

TEST_CASE("leaving: the question opens on the answer that loses nothing") {
  PlayStage stage = scene_after(Acts{"do table hands-off man"});
  Shown shown(stage);
  CHECK_OK(shown.driver.key("Escape"));
  REQUIRE(stage.memory.sheet == PlaySheet::leave);
  CHECK(shown.driver.focused() == "play/leave/no");
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.memory.sheet == PlaySheet::none);
  CHECK_FALSE(stage.went_back);
}
