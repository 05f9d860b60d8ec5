// The scene over the real lessons: what is shown, what a press means, and that every size of text keeps everything
// whole.
#include "engine/session/play.h"
#include "tests/screens/play_stage.h"

#include <fmt/format.h>

#include <set>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

PlayStage cafe(const TreeFiles& files = TreeFiles()) {
  PlayStage stage(lesson("open-laptop", files));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  return stage;
}

PlayStage cafe_kept(const TreeFiles& files = TreeFiles()) {
  PlayStage stage = cafe(files);
  stage.play({"do table hands-off man", "task nok keep-awake laptop", "do table photograph laptop", "do table follow cord",
              "do table call examiner", "do table look laptop"});
  return stage;
}

PlayStage seat() {
  PlayStage stage(lesson("one-phone"));
  stage.play({"go on", "do authority choose option=take", "go on", "go on"});
  return stage;
}

const Look every_look[] = {
    {},
    {ui::Theme::dark, 100, "en", {1366, 768}},
    {ui::Theme::high_contrast},
    {ui::Theme::light, 125},
    {ui::Theme::dark, 125, "en", {1366, 768}},
    {ui::Theme::light, 150},
    {ui::Theme::high_contrast, 150},
    {ui::Theme::light, 200},
    {ui::Theme::dark, 200, "en", {1920, 1080}},
    {ui::Theme::light, 100, "en", {1920, 1080}},
    {ui::Theme::light, 100, "en", {1024, 768}},
    {ui::Theme::light, 100, "en", {960, 600}},
    {ui::Theme::dark, 150, "th", {1024, 768}},
    {ui::Theme::dark, 200, "en", {1024, 768}},
    {ui::Theme::light, 150, "en", {1920, 1080}},
};

std::string name_of(const char* what, const Look& look) {
  return fmt::format("{}-{}-{}-{}", what, look.percent, look.size.w, static_cast<int>(look.theme));
}

} // namespace

TEST_CASE("scene: everything is whole at every size and theme") {
  for (const Look& look : every_look) {
    PlayStage stage = cafe_kept();
    Shown shown(stage, look);
    CAPTURE(name_of("scene", look));
    CHECK(shown.faults() == "");
    if (shown.press("scene/place/phone") != "" &&
        shown.press("scene/place/phone/name") != "") // its own name lies over it, or it is cut off
      CHECK(shown.driver.find("scene/more").ok());
    CHECK(shown.press("scene/place/laptop") == "");
    CHECK(shown.faults() == "");
    shown.save(name_of("scene", look));
    if (!shown.driver.find("play/list").ok()) CHECK(shown.press("play/more") == "");
    CHECK(shown.press("play/list") == "");
    CHECK(shown.faults() == "");
    shown.save(name_of("list", look));
  }
}

TEST_CASE("scene: long labels in another script stay whole") {
  const TreeFiles thai({{"name: Laptop\n", "name: แล็ปท็อป\n"},
                        {"label: Carry it away", "label: ยกเครื่องออกไปที่อื่น"},
                        {"label: Photo of screen", "label: ถ่ายภาพหน้าจอ"},
                        {"label: Close the lid", "label: พับจอ"},
                        {"label: Look closely", "label: ดูใกล้ ๆ"},
                        {"label: Switch it off", "label: ปิดเครื่อง"},
                        {"label: Open the chats", "label: เปิดดูแชต"},
                        {"desktop: \"Screen on, unlocked\"", "desktop: จอติด ไม่ได้ล็อก"},
                        {"{value: \"Battery {value} %\"}", "{value: \"แบตเตอรี่ {value} %\"}"},
                        {"title: The open laptop", "title: แล็ปท็อปที่เปิดอยู่"},
                        {"steady: Power light steady", "steady: ไฟเครื่องติดนิ่ง"},
                        {"log: Keeps it awake, writes each touch down.", "log: \"คอยไม่ให้เครื่องหลับ จดทุกครั้งที่แตะ\""},
                        {"goal: Keep what is open open until the examiner takes over.", "goal: รักษาสิ่งที่เปิดอยู่ให้เปิดต่อไปจนผู้ตรวจมาถึง"}});
  for (const int percent : {100, 150, 200}) {
    PlayStage stage = cafe_kept(thai);
    Shown shown(stage, {ui::Theme::light, percent, "th"});
    CHECK(shown.press("scene/place/laptop") == "");
    CHECK(shown.driver.find("พับจอ").ok());
    CHECK(shown.faults() == "");
    shown.save(fmt::format("thai-{}", percent));
  }
}

