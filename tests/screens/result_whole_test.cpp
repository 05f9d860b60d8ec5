// The sentence that says what was done is read as a whole beside the thing, in every window, with every text, through every play.
#include "tests/screens/every_play.h"

using namespace firsthand;
using namespace firsthand::screens;
using namespace every_play;

namespace {

std::vector<Look> looks_of_results() {
  std::vector<Look> looks{{},
                          {ui::Theme::light, 100, "th", {1024, 768}},
                          {ui::Theme::dark, 150},
                          {ui::Theme::light, 200},
                          {ui::Theme::dark, 200, "th", {1366, 768}}};
  if (!ui::thorough()) return looks;
  for (const char* language : {"en", "th"})
    for (const ui::Size size : {ui::Size{1024, 768}, {1280, 720}, {1366, 768}, {1920, 1080}})
      for (const int percent : {100, 125, 150, 200})
        looks.push_back({ui::Theme::light, percent, language, size});
  return looks;
}

// Of the lines under the thing selected those that an act of this turn left.
std::vector<const ui::Entry*> told_of_act(const ui::Registry& registry, PlayStage& stage) {
  std::set<std::string> words;
  stage.with_scene([&](const StepScene& scene) {
    for (const report::NotebookLine* act : news_of(scene).acts)
      words.insert(line_words(scene, *act));
    return 0;
  });
  std::vector<const ui::Entry*> lines;
  for (const ui::Entry& entry : registry.entries())
    if (entry.role == ui::Role::notice &&
        std::any_of(words.begin(), words.end(), [&](const std::string& each) { return entry.label.find(each) != std::string::npos; }))
      lines.push_back(&entry);
  return lines;
}

// A bar leads to its end, and the first of them begins in sight.
bool can_be_read_on(const ui::Registry& registry, const ui::Entry& line) {
  const bool begins = line.visible().y == line.rect.y && !line.visible().empty();
  const bool bar = registry.find("scene/result/bar") || registry.find("scene/known/bar");
  return (bar && (begins || line.rect.y > line.clip.y)) || registry.find("scene/page/bar");
}

} // namespace

TEST_CASE("result: what was done is whole beside the thing, in every play and look; at most it is read on by a bar at 200 per cent") {
  int whole = 0, read_on = 0;
  const EveryPlay all(Moments::all, looks_of_results(), [&](const ui::Registry& registry, PlayStage& stage, const Look& look) {
    for (const ui::Entry* line : told_of_act(registry, stage)) {
      const bool is_whole = line->visible() == line->rect;
      const bool may_scroll = look.percent == 200;
      CHECK_MESSAGE((is_whole || (may_scroll && can_be_read_on(registry, *line))), line->label);
      ++(is_whole ? whole : read_on);
    }
  });
  MESSAGE(all.moments() << " moments, " << whole << " whole, " << read_on << " to be read on");
  CHECK(whole > 500);
}

namespace {

struct Tried {
  std::string verb;
  bool told = false;
};

// Every verb of everything, done twice where it can be.
std::vector<Tried> tried_twice(const Look& look, PlayStage& stage, Shown& shown) {
  std::vector<Tried> all;
  (void)look;
  const std::string step = stage.step();
  const auto offered = session::offers(stage.prepared(), stage.attempt()).actions;
  for (const session::Action& action : offered) {
    if (action.kind != session::Action::Kind::act || stage.step() != step) continue;
    const std::string thing = stage.prepared().symbols.word(action.entity);
    if (!shown.press(("scene/place/" + thing).c_str()).empty()) continue;
    for (int time = 0; time < 2 && stage.step() == step && stage.attempt().ending == session::Ending::open; ++time) {
      stage.submit(action);
      if (stage.step() != step) break;
      shown.driver.settle();
      for (const ui::Entry* line : told_of_act(shown.window->registry(), stage)) {
        CAPTURE(session::action_words(action, stage.prepared().symbols));
        const bool whole = line->visible() == line->rect;
        CHECK_MESSAGE((whole || (look.percent == 200 && can_be_read_on(shown.window->registry(), *line))), line->label);
        all.push_back({thing, whole});
      }
    }
  }
  return all;
}

} // namespace

TEST_CASE("result: what is tried a second time, or to no effect, is told whole as well") {
  for (const Look& look : looks_of_results()) {
    if (look.size.w == 1024 && look.percent > 100) continue; // one column: the page scrolls
    CAPTURE(fmt::format("{}x{} {} {}", look.size.w, look.size.h, look.percent, look.language));
    std::size_t told = 0;
    for (const bool phone : {true, false}) {
      PlayStage stage(lesson(phone ? "one-phone" : "open-laptop"));
      if (std::string_view(look.language) == "th") stage.speak(in_thai(phone ? "one-phone" : "open-laptop"));
      stage.play({"go on", phone ? "do authority choose option=take" : "do authority choose option=power sure=yes", "go on", "go on"});
      Shown shown(stage, look);
      told += tried_twice(look, stage, shown).size();
    }
    CHECK(told > 12);
  }
}
