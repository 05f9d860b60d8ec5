// What happens comes to the front, and what an act brought stands beside the thing.
#include "engine/screens/play/news.h"
#include "engine/session/play.h"
#include "tests/screens/play_stage.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

PlayStage at_table(std::initializer_list<const char*> lines = {}, const TreeFiles& files = TreeFiles()) {
  PlayStage stage(lesson("open-laptop", files));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  stage.play(lines);
  return stage;
}

PlayStage pressed_by_the_lieutenant() { return at_table({"do table hands-off man", "task nok keep-awake laptop", "wait 10 min"}); }

const Look event_looks[] = {
    {},
    {ui::Theme::dark, 100, "en", {1366, 768}},
    {ui::Theme::light, 100, "en", {1024, 768}},
    {ui::Theme::light, 100, "en", {1920, 1080}},
    {ui::Theme::high_contrast},
    {ui::Theme::light, 150},
    {ui::Theme::light, 200},
    {ui::Theme::dark, 200, "en", {1920, 1080}},
};

std::string look_name(const char* what, const Look& look) {
  return fmt::format("{}-{}-{}-{}", what, look.percent, look.size.w, static_cast<int>(look.theme));
}

// Where the faces are in the drawing, and where the drawing stands by the outline of the laptop in it.
ui::Rect face_at(const ui::Rect& laptop, int x, int y) {
  const auto map = [&](int at, int from) { return (at - from) * laptop.w / 271; };
  return ui::Rect{laptop.x + map(x, 199), laptop.y + map(y, 59), 0, 0}.grown(map(15, 0));
}

bool heads_column(Shown& shown, const std::string& name) {
  const auto& entries = shown.window->registry().entries();
  return std::any_of(entries.begin(), entries.end(), [&](const ui::Entry& entry) {
    return entry.role == ui::Role::heading && entry.label == name && entry.visible() == entry.rect;
  });
}

} // namespace

TEST_CASE("event: who speaks is selected, and has a bubble that lies over no face and no name") {
  for (const Look& look : event_looks) {
    CAPTURE(look_name("event", look));
    PlayStage stage = pressed_by_the_lieutenant();
    Shown shown(stage, look);
    CHECK(shown.faults() == "");
    CHECK(shown.driver.sees("Switch it off, bring it. We leave."));
    CHECK(shown.driver.find("scene/verb/lieutenant/ask-time").ok());
    if (look.size.w >= 1280) CHECK_FALSE(shown.driver.find("scene/page/bar").ok()); // the answers stay beside the picture
    shown.save(look_name("event", look));
    const auto bubble = shown.driver.find("scene/event/lieutenant");
    REQUIRE(bubble.ok());
    const ui::Rect laptop = shown.driver.find("scene/place/laptop")->rect;
    for (const auto& [x, y] : {std::pair{150, 70}, {485, 92}, {554, 118}, {620, 90}})
      CHECK_FALSE(ui::overlap(bubble->rect, face_at(laptop, x, y)));
    for (const char* thing : {"laptop", "phone", "cord", "nok", "man"})
      if (const auto name = shown.driver.find("scene/place/" + std::string(thing) + "/name"); name.ok())
        CHECK_FALSE(ui::overlap(bubble->rect, name->rect));
    CHECK_FALSE(shown.driver.find("scene/place/lieutenant/name").ok()); // it stands in the bubble
  }
}

TEST_CASE("event: what changed without anybody's touch has a tag, and a press on it selects the thing") {
  PlayStage stage = at_table({"wait 30 s"});
  Shown shown(stage);
  CHECK(shown.driver.find("scene/verb/man/caution").ok()); // a person comes before a thing
  const auto tag = shown.driver.find("scene/event/laptop");
  REQUIRE(tag.ok());
  CHECK(tag->label == "Lid closed");
  shown.save("event-lid");
  shown.driver.click_at(tag->rect.centre());
  CHECK(shown.driver.find("scene/verb/laptop/look").ok());
}

