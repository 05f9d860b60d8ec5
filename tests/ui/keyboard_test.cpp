// The keyboard alone reaches and presses everything; a batch of events loses none.
#include "engine/ui/stage.h"
#include "tests/ui/fixture.h"

#include <SDL.h>

#include <array>
#include <deque>

using namespace firsthand::ui;

namespace {

struct Page {
  int first = 0, second = 0, third = 0, back = 0, help = 0, step = 0, sheet = 0;
  bool show_second = true, sheet_open = false, second_enabled = true;
  std::string typed;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    first += button(f, {20, 20, 120, 48}, {.id = "page/first", .label = "First", .choose_key = 'F'});
    f.begin_group("grid");
    if (show_second) second += button(f, {20, 100, 120, 48}, {.id = "page/second", .label = "Second", .enabled = second_enabled});
    third += button(f, {160, 100, 120, 48}, {.id = "page/third", .label = "Third"});
    f.end_group();
    field(f, {20, 200, 300, 74}, {.id = "page/field", .label = "Field"}, typed);
    if (sheet_open) draw_sheet(f);
    back += f.intents().back, help += f.intents().help, step += f.intents().text_step;
  }

  void draw_sheet(Frame& f) {
    const Rect rect{10, 10, 400, 300};
    f.begin_sheet("page/sheet", rect, "Sheet");
    f.fill(rect, Colour::surf);
    sheet += button(f, {20, 20, 120, 48}, {.id = "page/inside", .label = "Inside"});
    f.end_sheet();
  }

  void keys(std::initializer_list<const char*> names) {
    for (const char* name : names)
      CHECK_OK(driver.key(name));
  }
};

} // namespace

TEST_CASE("ui: Tab goes through the controls in reading order and round") {
  Page page;
  page.keys({"Tab"});
  CHECK(page.driver.focused() == "page/first");
  page.keys({"Tab", "Tab", "Tab", "Tab"});
  CHECK(page.driver.focused() == "page/first");
  page.keys({"Shift+Tab"});
  CHECK(page.driver.focused() == "page/field");
}

TEST_CASE("ui: from what was done and cannot be done again, Tab goes to its neighbours") {
  for (const bool back : {false, true}) {
    CAPTURE(back);
    Page page;
    page.keys({"Tab", "Tab"});
    REQUIRE(page.driver.focused() == "page/second");
    page.second_enabled = false;
    page.driver.settle();
    CHECK(page.driver.focused() == "page/second");
    page.keys({back ? "Shift+Tab" : "Tab"});
    CHECK(page.driver.focused() == (back ? "page/first" : "page/third"));
  }
}

TEST_CASE("ui: Tab leaves out what cannot be pressed") {
  Page page;
  page.second_enabled = false;
  page.keys({"Tab", "Tab"});
  CHECK(page.driver.focused() == "page/third");
}

TEST_CASE("ui: Enter and Space press the focused control once") {
  Page page;
  page.keys({"Tab", "Enter", "Space"});
  CHECK(page.first == 2);
}

TEST_CASE("ui: arrows move inside a group and stop at its end") {
  Page page;
  page.keys({"Tab", "Tab", "Right"});
  CHECK(page.driver.focused() == "page/third");
  page.keys({"Right"});
  CHECK(page.driver.focused() == "page/third");
  page.keys({"Left"});
  CHECK(page.driver.focused() == "page/second");
}

TEST_CASE("ui: a choose key presses its control, but not while a field takes letters") {
  Page page;
  page.keys({"F"});
  CHECK(page.first == 1);
  CHECK(page.driver.focused() == "page/first");
  CHECK_OK(page.driver.type_into("page/field", "f"));
  page.keys({"F"});
  CHECK(page.first == 1);
  CHECK(page.typed == "f");
}

TEST_CASE("ui: when the focused control goes away its neighbour has the focus") {
  Page page;
  page.keys({"Tab", "Tab"});
  page.show_second = false;
  page.driver.settle();
  CHECK(page.driver.focused() == "page/third");
  page.keys({"Tab"});
  CHECK(page.driver.focused() == "page/field");
}

TEST_CASE("ui: what was done keeps the focus: Enter does nothing more, and Tab goes on from there, both ways") {
  for (const char* way : {"Tab", "Shift+Tab"}) {
    Page page;
    page.keys({"Tab", "Tab", "Enter"});
    page.second_enabled = false;
    page.driver.settle();
    CHECK(page.driver.focused() == "page/second");
    page.keys({"Enter", "Space"});
    CHECK(page.first + page.third == 0);
    CHECK(page.second == 1);
    page.keys({way});
    CHECK(page.driver.focused() == (std::string(way) == "Tab" ? "page/third" : "page/first"));
  }
}

