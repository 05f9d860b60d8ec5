// Layout by boxes: what each kind does, and that measuring and drawing agree whatever stands in whatever.
#include "engine/ui/box.h"
#include "tests/ui/fixture.h"

#include <random>

using namespace firsthand::ui;

namespace {

struct Drawn { // what a leaf was given, and what it needs
  Rect rect;
  Size needed = {};
};

Box block(std::vector<Drawn>& drawn, int width, int height) {
  return box::fixed(width, height, [&drawn, width, height](Frame& f, const Rect& rect) {
    drawn.push_back({rect, {f.px(width), f.px(height)}});
  });
}

// Like words: the wider, the lower.
Box words_like(std::vector<Drawn>& drawn, int area) {
  const auto height = [area](Frame& f, int width) { return f.px(area) * f.px(20) / std::max(1, width) + f.px(20); };
  return {[=](Frame& f, int width) {
            return width > 0 && width < f.px(area) ? Size{width, height(f, width)} : Size{f.px(area), height(f, f.px(area))};
          },
          [=, &drawn](Frame& f, const Rect& rect) {
            drawn.push_back({rect, {1, height(f, std::min(rect.w, f.px(area)))}});
          }};
}

void in_frame(Settings settings, const Draw& draw) { // in one of them
  const auto window = open_headless(settings, {1920, 1080});
  bool done = false;
  const Driver driver(*window, [&](Frame& f) {
    if (!std::exchange(done, true)) draw(f);
  });
}

std::vector<Rect> places(Settings settings, const std::function<Box(std::vector<Drawn>&)>& make, Rect rect) {
  std::vector<Drawn> drawn;
  in_frame(settings, [&](Frame& f) { make(drawn).draw(f, rect); });
  std::vector<Rect> rects;
  for (const Drawn& each : drawn)
    rects.push_back(each.rect);
  return rects;
}

std::vector<Rect> places(const std::function<Box(std::vector<Drawn>&)>& make, Rect rect) { return places({}, make, rect); }

} // namespace

TEST_CASE("ui: a column puts one below the other, a row beside; both scale with the text") {
  const auto column = [](std::vector<Drawn>& d) { return box::column({.gap = 8, .pad = pad(10, 4)}, block(d, 50, 20), block(d, 0, 30)); };
  CHECK(places(column, {100, 100, 200, 62}) == std::vector<Rect>{{110, 104, 180, 20}, {110, 132, 180, 30}});
  CHECK(places({.text_percent = 200}, column, {100, 100, 200, 124}) == std::vector<Rect>{{120, 108, 160, 40}, {120, 164, 160, 60}});
  const auto row = [](std::vector<Drawn>& d) { return box::row({.gap = 8}, block(d, 50, 20), block(d, 0, 30).grow(), block(d, 40, 10)); };
  CHECK(places(row, {0, 0, 200, 40}) == std::vector<Rect>{{0, 10, 50, 20}, {58, 5, 94, 30}, {160, 15, 40, 10}});
}

TEST_CASE("ui: one of several boxes has the room that each of them needs, whichever is shown") {
  for (const std::size_t which : {0u, 1u, 2u}) {
    CAPTURE(which);
    const auto several = [which](std::vector<Drawn>& d) {
      return box::column({.gap = 8}, box::one_of({block(d, 50, 20), words_like(d, 900), Box()}, which), block(d, 10, 10));
    };
    const std::vector<Rect> all = places(several, {0, 0, 300, 400});
    REQUIRE(all.size() == (which == 2 ? 1 : 2));
    CHECK(all.back().y == 20 * 900 / 300 + 20 + 8);
  }
}

TEST_CASE("ui: what grows shares what is left, to the last pixel, in height too") {
  const auto row = [](std::vector<Drawn>& d) {
    return box::row({.gap = 10}, block(d, 0, 20).grow(), block(d, 0, 20).grow(2), block(d, 0, 20).grow());
  };
  CHECK(places(row, {0, 0, 201, 20}) == std::vector<Rect>{{0, 0, 42, 20}, {52, 0, 96, 20}, {158, 0, 43, 20}});
  const auto column = [](std::vector<Drawn>& d) {
    return box::column({.gap = 4}, block(d, 0, 20), block(d, 0, 0).grow(), block(d, 0, 30));
  };
  CHECK(places(column, {0, 0, 50, 200}) == std::vector<Rect>{{0, 0, 50, 20}, {0, 24, 50, 142}, {0, 170, 50, 30}});
}

