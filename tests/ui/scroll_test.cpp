// A long list: wheel, keys, focus into view, bar, and the driver's own scrolling.
#include "tests/ui/fixture.h"

#include <fmt/format.h>

using namespace firsthand::ui;

namespace {

struct LongList {
  int pressed = -1, rows = 30;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    ScrollArea area(f, {"list", {20, 20, 400, 300}, "List"});
    int y = area.top();
    for (int i = 0; i < rows; ++i, y += 56) {
      const std::string id = fmt::format("list/{}", i), label = fmt::format("Row {}", i);
      if (row(f, {area.left(), y, area.width(), 48}, {.id = id, .label = label})) pressed = i;
    }
    area.finish(y);
  }
  int top_of(const char* id) { return driver.find(id).value().rect.y; }
};

} // namespace

TEST_CASE("ui: the wheel scrolls and stops at both ends") {
  LongList list;
  list.driver.wheel({100, 100}, -2);
  CHECK(list.top_of("list/0") == 20 - 112);
  list.driver.wheel({100, 100}, 50);
  CHECK(list.top_of("list/0") == 20);
  list.driver.wheel({100, 100}, -500);
  CHECK(list.top_of("list/29") + 56 == 320);
  list.driver.wheel({700, 600}, 1); // elsewhere: nothing
  CHECK(list.top_of("list/29") + 56 == 320);
}

TEST_CASE("ui: Tab brings what it reaches into view") {
  LongList list;
  for (int i = 0; i < 10; ++i)
    CHECK_OK(list.driver.key("Tab"));
  CHECK(list.driver.focused() == "list/9");
  const Entry entry = list.driver.find("list/9").value();
  CHECK(intersection(entry.rect, entry.clip) == entry.rect);
}

TEST_CASE("ui: Page Down, End and Home scroll the list") {
  LongList list;
  CHECK_OK(list.driver.key("PageDown"));
  CHECK(list.top_of("list/0") == 20 - 252);
  CHECK_OK(list.driver.key("End"));
  CHECK(list.top_of("list/29") + 56 == 320);
  CHECK_OK(list.driver.key("Home"));
  CHECK(list.top_of("list/0") == 20);
}

TEST_CASE("ui: a person scrolls to a row and presses it; a row out of sight hears no click") {
  LongList list;
  list.driver.click_at({100, 350}); // below the area, where row 5 would be without its clip
  CHECK(list.pressed == -1);
  CHECK_OK(list.driver.click("Row 25"));
  CHECK(list.pressed == 25);
}

TEST_CASE("ui: the bar is dragged from end to end and is not there when all fits") {
  LongList list;
  list.driver.press({416, 30});
  list.driver.move_to({416, 319});
  list.driver.release({416, 319});
  CHECK(list.top_of("list/29") + 56 == 320);
  list.rows = 3;
  list.driver.settle();
  CHECK_FALSE(list.driver.find("list/bar").ok());
  CHECK(list.top_of("list/0") == 20);
}

TEST_CASE("ui: the driver says what it cannot find, and what is ambiguous") {
  LongList list;
  CHECK(list.driver.find("Row 99").error().code == "ui-not-found");
  const auto window = open_headless();
  const Driver twins(*window, [](Frame& f) {
    button(f, {20, 20, 100, 48}, {.id = "a", .label = "Same"});
    button(f, {20, 100, 100, 48}, {.id = "b", .label = "Same"});
  });
  CHECK(twins.find("Same").error().code == "ui-ambiguous");
}

namespace {

// A page to be read whose main control stands below, as one of several screens.
struct LongPage {
  std::string screen = "one";
  int done = 0;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    f.screen(screen);
    ScrollArea area(f, {"page", {20, 20, 400, 300}, "Page"});
    f.text(area.left(), area.top(), area.width(), "Read this first.", Type::title, Colour::text);
    done += button(f, {area.left(), area.top() + 900, 200, 48}, {.id = "page/do", .label = "Do it", .kind = ButtonKind::main});
    area.finish(area.top() + 960);
  }
  bool is_shown() { return !driver.find("page/do").value().visible().empty(); }
};

} // namespace

TEST_CASE("ui: a screen opens at its head though its main control stands below, each time") {
  LongPage page;
  CHECK(page.driver.focused() == "page/do");
  CHECK_FALSE(page.is_shown());
  CHECK_OK(page.driver.key("End"));
  CHECK(page.is_shown());
  page.screen = "two";
  page.driver.settle();
  CHECK(page.driver.focused() == "page/do");
  CHECK_FALSE(page.is_shown());
}

