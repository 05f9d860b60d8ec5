// The scene over the real lessons: what is shown, what a press means, and that every size of text keeps everything whole.
#include "tests/screens/play_stage.h"

using namespace firsthand;
using namespace firsthand::screens;

namespace {

constexpr std::initializer_list<const char*> to_table{"go on", "do authority choose option=power sure=yes", "go on"};

PlayStage cafe() {
  PlayStage stage(lesson("open-laptop"));
  stage.play(to_table);
  return stage;
}

PlayStage cafe_kept() {
  PlayStage stage = cafe();
  stage.play({"do table hands-off man", "task nok keep-awake laptop", "do table photograph laptop", "do table follow cord",
              "do table call examiner", "do table look laptop"});
  return stage;
}

} // namespace

TEST_CASE("scene: look") {
  PlayStage stage = cafe_kept();
  for (const Look look : {Look{}, Look{ui::Theme::light, 150}, Look{ui::Theme::dark, 200, "en", {1920, 1080}}, Look{ui::Theme::high_contrast}, Look{ui::Theme::light, 125, "en", {1366,768}}, Look{ui::Theme::dark, 100, "en", {1920,1080}}, Look{ui::Theme::light, 200}}) {
    Shown shown(stage, look);
    CHECK(shown.press("scene/place/laptop") == "");
    CHECK(shown.faults() == "");
    shown.save("scene-" + std::to_string(static_cast<int>(look.theme)) + "-" + std::to_string(look.percent) + "-" + std::to_string(look.size.w));
  }
}

TEST_CASE("scene: states") {
  {
    PlayStage stage = cafe();
    Shown shown(stage);
    CHECK(shown.faults() == "");
    shown.save("state-first");
    CHECK(shown.press("scene/helper/nok") == "");
    shown.save("state-tasks");
    CHECK(shown.press("play/list") == "");
    shown.save("state-list");
    CHECK(shown.press("play/list") == "");
    CHECK(shown.press("play/hint") == "");
    CHECK(shown.press("play/hint/next") == "");
    shown.save("state-hint");
    CHECK_OK(shown.driver.key("Escape"));
    CHECK(shown.press("play/glossary") == "");
    shown.save("state-glossary");
    CHECK(shown.press("play/sheet/close") == "");
    CHECK(shown.press("play/write-note") == "");
    shown.driver.type("The cord is red.");
    shown.save("state-note");
    CHECK(shown.press("play/note/save") == "");
    MESSAGE(stage.last());
    CHECK(shown.press("scene/place/examiner") == "");
    shown.save("state-chip");
    CHECK(shown.press("scene/verb/examiner/call") == "");
    shown.save("state-quote");
    CHECK(shown.press("scene/place/laptop") == "");
    CHECK(shown.press("scene/verb/laptop/photograph") == "");
    CHECK(shown.press("scene/verb/laptop/close-lid") == "");
    shown.save("state-armed");
    CHECK(shown.press("scene/verb/laptop/close-lid") == "");
    shown.save("state-lid");
    CHECK(shown.faults() == "");
  }
  for (int percent : {150, 200}) {
    PlayStage stage = cafe_kept();
    Shown shown(stage, {ui::Theme::light, percent});
    CHECK(shown.press("play/notebook") == "");
    CHECK(shown.faults() == "");
    shown.save("sheet-notebook-" + std::to_string(percent));
    CHECK(shown.press("play/sheet/close") == "");
    CHECK(shown.press("play/list") == "");
    shown.save("list-" + std::to_string(percent));
    CHECK(shown.faults() == "");
  }
  for (int percent : {100, 150, 200}) {
    PlayStage stage(lesson("one-phone"));
    Shown shown(stage, {ui::Theme::light, percent});
    shown.save("briefing-" + std::to_string(percent));
    CHECK(shown.faults() == "");
    stage.play({"go on", "do authority choose option=take", "go on", "do seat look phone"});
    shown.driver.settle();
    CHECK(shown.press("scene/place/phone") == "");
    shown.save("seat-" + std::to_string(percent));
    stage.play({"do seat bag phone with bag", "go on", "do owner-talk caution owner", "do owner-talk ask-unlock owner"});
    shown.driver.settle();
    shown.save("talk-" + std::to_string(percent));
    CHECK(shown.faults() == "");
  }
}