TEST_CASE("scene: a touch asks for a second press, a look does not") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  CHECK(shown.press("scene/verb/laptop/close-lid") == "");
  CHECK(stage.actions.empty());
  CHECK(shown.driver.sees("Press again"));
  shown.save("armed");
  CHECK(shown.press("scene/verb/laptop/close-lid") == "");
  CHECK(stage.last() == "do table close-lid laptop");
  CHECK(shown.press("scene/place/cord") == "");
  CHECK(shown.press("scene/verb/cord/follow") == "");
  CHECK(stage.last() == "do table follow cord");
}

TEST_CASE("scene: any other press takes the first press of a touch back") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK(shown.press("scene/verb/laptop/close-lid") == "");
  CHECK(shown.press("scene/verb/laptop/hold-power") == "");
  CHECK(shown.press("scene/verb/laptop/close-lid") == "");
  CHECK(stage.actions.empty());
  shown.driver.click_at({700, 600}); // nothing is there
  CHECK_FALSE(shown.driver.sees("Press again"));
  CHECK(shown.press("scene/verb/laptop/close-lid") == "");
  CHECK(stage.actions.empty());
  CHECK_OK(shown.driver.key("Tab")); // looking for another one is no press
  CHECK(shown.driver.sees("Press again"));
  CHECK_OK(shown.driver.key("Escape"));
  CHECK_FALSE(shown.driver.sees("Press again"));
  CHECK_OK(shown.driver.key("Shift+Tab"));
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.actions.empty());
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.last() == "do table close-lid laptop");
}

TEST_CASE("scene: nothing shows before it was seen") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK_FALSE(shown.driver.sees("belt"));
  CHECK_FALSE(shown.driver.sees("Sheet"));
  CHECK_FALSE(shown.driver.sees("harger to")); // the charger lies in the bag
  CHECK_FALSE(shown.driver.sees("Lieutenant"));
  CHECK_FALSE(shown.driver.sees("Battery"));
  CHECK(shown.press("scene/place/cord") == "");
  CHECK(shown.press("scene/verb/cord/follow") == "");
  CHECK(shown.driver.sees("End clipped to his belt"));
}

TEST_CASE("scene: what was looked for keeps the time at which it was seen, whatever is seen of the thing later") {
  PlayStage stage = seat();
  Shown shown(stage);
  stage.play({"do seat look phone"});
  shown.driver.settle();
  CHECK(shown.press("scene/place/phone") == "");
  CHECK(shown.driver.sees("Battery "));
  CHECK_FALSE(shown.driver.sees(" % at ")); // the head's time is its own
  stage.play({"do seat bag phone with bag"});
  shown.driver.settle();
  CHECK(shown.driver.sees("In the bag"));
  CHECK(shown.driver.sees(" % at 0"));
  CHECK_FALSE(shown.driver.sees("In the bag at ")); // that is seen now
}

TEST_CASE("scene: only what is offered can be pressed") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK(shown.press("scene/verb/laptop/plug-in") != "");
  stage.play({"do table look-inside satchel"});
  shown.driver.settle();
  CHECK(shown.press("scene/place/laptop") == ""); // the man shut its lid meanwhile, and came forward
  CHECK(shown.press("scene/verb/laptop/plug-in") == "");
  CHECK(shown.press("scene/place/satchel") == "");            // it still stands there
  CHECK(shown.press("scene/verb/satchel/look-inside") != ""); // and there is nothing left to do with it
}

TEST_CASE("scene: what cannot be done now says why, as far as it was seen") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK(shown.press("scene/place/man") == "");
  stage.play({"task nok watch man"});
  shown.driver.settle();
  CHECK(shown.press("scene/place/man") == "");
  CHECK(shown.driver.find("scene/verb/man/hands-off")->reason == "Not now: Sits, hands in sight");
  CHECK(shown.faults() == "");
}

TEST_CASE("scene: of a thing it says when it was seen, of somebody when the last news came") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  CHECK(shown.driver.sees("seen at 09:1"));
  CHECK(shown.press("scene/place/man") == "");
  CHECK(shown.driver.sees("last news 09:1"));
  CHECK_FALSE(shown.driver.sees("seen at"));
}

