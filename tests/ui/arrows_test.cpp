// Arrows in an area that leads: every control is come to, nothing is passed unseen, and the focus is always in sight. Pages are made here.
#include "tests/ui/fixture.h"

#include <fmt/format.h>

#include <random>
#include <set>

using namespace firsthand::ui;

namespace {

constexpr int view_y = 60, view_h = 300;

struct MadeControl {
  std::string id, group;
  firsthand::ui::Rect rect; // from the head of the page
};

// Lines of controls with something to be read between them; some lines belong together.
struct MadePage {
  std::vector<MadeControl> controls;
  int content = 0;
  std::string main;
  explicit MadePage(unsigned seed) {
    std::mt19937 numbers(seed);
    const auto below = [&](unsigned n) { return static_cast<int>(numbers() % n); };
    const int lines = 3 + below(8);
    int beside = 1;
    for (int line = 0; line < lines; ++line) {
      content += below(4) == 0 ? 200 + below(700) : below(80); // to be read
      if (line % 2 == 0) beside = 1 + below(3);                // of each two: a group of two lines is a grid
      const int wide = 560 / beside;
      const std::string group = below(2) == 0 ? fmt::format("group/{}", line / 2) : "";
      for (int i = 0; i < beside; ++i)
        controls.push_back({fmt::format("line/{}/{}", line, i), group, {40 + i * wide, content, wide - 20, 44 + below(3) * 12}});
      content += 90;
    }
    content += below(2) * 400;
    main = controls[static_cast<std::size_t>(below(static_cast<unsigned>(controls.size())))].id;
  }
};

struct ArrowHands {
  MadePage page;
  int offset = 0;
  std::string pressed;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};
  std::set<std::string> met;
  std::set<int> seen; // lines of pixels of the page

  explicit ArrowHands(unsigned seed) : page(seed) {}
  void draw(Frame& f) {
    f.screen("page");
    (void)button(f, {40, 4, 120, 48}, {.id = "bar/back", .label = "Back"});
    ScrollArea area(f, {"page", {0, view_y, 640, view_h}, "Page", true});
    offset = view_y - area.top();
    for (const MadeControl& each : page.controls) {
      if (!each.group.empty()) f.begin_group(each.group);
      Rect at = each.rect;
      at.y += area.top();
      const ButtonKind kind = each.id == page.main ? ButtonKind::main : ButtonKind::plain;
      if (button(f, at, {.id = each.id, .label = each.id, .kind = kind})) pressed = each.id;
      if (!each.group.empty()) f.end_group();
    }
    area.finish(area.top() + page.content);
  }
  // Whether it led or scrolled anywhere.
  bool key(const char* name) {
    const std::string focus(driver.focused());
    const int before = offset;
    CHECK_OK(driver.key(name));
    look();
    return driver.focused() != focus || offset != before;
  }
  void look() {
    for (int y = 0; y < view_h; ++y)
      seen.insert(offset + y);
    const auto focus = driver.find(driver.focused());
    if (!focus.ok() || focus->area.empty()) return;
    met.insert(focus->id);
  }
  bool focus_in_sight() const {
    const auto focus = driver.find(driver.focused());
    return focus.ok() && focus->visible().h == focus->rect.h;
  }
  void along_the_line() {
    const auto led = [this](const char* name) {
      const std::string focus(driver.focused());
      key(name);
      return driver.focused() != focus;
    };
    while (led("Left")) {
    }
    while (led("Right")) {
    }
  }
};

} // namespace

TEST_CASE("ui: arrows come to every control of a page and pass nothing unseen, from wherever they begin") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    ArrowHands hands(seed);
    hands.look();
    CHECK(hands.driver.focused() == hands.page.main);
    while (hands.key("Up")) {
    }
    CHECK(hands.offset == 0);
    hands.seen.clear(), hands.look();
    int presses = 0;
    std::string line; // where the focus was led to last: what is scrolled over in between is read
    do {
      if (hands.driver.focused() != line) hands.along_the_line();
      line = hands.driver.focused();
    } while (hands.key("Down") && ++presses < 400);
    CHECK(presses < 400);
    CHECK(hands.met.size() == hands.page.controls.size());
    CHECK(static_cast<int>(hands.seen.size()) >= hands.page.content);
  }
}