namespace {

// What the screen says that is selected: in the picture, or among the chips.
std::string selected_on(Shown& shown) {
  for (const ui::Entry& entry : shown.window->registry().entries())
    for (const std::string kind : {"scene/place/", "scene/chip/"})
      if (entry.chosen && entry.id.starts_with(kind)) return entry.id.substr(kind.size());
  return {};
}

std::vector<std::string> things_on(Shown& shown) {
  std::vector<std::string> things;
  for (const ui::Entry& entry : shown.window->registry().entries())
    if (entry.id.starts_with("scene/place/") && !entry.id.ends_with("/name")) things.push_back(entry.id.substr(12));
  return things;
}

struct Came {
  std::string who; // nobody: nothing came by itself
  bool waits = false;
};

Came what_came(PlayStage& stage) {
  return stage.with_scene([](const StepScene& scene) {
    const News news = news_of(scene);
    return news.front ? Came{scene.prepared.symbols.word(news.front->entity), news.front->entity == news.waits} : Came{};
  });
}

struct Kept {
  int kept = 0, taken = 0;
};

// Something else is pressed before each act of the play, and something happens or not.
Kept selected_through(const session::Play& play, const session::PreparedPtr& read) {
  PlayStage stage(read, session::Mode::practice, play.chance);
  std::unique_ptr<Shown> shown;
  Kept all;
  std::size_t turn = 0;
  for (const session::PlayLine& line : play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action || stage.attempt().ending != session::Ending::open) continue;
    const std::string step = stage.step();
    const bool in_scene = read->scenario.steps[stage.attempt().step].kind == "scene";
    if (in_scene && !shown) shown = std::make_unique<Shown>(stage);
    if (in_scene) shown->driver.settle();
    const std::vector<std::string> things = in_scene ? things_on(*shown) : std::vector<std::string>();
    const std::string pressed = things.empty() ? std::string() : things[turn++ % things.size()];
    const bool selected = !pressed.empty() && shown->press(("scene/place/" + pressed).c_str()).empty();
    stage.submit(*action);
    if (!selected || stage.attempt().ending != session::Ending::open || stage.step() != step) continue;
    shown->driver.settle();
    if (!shown->driver.find("scene/place/" + pressed).ok()) continue; // it is gone
    const Came came = what_came(stage);
    CAPTURE(session::action_words(*action, read->symbols));
    CHECK(selected_on(*shown) == (came.waits ? came.who : pressed));
    if (!came.who.empty() && came.who != pressed) ++(came.waits ? all.taken : all.kept);
  }
  return all;
}

} // namespace

TEST_CASE("event: what somebody selected stays selected whatever happens, unless somebody waits for an answer") {
  Kept all;
  for (const char* id : {"one-phone", "open-laptop"})
    for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(FIRSTHAND_SOURCE) /
                                                                "scenarios/courses/first-responder" / id / "plays")) {
      if (file.path().extension() != ".play") continue;
      CAPTURE(file.path().filename().string());
      const Kept some = selected_through(session::parse_play(ui::read_bytes(file.path()), *lesson(id)).play, lesson(id));
      all.kept += some.kept, all.taken += some.taken;
    }
  CHECK(all.kept > 10);
  CHECK(all.taken > 5);
}

TEST_CASE("event: what was selected after it stays selected until the next act") {
  PlayStage stage = pressed_by_the_lieutenant();
  Shown shown(stage);
  CHECK(shown.press("scene/chip/nok") == "");
  shown.driver.settle();
  CHECK_FALSE(shown.driver.find("scene/verb/lieutenant/ask-time").ok());
  CHECK(shown.driver.find("scene/event/lieutenant").ok());
  stage.play({"do table look laptop"});
  shown.driver.settle();
  CHECK_FALSE(shown.driver.find("scene/event/lieutenant").ok());
}

TEST_CASE("event: what was done says whose it was where it stands under somebody else") {
  PlayStage stage = pressed_by_the_lieutenant();
  stage.play({"do table photograph laptop"});
  Shown shown(stage);
  const auto told = [&](const char* words) {
    for (const ui::Entry& each : shown.window->registry().entries())
      if (each.role == ui::Role::notice && each.label.starts_with(words)) return true;
    return false;
  };
  CHECK(shown.press("scene/place/laptop") == "");
  CHECK(told("Photo"));
  CHECK(shown.press("scene/chip/nok") == "");
  CHECK(told("Laptop: Photo"));
  CHECK_FALSE(told("Photo"));
}

TEST_CASE("event: after it the focus is on what came forward, where Enter answers nothing") {
  PlayStage stage = at_table({"do table hands-off man", "task nok keep-awake laptop", "wait 2 min", "wait 30 s", "wait 30 s"});
  Shown shown(stage);
  REQUIRE_FALSE(shown.driver.sees("Switch it off, bring it"));
  CHECK(shown.press("scene/place/laptop") == "");
  CHECK_OK(shown.driver.key("1"));
  for (int i = 0; i < 40 && !shown.driver.sees("Switch it off, bring it"); ++i) {
    CHECK_OK(shown.driver.key("Enter")); // looks again and again
    shown.window->pass(700), shown.driver.settle();
  }
  REQUIRE(shown.driver.sees("Switch it off, bring it"));
  CHECK(shown.driver.focused() == "scene/place/lieutenant");
  const std::size_t acts = stage.actions.size();
  for (int press = 0; press < 4; ++press) {
    CHECK_OK(shown.driver.key("Enter"));
    shown.window->pass(700), shown.driver.settle();
  }
  CHECK(stage.actions.size() == acts);
}

