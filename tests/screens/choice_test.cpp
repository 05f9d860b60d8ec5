// Questions and orders as a learner answers them: by pressing, by letter, by keys, by dragging.
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

#include <set>

using namespace firsthand;
using namespace firsthand::screens;

TEST_CASE("screens: a choice is answered by letter, says how sure, and tells every reason") {
  const Lesson lesson("open-laptop");
  StepStage stage(lesson, modules::choice::open_view());
  stage.play({"go on"});
  StepShown shown(stage);
  CHECK(shown.driver.sees("Choose an answer first."));
  CHECK_OK(shown.driver.key("B"));
  CHECK(shown.driver.sees("Say how sure you are."));
  CHECK(shown.press("choice/not-sure") == "");
  CHECK(shown.press("choice/submit") == "");
  CHECK(stage.last == "do authority choose option=power sure=no");
  CHECK(stage.refused == "");
  CHECK(shown.driver.sees("It says what you may take"));
  CHECK(shown.driver.sees("What you may take and touch is decided before you touch it."));
  CHECK(shown.press("choice/go-on") == "");
  CHECK(stage.gone_on);
}

TEST_CASE("screens: an assessed choice tells nothing") {
  const Lesson lesson("open-laptop");
  StepStage stage(lesson, modules::choice::open_view(), session::Mode::assessed);
  stage.play({"go on"});
  StepShown shown(stage);
  CHECK_OK(shown.driver.key("A"));
  CHECK(shown.press("choice/sure") == "");
  CHECK(shown.press("choice/submit") == "");
  CHECK(shown.driver.sees("Your answer is recorded."));
  CHECK_FALSE(shown.driver.sees("It says what you may take"));
  CHECK_FALSE(shown.driver.sees("Wrong"));
}

TEST_CASE("screens: a choice holds together at every size, before and after the answer") {
  const Lesson lesson("open-laptop");
  for (const StepLook& look : step_looks) {
    CAPTURE(look.name);
    StepStage stage(lesson, modules::choice::open_view());
    stage.play({"go on"});
    StepShown shown(stage, look);
    CHECK(shown.faults() == "");
    shown.save(fmt::format("choice-{}-1", look.name));
    CHECK_OK(shown.driver.key("A"));
    CHECK(shown.press("choice/sure") == "");
    CHECK(shown.press("choice/submit") == "");
    CHECK(shown.faults() == "");
    shown.save(fmt::format("choice-{}-2", look.name));
  }
}

TEST_CASE("screens: options stand in an order of the attempt, and letters belong to the places") {
  const Lesson lesson("open-laptop");
  std::set<std::vector<std::string>> orders;
  for (int seed = 0; seed < 8; ++seed) {
    StepStage stage(lesson, modules::choice::open_view());
    stage.order = order_of_seed(seed);
    stage.play({"go on"});
    StepShown shown(stage);
    const std::vector<std::string> ids = ids_from(*shown.window, "choice/option/");
    const std::vector<std::size_t> order = stage.order.of("authority/options", 3);
    const std::vector<std::string> written{"later", "power", "consent"};
    REQUIRE(ids.size() == 3);
    for (std::size_t place = 0; place < 3; ++place)
      CHECK(ids[place] == written[order[place]]);
    CHECK_OK(shown.driver.key("C"));
    CHECK(shown.press("choice/sure") == "");
    CHECK(shown.press("choice/submit") == "");
    CHECK(stage.last == "do authority choose option=" + ids[2] + " sure=yes");
    orders.insert(ids);
  }
  CHECK(orders.size() > 2);
}

TEST_CASE("screens: an order is shuffled, and never right before anybody has moved a row") {
  const Lesson lesson("open-laptop");
  std::set<std::vector<std::string>> orders;
  for (int seed = 0; seed < 12; ++seed) {
    StepStage stage(lesson, modules::sequence::open_view());
    stage.order = order_of_seed(seed);
    stage.play_until("expert", "order");
    StepShown shown(stage);
    const std::vector<std::string> ids = ids_from(*shown.window, "sequence/row/");
    CHECK(ids.size() == 4);
    CHECK(ids != std::vector<std::string>{"hands", "keeper", "shield", "handover"}); // the only right one
    orders.insert(ids);
  }
  CHECK(orders.size() > 5);
}

TEST_CASE("screens: rows are put in order by pressing the row and its new place") {
  const Lesson lesson("open-laptop");
  StepStage stage(lesson, modules::sequence::open_view());
  stage.play_until("expert", "order");
  StepShown shown(stage);
  CHECK(shown.press("sequence/row/shield") == "");
  CHECK(shown.press("sequence/row/keeper") == "");
  CHECK(shown.press("sequence/submit") == "");
  CHECK(stage.last == "do order arrange item=hands item=keeper item=shield item=handover");
  CHECK(shown.driver.sees("Hands first."));
  CHECK(shown.press("sequence/go-on") == "");
  CHECK(stage.gone_on);
}

TEST_CASE("screens: an order opens on its first row: Enter once too often hands in nothing that nobody has read") {
  const Lesson lesson("open-laptop");
  StepStage stage(lesson, modules::sequence::open_view());
  stage.play_until("expert", "order");
  StepShown shown(stage);
  const std::string last = stage.last;
  CHECK(shown.driver.focused().starts_with("sequence/row/"));
  for (int i = 0; i < 3; ++i)
    CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.last == last);
}

TEST_CASE("screens: rows are put in order by keys alone") {
  const Lesson lesson("open-laptop");
  StepStage stage(lesson, modules::sequence::open_view());
  stage.play_until("expert", "order");
  StepShown shown(stage);
  while (shown.driver.focused() != "sequence/row/shield")
    CHECK_OK(shown.driver.key("Tab"));
  for (const char* key : {"Enter", "Down", "Down", "Enter"})
    CHECK_OK(shown.driver.key(key));
  CHECK(shown.press("sequence/submit") == "");
  CHECK(stage.last == "do order arrange item=hands item=keeper item=shield item=handover");
}

TEST_CASE("screens: rows are put in order by dragging") {
  const Lesson lesson("open-laptop");
  StepStage stage(lesson, modules::sequence::open_view());
  stage.play_until("expert", "order");
  StepShown shown(stage);
  const auto from = shown.driver.find("sequence/row/shield"), to = shown.driver.find("sequence/row/keeper");
  REQUIRE(from.ok());
  REQUIRE(to.ok());
  const ui::Point start = from.value().rect.centre(), end = to.value().rect.centre();
  shown.driver.press(start);
  for (int y = start.y; y <= end.y; y += 8)
    shown.driver.move_to({start.x, y});
  shown.driver.release(end);
  CHECK(shown.press("sequence/submit") == "");
  CHECK(stage.last == "do order arrange item=hands item=keeper item=shield item=handover");
}

TEST_CASE("screens: a sequence holds together at every size, before and after the answer") {
  const Lesson lesson("open-laptop");
  for (const StepLook& look : step_looks) {
    CAPTURE(look.name);
    StepStage stage(lesson, modules::sequence::open_view());
    stage.play_until("expert", "order");
    StepShown shown(stage, look);
    CHECK(shown.press("sequence/row/keeper") == "");
    CHECK(shown.faults() == "");
    shown.save(fmt::format("sequence-{}-1", look.name));
    CHECK(shown.press("sequence/submit") == "");
    CHECK(shown.faults() == "");
    shown.save(fmt::format("sequence-{}-2", look.name));
  }
}
