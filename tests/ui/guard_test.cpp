// One gesture, one act, on the screen it was aimed at: what a press must be to count, on every control of pages that are made up
// here; tests/screens/gesture_test.cpp asks the same of the real ones.
#include "tests/ui/fixture.h"
#include "tests/ui/hands.h"

using namespace firsthand::ui;

namespace {

// A page that goes on to another one with each press, and on which controls stand at the same place.
struct Pages {
  int page = 0, twice = 0, plain = 0, verb_done = 0, letter = 0, above = 0;
  bool notes = false, noting = false, hint_works = true;
  std::string note;
  bool sheet = false, first_there = true, pushed_down = false;
  std::string typed, name = "page/";
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};
  Hands hands{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    f.screen(name + std::to_string(page));
    f.begin_part(Part::back);
    button(f, {600, 20, 120, 48}, {.id = "back", .label = "Back"});
    f.end_part();
    if (button(f, {20, 20, 120, 48}, {.id = "go", .label = "Go on", .kind = ButtonKind::main})) ++page;
    const int y = pushed_down ? 100 : 0;
    twice += button(f, {20, 100 + y, 160, 48}, {.id = "twice", .label = "Hand over", .again = "Press again"});
    plain += button(f, {200, 100 + y, 160, 48}, {.id = "plain", .label = "Count"});
    verb_done += verb(f, {20, 340, 200, 60}, {.id = "verb", .label = "Close", .seconds = "2 s", .again = "Press again", .choose_key = '1'});
    letter += option(f, {20, 420, 200, 48}, {.id = "option", .label = "An answer", .letter = 'A'});
    field(f, {400, 300, 300, 74}, {.id = "field", .label = "Field"}, typed);
    if (notes) draw_note(f);
    if (sheet) draw_sheet(f);
  }
  // A field that comes with a press, and takes the focus: a note that is written.
  void draw_note(Frame& f) {
    button(f, {440, 620, 160, 48}, {.id = "hint", .label = "Hint", .enabled = hint_works});
    if (noting)
      field(f, {620, 540, 300, 74}, {.id = "noted", .label = "Note"}, note);
    else if (button(f, {620, 620, 160, 48}, {.id = "note", .label = "Note"}))
      noting = true, f.focus("noted"); // drawn from the next frame on
  }
  void draw_sheet(Frame& f) {
    f.begin_sheet("sheet", {10, 10, 400, 300}, "Sheet");
    above += button(f, {20, 100, 160, 48}, {.id = "inside", .label = "Inside"});
    if (f.shortcut(Key::escape)) sheet = false;
    f.end_sheet();
  }
  void look() { hands.wait(600); }
};

constexpr Point on_go{60, 40}, on_twice{60, 120}, on_plain{260, 120}, on_verb{60, 360}, nowhere{900, 600};

} // namespace

TEST_CASE("guard: the second half of a double click never reaches the next page") {
  for (const int apart : {20, 60, 120, 250, 320}) {
    CAPTURE(apart);
    Pages p;
    p.look();
    p.hands.click(on_go), p.hands.wait(apart), p.hands.click(on_go);
    CHECK(p.page == 1);
    p.look();
    p.hands.click(on_go);
    CHECK(p.page == 2);
  }
}

TEST_CASE("guard: of presses that wait together each counts only on the screen that it was aimed at") {
  const auto click = [](Pages& p) { p.hands.click(on_go); };
  const auto enter = [](Pages& p) { p.hands.key("Enter"); };
  const auto space = [](Pages& p) { p.hands.key("Space"); };
  const auto number = [](Pages& p) { p.hands.key("1"); };
  const auto letter = [](Pages& p) { p.hands.key("A"); };
  using Press = std::function<void(Pages&)>;
  for (const Press& first : std::initializer_list<Press>{click, enter, space})
    for (const Press& second : std::initializer_list<Press>{click, enter, space, number, letter})
      for (const int more : {1, 3}) {
        Pages p;
        p.look();
        p.hands.wait_together();
        first(p);
        for (int i = 0; i < more; ++i)
          second(p);
        p.hands.all_at_once();
        CHECK(p.page == 1);
        CHECK(p.twice + p.plain + p.verb_done + p.letter == 0);
        CHECK(p.driver.focused() == "go");
        CHECK_FALSE(p.window->registry().find("verb")->armed);
      }
}