TEST_CASE("event: who waits for an answer is given one under a head of its own, and higher than what is merely asked") {
  PlayStage stage = pressed_by_the_lieutenant();
  Shown shown(stage);
  CHECK(shown.driver.sees("Your answer"));
  CHECK(shown.driver.find("scene/verb/lieutenant/ask-time")->rect.h == 56);
  const ui::Rect asked = shown.driver.find("scene/verb/lieutenant/obey")->rect;
  stage.play({"do table ask-time lieutenant"});
  shown.driver.settle();
  CHECK(shown.driver.find("scene/verb/lieutenant/obey")->rect == asked); // given or not, it stands where it stood
  CHECK(shown.press("scene/place/man") == "");
  CHECK(shown.driver.find("scene/verb/man/caution")->rect.h < 56);
}

TEST_CASE("event: the clock says who waits for an answer, at every size, until somebody goes on") {
  for (const Look& look : event_looks) {
    CAPTURE(look_name("waits", look));
    PlayStage stage = pressed_by_the_lieutenant();
    Shown shown(stage, look);
    CHECK(shown.driver.sees("Lieutenant waits for your answer"));
    CHECK(shown.driver.sees("09:16:00"));
    CHECK(shown.faults() == "");
    stage.play({"do table look laptop"}); // looking is free
    shown.driver.settle();
    CHECK(shown.driver.sees("Lieutenant waits for your answer"));
    stage.play({"do table caution man"});
    shown.driver.settle();
    CHECK_FALSE(shown.driver.sees("waits for your answer"));
  }
}

TEST_CASE("event: what happens during a talk is told over it, at every size") {
  for (const Look& look : event_looks) {
    CAPTURE(look_name("talk", look));
    PlayStage stage(lesson("one-phone"));
    stage.play({"go on", "do authority choose option=take", "go on", "go on", "wait 2 min", "wait 2 min", "wait 30 s", "wait 30 s",
                "wait 30 s", "do seat bag phone with bag", "go on"});
    Shown shown(stage, look);
    CHECK_FALSE(shown.driver.sees("The examiner is here"));
    stage.play({"do owner-talk caution owner"});
    shown.driver.settle();
    CHECK(shown.driver.sees("Examiner Malee: The examiner is here"));
    CHECK(shown.faults() == "");
    shown.save(look_name("talk-event", look));
  }
}

namespace {

// What goes on without an answer, and is to be seen.
std::vector<ui::Entry> ways_past(const ui::Registry& registry) {
  std::vector<ui::Entry> ways;
  for (const ui::Entry& entry : registry.entries())
    if (entry.id == "scene/go-on" || entry.id == "scene/waits" || entry.id.starts_with("scene/wait/")) ways.push_back(entry);
  return ways;
}

bool stand_alike(const std::vector<ui::Entry>& a, const std::vector<ui::Entry>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const ui::Entry& one, const ui::Entry& other) { return one.id == other.id && one.rect == other.rect; });
}

} // namespace

TEST_CASE("event: while somebody waits for an answer neither going on nor waiting can be pressed, says why, and stands where it stood") {
  for (const Look& look : event_looks) {
    CAPTURE(look_name("answer-first", look));
    PlayStage stage = at_table({"do table hands-off man", "task nok keep-awake laptop"});
    Shown shown(stage, look);
    const std::vector<ui::Entry> before = ways_past(shown.window->registry());
    CHECK(before.size() >= 2);
    for (const ui::Entry& each : before)
      CHECK_MESSAGE((each.enabled && each.reason.empty()), each.id);
    stage.play({"wait 10 min"});
    shown.driver.settle();
    const std::vector<ui::Entry> now = ways_past(shown.window->registry());
    CHECK(stand_alike(now, before));
    for (const ui::Entry& each : now) {
      CHECK_MESSAGE((!each.enabled && each.reason == "Answer first."), each.id);
      CHECK(shown.press(each.id.c_str()) != "");
    }
    CHECK(stage.step() == "table");
    stage.play({"do table obey lieutenant"}); // silence is an answer
    shown.driver.settle();
    if (shown.driver.find("scene/waits").ok()) CHECK(shown.press("scene/waits") == "");
    CHECK(shown.press("scene/wait/30") == "");
    CHECK(stage.last() == "wait 30 s");
  }
}

