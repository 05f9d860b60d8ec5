// The custody form as a learner fills it in: picking, striking out, signing; nothing says what is wrong.
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

// All of the page at once, so that what is asked for is not scrolled away.
constexpr StepLook whole_page{"whole-page", ui::Theme::light, 100, {1600, 1600}};

TEST_CASE("screens: a custody sheet is filled in by picking, corrected by striking out, and signed") {
  const Lesson lesson("one-phone");
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.play_until("expert", "custody");
  StepShown shown(stage, whole_page);
  CHECK(shown.driver.sees("Fill in every field first."));
  CHECK(shown.press("custody/pick/bare") == "");
  CHECK(stage.last == "do custody fill phone field=found pick=bare");
  CHECK(shown.press("custody/correct") == "");
  CHECK(shown.press("custody/strike/found") == "");
  CHECK(stage.last == "do custody strike phone field=found");
  CHECK_OK(shown.driver.key("B"));
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.last == "do custody fill phone field=found pick=zoned");
  for (const char* pick : {"full", "correct", "powered", "zoned"})
    CHECK(shown.press(fmt::format("custody/pick/{}", pick).c_str()) == "");
  CHECK(shown.driver.sees("Nothing. Every field is filled in."));
  CHECK(shown.driver.sees("4 Mar 2026, 09:10")); // still to be read
  CHECK(shown.press("custody/sign") == "");
  CHECK(stage.last != "do custody sign phone");
  CHECK(shown.press("custody/sign") == "");
  CHECK(stage.last == "do custody sign phone");
  CHECK(stage.refused == "");
  CHECK(shown.driver.sees("Signed and handed over"));
  CHECK(shown.press("custody/go-on") == "");
  CHECK(stage.gone_on);
}

TEST_CASE("screens: nobody signs for what they did not receive, and the trainee's name stands for the learner's") {
  const Lesson lesson("open-laptop");
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.trainee = "Somchai Jaidee";
  stage.play_until("idle", "custody");
  StepShown shown(stage, whole_page);
  for (const char* pick : {"zoned", "full", "open", "none-yet"})
    CHECK(shown.press(fmt::format("custody/pick/{}", pick).c_str()) == "");
  for (int i = 0; i < 2; ++i)
    CHECK(shown.press("custody/sign") == "");
  CHECK(stage.last == "do custody sign laptop");
  CHECK(shown.driver.sees("Not handed over."));
  CHECK_FALSE(shown.driver.sees("Signed and handed over"));
  CHECK_FALSE(shown.driver.sees("Signature, received by"));
  CHECK(shown.driver.sees("Signature, written by"));
}

TEST_CASE("screens: what was handed over is signed by both, under the trainee's name") {
  const Lesson lesson("one-phone");
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.trainee = "Somchai Jaidee";
  stage.note("Crack at the lower left");
  stage.play_until("expert", "custody");
  StepShown shown(stage, whole_page);
  CHECK(shown.driver.sees("Crack at the lower left")); // to copy from
  for (const char* pick : {"zoned", "full", "correct", "powered", "zoned"})
    CHECK(shown.press(fmt::format("custody/pick/{}", pick).c_str()) == "");
  for (int i = 0; i < 2; ++i)
    CHECK(shown.press("custody/sign") == "");
  CHECK(shown.driver.sees("Somchai Jaidee"));
  CHECK(shown.driver.sees("Signature, received by"));
}

TEST_CASE("screens: a custody sheet is copied from what was seen, photographed and noted, and from nothing else") {
  const Lesson lesson("open-laptop");
  model::Text photo;
  photo.source = "Photo of the grey one";
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.note("Asked at the counter");
  stage.photo("laptop", photo);
  stage.play_until("expert", "custody");
  StepShown shown(stage, whole_page);
  const auto sees = [&shown](const char* words) { return shown.driver.sees(words); };
  CHECK(sees("2026-03-04 09:10 +07:00 Photo of the grey one"));
  CHECK(sees("Asked at the counter"));
  CHECK_FALSE(sees("Seal A 204 117"));
  CHECK(shown.press("custody/sheet/phone") == "");
  CHECK_FALSE(sees("Photo of the grey one")); // of another thing
  CHECK(sees("Seal A 204 117"));
}

TEST_CASE("screens: where nothing was sealed and nothing looked at, no line of it stands there to copy") {
  const Lesson lesson("one-phone");
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.play_until("idle", "custody");
  StepShown shown(stage, whole_page);
  CHECK_FALSE(shown.driver.sees("Seal A 204 117"));
  CHECK(shown.driver.sees("Watch checked against a time signal"));
}

TEST_CASE("screens: in Thai a sheet is signed in a year of the Buddhist era") {
  const Lesson lesson("one-phone");
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.speak("th");
  stage.play_until("expert", "custody");
  StepShown shown(stage, whole_page);
  for (const char* pick : {"zoned", "full", "correct", "powered", "zoned"})
    CHECK(shown.press(fmt::format("custody/pick/{}", pick).c_str()) == "");
  for (int i = 0; i < 2; ++i)
    CHECK(shown.press("custody/sign") == "");
  CHECK(shown.driver.sees("2569 09:"));
}

TEST_CASE("screens: a cell of the custody sheet is chosen by Enter, and who types there writes nothing") {
  const Lesson lesson("one-phone");
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.play_until("expert", "custody");
  StepShown shown(stage);
  for (int i = 0; i < 40 && shown.driver.focused() != "custody/cell/seal"; ++i)
    CHECK_OK(shown.driver.key("Tab"));
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(shown.driver.find("custody/pick/correct").ok());
  CHECK(shown.driver.focused() == "custody/cell/seal");
  const std::string before = stage.last;
  for (const char* letter : {"C", "B", "H", "A"}) // H is none of them
    CHECK_OK(shown.driver.key(letter));
  CHECK(stage.last == before);
  CHECK(shown.driver.focused().starts_with("custody/pick/"));
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.last.starts_with("do custody fill phone field=seal"));
}

TEST_CASE("screens: going on with an unsigned sheet is asked once") {
  const Lesson lesson("one-phone");
  StepStage stage(lesson, modules::custody_form::open_view());
  stage.play_until("expert", "custody");
  StepShown shown(stage);
  CHECK(shown.press("custody/go-on") == "");
  CHECK_FALSE(stage.gone_on);
  CHECK(shown.press("custody/stay") == "");
  CHECK(shown.press("custody/go-on") == "");
  CHECK(shown.press("custody/leave") == "");
  CHECK(stage.gone_on);
}

TEST_CASE("screens: the custody form holds together at every size, empty, corrected and signed") {
  const Lesson lesson("open-laptop");
  for (const StepLook& look : step_looks) {
    CAPTURE(look.name);
    StepStage stage(lesson, modules::custody_form::open_view());
    stage.play_until("expert", "custody");
    StepShown shown(stage, look);
    CHECK(shown.faults() == "");
    shown.save(fmt::format("custody-{}-1", look.name));
    CHECK(shown.press("custody/pick/bare") == "");
    CHECK(shown.press("custody/correct") == "");
    CHECK(shown.press("custody/strike/found") == "");
    CHECK(shown.faults() == "");
    for (const char* pick : {"zoned", "full", "open", "none-yet"})
      CHECK(shown.press(fmt::format("custody/pick/{}", pick).c_str()) == "");
    for (int i = 0; i < 2; ++i)
      CHECK(shown.press("custody/sign") == "");
    CHECK(shown.faults() == "");
    shown.save(fmt::format("custody-{}-2", look.name));
  }
}