TEST_CASE("ui: writing goes on where a text ends, in a field that is opened with one") {
  for (const char* before : {"", "seen", "เห็น"}) {
    std::string text = before;
    const auto window = open_headless();
    Driver driver(*window, [&](Frame& f) { field(f, {20, 20, 300, 74}, {.id = "page/field", .label = "Field"}, text); });
    CHECK_OK(driver.key("Tab"));
    driver.type(" twice");
    CHECK(text == before + std::string(" twice"));
  }
}

TEST_CASE("ui: Escape, Alt+Left, F1 and Ctrl+plus reach the shell once each") {
  Page page;
  page.keys({"Escape", "Alt+Left", "F1", "Ctrl+=", "Ctrl+-"});
  CHECK(page.back == 2);
  CHECK(page.help == 1);
  CHECK(page.step == 0);
  page.keys({"Ctrl+="});
  CHECK(page.step == 1);
}

TEST_CASE("ui: Esc leaves the screen that it was pressed on, and not the one that took its place meanwhile") {
  for (const bool goes_by_itself : {false, true}) {
    CAPTURE(goes_by_itself);
    int left = 0;
    std::string name = "one";
    const auto window = open_headless();
    Driver driver(*window, [&](Frame& f) {
      f.screen(name);
      left += f.leaves(name);
      if (goes_by_itself && f.stage().input.key.key == Key::escape) name = "other"; // drawn from the next frame on
    });
    CHECK_OK(driver.key("Escape"));
    CHECK(left == (goes_by_itself ? 0 : 1));
    CHECK_OK(driver.key("Alt+Left"));
    CHECK(left == (goes_by_itself ? 1 : 2));
  }
}

TEST_CASE("ui: what lies under a sheet hears neither pointer nor keyboard") {
  Page page;
  page.sheet_open = true;
  page.driver.settle();
  page.driver.click_at({200, 120}); // the third button lies there
  page.keys({"F", "Tab", "Tab"});
  CHECK(page.third == 0);
  CHECK(page.first == 0);
  CHECK(page.driver.focused() == "page/inside");
  page.driver.click_at({40, 40});
  CHECK(page.sheet == 1);
}

TEST_CASE("ui: a click let go elsewhere presses nothing") {
  Page page;
  page.driver.press({40, 40});
  page.driver.release({600, 600});
  page.driver.press({600, 600});
  page.driver.release({40, 40});
  CHECK(page.first == 0);
}

TEST_CASE("ui: press, release and press again in one batch are two clicks") {
  Page page;
  page.window->pass(Driver::look_ms);
  for (int i = 0; i < 2; ++i)
    for (const std::uint32_t type : {SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP}) {
      SDL_Event event{};
      event.type = type;
      event.button.button = SDL_BUTTON_LEFT;
      event.button.x = 40, event.button.y = 40;
      SDL_PushEvent(&event);
    }
  page.driver.settle();
  CHECK(page.first == 2);
}

TEST_CASE("ui: an idle window asks for no frame until it is woken") {
  Page page;
  const Draw draw = [&](Frame& f) { page.draw(f); };
  CHECK_FALSE(page.window->frame(draw));
  Window::wake();
  CHECK(page.window->frame(draw));
}

TEST_CASE("ui: the ring shows what the keyboard reached, never what the pointer pressed") {
  const auto window = open_headless();
  bool ring = false;
  Driver driver(*window, [&](Frame& f) { ring = f.control({.id = "a", .label = "A", .rect = {20, 20, 80, 48}}).ring; });
  driver.click_at({40, 40});
  CHECK(driver.focused() == "a");
  CHECK_FALSE(ring);
  CHECK_OK(driver.key("Tab"));
  CHECK(ring);
}

namespace {

// Two questions, each with answers of which one is taken; below them a list of which several are.
struct Questions {
  std::array<char, 2> chosen = {0, 0};
  int ticked = 0, submitted = 0;
  std::deque<std::string> ids;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    for (const int question : {0, 1}) {
      f.begin_group(question == 0 ? "first" : "second");
      for (const char letter : {'A', 'B', 'C'})
        if (option(f, {20, 20 + 200 * question + 56 * (letter - 'A'), 300, 48}, answer(question, letter)))
          chosen[question == 0 ? 0 : 1] = letter;
      f.end_group();
    }
    f.begin_group("several");
    for (const char* id : {"several/x", "several/y"})
      ticked += option(f, {400, id[8] == 'x' ? 20 : 76, 300, 48}, {.id = id, .label = id, .several = true});
    f.end_group();
    submitted += button(f, {400, 400, 120, 48}, {.id = "submit", .label = "Submit"});
  }