namespace {

// What was seen of somebody, or said, as the record has it: by its clock.
std::set<std::string> news_recorded(PlayStage& stage, const std::string& person) {
  return stage.with_scene([&](const StepScene& scene) {
    std::set<std::string> all;
    for (const report::NotebookLine& line : scene.notebook.lines)
      if (line.text && !scene.say(*line.text).empty() && scene.prepared.symbols.word(line.entity) == person)
        all.insert(clock_text(scene, line.at));
    return all;
  });
}

std::string last_news_told(Shown& shown) {
  const std::string all = shown.driver.all_text(), head = "last news ";
  const std::size_t at = all.find(head);
  return at == std::string::npos ? std::string() : all.substr(at + head.size(), std::string_view("09:10:00").size());
}

} // namespace

// Also where somebody fell silent in between: that is no news.
TEST_CASE("scene: the last news of somebody is a moment that the record has of them, after every act of a good play") {
  int told = 0;
  for (const char* id : {"one-phone", "open-laptop"}) {
    PlayStage stage(lesson(id), session::Mode::practice, {{"bag.leak", "tight"}, {"bag2.leak", "tight"}, {"phone.reboots", "happens"}});
    Shown shown(stage);
    const auto text = TreeFiles().read("scenarios/courses/first-responder/" + std::string(id) + "/plays/expert.play", 1u << 20);
    REQUIRE(text);
    for (const session::PlayLine& line : session::parse_play(*text, stage.prepared()).play.lines) {
      const auto* action = std::get_if<session::Action>(&line.content);
      if (!action) continue;
      stage.submit(*action);
      if (stage.attempt().ending != session::Ending::open) break;
      if (action->kind != session::Action::Kind::act || stage.prepared().scenario.steps[stage.attempt().step].kind != "scene") continue;
      shown.driver.settle();
      const std::string person = stage.prepared().symbols.word(action->entity);
      const model::EntityUse* use = stage.prepared().scenario.entity(person);
      if (!use || use->kind != model::EntityKind::person || shown.press(("scene/place/" + person).c_str()) != "") continue;
      CAPTURE(line.words);
      CHECK_MESSAGE(news_recorded(stage, person).contains(last_news_told(shown)), last_news_told(shown));
      ++told;
    }
  }
  CHECK(told >= 4);
}

TEST_CASE("scene: a number chooses a verb, Enter presses it as the pointer does, and what asks twice is done by the second") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  int asked = 0;
  std::string before;
  for (const char* key : {"1", "2", "3", "4", "5", "6", "7"}) {
    CHECK_OK(shown.driver.key(key));
    const std::string focused = shown.driver.focused();
    const auto verb = shown.driver.find(focused);
    REQUIRE(verb.ok());
    CAPTURE(key);
    CHECK_MESSAGE(focused.starts_with("scene/verb/laptop/"), focused);
    if (std::exchange(before, focused) == focused) continue; // there are fewer
    CHECK_FALSE(verb->armed);
    if (verb->asks_twice && verb->enabled) {
      ++asked;
      shown.window->pass(700);
      CHECK_OK(shown.driver.key("Enter"));
      CHECK(shown.driver.find(focused)->armed);
      CHECK(shown.driver.find(focused)->value == "Press again");
    }
    shown.window->pass(700), shown.driver.settle();
    CHECK(shown.driver.focused() == focused);
    CHECK(stage.actions.empty());
  }
  CHECK(asked > 1);
  CHECK_OK(shown.driver.key("Enter")); // the last of them was pressed once
  CHECK(stage.actions.size() == 1);
}

namespace {

// How many dots in there have the colour of what is selected.
int dots_of_selection(Shown& shown, const ui::Rect& place, const Look& look) {
  const auto file = std::filesystem::temp_directory_path() / "firsthand-hovered.png";
  CHECK_OK(shown.driver.save_png(file));
  const paint::Surface picture = paint::draw_picture(ui::read_bytes(file), look.size, nullptr);
  std::filesystem::remove(file);
  REQUIRE(picture);
  const ui::Rgba accent = paint::colour_of(look.theme, ui::Colour::acc);
  const std::uint32_t wanted = std::uint32_t{accent.r} << 16 | std::uint32_t{accent.g} << 8 | accent.b;
  int dots = 0;
  for (int y = std::max(0, place.y); y < std::min(look.size.h, place.bottom()); ++y)
    for (int x = std::max(0, place.x); x < std::min(look.size.w, place.right()); ++x)
      dots += (static_cast<const std::uint32_t*>(picture->pixels)[y * picture->pitch / 4 + x] & 0xFFFFFF) == wanted;
  return dots;
}

} // namespace