namespace {

bool tells_what_is_free(Shown& shown) { return shown.driver.sees("you may look and write notes"); }

// Verbs under the head "Look", as the author grouped them, and notes.
bool is_look_or_note(const PlayStage& stage, const session::Action& action) {
  if (action.kind == session::Action::Kind::note) return true;
  const model::Verb* verb = report::verb_of(stage.prepared(), action.entity, action.verb);
  return action.kind == session::Action::Kind::act && verb && verb->group == model::Group::look;
}

// Asked again by what was done: that is another question.
bool asks_anew(PlayStage& stage) {
  return stage.with_scene([](const StepScene& scene) {
    const News news = news_of(scene);
    return news.front && news.waits != 0 && news.front->entity == news.waits && is_spoken(*news.front->text);
  });
}

} // namespace

TEST_CASE("event: what is said to be free beside the answers is free, and all else goes on") {
  const std::vector<session::Action> offered = [] {
    PlayStage stage = pressed_by_the_lieutenant();
    return session::offers(stage.prepared(), stage.attempt()).actions;
  }();
  int looks = 0, others = 0, others_asked = 0;
  for (const session::Action& action : offered) {
    PlayStage stage = pressed_by_the_lieutenant();
    CAPTURE(session::action_words(action, stage.prepared().symbols));
    Shown shown(stage);
    CHECK(tells_what_is_free(shown));
    stage.submit(action);
    if (stage.step() != "table") continue;
    shown.driver.settle();
    const bool waits = shown.driver.sees("Lieutenant waits for your answer"), look = is_look_or_note(stage, action);
    const bool anew = asks_anew(stage);
    CHECK(waits == (look || anew));
    ++(look ? looks : anew ? others_asked : others);
    if (waits) CHECK(shown.press("scene/chip/lieutenant") == "");
    CHECK(tells_what_is_free(shown) == waits);
  }
  CHECK(looks > 2);
  CHECK(others > 5);
  CHECK(others_asked < others);
  PlayStage stage = pressed_by_the_lieutenant();
  session::Action note;
  note.kind = session::Action::Kind::note, note.step = stage.prepared().symbols.find("table"), note.text = "He is in a hurry";
  stage.submit(note);
  Shown shown(stage);
  CHECK(tells_what_is_free(shown));
}

TEST_CASE("event: in another script the bubble and the clock are whole") {
  const TreeFiles thai({{"name: Lieutenant", "name: ร้อยโท"},
                        {"presses: \"\\\"Switch it off, bring it. We leave.\\\"\"", "presses: \"“ปิดเครื่อง เอามาด้วย เราจะไปกันแล้ว”\""}});
  for (const int percent : {100, 150, 200}) {
    PlayStage stage = at_table({"do table hands-off man", "task nok keep-awake laptop", "wait 10 min"}, thai);
    Shown shown(stage, {ui::Theme::light, percent, "th"});
    CHECK(shown.driver.sees("“ปิดเครื่อง"));
    CHECK(shown.faults() == "");
    shown.save(fmt::format("event-thai-{}", percent));
  }
}

TEST_CASE("event: who waits for an answer moves nothing, also where the bar has hardly any room") {
  for (const bool demonstration : {true, false})
    for (const Look& look : event_looks) {
      CAPTURE(look_name("still", look) + (demonstration ? " demonstration" : ""));
      PlayStage stage = at_table({"do table hands-off man", "task nok keep-awake laptop"});
      stage.demonstration = demonstration;
      Shown shown(stage, look);
      const ui::Rect before = shown.driver.find("scene/place/laptop")->clip;
      stage.play({"wait 10 min"});
      shown.driver.settle();
      CHECK(shown.driver.sees("Lieutenant waits for your answer"));
      CHECK(shown.driver.find("scene/place/laptop")->clip == before);
      CHECK(shown.faults() == "");
    }
}

TEST_CASE("event: who waits for an answer is shown from the head, whatever was read before") {
  for (const int percent : {100, 150, 200}) {
    CAPTURE(percent);
    PlayStage stage = at_table({"do table hands-off man", "task nok keep-awake laptop"});
    Shown shown(stage, {ui::Theme::light, percent, "en", {1366, 768}});
    CHECK(shown.press("scene/place/laptop") == "");
    shown.driver.wheel(shown.driver.find("scene/verb/laptop/look")->visible().centre(), -40); // its column is read to the end
    stage.play({"wait 10 min"});
    shown.driver.settle();
    CHECK(heads_column(shown, "Lieutenant"));
  }
}
