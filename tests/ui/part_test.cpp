// A part of a picture: sharp, not drawn while it is still moved about, and not kept when it is no longer shown.
#include "engine/paint/svg.h"
#include "engine/ui/stage.h"
#include "engine/ui/zoom.h"
#include "tests/ui/fixture.h"

#include <SDL.h>

using namespace firsthand::ui;
namespace paint = firsthand::paint;

namespace {

// Something whose every corner is another: a disc, a slope, thin lines.
const char* const drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 768 336" width="768" height="336">
<rect width="768" height="336" fill="#204060"/><circle cx="400" cy="160" r="60" fill="#E0A030"/>
<path d="M300 100L480 220L300 220Z" fill="#30A060"/><rect x="380" y="150" width="1" height="90" fill="#FFFFFF"/></svg>)";

int drawings = 0; // that were asked for: each asks the guard
bool counted(std::string_view) { return ++drawings, true; }

std::uint32_t dot_of(const paint::Surface& surface, int x, int y) {
  return reinterpret_cast<const std::uint32_t*>(static_cast<const std::uint8_t*>(surface->pixels) + y * surface->pitch)[x];
}

struct Looking {
  Zoom zoom{Size{768, 336}};
  std::unique_ptr<Window> window;
  std::unique_ptr<Driver> driver;
  Stage* stage = nullptr;
  std::string key = "drawing";
  Placed placed;

  Looking() {
    WindowOptions options = headless();
    options.guard = counted;
    window = std::move(Window::open(options)).value();
    driver = std::make_unique<Driver>(*window, [this](Frame& f) {
      stage = &f.stage();
      const Picture layer{key, std::make_shared<const std::string>(drawing)};
      const Rect part = zoom.enlarged() ? zoom.part() : Rect{};
      placed = f.scene({&layer, 1}, {0, 0, 896, 392}, {.part = part, .id = "place"});
    });
  }
};

} // namespace

TEST_CASE("part: it is the same drawing, only larger") {
  const auto all = [](std::string_view) { return true; };
  const paint::Surface large = paint::draw_picture(drawing, {1536, 672}, all);
  const paint::Surface part = paint::draw_picture_part(drawing, {{300, 100, 192, 84}, {768, 336}}, {384, 168}, all);
  REQUIRE(large);
  REQUIRE(part);
  int other = 0;
  for (int y = 0; y < 168; ++y)
    for (int x = 0; x < 384; ++x)
      other += dot_of(part, x, y) != dot_of(large, 600 + x, 200 + y);
  CHECK(other < 384 * 168 / 100);                                                                // edges round another way
  CHECK(paint::draw_picture_part(drawing, {{300, 100, 192, 84}, {1536, 672}}, {384, 168}, all)); // told in other units
  for (const Rect& beyond : {Rect{700, 0, 192, 84}, Rect{-1, 0, 192, 84}, Rect{}})
    CHECK_FALSE(paint::draw_picture_part(drawing, {beyond, {768, 336}}, {384, 168}, all));
  CHECK_FALSE(paint::draw_picture_part(drawing, {{300, 100, 192, 84}, {768, 336}}, {384, 168}, nullptr));
  CHECK_FALSE(paint::draw_picture_part("not a picture", {{300, 100, 192, 84}, {768, 336}}, {384, 168}, all));
}

TEST_CASE("part: units and dots lead into each other") {
  Looking look;
  look.zoom.about({400, 160}, 200);
  look.driver->settle();
  const Rect part = look.zoom.part();
  CHECK(look.placed.map(part.x, part.y) == Point{0, 0});
  CHECK(look.placed.map(part) == Rect{0, 0, 896, 392});
  CHECK(look.placed.unmap({0, 0}) == Point{part.x, part.y});
  CHECK(look.placed.unmap({895, 391}) == Point{part.right() - 1, part.bottom() - 1});
}

TEST_CASE("part: nothing is drawn anew while it moves, and one drawing when it rests") {
  Looking look;
  look.driver->settle();
  const int before = drawings;
  for (int i = 0; i < 40; ++i) {
    look.zoom.about({300 + i, 160}, 150 + i);
    look.window->frame([&](Frame& f) {
      const Picture layer{look.key, std::make_shared<const std::string>(drawing)};
      f.scene({&layer, 1}, {0, 0, 896, 392}, {.part = look.zoom.part(), .id = "place"});
    });
  }
  CHECK(drawings == before);
  look.driver->settle();
  CHECK(drawings == before + 1);
  look.driver->settle();
  CHECK(drawings == before + 1);
  look.key = "another"; // what changes while it rests is drawn at once
  look.driver->settle();
  CHECK(drawings == before + 2);
}

TEST_CASE("part: who looks about fills no memory") {
  Looking look;
  look.driver->settle();
  const std::size_t whole = look.stage->pictures.bytes();
  for (int i = 0; i < 30; ++i) {
    look.zoom.about({200 + 10 * i, 100 + 5 * i}, 180);
    look.driver->settle();
    CHECK(look.stage->pictures.bytes() <= 3 * whole);
  }
  look.zoom = Zoom({768, 336});
  for (int i = 0; i < 3; ++i)
    look.driver->settle();
  CHECK(look.stage->pictures.bytes() == whole);
}

TEST_CASE("part: what cannot be drawn is not tried for ever") {
  Looking look;
  look.zoom.about({0, 0}, 200);
  look.driver->settle();
  bool over = false;
  Driver broken(*look.window, [&](Frame& f) {
    const Picture layer{"broken", std::make_shared<const std::string>(R"(<svg viewBox="0 0 768 336"><g></svg>)")};
    f.scene({&layer, 1}, {0, 0, 896, 392}, {.part = look.zoom.part(), .id = "place"});
    over = true;
  });
  broken.settle();
  CHECK(over);
}

TEST_CASE("ui: the wheel over a place is that place's alone") {
  int here = 0, later = 0;
  bool covered = false;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    if (f.is_over({100, 100, 200, 200})) here += f.wheel(), f.use_wheel();
    later += f.wheel();
    if (covered) {
      f.begin_sheet("sheet", {0, 0, 500, 500}, "Sheet");
      button(f, {0, 0, 100, 40}, {.id = "sheet/button", .label = "Button"});
      f.end_sheet();
    }
  });
  driver.wheel({150, 150}, 2);
  CHECK(here == 2);
  CHECK(later == 0);
  driver.wheel({50, 50}, 1);
  CHECK(later == 1);
  covered = true;
  driver.settle();
  driver.wheel({150, 150}, 2);
  CHECK(here == 2);
}

TEST_CASE("ui: plus and minus are keys of a screen, and with Ctrl the size of the text") {
  int larger = 0, smaller = 0, steps = 0;
  std::string words;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    larger += f.shortcut(Key::plus), smaller += f.shortcut(Key::minus), steps += f.intents().text_step;
    field(f, {20, 200, 300, 74}, {.id = "field", .label = "Field"}, words);
    button(f, {20, 20, 120, 48}, {.id = "first", .label = "First", .kind = ButtonKind::main});
  });
  for (const char* key : {"+", "=", "-"})
    CHECK_OK(driver.key(key));
  CHECK(larger == 2);
  CHECK(smaller == 1);
  CHECK(steps == 0);
  CHECK_OK(driver.key("Ctrl+="));
  CHECK(steps == 1);
  CHECK(larger == 2);
  CHECK_OK(driver.click("field"));
  CHECK_OK(driver.key("-"));
  CHECK(smaller == 1); // it is written
}