TEST_CASE("scene: what is under the pointer cannot be taken for what is selected, in any theme") {
  for (const ui::Theme theme : {ui::Theme::light, ui::Theme::dark, ui::Theme::high_contrast}) {
    const Look look{theme};
    PlayStage stage = cafe();
    Shown shown(stage, look);
    CHECK(shown.press("scene/place/phone") == "");
    for (const std::string id : {"scene/chip/nok", "scene/place/satchel"}) {
      CAPTURE(id);
      const ui::Rect at = shown.driver.find(id)->rect;
      shown.driver.move_to({5, 5}), shown.driver.settle();
      const int resting = dots_of_selection(shown, at, look);
      shown.driver.move_to(at.centre()), shown.driver.settle();
      CHECK(dots_of_selection(shown, at, look) == resting);
      CHECK(shown.press(id.c_str()) == "");
      shown.driver.move_to({5, 5}), shown.driver.settle();
      CHECK(dots_of_selection(shown, at, look) > resting + 200);
      CHECK(shown.press("scene/place/phone") == "");
    }
  }
}

TEST_CASE("scene: somebody who is not in the picture can be called, and the answer stands in the panel") {
  PlayStage stage = cafe();
  Shown shown(stage);
  CHECK(shown.press("scene/place/examiner") == "");
  CHECK(shown.press("scene/verb/examiner/call") == "");
  CHECK(shown.driver.sees("Write down every touch"));
  shown.save("quote");
}

TEST_CASE("scene: a standing task is given, shown and changed") {
  PlayStage stage = cafe();
  stage.play({"do table hands-off man"});
  Shown shown(stage);
  CHECK(shown.driver.sees("Nok: Free"));
  CHECK(shown.press("scene/helper/nok") == "");
  shown.save("tasks");
  CHECK(shown.driver.focused().starts_with("scene/task/"));
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(shown.driver.focused() == "scene/helper/nok");
  CHECK(shown.press("scene/helper/nok") == "");
  CHECK(shown.press("scene/task/laptop/keep-awake") == ""); // hands on it, even if hers
  CHECK(stage.actions.empty());
  CHECK(shown.press("scene/task/laptop/keep-awake") == "");
  CHECK(stage.last() == "task nok keep-awake laptop");
  CHECK(shown.driver.sees("Nok: Keeps it awake"));
  CHECK(shown.driver.find("Change").ok());
  CHECK(shown.press("scene/helper/nok") == "");
  CHECK_FALSE(shown.driver.find("scene/task/laptop/keep-awake").ok()); // she does that already
  CHECK_OK(shown.driver.key("Escape"));
  CHECK_FALSE(shown.driver.find("scene/task/man/watch").ok());
  CHECK_FALSE(stage.went_back); // Escape closed the choice and nothing else
}

TEST_CASE("scene: where two instruments fit, it asks which") {
  const TreeFiles two(TreeFiles::Words{{"  - {id: bag, model: faraday-bag-tried, name: Faraday bag}\n",
                                        "  - {id: bag, model: faraday-bag-tried, name: Faraday bag}\n  - {id: pouch, model: "
                                        "faraday-bag, name: Old pouch}\n"}});
  PlayStage stage = cafe(two);
  Shown shown(stage);
  CHECK(shown.press("scene/place/phone") == "");
  CHECK(shown.press("scene/verb/phone/bag") == "");
  CHECK(stage.actions.empty());
  CHECK(shown.faults() == "");
  shown.save("which");
  CHECK(shown.driver.focused() == "scene/with/bag"); // Enter presses what is asked, and nothing beside it
  CHECK_OK(shown.driver.key("2"));
  CHECK(shown.driver.focused() == "scene/with/pouch");
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(shown.driver.find("scene/with/pouch")->armed);
  CHECK_OK(shown.driver.key("Escape")); // takes back what was pressed once …
  CHECK_OK(shown.driver.key("Escape")); // … and then the question
  CHECK(shown.driver.focused() == "scene/verb/phone/bag");
  CHECK(shown.press("scene/verb/phone/bag") == "");
  CHECK(shown.press("scene/with/pouch") == "");
  CHECK(stage.actions.empty());
  CHECK(shown.press("scene/with/pouch") == "");
  CHECK(stage.last() == "do table bag phone with pouch");
  CHECK(shown.driver.focused() == "scene/verb/phone/bag"); // it was done there
}

