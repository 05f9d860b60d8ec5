// The picture comes first: it has its share of the window and keeps its size through every play, and whoever and whatever is there has a
// name that can be pressed.
#include "tests/screens/play_stage.h"

#include "engine/session/play.h"

#include <fmt/format.h>

#include <set>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

// All that is seen in the scenes of every play of both lessons, each moment once.
class EveryPlay {
 public:
  using Look = std::function<void(const ui::Registry&, const PlayStage&)>;

  EveryPlay(ui::Size size, Look look) : window_(ui::open_headless({ui::Theme::light, 100, ui::Motion::reduced, "en"}, size)), look_(look) {
    for (const char* id : {"one-phone", "open-laptop"})
      through(id, std::filesystem::path(FIRSTHAND_SOURCE) / "scenarios/courses/first-responder" / id / "plays");
  }
  int moments() const { return static_cast<int>(seen_.size()); }

 private:
  void through(const std::string& id, const std::filesystem::path& folder) {
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      if (file.path().extension() != ".play") continue;
      const session::PlayReading play = session::parse_play(ui::read_bytes(file.path()), *lesson(id));
      through(id, play.play);
    }
  }

  void through(const std::string& id, const session::Play& play) {
    PlayStage stage(lesson(id), session::Mode::practice, play.chance);
    std::string way = id;
    for (const session::PlayLine& line : play.lines) {
      const auto* action = std::get_if<session::Action>(&line.content);
      if (!action || stage.attempt().ending != session::Ending::open) continue;
      way += "\n" + session::action_words(*action, stage.prepared().symbols);
      stage.submit(*action);
      if (stage.attempt().ending == session::Ending::open && in_a_scene(stage) && seen_.insert(way).second) show(stage);
    }
  }

  static bool in_a_scene(const PlayStage& stage) { return stage.prepared().scenario.steps[stage.attempt().step].kind == "scene"; }

  void show(PlayStage& stage) {
    const auto draw = [&stage](ui::Frame& f) { stage.draw(f); };
    window_->frame(draw);
    look_(window_->registry(), stage);
  }

  std::unique_ptr<ui::Window> window_;
  Look look_;
  std::set<std::string> seen_;
};

// What the places on it are seen through.
ui::Rect picture_in(const ui::Registry& registry) {
  for (const ui::Entry& entry : registry.entries())
    if (entry.role == ui::Role::hot_spot && entry.id.starts_with("scene/place/")) return entry.clip;
  return {};
}

int share(const ui::Rect& part, ui::Size of) { return part.w * part.h * 1000 / (of.w * of.h); } // per mille

void check_names(const ui::Registry& registry, const PlayStage& stage) {
  for (const ui::Entry& entry : registry.entries()) {
    if (!entry.id.starts_with("scene/place/") || entry.id.ends_with("/name") || entry.role != ui::Role::hot_spot) continue;
    const std::string thing = entry.id.substr(12);
    const bool chip = registry.find("scene/chip/" + thing),
               tag = registry.find(entry.id + "/name") || registry.find("scene/event/" + thing);
    const model::EntityUse* use = stage.prepared().scenario.entity(thing);
    const bool person = use && use->kind == model::EntityKind::person;
    CHECK_MESSAGE((person ? chip : tag || chip), thing);
  }
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
  const ui::Size window{1280, 720};
  const EveryPlay all(window, [&](const ui::Registry& registry, const PlayStage& stage) {
    const ui::Rect picture = picture_in(registry);
    CHECK(picture == ui::Rect{64, 120, 896, 392});
    CHECK_FALSE(registry.find("scene/more"));
    check_names(registry, stage);
    check_offered(registry, stage);
  });
  CHECK(share({64, 120, 896, 392}, window) >= 380);
  CHECK(all.moments() > 100);
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
  shown.driver.click_at({500, 150}); // the picture's top is in sight
  CHECK(stage.memory.sheet == PlaySheet::none);
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
