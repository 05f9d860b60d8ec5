// One gesture, one act, on every control of the real steps and pages: the members are read from the screen, so that a new control
// is asked for by itself.
#include "tests/screens/choice_fixture.h"
#include "tests/screens/play_stage.h"
#include "tests/screens/shell_bench.h"
#include "tests/ui/hands.h"

#include <fmt/format.h>

namespace gesture_tests {

using namespace firsthand;
using namespace firsthand::screens;

// A stage made anew for each gesture, on one window.
class Theatre {
 public:
  using Make = std::function<PlayStage()>;
  explicit Theatre(Make make, Look look = {})
      : make_(std::move(make)), stage_(std::make_unique<PlayStage>(make_())),
        window_(ui::open_headless({look.theme, look.percent, ui::Motion::reduced, look.language}, look.size)),
        driver(*window_, [this](ui::Frame& f) { stage_->draw(f); }), hands(*window_, [this](ui::Frame& f) { stage_->draw(f); }) {}

  PlayStage& anew() {
    for (int i = 0; i < 2; ++i)
      window_->frame([](ui::Frame& f) { f.screen("between"); }); // nothing stays armed or focused
    stage_ = std::make_unique<PlayStage>(make_());
    driver.settle();
    window_->pass(600);
    driver.settle();
    return *stage_;
  }
  PlayStage& stage() { return *stage_; }
  std::vector<ui::Entry> controls() {
    std::vector<ui::Entry> all;
    for (const ui::Entry* each : window_->registry().focusable())
      if (each->role != ui::Role::field) all.push_back(*each);
    return all;
  }
  bool focus(const std::string& id) {
    hands.focus_next(id);
    hands.frame();
    return driver.focused() == id;
  }

 private:
  Make make_;
  std::unique_ptr<PlayStage> stage_;
  std::unique_ptr<ui::Window> window_;