TEST_CASE("ui: Enter or Space on what is out of sight shows it; only the next one presses it") {
  for (const char* key : {"Enter", "Space"}) {
    LongPage page;
    CHECK_OK(page.driver.key(key));
    CHECK(page.done == 0);
    CHECK(page.is_shown());
    CHECK_OK(page.driver.key(key));
    CHECK(page.done == 1);
    page.driver.wheel({100, 100}, 50); // away from it again
    CHECK_OK(page.driver.key(key));
    CHECK(page.done == 1);
    CHECK(page.is_shown());
  }
}

TEST_CASE("ui: the second half of a double press does not press what the first has brought into sight") {
  LongPage page;
  page.driver.hasty = true;
  CHECK_OK(page.driver.key("Enter"));
  CHECK_OK(page.driver.key("Enter"));
  CHECK(page.done == 0);
}

TEST_CASE("ui: what is half in sight is pressed, what is less is shown first") {
  for (const int steps : {-11, -12, -13}) {
    LongPage page;
    page.driver.wheel({100, 100}, steps);
    const Entry entry = page.driver.find("page/do").value();
    const bool seen = 2 * entry.visible().h >= entry.rect.h;
    CHECK_OK(page.driver.key("Enter"));
    CHECK(page.done == (seen ? 1 : 0));
  }
}

TEST_CASE("ui: the ring of a control at the side of a page is whole") {
  LongPage page;
  CHECK_OK(page.driver.key("Enter"));
  const Entry entry = page.driver.find("page/do").value();
  CHECK(entry.clip.x <= entry.rect.x - 6);
}

namespace {

// A long page whose controls change by themselves, and over which a sheet may lie.
struct ChangingPage {
  int frames = 0, offset_rows = 0;
  bool sheet = false;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    f.screen("one");
    {
      ScrollArea area(f, {"page", {20, 20, 400, 300}, "Page"});
      f.text(area.left(), area.top(), area.width(), "Read this first.", Type::title, Colour::text);
      const bool first = ++frames < 3; // as a scene that selects something once it is shown
      (void)button(f, {area.left(), area.top() + 600, 200, 48},
                   {.id = first ? "page/wait" : "page/do", .label = "Do it", .kind = ButtonKind::main});
      area.finish(area.top() + 960);
    }
    if (!sheet) return;
    f.begin_sheet("menu", {100, 100, 300, 200}, "Menu");
    f.begin_group("menu/rows");
    for (const char* id : {"menu/a", "menu/b", "menu/c"})
      (void)row(f, {110, 110 + 56 * (id[5] - 'a'), 200, 48}, {.id = id, .label = id});
    f.end_group();
    f.end_sheet();
  }
  bool at_head() { return driver.sees("Read this first."); }
};

} // namespace

TEST_CASE("ui: a screen stays at its head while nobody has touched it, whatever comes and goes in it") {
  ChangingPage page;
  CHECK(page.driver.focused() == "page/do");
  CHECK(page.at_head());
  page.window->resize({1000, 640});
  page.driver.settle();
  CHECK(page.at_head());
  CHECK_OK(page.driver.key("Tab")); // now it is touched: what has the focus is in sight, at every size of the window
  CHECK_FALSE(page.driver.find("page/do").value().visible().empty());
  page.driver.wheel({100, 100}, 50);
  page.window->resize({1280, 720});
  page.driver.settle();
  CHECK_FALSE(page.driver.find("page/do").value().visible().empty());
}

TEST_CASE("ui: arrows and the wheel belong to the sheet that lies above, not to the page below it") {
  ChangingPage page;
  page.sheet = true;
  page.driver.settle();
  CHECK(page.driver.focused() == "menu/a");
  for (const char* key : {"Down", "Down"})
    CHECK_OK(page.driver.key(key));
  CHECK(page.driver.focused() == "menu/c");
  page.driver.wheel({150, 150}, -3);
  for (const char* key : {"PageDown", "End"})
    CHECK_OK(page.driver.key(key));
  CHECK(page.at_head());
}