TEST_CASE("scene: the list does the same as the picture") {
  PlayStage stage = cafe();
  stage.memory.as_list = true;
  Shown shown(stage);
  CHECK(shown.press("scene/verb/cord/follow") == "");
  CHECK(stage.last() == "do table follow cord");
  CHECK(shown.press("scene/verb/phone/switch-off") == "");
  CHECK(stage.actions.size() == 1);
  CHECK(shown.press("scene/verb/phone/switch-off") == "");
  CHECK(stage.last() == "do table switch-off phone");
  CHECK(shown.press("scene/verb/examiner/call") == "");
  CHECK(shown.press("scene/wait/30") == "");
  CHECK(stage.last() == "wait 30 s");
  CHECK(shown.press("scene/go-on") == "");
  CHECK(shown.press("play/going-on/leave") == ""); // she is on her way
  CHECK(stage.step() == "hand");
}

TEST_CASE("scene: in the list a number chooses a verb of the thing that the focus is on") {
  PlayStage one = seat(), many = cafe();
  one.memory.as_list = many.memory.as_list = true;
  Shown alone(one), among(many);
  alone.driver.settle(), among.driver.settle();
  CHECK_OK(alone.driver.key("2"));
  CHECK(alone.driver.focused().starts_with("scene/verb/phone/"));
  CHECK(one.actions.empty());
  for (const char* entity : {"phone", "cord"}) {
    const std::string verbs = std::string("scene/verb/") + entity + "/";
    for (int i = 0; i < 200 && !among.driver.focused().starts_with(verbs); ++i)
      CHECK_OK(among.driver.key("Tab"));
    CHECK_OK(among.driver.key("1"));
    const std::string first(among.driver.focused());
    CHECK(first.starts_with(verbs));
    CHECK_OK(among.driver.key("2"));
    CHECK(among.driver.focused().starts_with(verbs));
  }
  CHECK(many.actions.empty());
}

TEST_CASE("scene: a place follows its picture") {
  PlayStage stage = cafe();
  Shown shown(stage);
  const auto open = shown.driver.find("scene/place/laptop").value().rect;
  stage.play({"do table close-lid laptop"});
  shown.driver.settle();
  const auto closed = shown.driver.find("scene/place/laptop").value().rect;
  CHECK(closed.h < open.h / 2);
  CHECK(closed.w > open.w * 9 / 10);
}

TEST_CASE("scene: keyboard alone looks, acts and goes on") {
  PlayStage stage = seat();
  Shown shown(stage);
  const auto tab_to = [&](const std::string& id) {
    for (int i = 0; i < 40 && shown.driver.focused() != id; ++i)
      CHECK_OK(shown.driver.key("Tab"));
    CHECK(shown.driver.focused() == id);
    CHECK_OK(shown.driver.key("Enter"));
  };
  tab_to("scene/place/phone");
  tab_to("scene/verb/phone/look");
  CHECK(stage.last() == "do seat look phone");
  CHECK(shown.driver.sees("A notification: somebody located this device"));
  tab_to("scene/go-on");
  CHECK_OK(shown.driver.key("Enter")); // it was located: to leave now is asked about, and this stays
  CHECK(stage.step() == "seat");
  CHECK_OK(shown.driver.key("Enter"));
  CHECK_OK(shown.driver.key("Right"));
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.step() == "owner-talk");
}

TEST_CASE("scene: while an action is being saved no other is taken") {
  PlayStage stage = cafe();
  stage.pending = true;
  Shown shown(stage);
  CHECK(shown.press("scene/wait/30") == "");
  CHECK(shown.press("scene/go-on") == "");
  CHECK(shown.press("scene/verb/laptop/look") == "");
  CHECK(stage.actions.empty());
}

TEST_CASE("scene: a refusal is said where the goal stands") {
  PlayStage stage = cafe();
  stage.refused_words = "That is not possible now.";
  Shown shown(stage);
  CHECK(shown.driver.sees("That is not possible now."));
  CHECK_FALSE(shown.driver.sees("until the examiner takes over"));
}
