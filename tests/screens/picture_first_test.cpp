// The picture comes first: it has its share of the window and keeps its size through every play, and whoever and whatever is there has a
// name that can be pressed.
#include "tests/screens/every_play.h"

#include "modules/scene/rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

using namespace firsthand;
using namespace firsthand::screens;
using namespace every_play;

namespace {

// What the places on it are seen through.
ui::Rect picture_in(const ui::Registry& registry) {
  for (const ui::Entry& entry : registry.entries())
    if (entry.role == ui::Role::hot_spot && entry.id.starts_with("scene/place/")) return entry.clip;
  return {};
}

int share(const ui::Rect& part, ui::Size of) { return part.w * part.h * 1000 / (of.w * of.h); } // per mille

// Who and what is to be seen in this picture: by what the author placed and what the picture is put together from, and not by what the
// screen says of itself.
std::vector<const model::EntityUse*> present(PlayStage& stage) {
  return stage.with_scene([](const StepScene& scene) {
    const auto& spec = static_cast<const modules::scene::SceneSpec&>(scene.spec);
    const StageLayers layers = stage_layers(scene, spec.picture);
    std::vector<const model::EntityUse*> all;
    for (const modules::scene::Place& place : spec.places) {
      const model::EntityUse* use = scene.prepared.scenario.entity(place.entity);
      const bool drawn = has_layer(spec.picture, place.entity) ? layers.shows(place.entity) : use->kind != model::EntityKind::instrument;
      if (drawn) all.push_back(use);
    }
    return all;
  });
}

// How many the button says that stand behind it; there is none where all have room.
int behind_more(const ui::Registry& registry) {
  const ui::Entry* more = registry.find("scene/more");
  const auto digit = more ? more->label.find_first_of("0123456789") : std::string::npos;
  return digit == std::string::npos ? 0 : std::atoi(more->label.c_str() + digit);
}

void check_names(const ui::Registry& registry, PlayStage& stage) {
  std::string without;
  int count = 0;
  for (const model::EntityUse* use : present(stage)) {
    const std::string place = "scene/place/" + use->id;
    const bool chip = registry.find("scene/chip/" + use->id),
               tag = registry.find(place + "/name") || registry.find("scene/event/" + use->id);
    CHECK_MESSAGE(registry.find(place), use->id);
    if (!(use->kind == model::EntityKind::person ? chip : tag || chip)) without += " " + use->id, ++count;
  }
  CHECK_MESSAGE(count <= behind_more(registry), without);
}

// What may be acted on is somewhere: in the picture, or among the chips.
void check_offered(const ui::Registry& registry, const PlayStage& stage) {
  for (const session::Action& action : session::offers(stage.prepared(), stage.attempt()).actions) {
    if (action.kind != session::Action::Kind::act) continue;
    const std::string thing = stage.prepared().symbols.word(action.entity);
    CHECK_MESSAGE(registry.find("scene/place/" + thing), thing);
  }
}

} // namespace

TEST_CASE("picture first: it has its size and keeps it through every play, and nobody and nothing vanishes from it") {
  const std::vector<Look> looks{{}, {ui::Theme::light, 100, "en", {1366, 768}}};
  const ui::Rect pictures[] = {{64, 120, 896, 392}, {64, 120, 960, 420}};
  const EveryPlay all(Moments::all, looks, [&](const ui::Registry& registry, PlayStage& stage, const Look& look) {
    CHECK(picture_in(registry) == pictures[look.size.w == 1366]);
    CHECK_FALSE(registry.find("scene/more"));
    check_names(registry, stage);
    check_offered(registry, stage);
  });
  for (std::size_t i = 0; i < looks.size(); ++i)
    CHECK(share(pictures[i], looks[i].size) >= 380);
  CHECK(all.moments() > 100);
}