TEST_CASE("guard: a field that comes with a press has the focus, however many presses waited with it") {
  for (const int clicks : {1, 2, 3, 5}) {
    Pages p;
    p.notes = true;
    p.look();
    p.hands.wait_together();
    for (int i = 0; i < clicks; ++i)
      p.hands.click({700, 640});
    p.hands.text("5 pm");
    p.hands.all_at_once();
    CHECK(p.noting);
    CHECK(p.driver.focused() == "noted");
    CHECK(p.note == "5 pm");
    CHECK(p.verb_done + p.twice + p.plain == 0);
  }
}

TEST_CASE("guard: who writes goes on writing after a press on nothing or on what cannot be pressed") {
  for (const Point beside : {Point{900, 700}, Point{520, 640}}) {
    Pages p;
    p.notes = true, p.hint_works = false;
    p.look();
    p.hands.click({700, 640});
    p.look();
    p.hands.click(beside);
    CHECK(p.driver.focused() == "noted");
    p.hands.key("1"), p.hands.wait(600), p.hands.key("Space");
    CHECK(p.verb_done == 0);
    CHECK_FALSE(p.window->registry().find("verb")->armed);
  }
}

TEST_CASE("guard: a press that began before a change is void, however long it is held") {
  Pages p;
  p.look();
  p.hands.down(on_go);
  ++p.page; // something else changed the page meanwhile
  p.hands.wait(900);
  p.hands.up(on_go);
  CHECK(p.page == 1);
  p.hands.click(on_go);
  CHECK(p.page == 2);
}

TEST_CASE("guard: while a key from before is still down nothing counts, and afterwards all does") {
  Pages p;
  p.look();
  p.hands.key_down("Enter");
  CHECK(p.page == 1); // the main control had the focus
  p.hands.wait(1500);
  p.hands.click(on_plain);
  CHECK(p.plain == 0);
  p.hands.key_up("Enter");
  p.hands.click(on_plain);
  CHECK(p.plain == 1);
}

TEST_CASE("guard: a key that is held presses once, whatever has the focus") {
  for (const char* key : {"Enter", "Space"})
    for (const char* id : {"go", "twice", "plain", "verb", "option"}) {
      CAPTURE(std::string(key) + " on " + id);
      Pages p;
      p.look();
      for (int i = 0; i < 9 && p.driver.focused() != id; ++i)
        CHECK_OK(p.driver.key("Tab"));
      REQUIRE(p.driver.focused() == id);
      p.hands.hold(key, 1500);
      CHECK(p.page + p.twice + p.plain + p.verb_done + p.letter <= 1);
      CHECK(p.twice + p.verb_done == 0);
    }
}

TEST_CASE("guard: a key that repeats without saying so is still held") {
  Pages p;
  p.look();
  for (int i = 0; i < 30; ++i)
    p.hands.key_down("Enter"); // no release between
  CHECK(p.page == 1);
  p.hands.key_up("Enter");
}

TEST_CASE("guard: what asks twice wants a second press of its own, half a second later") {
  for (const auto& [apart, done] : {std::pair{40, 0}, {120, 0}, {300, 0}, {400, 0}, {560, 1}, {5000, 1}, {600'000, 1}}) {
    CAPTURE(apart);
    Pages p;
    p.look();
    p.hands.click(on_twice);
    CHECK(p.driver.find("twice")->armed);
    p.hands.wait(apart);
    p.hands.click(on_twice);
    CHECK(p.twice == done);
    CHECK(p.driver.find("twice")->armed == (done == 0)); // never by time
  }
}

TEST_CASE("guard: of three quick clicks none is the second press") {
  Pages p;
  p.look();
  for (int i = 0; i < 12; ++i)
    p.hands.click(on_twice), p.hands.wait(90);
  CHECK(p.twice == 0);
  p.look();
  p.hands.click(on_twice);
  CHECK(p.twice == 1);
}

TEST_CASE("guard: a press that began too early does not become late by being held") {
  Pages p;
  p.look();
  p.hands.click(on_twice);
  p.hands.wait(100);
  p.hands.down(on_twice), p.hands.wait(2000), p.hands.up(on_twice);
  CHECK(p.twice == 0);
}

TEST_CASE("guard: what is armed is taken back by a press elsewhere, by Esc and by another screen, and by nothing else") {
  using Act = void (*)(Pages&);
  struct Case {
    const char* what;
    Act act;
    bool stays;
  };
  const Case cases[] = {
      {"a press on nothing", [](Pages& p) { p.driver.click_at(nowhere); }, false},
      {"a press on another control", [](Pages& p) { p.driver.click_at(on_plain); }, false},
      {"arming another", [](Pages& p) { p.driver.click_at(on_verb); }, false},
      {"Esc", [](Pages& p) { (void)p.driver.key("Escape"); }, false},
      {"another screen", [](Pages& p) { ++p.page, p.driver.settle(); }, false},
      {"a sheet", [](Pages& p) { p.sheet = true, p.driver.settle(), p.sheet = false, p.driver.settle(); }, false},
      {"time", [](Pages& p) { p.hands.wait(3'600'000); }, true},
      {"the pointer going elsewhere", [](Pages& p) { p.driver.move_to(nowhere); }, true},
      {"the focus going elsewhere", [](Pages& p) { (void)p.driver.key("Tab"); }, true},
      {"text", [](Pages& p) { p.driver.type("x"); }, true},
      {"the wheel", [](Pages& p) { p.driver.wheel(nowhere, 1); }, true},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.what));
    Pages p;
    CHECK_OK(p.driver.click("twice"));
    REQUIRE(p.driver.find("twice")->armed);
    c.act(p);
    CHECK(p.driver.find("twice")->armed == c.stays);
    CHECK(p.twice == 0);
    CHECK_OK(p.driver.click("twice"));
    CHECK(p.twice == (c.stays ? 1 : 0));
  }
}

