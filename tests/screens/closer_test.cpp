// Looking closer at a scene: the picture enlarged and moved, and what that must not do.
#include "tests/screens/play_stage.h"

using namespace firsthand;
using namespace firsthand::screens;

namespace {

PlayStage cafe_looked_at() {
  PlayStage stage(lesson("open-laptop"));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on", "do table hands-off man", "do table look laptop"});
  return stage;
}

ui::Rect place_of(Shown& shown, const char* id) {
  const auto found = shown.driver.find(id);
  REQUIRE_MESSAGE(found.ok(), id);
  return found->rect;
}

std::string factor(Shown& shown) {
  for (const char* each : {"1.0 ×", "1.2 ×", "1.5 ×", "1.8 ×", "2.2 ×", "2.7 ×"})
    if (shown.driver.sees(each)) return each;
  return shown.driver.sees("Enlarged, as last seen") ? "another" : "1.0 ×"; // in a narrow window it is told only while it is another
}

// What tells of the enlargement stands over none.
void hides_no_name(Shown& shown) {
  ui::Rect told;
  for (const ui::Entry& entry : shown.window->registry().entries())
    if (entry.label.find("Enlarged, as last seen") != std::string::npos) told = entry.rect;
  REQUIRE_FALSE(told.empty());
  for (const ui::Entry& entry : shown.window->registry().entries())
    if (entry.id.ends_with("/name") && entry.clip != told) CHECK_FALSE(overlap(entry.rect, told)); // in a low picture it is only said
}

// Of the picture, by the things in it: all of it while it is whole.
ui::Point middle_of(Shown& shown, const char* id) { return place_of(shown, id).centre(); }

} // namespace

TEST_CASE("closer: the wheel enlarges about the pointer, and nothing is done by it") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  const ui::Rect laptop = place_of(shown, "scene/place/laptop");
  const ui::Point still = laptop.centre();
  CHECK(factor(shown) == "1.0 ×");
  shown.driver.wheel(still, 1);
  shown.driver.wheel(still, 2);
  CHECK(factor(shown) == "1.8 ×");
  const ui::Rect larger = place_of(shown, "scene/place/laptop");
  CHECK(larger.w > laptop.w * 17 / 10);
  CHECK(std::abs(larger.centre().x - still.x) < 8);
  CHECK(std::abs(larger.centre().y - still.y) < 8);
  CHECK(shown.driver.sees("outside"));
  CHECK(shown.faults() == "");
  hides_no_name(shown);
  shown.save("closer-wheel");
  shown.driver.wheel(still, 20);
  CHECK(factor(shown) == "2.7 ×");
  shown.driver.wheel(still, -20);
  CHECK(factor(shown) == "1.0 ×");
  CHECK(place_of(shown, "scene/place/laptop") == laptop);
  CHECK(stage.actions.empty());
}

TEST_CASE("closer: plus, minus, nought, the arrows and Escape") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  const ui::Rect whole = place_of(shown, "scene/place/laptop");
  for (int i = 0; i < 2; ++i)
    CHECK_OK(shown.driver.key("+"));
  CHECK(factor(shown) == "1.5 ×");
  const ui::Rect before = place_of(shown, "scene/place/laptop");
  CHECK_OK(shown.driver.key("Right"));
  const ui::Rect after = place_of(shown, "scene/place/laptop");
  CHECK(after.x < before.x);
  CHECK(after.y == before.y);
  CHECK_OK(shown.driver.key("-"));
  CHECK(factor(shown) == "1.2 ×");
  CHECK_OK(shown.driver.key("0"));
  CHECK(place_of(shown, "scene/place/laptop") == whole);
  CHECK(shown.driver.focused().starts_with("scene/verb/laptop/")); // not on a button that is of no use now
  CHECK_OK(shown.driver.key("+"));
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(factor(shown) == "1.0 ×");
  CHECK(stage.memory.sheet == PlaySheet::none); // one level a press
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(stage.memory.sheet == PlaySheet::leave);
  CHECK(stage.actions.empty());
}