 public:
  ui::Driver driver;
  ui::Hands hands;
};

std::optional<ui::Point> point_on(Theatre& theatre, const ui::Entry& entry) {
  const ui::Rect seen = entry.visible();
  for (int y = seen.y + 1; y < seen.bottom(); y += 5)
    for (int x = seen.x + 1; x < seen.right(); x += 5) {
      const ui::Entry* top = theatre.driver.window().registry().topmost_at({x, y});
      if (top && top->id == entry.id) return ui::Point{x, y};
    }
  return std::nullopt;
}

PlayStage cafe() {
  PlayStage stage(lesson("open-laptop"));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  return stage;
}

PlayStage talk() {
  PlayStage stage(lesson("one-phone"));
  stage.play({"go on", "do authority choose option=take", "go on", "go on", "do seat bag phone with bag", "go on"});
  return stage;
}

PlayStage briefing() { return PlayStage(lesson("one-phone")); }

struct Named {
  const char* name;
  PlayStage (*make)();
};
const Named steps[] = {{"scene", cafe}, {"talk", talk}, {"briefing", briefing}};

TEST_CASE("gestures: a double click is at most one act, and none of what asks twice") {
  for (const Named& step : steps) {
    Theatre theatre(step.make);
    theatre.anew();
    for (const ui::Entry& entry : theatre.controls()) {
      CAPTURE(entry.id);
      PlayStage& stage = theatre.anew();
      const auto at = point_on(theatre, entry);
      if (!at) continue; // behind something, or scrolled out: the keyboard's case below
      theatre.hands.click(*at), theatre.hands.click(*at);
      theatre.hands.click(*at);
      CHECK(stage.actions.size() <= (entry.asks_twice ? 0 : 1));
      if (entry.asks_twice) CHECK(theatre.driver.find(entry.id)->armed);
    }
  }
}

TEST_CASE("gestures: a held key is at most one act, and none of what asks twice") {
  for (const Named& step : steps) {
    Theatre theatre(step.make);
    theatre.anew();
    int turn = 0; // Enter on one control, Space on the next; both on each only where there is time
    for (const ui::Entry& entry : theatre.controls())
      for (const char* key : {"Enter", "Space"}) {
        const int each = turn++;
        if (!ui::thorough() && (each / 2 + each) % 2 != 0) continue;
        CAPTURE(entry.id + " by " + key);
        PlayStage& stage = theatre.anew();
        if (!theatre.focus(entry.id)) continue;
        theatre.hands.wait(600);
        theatre.hands.hold(key, 700);
        CHECK(stage.actions.size() <= (entry.asks_twice ? 0 : 1));
      }
  }
}

TEST_CASE("gestures: who presses Enter too often does nothing but what the first press was for") {
  for (const Named& step : steps) {
    Theatre theatre(step.make);
    theatre.anew();
    for (const ui::Entry& entry : theatre.controls()) {
      CAPTURE(entry.id);
      PlayStage& stage = theatre.anew();
      const std::string here = stage.step();
      if (!theatre.focus(entry.id)) continue;
      for (int press = 0; press < 4 && stage.step() == here; ++press)
        theatre.hands.wait(700), theatre.hands.key("Enter");
      for (const session::Action& action : stage.actions)
        CHECK(session::action_words(action, stage.prepared().symbols) ==
              session::action_words(stage.actions.front(), stage.prepared().symbols));
    }
  }
}

TEST_CASE("gestures: number keys choose a verb and never act, twice and held") {
  for (const Named& step : {steps[0], steps[1]}) {
    Theatre theatre(step.make);
    for (char key = '1'; key <= '9'; ++key) {
      CAPTURE(std::string(1, key));
      PlayStage& stage = theatre.anew();
      const std::string name(1, key);
      theatre.hands.key(name), theatre.hands.key(name);
      theatre.hands.wait(900);
      theatre.hands.hold(name, 900);
      CHECK(stage.actions.empty());
      if (key == '1') CHECK(theatre.driver.find(theatre.driver.focused())->role == ui::Role::verb);
    }
  }
}

TEST_CASE("gestures: a wait of ten minutes asks twice, a short one does not") {
  Theatre theatre(cafe);
  PlayStage& stage = theatre.anew();
  CHECK_OK(theatre.driver.click("scene/wait/600"));
  CHECK(stage.actions.empty());
  CHECK_OK(theatre.driver.click("scene/wait/600"));
  CHECK(stage.last() == "wait 10 min");
  CHECK_OK(theatre.driver.click("scene/wait/30"));
  CHECK(stage.last() == "wait 30 s");
}

TEST_CASE("gestures: words that cannot be taken back ask twice, others do not") {
  Theatre theatre(talk);
  theatre.anew();
  for (const auto& [topic, twice] : {std::pair{"promise", true}, {"ask-code", true}, {"caution", false}, {"ask-others", false}})
    CHECK(theatre.driver.find(std::string("dialogue/topic/") + topic)->asks_twice == twice);
}

TEST_CASE("gestures: what is used keeps its place, and so does all around it") {
  Theatre theatre(talk);
  theatre.anew();
  const auto rows = [&] {
    std::map<std::string, ui::Rect> at;
    for (const ui::Entry& entry : theatre.driver.window().registry().entries())
      if (entry.role == ui::Role::verb) at.emplace(entry.id, entry.rect);
    return at;
  };
  const auto before = rows();
  CHECK_OK(theatre.driver.click("dialogue/topic/caution"));
  CHECK(rows() == before);
  CHECK_FALSE(theatre.driver.find("dialogue/topic/caution")->enabled);

  Theatre phone([] {
    PlayStage stage(lesson("one-phone"));
    stage.play({"go on", "do authority choose option=take", "go on", "go on"});
    return stage;
  });
  phone.anew();
  const auto places = [&] {
    std::map<std::string, ui::Rect> at;
    for (const ui::Entry& entry : phone.driver.window().registry().entries())
      if (entry.id.starts_with("scene/verb/phone/") || entry.id == "scene/go-on") at.emplace(entry.id, entry.rect);
    return at;
  };
  CHECK_OK(phone.driver.scroll_to("scene/verb/phone/add-power"));
  const auto shown = places();
  CHECK_OK(phone.driver.click("scene/verb/phone/add-power"));
  CHECK_OK(phone.driver.click("scene/verb/phone/add-power"));
  CHECK(phone.stage().last() == "do seat add-power phone with bank");
  const auto after = places();
  for (const auto& [id, rect] : shown) {
    CAPTURE(id);
    REQUIRE(after.contains(id));
    CHECK(after.at(id) == rect);
  }
  CHECK_FALSE(phone.driver.find("scene/verb/phone/add-power")->enabled);
}

TEST_CASE("gestures: nobody and nothing in the picture is without a name that can be pressed") {
  const Look looks[] = {{ui::Theme::light, 100, "en", {1024, 768}},
                        {},
                        {ui::Theme::dark, 100, "en", {1366, 768}},
                        {ui::Theme::light, 200, "en", {1920, 1080}},
                        {ui::Theme::light, 200, "en", {1280, 720}}};
  for (const Look& look : looks) {
    Theatre theatre(cafe, look);
    PlayStage& stage = theatre.anew();
    stage.play({"do table hands-off man", "task nok keep-awake laptop", "do table call examiner", "do table look-inside satchel"});
    theatre.driver.settle();
    CAPTURE(fmt::format("{} at {}", look.percent, look.size.w));
    int named = 0, in_list = 0;
    for (const ui::Entry& entry : theatre.driver.window().registry().entries()) {
      if (!entry.id.starts_with("scene/place/") || entry.id.ends_with("/name")) continue;
      const std::string thing = entry.id.substr(12);
      const bool tag = theatre.driver.find("scene/place/" + thing + "/name").ok(), chip = theatre.driver.find("scene/chip/" + thing).ok();
      const bool own = entry.role == ui::Role::button; // a chip of somebody who is not in the picture
      ++named;
      if (!tag && !chip && !own) {
        ++in_list;
        continue;
      }
      const auto use = stage.prepared().scenario.entity(thing);
      if (use && use->kind == model::EntityKind::person) CHECK_MESSAGE((chip || own || look.percent == 200), thing);
    }
    CHECK(named >= 5);
    if (look.percent < 200) CHECK(in_list == 0); // what has no room is counted, and the count opens the list
    if (in_list > 0) CHECK(std::stoi(theatre.driver.find("scene/more")->label) >= in_list);
    CHECK(ui::describe(theatre.driver.layout_faults()) == "");
  }
}

TEST_CASE("gestures: each step is entered with the focus on what it is for, and Back comes last") {
  for (const Named& step : steps) {
    CAPTURE(std::string(step.name));
    Theatre theatre(step.make);
    theatre.anew();
    const std::string focused = theatre.driver.focused();
    CHECK(focused != "");
    CHECK(focused != "play/back");
    CHECK_FALSE(focused.starts_with("scene/wait"));
    CHECK(theatre.controls().back().id == "play/back");
  }
}

TEST_CASE("gestures: every page takes a double click on any control as one") {
  using screens::PageName;
  using shell_tests::ShellBench;
  ShellBench b;
  b.dara();
  const auto window = ui::open_headless();
  std::vector<std::string> pages; // each other than the one before
  const auto draw = [&](ui::Frame& f) {
    screens::draw_shell(f, *b.shell);
    const std::string now = fmt::format("{}/{}/{}", static_cast<int>(b.shell->page()),
                                        static_cast<int>(screens::sign_in(*b.shell).memory.page), b.shell->help_open ? "help" : "");
    if (pages.empty() || pages.back() != now) pages.push_back(now);
  };
  ui::Driver driver(*window, draw);
  ui::Hands hands(*window, draw);
  const auto controls_of = [&](const std::function<void()>& go) {
    go();
    driver.settle();
    std::vector<std::string> ids;
    for (const ui::Entry* each : window->registry().focusable())
      ids.push_back(each->id);
    for (const std::string& id : ids) {
      CAPTURE(id);
      if (b.shell->page() == PageName::play) b.shell->playing().leave();
      b.shell->help_open = false, screens::home(*b.shell).memory = {}, screens::sign_in(*b.shell).memory = {};
      go();
      driver.settle();
      window->pass(600);
      const auto entry = driver.find(id);
      if (!entry.ok()) continue;
      pages.clear(), hands.frame();
      const ui::Point at = entry->visible().centre();
      for (int i = 0; i < 3; ++i)
        hands.click(at);
      driver.settle();
      CHECK(pages.size() <= 2);
    }
    CHECK(ids.size() > 4);
  };
  controls_of([&] { b.shell->go(screens::PageName::home); });
  controls_of([&] { b.shell->over(screens::PageName::settings), b.shell->is_full_screen = false; });
  controls_of([&] {
    if (b.shell->page() != PageName::sign_in) b.shell->switch_person();
  });
}

} // namespace gesture_tests
