// Displays whose dots are small: everything grows, nothing else changes.
#include "engine/ui/display.h"
#include "tests/ui/fixture.h"

#include <map>

using namespace firsthand::ui;

namespace {

std::map<std::string, Rect> page_at(int display_percent, int& width) {
  WindowOptions options = headless();
  options.display_percent = display_percent;
  const auto window = Window::open(options);
  REQUIRE(window.ok());
  std::map<std::string, Rect> found;
  Driver driver(**window, [&](Frame& f) {
    width = f.width();
    button(f, {f.px(20), f.px(20), f.px(200), f.px(48)}, {.id = "go", .label = "Go on"});
    const Size words = f.measure("Follow the cord with your eyes. Leave the lamp where it is.", Type::body, f.px(300));
    button(f, {f.px(20), f.px(100), words.w, words.h}, {.id = "words", .label = "as large as some words"});
    found["share"] = {0, 0, f.text_percent(), 1};
  });
  for (const Entry& entry : driver.window().registry().entries())
    found[std::string(entry.id)] = entry.rect;
  return found;
}

bool grown(int before, int after) { return std::abs(after * 2 - before * 3) <= 6; } // half as much again; letters round to whole dots

} // namespace

TEST_CASE("ui: on a display of small dots everything is larger, and the window too") {
  int width = 0, wide = 0;
  const auto plain = page_at(100, width), fine = page_at(150, wide);
  CHECK(width == 1280);
  CHECK(wide == 1920);
  CHECK(fine.at("share").w == 100); // what the person chose stays what it is: it says how much fits
  for (const char* id : {"go", "words"}) {
    CAPTURE(id);
    const Rect &a = plain.at(id), &b = fine.at(id);
    CHECK((grown(a.x, b.x) && grown(a.y, b.y) && grown(a.w, b.w) && grown(a.h, b.h)));
  }
}

TEST_CASE("ui: the size of dots is followed as far as the least window fits") {
  CHECK(display_percent(96, {1920, 1040}) == 100);
  CHECK(display_percent(144, {1920, 1040}) == 150);
  CHECK(display_percent(192, {3840, 2112}) == 200);
  CHECK(display_percent(192, {1920, 1040}) == 173); // 200 would leave no room for 600 rows
  CHECK(display_percent(144, {1280, 720}) == 120);
  CHECK(display_percent(120, {1024, 600}) == 100);
  CHECK(display_percent(72, {1920, 1040}) == 100);
  CHECK(display_percent(0, {0, 0}) == 100);
  CHECK(display_percent(5000, {100'000, 100'000}) == 400);
}

TEST_CASE("ui: only the system whose dots a person sets is asked for them") {
  const auto window = open_headless(); // a video of no system
  CHECK(display_percent_of(0) == 100);
}
