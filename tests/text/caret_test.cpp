// Carets: one stop a grapheme, in reading order, and a click finds the stop it is nearest to.
#include "tests/text/fonts.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace firsthand::text_test {
namespace {

using text::CaretStop;
using text::Layout;

std::vector<CaretStop> stops(std::string_view text, int width = 0) { return fonts().caret_stops(text, fonts().layout(text, {}, width)); }

std::vector<std::uint32_t> offsets(const std::vector<CaretStop>& all) {
  std::vector<std::uint32_t> found;
  for (const CaretStop& stop : all)
    found.push_back(stop.offset);
  return found;
}

} // namespace

TEST_CASE("text: caret stops are the grapheme boundaries, wrapped or not") {
  for (const std::string sample : {"office", "ab\ncd\n", "สวัสดี น้ำ", "ကျောင်းသား", "ab אבג c", "", "\n", "e\u0301 x  "})
    for (const int width : {0, 1, 40, 400})
      CHECK(offsets(stops(sample, width)) == text::grapheme_boundaries(sample));
}

TEST_CASE("text: stops rise with the text and end where the ink ends") {
  const Layout layout = fonts().layout("Hello", {}, 0);
  const auto all = fonts().caret_stops("Hello", layout);
  CHECK(all.front().x == 0);
  for (std::size_t i = 1; i < all.size(); ++i)
    CHECK(all[i].x > all[i - 1].x);
  CHECK(std::abs(all.back().x - layout.width) <= 1);
  CHECK(all.back().height == layout.lines[0].height);
}

TEST_CASE("text: a caret can stand inside a ligature") {
  const Layout layout = fonts().layout("office", {40, 60, {}, {}, {}}, 0);
  REQUIRE(layout.glyphs.size() == 4); // o, ffi, c, e
  const auto all = fonts().caret_stops("office", layout);
  const int first = all[2].x - all[1].x, second = all[3].x - all[2].x, third = all[4].x - all[3].x;
  CHECK(first > 5);
  CHECK(std::abs(first - second) <= 1);
  CHECK(std::abs(second - third) <= 1);
}

TEST_CASE("text: carets move to the left in Hebrew and jump at its edges") {
  const auto all = stops("אבג");
  CHECK(all.front().x > all.back().x);
  CHECK(all.back().x == 0);
}

TEST_CASE("text: behind a line feed the caret stands on the next line, even if that is empty") {
  const Layout layout = fonts().layout("ab\n", {}, 0);
  const auto all = fonts().caret_stops("ab\n", layout);
  REQUIRE(layout.lines.size() == 2);
  REQUIRE(all.size() == 4);
  CHECK(all[2].top == 0);
  CHECK(all[2].x > 0);
  CHECK(all[3].top == layout.lines[1].top);
  CHECK(all[3].x == 0);
}

TEST_CASE("text: an empty text has one line and one place for the caret") {
  const Layout layout = fonts().layout("", {}, 100);
  CHECK(layout.lines.size() == 1);
  CHECK(layout.height >= 24);
  CHECK(stops("", 100).size() == 1);
  CHECK(fonts().hit(layout, 50, 50) == 0);
}

TEST_CASE("text: a click on a stop finds that stop, a click beside the lines the nearest") {
  for (const std::string sample : {"The officer keeps notes", "ภาษาไทยสวยงาม", "မြန်မာစာသည်လှသည်", "ab אבג c d"})
    for (const int width : {0, 60}) {
      const Layout layout = fonts().layout(sample, {}, width);
      const auto all = fonts().caret_stops(sample, layout);
      for (const CaretStop& stop : all) {
        const std::uint32_t found = fonts().hit(layout, stop.x, stop.top + stop.height / 2);
        const bool same_place = std::any_of(all.begin(), all.end(), [&](const CaretStop& other) {
          return other.offset == found && other.x == stop.x && other.top == stop.top;
        });
        CHECK(same_place);
      }
      CHECK(fonts().hit(layout, -500, -500) == 0);
      CHECK(fonts().hit(layout, 5000, 5000) == sample.size());
    }
}

TEST_CASE("text: a click between two letters takes the nearer side") {
  const Layout layout = fonts().layout("HH", {}, 0);
  const int edge = stops("HH")[1].x;
  CHECK(fonts().hit(layout, edge / 2 - 2, 5) == 0);
  CHECK(fonts().hit(layout, edge / 2 + 2, 5) == 1);
  CHECK(fonts().hit(Layout{}, 3, 3) == 0);
}

} // namespace firsthand::text_test