TEST_CASE("guard: a press elsewhere takes back what is armed, even where it is too early to do anything itself") {
  const auto by_pointer = [](Pages& p) { p.hands.click(on_plain); };
  const auto beside = [](Pages& p) { p.hands.click(nowhere); };
  const auto by_key = [](Pages& p) { p.hands.focus_next("plain"), p.hands.key("Enter"); };
  const auto on_it = [](Pages& p) { p.hands.click(on_twice); };
  for (const auto& [press, done] : {std::pair<std::function<void(Pages&)>, int>{by_pointer, 0}, {beside, 0}, {by_key, 0}, {on_it, 1}}) {
    Pages p;
    p.look();
    p.hands.click(on_twice);
    p.hands.wait(600);
    p.driver.window().set_settings({Theme::dark, 100, Motion::normal, "en"}); // it looks otherwise: what is pressed now is too early
    p.hands.frame(), p.hands.frame();
    press(p);
    CHECK(p.plain + p.twice == 0);
    p.hands.wait(600);
    p.hands.click(on_twice);
    CHECK(p.twice == done);
  }
}

TEST_CASE("guard: a number chooses and is no press, however often; what asks twice takes two of Enter after it") {
  Pages p;
  for (int i = 0; i < 5; ++i)
    CHECK_OK(p.driver.key("1"));
  CHECK(p.driver.focused() == "verb");
  CHECK_FALSE(p.driver.find("verb")->armed);
  CHECK_OK(p.driver.key("Enter"));
  CHECK(p.driver.find("verb")->armed);
  CHECK(p.verb_done == 0);
  CHECK_OK(p.driver.key("1")); // still the same: neither a press nor a way out of it
  CHECK(p.driver.find("verb")->armed);
  CHECK(p.verb_done == 0);
  p.look();
  CHECK_OK(p.driver.key("Enter"));
  CHECK(p.verb_done == 1);
  p.look();
  p.hands.hold("1", 1500);
  CHECK(p.verb_done == 1);
}

TEST_CASE("guard: by no order of numbers and Enter is anything done that asks twice with fewer than two presses of its own") {
  const char* const keys[] = {"1", "2", "Enter"};
  constexpr int longest = 5;
  int some_done = 0, done[2] = {0, 0}, word = 0;
  bool between = true;
  const auto window = open_headless();
  const auto draw = [&](Frame& f) {
    if (between) return f.screen("between");
    f.screen("page");
    done[0] += verb(f, {20, 20, 200, 60}, {.id = "first", .label = "Close", .seconds = "2 s", .again = "Press again", .choose_key = '1'});
    done[1] += verb(f, {20, 100, 200, 60}, {.id = "second", .label = "Bag", .seconds = "2 s", .again = "Press again", .choose_key = '2'});
  };
  Hands hands(*window, draw);
  for (; word < 3 * 3 * 3 * 3 * 3; ++word) {
    int presses[2] = {0, 0};
    between = true, hands.wait(600);
    between = false, hands.wait(600);
    const auto has_focus = [&](const char* id) { return window->registry().find(id)->focused; };
    int at = has_focus("first") ? 0 : has_focus("second") ? 1 : -1; // it may have stayed there
    for (int i = 0, rest = word; i < longest; ++i, rest /= 3) {
      const int key = rest % 3;
      if (key < 2 && key != at) at = key, presses[0] = presses[1] = 0; // another one: what was pressed once is taken back
      if (key == 2 && at >= 0) ++presses[at];
      const int before[2] = {done[0], done[1]};
      hands.key(keys[key]), hands.wait(600);
      for (int verb = 0; verb < 2; ++verb) {
        if (done[verb] == before[verb]) continue;
        CAPTURE(word);
        CHECK(presses[verb] == 2);
        presses[verb] = 0, ++some_done;
      }
    }
  }
  CHECK(some_done > 20);
}

