// The window opens so that all of it is on the display, and stands where it was left unless that is gone.
#include "engine/ui/placement.h"

#include "engine/ui/display.h"

#include <doctest/doctest.h>

using namespace firsthand::ui;

namespace {

Display display(int w, int h, int bar = 40, int x = 0, int y = 0) { return {{x, y, w, h}, {x, y, w, h - bar}}; }
bool on_one(const Rect& rect, std::span<const Display> displays) {
  return std::any_of(displays.begin(), displays.end(), [&](const Display& each) {
    return rect.x >= each.usable.x && rect.y >= each.usable.y && rect.right() <= each.usable.right() &&
           rect.bottom() <= each.usable.bottom();
  });
}

} // namespace

TEST_CASE("ui: the first window fits the display, and is maximised on a small one") {
  const struct {
    Size size;
    int percent;
    bool maximised;
  } cases[] = {{{1366, 768}, 100, true},   {{1280, 720}, 100, true}, {{1024, 768}, 100, true},   {{1440, 900}, 100, false},
               {{1439, 1200}, 100, true},  {{1920, 899}, 100, true}, {{1920, 1080}, 100, false}, {{1920, 1080}, 150, true},
               {{3840, 2160}, 200, false}, {{800, 480}, 100, true},  {{320, 200}, 100, true}};
  for (const auto& each : cases) {
    CAPTURE(each.size.w);
    CAPTURE(each.percent);
    const Display one[] = {display(each.size.w, each.size.h)};
    const Placement first = first_placement(one, {1280, 720}, each.percent);
    CHECK(first.maximised == each.maximised);
    CHECK(on_one(first.rect, one));
    CHECK(first.rect.y >= 32); // the frame has room above it
  }
  const Display wide[] = {display(1920, 1080)};
  CHECK(first_placement(wide, {1280, 720}, 100).rect == Rect{320, 180, 1280, 720});
  CHECK(first_placement({}, {1280, 720}, 100).rect == Rect{0, 0, 1280, 720});
}

TEST_CASE("ui: a window stands where it was left, unless a part of it would not be seen") {
  const Display two[] = {display(1920, 1080), display(1366, 768, 40, 1920, 100)};
  const Display first[] = {two[0]};
  const Placement left{{2000, 150, 1200, 640}, false};
  CHECK(kept_on_screen(left, two, 100) == left);
  const Placement moved = kept_on_screen(left, first, 100); // the second display was taken away
  CHECK(on_one(moved.rect, first));
  CHECK((moved.rect.w == 1200 && moved.rect.h == 640));
  CHECK(kept_on_screen({{500, 500, 1200, 640}, true}, {}, 100) == Placement{{500, 500, 1200, 640}, true});
}

TEST_CASE("ui: whatever was left and whatever displays there are, all of the window is on one, and large enough") {
  unsigned state = 7;
  const auto draw = [&](int least, int most) {
    state = state * 1664525u + 1013904223u;
    return least + static_cast<int>((state >> 8) % static_cast<unsigned>(most - least + 1));
  };
  for (int i = 0; i < 3000; ++i) {
    std::vector<Display> displays;
    for (int d = draw(1, 3), x = 0; d > 0; --d) {
      displays.push_back(display(draw(200, 5000), draw(200, 3000), draw(0, 100), x, draw(-500, 500)));
      x += displays.back().whole.w;
    }
    const int percent = draw(100, 400);
    const Placement left{{draw(-9000, 9000), draw(-9000, 9000), draw(1, 9000), draw(1, 9000)}, draw(0, 1) == 1};
    const Size least = least_on(displays, percent);
    for (const Placement& place : {kept_on_screen(left, displays, percent), first_placement(displays, {1280, 720}, percent)}) {
      REQUIRE(on_one(place.rect, displays));
      REQUIRE((place.rect.w >= least.w && place.rect.h >= least.h));
    }
    REQUIRE((least.w <= scaled(least_window, percent).w && least.h <= scaled(least_window, percent).h));
    REQUIRE(placement_from(placement_line(left)) == left);
  }
}

TEST_CASE("ui: what does not say a place is none") {
  for (const char* line :
       {"", "{}", "[]", "x", R"({"x":1,"y":1,"w":0,"h":9})", R"({"x":1,"y":1,"w":9,"h":-9})", R"({"x":999999999,"y":1,"w":9,"h":9})",
        R"({"x":"1","y":1,"w":"9","h":9})", R"({"x":1,"y":1,"w":99999999999999999999,"h":9})"})
    CHECK_FALSE(placement_from(line));
}

TEST_CASE("ui: without a graphics device a window is drawn by SDL's renderer, on Wayland by OpenGL of the processor") {
  using R = Rendering;
  CHECK(renderings("x11", true) == std::vector{R::graphics, R::software, R::by_processor});
  CHECK(renderings("x11", false) == std::vector{R::software, R::by_processor});
  CHECK(renderings("windows", true) == std::vector{R::graphics, R::software, R::by_processor});
  CHECK(renderings("wayland", false) == std::vector{R::by_processor, R::software});
  CHECK(renderings("wayland", true) == std::vector{R::graphics, R::by_processor, R::software});
}