TEST_CASE("picture first: a session and what could not be saved are told without taking anything of it") {
  const char* const problem = "The disk is full. Make room on it, then press Try again. What you did before is safe.";
  std::vector<Look> looks{{}, {ui::Theme::light, 100, "en", {1024, 768}}, {ui::Theme::dark, 100, "en", {1920, 1080}}};
  for (const int percent : {125, 150, 200})
    for (const ui::Size size : {ui::Size{1280, 720}, {1366, 768}, {1024, 768}})
      looks.push_back({ui::Theme::light, percent, "en", size});
  for (const Look& look : looks) {
    CAPTURE(fmt::format("{}x{} {}", look.size.w, look.size.h, look.percent));
    PlayStage stage(lesson("open-laptop"), session::Mode::assessed);
    stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
    Shown shown(stage, look);
    const ui::Rect picture = picture_in(shown.window->registry());
    REQUIRE_FALSE(picture.empty());
    for (const bool supervised : {true, false})
      for (const bool unsaved : {true, false}) {
        stage.session = supervised ? "Supervised by Lt Somchai · Training room 3 · until 16:00 · no hints" : "";
        stage.session_in_short = supervised ? "Supervised until 16:00" : "";
        stage.saved.kind = unsaved ? PlaySaved::Kind::failed : PlaySaved::Kind::saved;
        stage.saved.problem = unsaved ? problem : "";
        shown.driver.settle();
        CHECK(picture_in(shown.window->registry()) == picture);
        CHECK(shown.faults() == "");
        CHECK(shown.driver.sees(problem) == unsaved);
        CHECK(shown.driver.sees("Supervised ") == supervised);
        CHECK(shown.driver.find("play/try-again").ok() == unsaved);
        shown.save(fmt::format("session-{}x{}-{}{}{}", look.size.w, look.size.h, look.percent, supervised ? "-supervised" : "",
                               unsaved ? "-unsaved" : ""));
      }
    stage.session = stage.session_in_short = "Supervised until 16:00";
    stage.saved.kind = PlaySaved::Kind::failed, stage.saved.problem = problem;
    shown.driver.settle();
    CHECK(shown.press("play/try-again") == "");
    CHECK(stage.tried_again);
    if (!shown.driver.find("play/supervise").ok()) CHECK(shown.press("play/more") == "");
    CHECK(shown.press("play/supervise") == "");
    CHECK(stage.asked_for_session);
  }
}

namespace {

struct VerbPlace {
  std::string id;
  ui::Rect rect;
  int area = 0; // where the area begins in which it is scrolled
};
using VerbPlaces = std::vector<VerbPlace>;

VerbPlaces verbs_shown(const ui::Registry& registry, const std::string& thing) {
  VerbPlaces verbs;
  for (const ui::Entry& entry : registry.entries())
    if (entry.id.starts_with("scene/verb/" + thing + "/")) verbs.push_back({entry.id, entry.rect, entry.clip.y});
  return verbs;
}

// What comes new pushes down what stands below it, and nothing above. The area may have been scrolled to what has the focus.
int count_kept(const VerbPlaces& before, const VerbPlaces& after) {
  int kept = 0;
  for (std::size_t i = 0; i < before.size() && i < after.size() && after[i].id == before[i].id; ++i) {
    const ui::Rect then = before[i].rect.moved(0, -before[0].rect.y), now = after[i].rect.moved(0, -after[0].rect.y);
    const bool stays = now == then;
    CHECK_MESSAGE(stays, before[i].id << " from " << then.y << " to " << now.y);
    CHECK_MESSAGE(after[i].area == before[i].area, before[i].id);
    ++kept;
  }
  return kept;
}

// Each act of a play, with its thing selected before it. Returns how many verbs were held to their places.
int verbs_held(const std::filesystem::path& file, const session::PreparedPtr& read, const Look& look) {
  const session::Play play = session::parse_play(ui::read_bytes(file), *read).play;
  PlayStage stage(read, session::Mode::practice, play.chance);
  if (std::string_view(look.language) == "th") stage.speak(in_thai(read->scenario.id));
  std::unique_ptr<Shown> shown;
  int held = 0;
  for (const session::PlayLine& line : play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action || stage.attempt().ending != session::Ending::open) continue;
    const std::string thing = read->symbols.word(action->entity), step = stage.step();
    const bool acts = action->kind == session::Action::Kind::act && read->scenario.steps[stage.attempt().step].kind == "scene";
    CAPTURE(session::action_words(*action, read->symbols));
    if (acts && !shown) shown = std::make_unique<Shown>(stage, look);
    if (acts) shown->driver.settle();
    const bool selected = acts && shown->press(("scene/place/" + thing).c_str()).empty();
    const VerbPlaces before = selected ? verbs_shown(shown->window->registry(), thing) : VerbPlaces();
    stage.submit(*action);
    if (!selected || stage.attempt().ending != session::Ending::open || stage.step() != step) continue;
    shown->driver.settle();
    held += count_kept(before, verbs_shown(shown->window->registry(), thing));
  }
  return held;
}

} // namespace

