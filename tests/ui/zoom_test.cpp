// Which part of a picture is shown.
#include "engine/ui/zoom.h"

#include <doctest/doctest.h>

using namespace firsthand::ui;

namespace {
const Size canvas{768, 336};
bool is_within(const Rect& part) { return part.x >= 0 && part.y >= 0 && part.right() <= canvas.w && part.bottom() <= canvas.h; }
} // namespace

TEST_CASE("zoom: at first all of the picture is shown, and less than that is not possible") {
  Zoom zoom(canvas);
  CHECK(zoom.part() == Rect{0, 0, 768, 336});
  CHECK_FALSE(zoom.enlarged());
  zoom.step({10, 10}, -1);
  zoom.move(50, 50);
  CHECK(zoom == Zoom(canvas));
}

TEST_CASE("zoom: what lies under the pointer stays there") {
  for (const Point still : {Point{0, 0}, Point{384, 168}, Point{700, 300}, Point{767, 335}}) {
    Zoom zoom(canvas);
    for (int i = 0; i < 5; ++i) {
      const Rect before = zoom.part();
      zoom.step(still, 1);
      const Rect after = zoom.part();
      CHECK(is_within(after));
      // The same place in what is shown, to a unit: (still - x) / w.
      CHECK((still.x - after.x) * before.w <= (still.x - before.x) * after.w + before.w);
      CHECK((still.x - after.x) * before.w >= (still.x - before.x) * after.w - before.w);
      CHECK((still.y - after.y) * before.h <= (still.y - before.y) * after.h + before.h);
      CHECK((still.y - after.y) * before.h >= (still.y - before.y) * after.h - before.h);
    }
    CHECK(zoom.percent() == Zoom::most);
    CHECK(zoom.part().w == 284);
    zoom.step(still, 1);
    CHECK(zoom.percent() == Zoom::most);
    for (int i = 0; i < 5; ++i)
      zoom.step({384, 168}, -1);
    CHECK(zoom.part() == Rect{0, 0, 768, 336});
  }
}

TEST_CASE("zoom: moved as far as the picture goes, and no further") {
  Zoom zoom(canvas);
  zoom.about({384, 168}, 200);
  CHECK(zoom.part() == Rect{192, 84, 384, 168});
  zoom.move(10, -5);
  CHECK(zoom.part() == Rect{202, 79, 384, 168});
  zoom.move(10'000, 10'000);
  CHECK(zoom.part() == Rect{384, 168, 384, 168});
  zoom.move(-10'000, -10'000);
  CHECK(zoom.part() == Rect{0, 0, 384, 168});
  zoom.about({0, 0}, 5);
  CHECK(zoom.part() == Rect{0, 0, 768, 336});
  zoom.about({0, 0}, 5000);
  CHECK(zoom.percent() == Zoom::most);
}

TEST_CASE("zoom: a thing is shown whole and in the middle, as large as that goes") {
  Zoom zoom(canvas);
  const Rect thing{199, 59, 271, 217};
  zoom.fit(thing);
  CHECK(zoom.percent() == 154); // its height fills the picture's
  CHECK(intersection(zoom.part(), thing) == thing);
  zoom.fit({10, 10, 4, 4});
  CHECK(zoom.percent() == Zoom::most);
  CHECK(zoom.part() == Rect{0, 0, 284, 124}); // it stands at the edge
  zoom.fit({-50, 0, 900, 336});
  CHECK(zoom.part() == Rect{0, 0, 768, 336});
  zoom.fit({});
  CHECK(zoom.part() == Rect{0, 0, 768, 336});
}

TEST_CASE("zoom: what is looked for comes into sight, and what is in sight moves nothing") {
  Zoom zoom(canvas);
  zoom.about({0, 0}, 200);
  const Rect before = zoom.part();
  zoom.show({20, 20, 100, 100});
  CHECK(zoom.part() == before);
  zoom.show({700, 20, 60, 60});
  CHECK(zoom.part() == Rect{376, 0, 384, 168});
  zoom.show({0, 0, 768, 336}); // larger than what is shown: from its beginning on
  CHECK(zoom.part() == Rect{0, 0, 384, 168});
}

TEST_CASE("zoom: in a window of another shape the middle fills it, and the rest is reached") {
  Zoom zoom(canvas, {1000, 250});
  CHECK(zoom.part() == Rect{0, 72, 768, 192});
  zoom.move(0, 50); // nothing is enlarged
  CHECK(zoom.part() == Rect{0, 72, 768, 192});
  zoom.about({0, 0}, 200);
  CHECK(zoom.part().w == 384);
  CHECK(zoom.part().h == 96);
  zoom.move(0, 10'000);
  CHECK(zoom.part().bottom() == 336);
  zoom.fit({199, 59, 271, 150});
  CHECK(zoom.percent() == 128);
  CHECK(intersection(zoom.part(), {199, 59, 271, 150}) == Rect{199, 59, 271, 150});
  CHECK(zoom.is_of(canvas, {2000, 500}));
  CHECK_FALSE(zoom.is_of(canvas, {896, 392}));
  CHECK(Zoom(canvas, {896, 391}).part() == Rect{0, 0, 768, 336}); // a dot is rounding
}