TEST_CASE("ui: rows that grow are equally high as long as each has what it needs") {
  const auto rows = [](std::vector<Drawn>& d) {
    return box::column({.gap = 4}, block(d, 0, 20).grow(), block(d, 0, 60).grow(), block(d, 0, 10));
  };
  CHECK(places(rows, {0, 0, 50, 178}) == std::vector<Rect>{{0, 0, 50, 80}, {0, 84, 50, 80}, {0, 168, 50, 10}});
  CHECK(places(rows, {0, 0, 50, 108}) == std::vector<Rect>{{0, 0, 50, 25}, {0, 29, 50, 65}, {0, 98, 50, 10}});
}

TEST_CASE("ui: a wrap breaks where there is no more room, and a line is as high as the highest in it") {
  const auto wrap = [](std::vector<Drawn>& d) {
    return box::wrap({.gap = 8, .line_gap = 4}, block(d, 50, 20), block(d, 60, 30), block(d, 50, 10), block(d, 60, 20));
  };
  CHECK(places(wrap, {0, 0, 120, 0}) == std::vector<Rect>{{0, 0, 50, 20}, {58, 0, 60, 30}, {0, 34, 50, 10}, {58, 34, 60, 20}});
  const auto stretched = [](std::vector<Drawn>& d) {
    return box::wrap({.gap = 8, .across = Across::stretch}, block(d, 50, 20), block(d, 60, 30));
  };
  CHECK(places(stretched, {0, 0, 120, 0}) == std::vector<Rect>{{0, 0, 50, 30}, {58, 0, 60, 30}});
}

TEST_CASE("ui: the columns of a grid are as wide as their widest or share the rest; nothing keeps its cell") {
  const auto grid = [](std::vector<Drawn>& d) {
    return box::grid({.gap = 8, .columns = {0, 1}}, block(d, 30, 20), block(d, 0, 10), Box(), block(d, 0, 10), block(d, 50, 5),
                     block(d, 0, 5));
  };
  CHECK(places(grid, {0, 0, 158, 0}) ==
        std::vector<Rect>{{0, 0, 50, 20}, {58, 0, 100, 20}, {58, 28, 100, 10}, {0, 46, 50, 5}, {58, 46, 100, 5}});
}

TEST_CASE("ui: a space stands for the gap, nothing takes none, and limits hold") {
  const auto column = [](std::vector<Drawn>& d) {
    return box::column({.gap = 8}, block(d, 0, 10), Box(), box::space(20), block(d, 0, 10).most(60),
                       block(d, 30, 5).least(0, 40).stands(Across::end));
  };
  CHECK(places(column, {0, 0, 100, 88}) == std::vector<Rect>{{0, 0, 100, 10}, {0, 30, 60, 10}, {70, 48, 30, 40}});
  const auto pixels = [](std::vector<Drawn>& d) {
    return box::column({}, block(d, 0, 10).most_px(60), block(d, 0, 10).most_px(600), box::group("g", block(d, 0, 10).most_px(60)));
  };
  CHECK(places({.text_percent = 200}, pixels, {0, 0, 100, 60}) == std::vector<Rect>{{0, 0, 60, 20}, {0, 20, 100, 20}, {0, 40, 60, 20}});
}

TEST_CASE("ui: in a row without room the widest gives way; what grows stops at its most, and the row stands where it is told") {
  const auto narrow = [](std::vector<Drawn>& d) { return box::row({.gap = 10}, block(d, 40, 10), block(d, 90, 10)); };
  CHECK(places(narrow, {0, 0, 100, 10}) == std::vector<Rect>{{0, 0, 40, 10}, {50, 0, 50, 10}});
  const auto centred = [](std::vector<Drawn>& d) { return box::row({.along = Along::centre}, block(d, 0, 10).grow().most(60)); };
  CHECK(places(centred, {0, 0, 100, 10}) == std::vector<Rect>{{20, 0, 60, 10}});
  const auto half = [](std::vector<Drawn>& d) { return box::row({}, block(d, 0, 10).grow(), block(d, 90, 10).most_percent(50)); };
  CHECK(places(half, {0, 0, 100, 10}) == std::vector<Rect>{{0, 0, 50, 10}, {50, 0, 50, 10}});
  const auto exact = [](std::vector<Drawn>& d) { return box::row({.gap = 10}, block(d, 40, 10), block(d, 90, 10).wide(90)); };
  CHECK(places(exact, {0, 0, 110, 10}) == std::vector<Rect>{{0, 0, 10, 10}, {20, 0, 90, 10}});
}

TEST_CASE("ui: what scrolls is measured without the room of its bar") {
  std::vector<Drawn> drawn;
  in_frame({}, [&](Frame& f) {
    const Box words = words_like(drawn, 400);
    CHECK(words.height(f, 300) != words.height(f, 300 - ScrollArea::room_for_bar(f)));
    CHECK(box::scroll({.id = "words", .rect = {}}, words).height(f, 300) == words.height(f, 300 - ScrollArea::room_for_bar(f)));
  });
}