TEST_CASE("picture first: an act moves no verb of its thing that was there, whatever it brings to be known") {
  std::vector<Look> looks{{ui::Theme::light, 150, "th"}};
  if (ui::thorough()) looks.insert(looks.end(), {{}, {ui::Theme::light, 100, "th", {1366, 768}}});
  for (const Look& look : looks)
    for (const char* id : {"one-phone", "open-laptop"}) {
      const auto read = lesson(id);
      int held = 0, turn = 0;
      for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(FIRSTHAND_SOURCE) /
                                                                  "scenarios/courses/first-responder" / id / "plays")) {
        if (file.path().extension() != ".play" || (ui::few() && turn++ % 3 != 0)) continue;
        CAPTURE(fmt::format("{} {}x{} {} {}", file.path().filename().string(), look.size.w, look.size.h, look.percent, look.language));
        held += verbs_held(file.path(), read, look);
      }
      CHECK(held > (ui::few() ? 20 : 100));
    }
}

namespace {

// The hardest four; where there is time each window with each size of text and each language; the themes go round.
std::vector<Look> windows_and_texts() {
  std::vector<Look> looks{{ui::Theme::light, 150},
                          {ui::Theme::dark, 200, "th"},
                          {ui::Theme::light, 200, "en", {1024, 768}},
                          {ui::Theme::high_contrast, 150, "th", {1366, 768}}};
  if (!ui::thorough()) return looks;
  const ui::Theme themes[] = {ui::Theme::light, ui::Theme::dark, ui::Theme::high_contrast};
  for (const char* language : {"en", "th"})
    for (const ui::Size size : {ui::Size{1024, 768}, {1280, 720}, {1366, 768}, {1920, 1080}})
      for (const int percent : {100, 150, 200})
        if (size.w < 1920 || percent == 150) looks.push_back({themes[looks.size() % 3], percent, language, size});
  return looks;
}

bool is_whole(const ui::Entry& entry) { return !entry.rect.empty() && entry.visible() == entry.rect; }

bool reads(const ui::Registry& registry, const std::string& words) {
  return std::any_of(registry.entries().begin(), registry.entries().end(),
                     [&](const ui::Entry& entry) { return entry.label.find(words) != std::string::npos && is_whole(entry); });
}

// In sight; but a page of one column may have to be scrolled to its chips.
bool has_chip(const ui::Registry& registry, const std::string& who) {
  const bool scrolls = registry.find("scene/page/bar");
  return std::any_of(registry.entries().begin(), registry.entries().end(), [&](const ui::Entry& entry) {
    return entry.role == ui::Role::button && (entry.id == "scene/chip/" + who || entry.id == "scene/place/" + who) &&
           (scrolls || is_whole(entry));
  });
}

} // namespace

TEST_CASE("picture first: at every look it keeps its place and size through every play, and who speaks has a chip and is read") {
  std::map<std::string, std::set<std::string>> pictures; // where it stood, by lesson's step and look
  int spoken = 0, bubbles = 0;
  const EveryPlay all(Moments::told, windows_and_texts(), [&](const ui::Registry& registry, PlayStage& stage, const Look& look) {
    const ui::Rect at = picture_in(registry);
    check_names(registry, stage);
    pictures[fmt::format("{} {}x{} {} {}", stage.step(), look.size.w, look.size.h, look.percent, look.language)].insert(
        fmt::format("{},{} {}x{}", at.x, at.y, at.w, at.h));
    for (const Said& said : stage.with_scene([](const StepScene& scene) { return said_in(scene); })) {
      if (!registry.find("scene/place/" + said.who)) continue; // nobody of this scene
      CHECK_MESSAGE(has_chip(registry, said.who), said.who);
      CHECK_MESSAGE(reads(registry, said.words), (said.who + ": " + said.words));
      ++spoken, bubbles += registry.find("scene/event/" + said.who) != nullptr;
    }
  });
  for (const auto& [where, stood] : pictures)
    CHECK_MESSAGE(stood.size() == 1, (where + ": " + fmt::format("{}", fmt::join(stood, "; "))));
  MESSAGE(all.moments() << " moments, " << spoken << " times somebody spoke, " << bubbles << " in a bubble");
  CHECK(all.moments() > 20);
  CHECK(spoken > (ui::few() ? 20 : 100));
}