TEST_CASE("ui: what an arrow leads to is in sight, with room above it, and Enter presses it") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    ArrowHands hands(seed);
    for (int i = 0; i < 30; ++i) {
      const std::string focus(hands.driver.focused());
      hands.key(i % 7 < 5 ? "Down" : "Up");
      if (hands.driver.focused() == focus) continue;
      CHECK(hands.focus_in_sight());
      CHECK_OK(hands.driver.key("Enter"));
      CHECK(hands.pressed == hands.driver.focused());
    }
  }
}

TEST_CASE("ui: from a bar above the page Down leads into it, and nothing else does") {
  ArrowHands hands(3);
  while (hands.driver.focused() != "bar/back")
    CHECK_OK(hands.driver.key("Tab"));
  for (const char* name : {"Up", "Left", "Right"})
    CHECK_FALSE(hands.key(name));
  for (int i = 0; i < 40 && hands.driver.focused() == "bar/back"; ++i) // past what is to be read first
    CHECK(hands.key("Down"));
  CHECK(hands.focus_in_sight());
  CHECK(hands.driver.find(hands.driver.focused())->area == "page");
}

TEST_CASE("ui: from what stays below the page Up leads back into it, and past what is only read") {
  int offset = 0;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    f.screen("page");
    {
      ScrollArea area(f, {"page", {0, 0, 600, 300}, "Page", true});
      offset = -area.top();
      (void)button(f, {20, area.top() + 20, 120, 48}, {.id = "first", .label = "First"});
      area.finish(area.top() + 900);
    }
    (void)button(f, {20, 320, 120, 48}, {.id = "go", .label = "Go", .kind = ButtonKind::main});
  });
  CHECK(driver.focused() == "go");
  for (const char* name : {"Left", "Right"}) {
    CHECK_OK(driver.key(name));
    CHECK(driver.focused() == "go");
  }
  driver.wheel({100, 100}, -40); // to the end, where nothing can be pressed
  const int end = offset;
  CHECK_OK(driver.key("Up"));
  CHECK(driver.focused() == "go");
  CHECK(offset < end);
  for (int i = 0; i < 40 && driver.focused() == "go"; ++i)
    CHECK_OK(driver.key("Up"));
  CHECK(driver.focused() == "first");
}

TEST_CASE("ui: what the focus left in sight is where an arrow goes on once it was scrolled away") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    ArrowHands hands(seed);
    hands.driver.wheel({100, view_y + 50}, -40); // the end of the page
    const int end = hands.offset;
    const std::string before(hands.driver.focused());
    hands.key("Up");
    if (hands.driver.focused() != before) CHECK(hands.focus_in_sight());
    CHECK(hands.offset <= end + 8);            // with room for the ring
    CHECK(hands.offset >= end - view_h - 150); // no further than to what stands next, and what stands over it
  }
}

TEST_CASE("ui: in a field Left and Right stay in the text, and Down leads on") {
  std::string text = "abc";
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    f.screen("page");
    ScrollArea area(f, {"page", {0, 0, 600, 400}, "Page", true});
    (void)button(f, {300, area.top() + 40, 120, 48}, {.id = "beside", .label = "Beside"});
    field(f, {20, area.top() + 20, 240, 74}, {.id = "name", .label = "Name"}, text);
    (void)button(f, {20, area.top() + 200, 120, 48}, {.id = "go", .label = "Go"});
    area.finish(area.top() + 300);
  });
  CHECK_OK(driver.click("name"));
  CHECK_OK(driver.key("Right"));
  CHECK_OK(driver.key("Right"));
  CHECK(driver.focused() == "name");
  CHECK_OK(driver.key("Down"));
  CHECK(driver.focused() == "go");
  CHECK_OK(driver.key("Up"));
  CHECK(driver.focused() == "name");
}
