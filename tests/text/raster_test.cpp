// Glyphs to grey coverage: there is ink, it is where it should be, quarters move it, nothing odd crashes.
#include "tests/text/fonts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace firsthand::text_test {
namespace {

using Bitmap = text::FontSet::Bitmap;

text::Glyph glyph_of(std::string_view letter) { return fonts().layout(letter, {}, 0).glyphs.at(0); }

Bitmap drawn(std::string_view letter, int size, int quarter = 0) {
  const text::Glyph glyph = glyph_of(letter);
  return fonts().rasterise(glyph.face, glyph.id, size, quarter);
}

// Centre of the ink from the pen, in thousandths of a pixel.
long centre_of(const Bitmap& bitmap) {
  long ink = 0, moment = 0;
  for (std::size_t i = 0; i < bitmap.coverage.size(); ++i) {
    const auto column = static_cast<long>(i % static_cast<std::size_t>(bitmap.width));
    ink += bitmap.coverage[i];
    moment += bitmap.coverage[i] * (2 * (column + bitmap.left) + 1);
  }
  return ink == 0 ? 0 : moment * 500 / ink;
}

} // namespace

TEST_CASE("text: a letter has ink above its baseline, a comma below it") {
  const Bitmap letter = drawn("H", 40), comma = drawn(",", 40);
  CHECK(letter.coverage.size() == static_cast<std::size_t>(letter.width * letter.height));
  CHECK(*std::max_element(letter.coverage.begin(), letter.coverage.end()) == 255);
  CHECK(letter.top == letter.height);
  CHECK(letter.height >= 27);
  CHECK(letter.height <= 30);
  CHECK(comma.top < comma.height);
}

TEST_CASE("text: each quarter moves the ink a quarter of a pixel to the right") {
  for (const int quarter : {1, 2, 3}) {
    const long moved = centre_of(drawn("o", 20, quarter)) - centre_of(drawn("o", 20, 0));
    CHECK(moved > quarter * 250 - 30);
    CHECK(moved < quarter * 250 + 30);
  }
}

TEST_CASE("text: a pen position snaps to the nearest quarter") {
  CHECK(text::snap(0).pixel == 0);
  CHECK(text::snap(64 * 3 + 16).pixel == 3);
  CHECK(text::snap(64 * 3 + 16).quarter == 1);
  CHECK(text::snap(64 * 3 + 60).pixel == 4);
  CHECK(text::snap(64 * 3 + 60).quarter == 0);
  CHECK(text::snap(-16).pixel == -1);
  CHECK(text::snap(-16).quarter == 3);
}

TEST_CASE("text: blank and unknown glyphs give an empty bitmap") {
  CHECK(drawn(" ", 20).coverage.empty());
  CHECK(fonts().rasterise(999, 5, 20).coverage.empty());
  CHECK(fonts().rasterise(0, 0xFFFFFF, 20).coverage.empty());
  CHECK_FALSE(fonts().rasterise(0, 40, -7).width > 4);
  CHECK(fonts().rasterise(0, 40, 100000, 77).width < 1000);
}

} // namespace firsthand::text_test