TEST_CASE("ui: one of two is chosen by the room, by the size of text, or by what fits") {
  const auto tall = [&](Settings settings, int room) {
    const auto make = [](std::vector<Drawn>& d) {
      return box::column({}, box::when({.narrower_than = 200, .text_from = 150}, block(d, 0, 10), block(d, 0, 20)));
    };
    return places(settings, make, {0, 0, room, 0}).at(0).h;
  };
  CHECK(tall({}, 199) == 10);
  CHECK(tall({}, 200) == 20);
  CHECK(tall({.text_percent = 150}, 1000) == 15);
  const auto fits = [](std::vector<Drawn>& d) {
    return box::first_that_fits(box::row({.gap = 10}, block(d, 40, 10), block(d, 50, 10)),
                                box::column({}, block(d, 40, 10), block(d, 50, 10)));
  };
  CHECK(places(fits, {0, 0, 100, 0}).at(1) == Rect{50, 0, 50, 10});
  CHECK(places(fits, {0, 0, 99, 0}).at(1).y == 10);
}

TEST_CASE("ui: what is made for a width is made for the one that it is drawn in") {
  const auto halves = [](std::vector<Drawn>& d) {
    return box::column({},
                       box::for_width([&d](Frame&, int width) { return box::column({}, block(d, 0, width / 4), block(d, width / 2, 7)); }),
                       block(d, 0, 1));
  };
  CHECK(places(halves, {0, 0, 100, 33}) == std::vector<Rect>{{0, 0, 100, 25}, {0, 25, 100, 7}, {0, 32, 100, 1}});
}

namespace {

// A tree of anything in anything.
class Grown {
 public:
  Grown(unsigned seed, std::vector<Drawn>& drawn) : random_(seed), drawn_(drawn) {}
  Box tree(int depth) {
    const int kind = below(depth > 0 ? 9 : 3);
    if (kind < 2) return block(drawn_, kind == 0 ? 0 : 20 + below(90), 10 + below(50));
    if (kind == 2) return words_like(drawn_, 40 + below(500));
    if (kind == 7) return box::first_that_fits(tree(depth - 1), tree(depth - 1));
    if (kind == 8) return box::when({.narrower_than = 100 + below(400)}, tree(depth - 1), box::group("g", tree(depth - 1)));
    return several(static_cast<Box::Kind>(kind - 3 + static_cast<int>(Box::Kind::row)), depth);
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  Box several(Box::Kind kind, int depth) {
    BoxStyle style{.gap = below(12), .line_gap = below(8), .pad = pad(below(9), below(9)), .across = static_cast<Across>(below(5))};
    if (kind == Box::Kind::grid) style.columns = {below(2), 1 + below(2), below(2)};
    Box all(kind, style);
    for (int i = 1 + below(5); i > 0; --i) {
      if (below(6) == 0) all.add(box::space(below(30)));
      all.add(kind == Box::Kind::row && i == 1 ? tree(depth - 1).grow() : tree(depth - 1));
    }
    return all;
  }
  std::mt19937 random_;
  std::vector<Drawn>& drawn_;
};

bool has_room(const std::vector<Drawn>& drawn) {
  return std::all_of(drawn.begin(), drawn.end(), [](const Drawn& each) { return each.rect.w >= std::max(10, each.needed.w); });
}

std::string wrong_with(const std::vector<Drawn>& drawn, const Rect& room) {
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const Rect& r = drawn[i].rect;
    if (r.y < room.y || r.bottom() > room.bottom()) return "leaves its height";
    if (r.h < drawn[i].needed.h) return "lower than it was measured";
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(r, drawn[j].rect)) return "lies over another";
  }
  return {};
}

} // namespace

TEST_CASE("ui: in a thousand grown trees heights add up and nothing lies over another, at every width and text size") {
  for (const int percent : {100, 125, 200}) {
    int sound = 0; // where there is room for what cannot be narrower
    in_frame({.text_percent = percent}, [&](Frame& f) {
      for (unsigned seed = 0; seed < (thorough() ? 2000 : 400); ++seed)
        for (const int width : {1900, 700, 350}) {
          std::vector<Drawn> drawn;
          Box tree = Grown(seed, drawn).tree(4);
          const Rect room{10, 10, width, tree.height(f, width)};
          tree.draw(f, room);
          CAPTURE(seed);
          CAPTURE(width);
          const std::vector<Drawn> first = std::exchange(drawn, {});
          if (has_room(first)) ++sound;
          if (has_room(first)) CHECK(wrong_with(first, room) == "");
          CHECK(tree.draw(f, {10, 10}, width) == room.h); // and again the same
          CHECK(std::equal(first.begin(), first.end(), drawn.begin(), drawn.end(),
                           [](const Drawn& a, const Drawn& b) { return a.rect == b.rect; }));
        }
    });
    CHECK(sound > 600);
  }
}