TEST_CASE("closer: its buttons stay where they are, and each press counts") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  const ui::Rect more = place_of(shown, "scene/zoom/more");
  shown.window->pass(ui::Driver::look_ms);
  shown.driver.hasty = true;
  for (const char* now : {"1.2 ×", "1.5 ×", "1.8 ×", "2.2 ×", "2.7 ×"}) {
    shown.driver.click_at(more.centre());
    CHECK(factor(shown) == std::string(now));
    CHECK(place_of(shown, "scene/zoom/more") == more);
  }
  CHECK(shown.press("scene/zoom/more") != ""); // it goes no further
  CHECK(shown.press("scene/zoom/less") == "");
  CHECK(factor(shown) == "2.2 ×");
}

TEST_CASE("closer: the picture is dragged, and letting go presses nothing") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  const ui::Point phone = middle_of(shown, "scene/place/phone");
  shown.driver.wheel(phone, 3);
  CHECK(shown.press("scene/place/cord") == "");
  const ui::Rect before = place_of(shown, "scene/place/phone");
  shown.driver.press(phone);
  shown.driver.move_to({phone.x + 60, phone.y - 40});
  shown.driver.release({phone.x + 60, phone.y - 40});
  shown.driver.settle();
  const ui::Rect after = place_of(shown, "scene/place/phone");
  CHECK(std::abs(after.x - before.x - 60) <= 3);
  CHECK(std::abs(after.y - before.y + 40) <= 3);
  CHECK(shown.driver.find("scene/verb/cord/follow").ok()); // the cord is still what is selected
  shown.driver.click_at(after.centre());
  CHECK_FALSE(shown.driver.find("scene/verb/cord/follow").ok()); // a press is one
}

TEST_CASE("closer: hot areas and names follow, and no name goes in silence") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  const auto chips = [&] {
    int count = 0;
    for (const ui::Entry& entry : shown.window->registry().entries())
      count += entry.id.starts_with("scene/chip/") ? 1 : 0;
    return count;
  };
  const int before = chips();
  const ui::Point satchel = middle_of(shown, "scene/place/satchel");
  shown.driver.wheel(satchel, 8);
  CHECK(factor(shown) == "2.7 ×");
  CHECK(chips() == before);
  CHECK(shown.driver.sees("names are outside"));
  shown.driver.click_at(middle_of(shown, "scene/place/satchel"));
  CHECK(shown.driver.find("scene/verb/satchel/look-inside").ok());
  // By keyboard everything is still reached, and is then in sight.
  for (int i = 0; i < 60 && shown.driver.focused() != "scene/place/phone"; ++i)
    CHECK_OK(shown.driver.key("Tab"));
  REQUIRE(shown.driver.focused() == "scene/place/phone");
  shown.driver.settle();
  const ui::Entry* phone = shown.window->registry().find("scene/place/phone");
  CHECK(intersection(phone->rect.inset(3), phone->clip) == phone->rect.inset(3));
}

TEST_CASE("closer: the close-up of what is selected fills the picture, says what it is, and goes with the selection") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  const ui::Rect whole = place_of(shown, "scene/place/laptop");
  CHECK(shown.press("scene/enlarge") == "");
  CHECK(place_of(shown, "scene/place/laptop").h > whole.h * 4 / 3);
  CHECK(shown.driver.sees("1 Laptop: as you saw it at 09:1"));
  CHECK(shown.driver.find("scene/verb/laptop/close-lid").ok()); // the column keeps its verbs
  CHECK(shown.faults() == "");
  CHECK(shown.press("scene/place/phone") == "");
  CHECK(shown.driver.sees("2 Phone: as you saw it at 09:1"));
  CHECK(shown.press("scene/zoom/back") == "");
  CHECK_FALSE(shown.driver.sees("as you saw it"));
  CHECK(shown.press("scene/place/laptop") == "");
  CHECK(place_of(shown, "scene/place/laptop") == whole);
  CHECK_OK(shown.driver.key("Z"));
  CHECK(shown.driver.sees("as you saw it"));
  CHECK_OK(shown.driver.key("Escape"));
  CHECK_FALSE(shown.driver.sees("as you saw it"));
  CHECK(stage.memory.sheet == PlaySheet::none);
  CHECK(stage.actions.empty());
}