namespace {

// Of somebody in the picture: as high and as broad as the upper end of the outline is.
ui::Rect head_in(const ui::Entry& place) {
  const int at = place.rect.y + place.rect.h / 10;
  int left = place.rect.right(), right = place.rect.x;
  for (std::size_t i = 0; i < place.shape.size(); ++i) {
    const ui::Point a = place.shape[i], b = place.shape[(i + 1) % place.shape.size()];
    if ((a.y > at) == (b.y > at)) continue;
    const int x = a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y);
    left = std::min(left, x), right = std::max(right, x);
  }
  const bool cut = place.rect.y <= place.clip.y; // where the head is outside of the picture
  const int side = std::min(right - left, place.rect.h / 2);
  return side > 0 && !cut ? ui::Rect{(left + right - side) / 2, place.rect.y, side, side} : ui::Rect{};
}

void check_heads(const ui::Registry& registry, const PlayStage& stage) {
  for (const ui::Entry& place : registry.entries()) {
    if (!place.id.starts_with("scene/place/") || place.shape.empty()) continue;
    const model::EntityUse* use = stage.prepared().scenario.entity(place.id.substr(12));
    if (!use || use->kind != model::EntityKind::person) continue;
    for (const ui::Entry& name : registry.entries())
      if (name.id.starts_with("scene/") && (name.id.ends_with("/name") || name.id.starts_with("scene/event/")))
        CHECK_MESSAGE(!overlap(head_in(place), name.rect), (name.id + " lies over the head of " + use->id));
  }
}

} // namespace

TEST_CASE("picture first: no name lies over a face, at any size of text, and who has no room for a name has a chip") {
  std::vector<Look> looks;
  for (const int percent : {100, 150, 200})
    for (const char* language : {"en", "th"})
      looks.push_back({ui::Theme::light, percent, language});
  const EveryPlay all(Moments::other_pictures, looks, [](const ui::Registry& registry, PlayStage& stage, const Look&) {
    check_heads(registry, stage);
    check_names(registry, stage);
  });
  CHECK(all.moments() > 20);
}

TEST_CASE("picture first: that somebody is not here is to be seen, however many are") {
  PlayStage stage(lesson("open-laptop"));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on", "do table hands-off man", "wait 10 min"});
  Shown shown(stage);
  REQUIRE(shown.driver.find("scene/place/examiner").ok());
  CHECK(shown.driver.find("scene/place/examiner")->value == "not here");
  CHECK_FALSE(shown.driver.find("scene/more").ok());
  shown.save("five-people");
  const ui::Rect chip = shown.driver.find("scene/place/examiner")->rect;
  const ui::Rect sign{chip.x + 24, chip.bottom() - 20, 16, 16}; // at the lower right of the face
  int dark = 0;
  const auto file = std::filesystem::temp_directory_path() / "firsthand-five-people.png";
  CHECK_OK(shown.driver.save_png(file));
  const paint::Surface picture = paint::draw_picture(ui::read_bytes(file), {1280, 720}, nullptr);
  std::filesystem::remove(file);
  REQUIRE(picture);
  for (int y = sign.y; y < sign.bottom(); ++y)
    for (int x = sign.x; x < sign.right(); ++x)
      dark += (static_cast<const std::uint32_t*>(picture->pixels)[y * picture->pitch / 4 + x] >> 16 & 0xFF) > 230;
  CHECK(dark > 60); // a light sign on a face
}

TEST_CASE("picture first: as large as each window lets it be") {
  struct Wanted {
    ui::Size window, picture;
    int least; // per mille of the window
  };
  for (const auto& [window, picture, least] :
       {Wanted{{1366, 768}, {960, 420}, 380}, {{1920, 1080}, {1440, 630}, 380}, {{1024, 768}, {672, 294}, 250}}) {
    CAPTURE(fmt::format("{}x{}", window.w, window.h));
    PlayStage stage(lesson("open-laptop"));
    stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
    for (const char* act : {"do table hands-off man", "task nok keep-awake laptop", "do table look laptop", "do table call examiner"}) {
      stage.play({act});
      Shown shown(stage, {ui::Theme::light, 100, "en", window});
      const ui::Rect now = picture_in(shown.window->registry());
      CHECK(ui::Size{now.w, now.h} == picture);
      CHECK(share(now, window) >= least);
    }
  }
}