  Option answer(int question, char letter) {
    std::string& id = ids.emplace_back(std::string(question == 0 ? "first/" : "second/") + letter);
    return {.id = id, .label = id, .letter = question == 0 ? letter : '\0', .chosen = chosen[question == 0 ? 0 : 1] == letter};
  }
  std::string after(std::initializer_list<const char*> names) {
    for (const char* name : names)
      CHECK_OK(driver.key(name));
    return driver.focused();
  }
};

} // namespace

TEST_CASE("ui: the answers to a question are one stop of Tab: who chose B does not choose C with Tab and Enter") {
  Questions page;
  CHECK(page.after({"B"}) == "first/B");
  CHECK(page.after({"Tab"}) == "second/A");
  CHECK(page.after({"Enter", "Tab"}) == "several/x");
  CHECK(page.after({"Tab"}) == "several/y"); // of which several are taken each is one
  CHECK(page.after({"Tab", "Enter"}) == "submit");
  CHECK(page.submitted == 1);
  CHECK(page.chosen == std::array<char, 2>{'B', 'A'});
}

TEST_CASE("ui: Tab comes to the answer that was chosen, from both sides, and arrows go on from it") {
  Questions page;
  page.chosen = {'C', 0};
  page.driver.settle();
  CHECK(page.after({"Tab"}) == "first/C");
  CHECK(page.after({"Up"}) == "first/B");
  CHECK(page.after({"Tab"}) == "second/A"); // from where the arrows went, not from the chosen one
  CHECK(page.after({"Shift+Tab"}) == "first/C");
  CHECK(page.after({"Up", "Up", "Shift+Tab"}) == "submit");
}

TEST_CASE("ui: a group with one stop is passed by one Tab, and its arrows go on") {
  const auto window = open_headless();
  Driver driver(*window, [](Frame& f) {
    (void)button(f, {20, 20, 120, 48}, {.id = "a", .label = "A"});
    f.begin_group("row", Stops::once);
    for (int i = 0; i < 4; ++i)
      (void)button(f, {20 + 140 * i, 100, 120, 48}, {.id = f.keep("row/" + std::to_string(i)), .label = f.keep(std::to_string(i))});
    f.end_group();
    (void)button(f, {20, 200, 120, 48}, {.id = "b", .label = "B"});
  });
  const std::pair<const char*, const char*> ways[] = {{"Tab", "a"}, {"Tab", "row/0"},       {"Right", "row/1"},
                                                      {"Tab", "b"}, {"Shift+Tab", "row/0"}, {"Shift+Tab", "a"}};
  for (const auto& [key, focused] : ways) {
    CHECK_OK(driver.key(key));
    CHECK(driver.focused() == focused);
  }
}

TEST_CASE("ui: a main control that comes later has the focus, unless somebody steers already") {
  for (const bool steers : {false, true}) {
    bool late = false;
    const auto window = open_headless();
    Driver driver(*window, [&](Frame& f) {
      f.screen("one");
      (void)button(f, {20, 20, 120, 48}, {.id = "first", .label = "First"});
      (void)button(f, {160, 20, 120, 48}, {.id = "second", .label = "Second"});
      if (late) (void)button(f, {20, 100, 120, 48}, {.id = "main", .label = "Main", .kind = ButtonKind::main});
    });
    driver.settle();
    CHECK(driver.focused() == "first");
    if (steers) CHECK_OK(driver.key("Tab"));
    late = true;
    driver.settle();
    CHECK(driver.focused() == (steers ? "second" : "main"));
  }
}

TEST_CASE("ui: beside a sheet that hears it a press counts, beside another one it does not") {
  for (const Beside beside : {Beside::deaf, Beside::heard}) {
    int pressed = 0, released = 0;
    bool open = true;
    const auto window = open_headless();
    Driver driver(*window, [&](Frame& f) {
      pressed += button(f, {600, 20, 120, 48}, {.id = "under", .label = "Under"});
      const Rect rect{10, 10, 400, 300};
      if (f.released_beside(rect)) ++released, open = false;
      if (!open) return;
      f.begin_sheet("sheet", rect, "Sheet", beside);
      (void)button(f, {20, 20, 120, 48}, {.id = "inside", .label = "Inside"});
      f.end_sheet();
    });
    driver.settle();
    driver.press({650, 40});
    CHECK(open);
    CHECK(driver.focused() != "under"); // it is not taken before the press is let go
    driver.release({650, 40});
    CHECK(pressed == (beside == Beside::heard ? 1 : 0));
    CHECK(released == 1);
    if (beside == Beside::heard) CHECK(driver.focused() == "under");
  }
}