TEST_CASE("closer: it shows what was seen, not what is true now") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  CHECK_OK(shown.driver.key("Z"));
  CHECK(shown.driver.sees("Battery 8 %"));
  CHECK(shown.driver.sees("as you saw it at 09:10:20"));
  stage.play({"wait 30 s"});
  shown.driver.settle();
  CHECK(shown.driver.sees("as you saw it at 09:10:20"));
}

namespace {

bool is_chosen(Shown& shown, const char* id) {
  const auto found = shown.driver.find(id);
  return found.ok() && found->chosen;
}

void enlarge(Shown& shown, const char* thing) {
  CHECK(shown.press(thing) == "");
  CHECK(shown.press("scene/enlarge") == "");
}

} // namespace

TEST_CASE("closer: parts that were seen stand as tiles below the picture, and part and fact are one selection") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  const ui::Rect picture = shown.driver.find("scene/place/laptop")->clip;
  CHECK_FALSE(shown.driver.find("scene/part/charge").ok());
  CHECK(shown.press("scene/enlarge") == "");
  CHECK(place_of(shown, "scene/part/charge") == ui::Rect{88 + 2 * 216, 520, 200, 120});
  for (const char* part : {"scene/part/tray", "scene/part/light", "scene/part/supply"})
    CHECK(shown.driver.find(part).ok());
  CHECK(shown.driver.find("scene/wait/30").ok()); // the strip stays
  CHECK(shown.driver.find("scene/place/laptop")->clip == picture);
  CHECK(shown.press("scene/part/charge") == "");
  CHECK(is_chosen(shown, "scene/part/charge"));
  CHECK(is_chosen(shown, "scene/part-fact/charge"));
  CHECK(shown.faults() == "");
  shown.save("closer-part");
  CHECK(shown.press("scene/part-fact/light") == "");
  CHECK(is_chosen(shown, "scene/part/light"));
  CHECK_FALSE(is_chosen(shown, "scene/part/charge"));
  CHECK(shown.press("scene/part/light") == ""); // again: none
  CHECK_FALSE(is_chosen(shown, "scene/part/light"));
  CHECK(shown.press("scene/place/phone") == ""); // another thing has other parts
  CHECK_FALSE(shown.driver.find("scene/part/light").ok());
  CHECK(stage.actions.empty());
}

TEST_CASE("closer: the tiles by keyboard, and Escape leaves the part before the close-up") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  enlarge(shown, "scene/place/laptop");
  for (int i = 0; i < 60 && !shown.driver.focused().starts_with("scene/part/"); ++i)
    CHECK_OK(shown.driver.key("Tab"));
  const std::string first = shown.driver.focused();
  REQUIRE(first.starts_with("scene/part/"));
  CHECK_OK(shown.driver.key("Right"));
  const std::string second = shown.driver.focused();
  CHECK(second.starts_with("scene/part/"));
  CHECK(second != first);
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(is_chosen(shown, second.c_str()));
  CHECK_OK(shown.driver.key("Escape"));
  CHECK_FALSE(is_chosen(shown, second.c_str()));
  CHECK(shown.driver.find(second).ok());
  CHECK_OK(shown.driver.key("Escape"));
  CHECK_FALSE(shown.driver.find(second).ok());
  CHECK(shown.driver.focused().starts_with("scene/verb/laptop/"));
  CHECK(stage.memory.sheet == PlaySheet::none);
  CHECK(stage.actions.empty());
}

TEST_CASE("closer: a part tells what was seen of it, and goes with the picture that shows it") {
  PlayStage never(lesson("open-laptop"));
  never.play({"go on", "do authority choose option=power sure=yes", "go on", "go on", "do table hands-off man"});
  Shown unseen(never);
  enlarge(unseen, "scene/place/laptop");
  for (const char* part : {"scene/part/tray", "scene/part/charge", "scene/part/light"})
    CHECK_FALSE(unseen.driver.find(part).ok());                          // nobody looked
  CHECK(unseen.driver.find("scene/part/supply")->label == "No charger"); // at a glance

  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  enlarge(shown, "scene/place/laptop");
  const std::string charge = shown.driver.find("scene/part/charge")->label;
  stage.play({"wait 10 min"});
  shown.driver.settle();
  if (!shown.driver.find("scene/part/charge").ok()) enlarge(shown, "scene/place/laptop"); // somebody came forward
  CHECK(shown.driver.find("scene/part/charge")->label.starts_with(charge));               // it is less now, and nobody saw that
  stage.play({"do table close-lid laptop"});
  shown.driver.settle();
  CHECK_FALSE(shown.driver.find("scene/part/charge").ok()); // the screen is out of sight
  CHECK(shown.driver.find("scene/part/light").ok());
}