namespace {

PlayStage at_the_table() {
  PlayStage stage(lesson("open-laptop"));
  stage.play(
      {"go on", "do authority choose option=power sure=yes", "go on", "go on", "do table hands-off man", "do table photograph laptop"});
  return stage;
}

} // namespace

TEST_CASE("picture first: the notebook shows its newest lines, and opens over the lower part of the page") {
  PlayStage stage = at_the_table();
  Shown shown(stage);
  CHECK(shown.driver.sees("Laptop: Photo"));
  CHECK(shown.driver.find("play/notebook")->label.starts_with("Open, "));
  CHECK(shown.press("play/notebook") == "");
  CHECK(shown.driver.find("play/sheet/notebook")->rect == ui::Rect{64, 216, 896, 432});
  CHECK(shown.press("play/tab/photographs") == "");
  CHECK(stage.memory.tab == NotebookTab::photographs);
  CHECK(shown.faults() == "");
  shown.driver.click_at({700, 150}); // the picture's top is in sight; there is nothing
  CHECK(stage.memory.sheet == PlaySheet::none);
  CHECK(stage.actions.empty());
  CHECK_FALSE(shown.driver.find("play/tab/log").ok());
  CHECK(stage.memory.tab == NotebookTab::photographs);
}

TEST_CASE("picture first: verbs stand in one column, of one height, at one distance") {
  PlayStage stage = at_the_table();
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  int bottom = 0, touching = 0;
  for (const ui::Entry& entry : shown.window->registry().entries()) {
    if (!entry.id.starts_with("scene/verb/laptop/")) continue;
    CHECK(entry.rect.x == 984);
    CHECK(entry.rect.w == 272);
    CHECK(entry.rect.h == 40);
    touching += entry.rect.y == bottom + 8;
    bottom = entry.rect.bottom();
  }
  CHECK(touching >= 2); // the others begin a group
}

TEST_CASE("picture first: Tab goes from the picture to verbs, chips, notebook, strip, rail, and to Back last") {
  PlayStage stage = at_the_table();
  Shown shown(stage);
  const char* const order[] = {"scene/place/", "scene/verb/", "scene/chip/", "play/notebook", "scene/wait/", "play/hint", "play/back"};
  std::vector<std::string> tab;
  for (const ui::Entry* entry : shown.window->registry().focusable())
    tab.push_back(entry->id);
  std::size_t before = 0;
  for (const char* part : order) {
    const auto found = std::find_if(tab.begin(), tab.end(), [&](const std::string& id) { return id.starts_with(part); });
    REQUIRE_MESSAGE(found != tab.end(), part);
    const auto at = static_cast<std::size_t>(found - tab.begin());
    CHECK_MESSAGE(at >= before, part);
    before = at;
  }
  CHECK(tab.back() == "play/back");
}

TEST_CASE("picture first: as the room gets little, what does not fit stands behind a button and can be pressed there") {
  PlayStage stage = at_the_table();
  Shown shown(stage, {ui::Theme::light, 150});
  CHECK_FALSE(shown.driver.find("scene/wait/30").ok());
  CHECK(shown.press("scene/waits") == "");
  CHECK(shown.driver.focused() == "scene/wait/30");
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(shown.driver.focused() == "scene/waits");
  CHECK(shown.press("scene/waits") == "");
  CHECK(shown.press("scene/wait/30") == "");
  CHECK(stage.last() == "wait 30 s");
  CHECK(shown.press("scene/waits") == "");
  CHECK(shown.press("scene/wait/600") == "");
  CHECK(shown.press("scene/wait/600") == ""); // asks twice
  CHECK(stage.last() == "wait 10 min");
  CHECK(shown.press("scene/more") == "");
  CHECK(stage.memory.as_list);
  CHECK(shown.press("play/more") == "");
  CHECK(shown.press("play/list") == "");
  CHECK_FALSE(stage.memory.as_list);
  CHECK(stage.memory.sheet == PlaySheet::none);
}

TEST_CASE("picture first: who is selected and takes tasks shows them, and what nothing can be done with says so") {
  PlayStage stage = at_the_table();
  Shown shown(stage);
  CHECK(shown.press("scene/chip/nok") == "");
  CHECK(shown.press("scene/task/laptop/keep-awake") == "");
  CHECK(shown.press("scene/task/laptop/keep-awake") == "");
  CHECK(stage.last() == "task nok keep-awake laptop");
  CHECK(shown.press("scene/chip/nok") == "");
  CHECK(shown.press("scene/helper/nok") == "");
  CHECK(shown.faults() == ""); // the same tasks stand there once
}