TEST_CASE("guard: the number of what cannot be done now leads to it, so that Enter does no other thing") {
  int done = 0;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    done += verb(f, {20, 20, 200, 60}, {.id = "first", .label = "Look", .seconds = "2 s", .choose_key = '1'});
    done += verb(f, {20, 100, 200, 60},
                 {.id = "second", .label = "Bag it", .seconds = "2 s", .enabled = false, .reason = "Done", .choose_key = '2'});
  });
  CHECK_OK(driver.key("1"));
  CHECK_OK(driver.key("2"));
  CHECK(driver.focused() == "second");
  CHECK_OK(driver.key("Enter"));
  CHECK(done == 0);
  CHECK(driver.focused() == "second");
}

// "1 Enter 2 Enter" typed in one go: where the 2 comes too early after what the first Enter did, the second Enter was not meant for 1.
TEST_CASE("guard: the press behind a key that should have chosen and was too early does nothing either") {
  for (const char* key : {"2", "Down", "Tab"})
    for (const int apart : {120, 250, 350}) {
      int first = 0, second = 0, page = 0;
      const auto window = open_headless();
      const auto draw = [&](Frame& f) {
        f.screen("page/" + std::to_string(page));
        if (verb(f, {20, 20, 200, 60}, {.id = "first", .label = "Look", .seconds = "2 s", .choose_key = '1'})) ++first, ++page;
        second += verb(f, {20, 100, 200, 60}, {.id = "second", .label = "Bag it", .seconds = "2 s", .choose_key = '2'});
      };
      Hands hands(*window, draw);
      CAPTURE(key);
      CAPTURE(apart);
      hands.wait(600);
      for (const char* typed : {"1", "Enter", key, "Enter"})
        hands.key(typed), hands.wait(apart);
      CHECK(first == 1);
      CHECK(second == 0);
      hands.wait(1200);
      hands.key("2"), hands.wait(apart), hands.key("Enter"), hands.wait(apart); // typed anew it is done
      CHECK(second == 1);
    }
}

TEST_CASE("guard: a letter that is held answers once") {
  Pages p;
  p.look();
  p.hands.hold("A", 1500);
  CHECK(p.letter == 1);
}

TEST_CASE("guard: text typed into a field that has the focus arrives at once, Enter does not") {
  Pages p;
  CHECK_OK(p.driver.click("field"));
  ++p.page, p.name = "other/"; // and it keeps the field
  p.hands.frame();
  p.hands.focus_next("field");
  for (const char* letter : {"N", "o", "k"})
    p.hands.text(letter);
  CHECK(p.typed == "Nok");
  p.hands.key("Backspace");
  CHECK(p.typed == "No");
  p.hands.key("Enter");
  CHECK(p.page == 1);
}

TEST_CASE("guard: what is moved under a resting pointer is not pressed by it") {
  Pages p;
  p.driver.move_to(on_twice);
  p.look();
  p.pushed_down = true; // a notice above, say: no control comes or goes
  p.hands.frame(), p.hands.frame();
  p.pushed_down = false;
  p.hands.frame();
  p.hands.click(on_twice);
  CHECK_FALSE(p.driver.find("twice")->armed);
  p.look();
  p.hands.click(on_twice);
  CHECK(p.driver.find("twice")->armed);
}

TEST_CASE("guard: a sheet that opens or closes is another screen") {
  Pages p;
  p.look();
  p.sheet = true;
  p.hands.frame(), p.hands.frame();
  p.hands.click(on_twice); // the inside of the sheet stands there
  CHECK(p.above == 0);
  p.look();
  p.hands.click(on_twice);
  CHECK(p.above == 1);
  p.look();
  p.hands.key("Escape");
  CHECK_FALSE(p.sheet);
  p.hands.click(on_plain);
  CHECK(p.plain == 0);
}