TEST_CASE("ui: words in boxes are whole at every width") {
  const auto window = open_headless({.text_percent = 125}, {1920, 1080});
  const char* words = "Follow the cord with your eyes. Leave the lamp where it is, with Nok keeping it awake.";
  const Driver driver(*window, [&](Frame& f) {
    for (int width = 320, x = 0; width < 700; width += 60, x += 40)
      box::column({.gap = 8, .pad = pad(16)}, box::text(words, Type::lead),
                  box::row({.gap = 12}, box::icon("clock", 20, Colour::mut), box::text(words, Type::body).grow()))
          .draw(f, {0, x * 5}, width);
  });
  CHECK(describe(driver.layout_faults()).find("text-cut") == std::string::npos);
}

TEST_CASE("ui: a leaf is measured for the widths that it is asked for, however deep it stands and however often the tree is asked") {
  int measured = 0;
  Box tree{[&](Frame& f, int width) { return ++measured, Size{width > 0 ? width : f.px(80), f.px(20)}; }, [](Frame&, const Rect&) {}};
  for (int depth = 0; depth < 6; ++depth)
    tree = depth % 2 ? box::column({.pad = pad(2)}, std::move(tree))
                     : box::row({.gap = 4}, box::fixed(10, 10, [](Frame&, const Rect&) {}), std::move(tree).grow());
  in_frame({}, [&](Frame& f) {
    for (int i = 0; i < 3; ++i)
      CHECK(tree.draw(f, {0, 0}, 400) == 32);
  });
  CHECK(measured <= 4);
}

TEST_CASE("ui: what is pressed in a box tells it") {
  const auto window = open_headless();
  bool go = false;
  int which = -1;
  Driver driver(*window, [&](Frame& f) {
    Box all = box::row({.gap = 16}, box::button({.id = "go", .label = "Go"}, go));
    for (int i = 0; i < 3; ++i)
      all.add(box::button({.id = f.keep("b/" + std::to_string(i)), .label = "Other"}, {which, i}));
    all.draw(f, {20, 20}, 900);
  });
  CHECK_OK(driver.click("go"));
  CHECK(go);
  CHECK_OK(driver.click("b/2"));
  CHECK(which == 2);
}

TEST_CASE("box: a button has room for the reason why it cannot be pressed before there is one, and shows it whole") {
  for (const int percent : {100, 150, 200})
    for (const ButtonSize size : {ButtonSize::small, ButtonSize::normal}) {
      CAPTURE(percent);
      const auto window = open_headless({Theme::light, percent, Motion::reduced, "en"});
      bool enabled = true, pressed = false;
      Size bare, narrow;
      Driver driver(*window, [&](Frame& f) {
        Button button{.id = "go", .label = "Go on", .icon = "forward", .size = size, .enabled = enabled};
        bare = size_of(f, button);
        button.reason = "Answer the Lieutenant first.";
        narrow = size_of(f, button, f.px(120));
        box::row({}, box::button(button, pressed)).draw(f, {20, 20}, f.width());
      });
      const Rect before = driver.find("go")->rect;
      CHECK(before.w > bare.w);
      CHECK(narrow.h > before.h); // it wraps
      CHECK(driver.find("go")->reason.empty());
      CHECK_OK(driver.click("go"));
      CHECK(pressed);
      enabled = false;
      driver.settle();
      CHECK(driver.find("go")->rect == before);
      CHECK(driver.find("go")->reason == "Answer the Lieutenant first.");
      CHECK(describe(driver.layout_faults()).empty());                      // nothing is cut
      if (size == ButtonSize::small) CHECK(before.h == 40 * percent / 100); // both lines stand in it
    }
}

TEST_CASE("ui: words of a box are those that it was made with, whatever is changed while it is drawn") {
  const auto window = open_headless();
  std::string memory(40, 'a');
  std::string before, after;
  Driver driver(*window, [&](Frame& f) {
    Box tree = box::column({}, box::fixed(10, 10, [&](Frame&, const Rect&) { memory.assign(40, 'b'); }), box::text(memory, Type::body),
                           box::quote(memory, Type::body));
    before = memory;
    tree.draw(f, {20, 20}, 900);
    after = memory;
    memory.assign(40, 'a');
  });
  CHECK(before != after);
  CHECK(driver.all_text().find(before) != std::string::npos);
  CHECK(driver.all_text().find(after) == std::string::npos);
}