TEST_CASE("picture first: what was selected is gone, and a wait can be chosen all the same") {
  const auto file = std::filesystem::path(FIRSTHAND_SOURCE) / "scenarios/courses/first-responder/open-laptop/plays/expert.play";
  PlayStage stage(lesson("open-laptop"));
  Shown shown(stage, {ui::Theme::light, 150});
  const session::PlayReading read = session::parse_play(ui::read_bytes(file), stage.prepared());
  for (const session::PlayLine& line : read.play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action) continue;
    const std::string words = session::action_words(*action, stage.prepared().symbols);
    if (words == "wait 10 min" && stage.step() == "hand") break;
    if (words.starts_with("do hand hand-over sheet")) CHECK(shown.press("scene/place/sheet") == "");
    stage.submit(*action);
    shown.driver.settle();
  }
  REQUIRE(stage.step() == "hand");
  REQUIRE_FALSE(shown.driver.find("scene/place/sheet").ok());
  CHECK(shown.press("scene/waits") == "");
  CHECK(shown.press("scene/wait/30") == "");
  CHECK(stage.last() == "wait 30 s");
}

TEST_CASE("picture first: a press beside what is open does what it says, and closes that") {
  PlayStage stage = at_the_table();
  Shown shown(stage);
  for (const char* opener : {"play/notebook", "play/hint", "play/glossary"}) {
    CAPTURE(opener);
    CHECK(shown.press("scene/place/laptop") == "");
    CHECK(shown.press(opener) == "");
    REQUIRE(stage.memory.sheet != PlaySheet::none);
    const std::string other = std::string(opener) == "play/notebook" ? "scene/place/nok" : "scene/place/lieutenant";
    CHECK(shown.press(other == "scene/place/nok" ? "scene/place/nok/name" : "scene/verb/laptop/carry") == "");
    CHECK(stage.memory.sheet == PlaySheet::none);
    if (other == "scene/place/nok")
      CHECK(shown.driver.find("scene/place/nok")->chosen);
    else
      CHECK(shown.window->registry().find("scene/verb/laptop/carry")->armed);
  }
  CHECK(stage.actions.empty());
  CHECK(shown.press("scene/verb/laptop/look") == "");
  CHECK(stage.last() == "do table look laptop");
  CHECK(shown.press("play/notebook") == "");
  CHECK(shown.press("scene/verb/laptop/look") == ""); // one press, one act
  CHECK(stage.actions.size() == 2);
  CHECK(stage.memory.sheet == PlaySheet::none);
  CHECK(shown.press("play/hint") == "");
  CHECK(shown.press("play/glossary") == ""); // another one opens in its place
  CHECK(stage.memory.sheet == PlaySheet::glossary);
}

TEST_CASE("picture first: who presses inside of the notebook and lets go beside it leaves it open") {
  PlayStage stage = at_the_table();
  Shown shown(stage);
  CHECK(shown.press("play/notebook") == "");
  shown.driver.press({300, 500});
  shown.driver.release({700, 150});
  CHECK(stage.memory.sheet == PlaySheet::notebook);
}

TEST_CASE("picture first: what was handed over is gone with its name and outline, and what is still drawn keeps its own") {
  const auto file = std::filesystem::path(FIRSTHAND_SOURCE) / "scenarios/courses/first-responder/open-laptop/plays/expert.play";
  PlayStage stage(lesson("open-laptop"));
  Shown shown(stage);
  const session::PlayReading read = session::parse_play(ui::read_bytes(file), stage.prepared());
  for (const session::PlayLine& line : read.play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action) continue;
    const bool is_last = session::action_words(*action, stage.prepared().symbols).starts_with("do hand hand-over laptop");
    shown.driver.settle();
    if (is_last) CHECK(shown.press("scene/place/laptop") == "");
    stage.submit(*action);
    if (!is_last) continue;
    shown.driver.settle();
    break;
  }
  REQUIRE(stage.step() == "hand");
  CHECK_FALSE(shown.driver.find("scene/place/laptop").ok());
  CHECK(shown.driver.sees("Choose a thing in the picture."));
  CHECK(shown.driver.sees("You handed it over."));
  for (const char* thing : {"satchel", "wallet", "cord"})
    CHECK_MESSAGE(shown.driver.find("scene/place/" + std::string(thing) + "/name").ok(), thing);
}