TEST_CASE("ui: a question that comes up has the focus on the answer that changes nothing") {
  bool asks = false;
  int yes = 0, no = 0;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    if (button(f, {20, 20, 200, 48}, {.id = "page/go", .label = "Go on", .kind = ButtonKind::main})) asks = true;
    if (!asks) return;
    const Answer answer =
        confirm(f, {20, 100, 600, 80},
                {.words = "All the same?", .yes_id = "page/yes", .yes_label = "Go on", .no_id = "page/no", .no_label = "Stay"});
    yes += answer == Answer::yes, no += answer == Answer::no;
  });
  for (const char* key : {"Tab", "Enter"})
    CHECK_OK(driver.key(key));
  CHECK(driver.focused() == "page/no");
  CHECK_OK(driver.key("Enter"));
  CHECK(yes == 0);
  CHECK(no == 1);
}

namespace {

// A narrow list beside a wide page, both longer than they are shown; the way on stands below both.
struct TwoAreas {
  int rail = 0, page = 0; // how far each is scrolled
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    rail = column(f, "rail", {20, 20, 120, 300});
    page = column(f, "page", {200, 20, 500, 300});
    (void)button(f, {200, 400, 120, 48}, {.id = "go-on", .label = "Go on", .kind = ButtonKind::main});
  }
  static int column(Frame& f, const char* id, const Rect& rect) {
    ScrollArea area(f, {id, rect, id});
    (void)button(f, {area.left(), area.top(), 100, 48}, {.id = id + std::string("/first"), .label = id});
    const int scrolled = rect.y - area.top();
    area.finish(area.top() + 900);
    return scrolled;
  }
};

} // namespace

TEST_CASE("ui: the keys scroll what holds the focus, else what is under the pointer, else the largest") {
  TwoAreas areas;
  areas.driver.move_to({900, 600});
  CHECK_OK(areas.driver.key("Shift+Tab")); // the last of the page
  CHECK(areas.driver.focused() == "go-on");
  CHECK_OK(areas.driver.key("PageDown"));
  CHECK(areas.page > 0);
  CHECK(areas.rail == 0);
  areas.driver.move_to({60, 100});
  CHECK_OK(areas.driver.key("Down"));
  CHECK(areas.rail == 48);
  while (areas.driver.focused() != "page/first")
    CHECK_OK(areas.driver.key("Tab"));
  const int before = areas.rail;
  CHECK_OK(areas.driver.key("End"));
  CHECK(areas.page == 600);
  CHECK(areas.rail == before);
}

TEST_CASE("ui: a page that asks for a focus of its own opens at its head too, and what is typed is seen") {
  std::string screen = "one", shown, text;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    f.screen(screen);
    if (std::exchange(shown, screen) != screen) f.focus("page/name");
    ScrollArea area(f, {"page", {20, 20, 400, 300}, "Page"});
    f.text(area.left(), area.top(), area.width(), "Read this first.", Type::title, Colour::text);
    field(f, {area.left(), area.top() + 700, 300, 74}, {.id = "page/name", .label = "Name"}, text);
    area.finish(area.top() + 900);
  });
  CHECK_OK(driver.key("Home")); // this one is touched
  screen = "two";
  driver.settle();
  CHECK(driver.focused() == "page/name");
  CHECK(driver.sees("Read this first."));
  driver.type("N");
  CHECK(text == "N");
  CHECK_FALSE(driver.find("page/name").value().visible().empty());
}

TEST_CASE("ui: a list that a field leads through is pressed by the pointer only, and scrolls to what it is told") {
  int pressed = -1;
  std::string wanted;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    if (!wanted.empty()) scroll_to(f, "list", wanted), wanted.clear();
    ScrollArea area(f, {"list", {20, 20, 400, 300}, "List"});
    int y = area.top();
    for (int i = 0; i < 30; ++i, y += 56) {
      const std::string id = fmt::format("list/{}", i), label = fmt::format("Row {}", i);
      if (row(f, {area.left(), y, area.width(), 48}, {.id = id, .label = label, .led = true})) pressed = i;
    }
    area.finish(y);
  });
  for (const char* id : {"list/20", "list/3"}) {
    wanted = id;
    driver.settle();
    const Entry entry = driver.find(id).value();
    CHECK(intersection(entry.rect, entry.clip) == entry.rect);
  }
  CHECK_OK(driver.key("Tab"));
  CHECK(driver.focused() == "");
  CHECK_OK(driver.click("list/4"));
  CHECK(pressed == 4);
  CHECK(driver.focused() == "");
}
