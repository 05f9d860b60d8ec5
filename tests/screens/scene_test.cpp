// The scene over the real lessons: what is shown, what a press means, and that every size of text keeps everything whole.
#include "tests/screens/play_stage.h"

using namespace firsthand;
using namespace firsthand::screens;

TEST_CASE("scene: look") {
  PlayStage stage(lesson("open-laptop"));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "do table hands-off man", "task nok keep-awake laptop",
              "do table photograph laptop", "do table follow cord", "do table call examiner", "do table look laptop"});
  for (const Look look : {Look{}, Look{ui::Theme::light, 150}, Look{ui::Theme::dark, 200, "en", {1920, 1080}}, Look{ui::Theme::high_contrast}, Look{ui::Theme::light, 125, "en", {1366,768}}, Look{ui::Theme::dark, 100, "en", {1920,1080}}, Look{ui::Theme::light, 200}}) {
    Shown shown(stage, look);
    CHECK(shown.press("scene/place/laptop") == "");
    CHECK(shown.faults() == "");
    shown.save("scene-" + std::to_string(static_cast<int>(look.theme)) + "-" + std::to_string(look.percent) + "-" + std::to_string(look.size.w));
  }
}