TEST_CASE("closer: whole at every size, theme and language") {
  const Look looks[] = {{},
                        {ui::Theme::dark, 100, "th", {1366, 768}},
                        {ui::Theme::light, 100, "en", {1024, 768}},
                        {ui::Theme::high_contrast, 150, "en"},
                        {ui::Theme::light, 150, "th", {1366, 768}},
                        {ui::Theme::light, 200, "en"},
                        {ui::Theme::dark, 200, "th", {1920, 1080}},
                        {ui::Theme::light, 100, "en", {1920, 1080}}};
  for (const Look& look : looks) {
    PlayStage stage = cafe_looked_at();
    stage.play({"do table photograph laptop"});
    Shown shown(stage, look);
    const std::string name = std::to_string(look.percent) + "-" + std::to_string(look.size.w) + "-" + look.language;
    CAPTURE(name);
    CHECK(shown.press("scene/place/laptop") == "");
    CHECK_OK(shown.driver.key("+"));
    CHECK_OK(shown.driver.key("+"));
    CHECK(shown.faults() == "");
    shown.save("closer-enlarged-" + name);
    CHECK_OK(shown.driver.key("0"));
    const ui::Rect picture = shown.driver.find("scene/place/laptop")->clip;
    CHECK_OK(shown.driver.key("Z"));
    CHECK(shown.driver.find("scene/place/laptop")->clip == picture);
    hides_no_name(shown);
    CHECK(shown.faults() == "");
    shown.save("closer-up-" + name);
    CHECK(shown.press("scene/part/charge") == "");
    CHECK(is_chosen(shown, "scene/part/charge"));
    CHECK(shown.faults() == "");
    shown.save("closer-part-" + name);
    CHECK_OK(shown.driver.key("Escape"));
    CHECK_OK(shown.driver.key("Escape"));
    CHECK(shown.press("play/notebook") == "");
    CHECK(shown.press("play/tab/photographs") == "");
    CHECK(shown.faults() == "");
    shown.save("closer-photographs-" + name);
    const int turn = stage.memory.shots.begin()->first;
    CHECK(shown.press(("play/photograph/" + std::to_string(turn)).c_str()) == "");
    CHECK(shown.faults() == "");
    shown.save("closer-photograph-" + name);
  }
}

TEST_CASE("photograph: it opens large as it was taken, leads to the others, and back to the notebook") {
  PlayStage stage = cafe_looked_at();
  Shown shown(stage);
  for (const char* act : {"do table photograph laptop", "do table close-lid laptop", "do table photograph phone"}) {
    stage.play({act});
    shown.driver.settle();
  }
  REQUIRE(stage.memory.shots.size() == 2);
  const auto [first, before] = *stage.memory.shots.begin();
  const int second = stage.memory.shots.rbegin()->first;
  CHECK(before.layers != stage.memory.shots.rbegin()->second.layers); // what was done in between is in the later one only
  CHECK(shown.press("play/notebook") == "");
  CHECK(shown.press(("play/photograph-line/" + std::to_string(first)).c_str()) == ""); // from the log
  CHECK(stage.memory.sheet == PlaySheet::photograph);
  CHECK(shown.driver.sees("Photo 1 of 2: Laptop"));
  CHECK(shown.driver.sees("As it was taken at 09:10:"));
  CHECK(stage.memory.shots.at(first).layers == before.layers);
  CHECK(shown.press("play/photo/previous") != "");
  CHECK(shown.press("play/photo/next") == "");
  CHECK(shown.driver.sees("Photo 2 of 2: Phone"));
  CHECK_OK(shown.driver.key("Left"));
  CHECK(stage.memory.photograph == first);
  CHECK_OK(shown.driver.key("Right"));
  CHECK(stage.memory.photograph == second);
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(stage.memory.sheet == PlaySheet::notebook);
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(stage.memory.sheet == PlaySheet::none);
  CHECK(stage.actions.empty());
}
