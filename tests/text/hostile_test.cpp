// Whatever bytes arrive, a layout comes out that keeps its promises. The cases are random but the seed is not.
#include "tests/text/fonts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace firsthand::text_test {
namespace {

using text::Layout;

class Dice {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_ = 20261122;
};

// Pieces that have broken text engines: stackers, joiners, overrides, halves of letters, spaces, ligatures, far planes.
constexpr std::array<std::string_view, 32> nasty = {"\u202E",
                                                    "\u202C",
                                                    "\u2067",
                                                    "\u2069",
                                                    "\u200D",
                                                    "\u200B",
                                                    "\u00AD",
                                                    "\u1039",
                                                    "\u17D2",
                                                    "\u0E49",
                                                    "\u0301",
                                                    "\u0E33",
                                                    "\xC3",
                                                    "\xF0\x9F",
                                                    "\xED\xA0\x80",
                                                    "\xFF",
                                                    "\0",
                                                    " ",
                                                    "\n",
                                                    "\r",
                                                    "\t",
                                                    "ffi",
                                                    "က",
                                                    "ខ្មែរ",
                                                    "ລາວ",
                                                    "אב",
                                                    "سلام",
                                                    "🙂",
                                                    "\uFE0F",
                                                    "க்ஷ",
                                                    "\xF4\x8F\xBF\xBF",
                                                    "e"};

std::string random_text(Dice& dice) {
  std::string text;
  const std::uint32_t pieces = dice.below(24);
  for (std::uint32_t i = 0; i < pieces; ++i)
    if (dice.below(3) == 0)
      text += static_cast<char>(dice.below(256));
    else
      text += nasty[dice.below(nasty.size())];
  return text;
}

bool hangs(std::string_view rest) {
  return rest.empty() || rest[0] == ' ' || (rest[0] >= '\t' && rest[0] <= '\r') || rest.substr(0, 3) == "\u200B";
}

// The first promise that is broken, or nothing.
std::string broken_promise(const std::string& text, const Layout& layout, int width) {
  if (layout.lines.empty() || layout.lines.front().begin != 0) return "starts late";
  if (layout.lines.back().end != text.size()) return "ends early";
  std::uint32_t glyphs = 0;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const text::Line& line = layout.lines[i];
    if (i > 0 && line.begin != layout.lines[i - 1].end) return "gap between lines";
    if (line.first_glyph != glyphs) return "glyphs in no line";
    glyphs += line.glyph_count;
    const auto inside = std::count_if(layout.graphemes.begin(), layout.graphemes.end(), [&](std::uint32_t at) {
      return at >= line.begin && at < line.end && !hangs(std::string_view(text).substr(at));
    });
    if (width > 0 && line.width > width && inside > 1) return "too wide";
    if (!std::binary_search(layout.graphemes.begin(), layout.graphemes.end(), line.begin)) return "cut in a grapheme";
  }
  if (glyphs != layout.glyphs.size()) return "glyphs in no line";
  for (const text::Glyph& glyph : layout.glyphs)
    if (glyph.cluster >= text.size()) return "cluster outside";
  const auto stops = fonts().caret_stops(text, layout);
  if (stops.size() != layout.graphemes.size()) return "carets lost";
  for (const auto& stop : stops)
    if (fonts().hit(layout, stop.x, stop.top) > text.size()) return "hit outside";
  return "";
}

std::string in_hex(const std::string& text) {
  std::string hex;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    hex += "0123456789ABCDEF"[byte >> 4];
    hex += "0123456789ABCDEF"[byte & 15];
    hex += ' ';
  }
  return hex;
}

} // namespace

TEST_CASE("text: 2000 random texts break no promise") {
  Dice dice;
  const std::array<const char*, 4> languages = {"en", "th", "my", "ar"};
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random_text(dice);
    const int width = static_cast<int>(dice.below(4)) * 37;
    const auto direction = static_cast<text::Direction>(dice.below(3));
    text::Span span{dice.below(30), dice.below(30), text::Weight::bold, 3};
    const Layout layout = fonts().layout(text, {}, width, languages[dice.below(4)], {span}, direction);
    CHECK_MESSAGE(broken_promise(text, layout, width) == "", in_hex(text) << " at " << width);
    text::nfc(text);
    text::count_words(text, "th");
    fonts().covers(text);
  }
}

TEST_CASE("text: invalid bytes show as a replacement and keep their place") {
  const Layout layout = fonts().layout("a\xFF\xC3"
                                       "b",
                                       {}, 0);
  REQUIRE(layout.glyphs.size() == 4);
  CHECK(layout.glyphs[1].id == fonts().layout("\uFFFD", {}, 0).glyphs[0].id);
  CHECK(layout.glyphs[2].cluster == 2);
  CHECK(layout.glyphs[3].cluster == 3);
}

TEST_CASE("text: lone marks and joiners are laid out") {
  for (const std::string sample : {"\u0E49", "\u1039", "\u17D2", "\u200D", "\u202E", "\u0301\u0301", "\u00AD"}) {
    const Layout layout = fonts().layout(sample, {}, 50);
    CHECK(broken_promise(sample, layout, 50) == "");
    CHECK_FALSE(layout.missing_glyph);
  }
}

TEST_CASE("text: sizes out of range are brought to the bound") {
  for (const int size : {-5, 0, 1, 100000}) {
    const Layout layout = fonts().layout("abc def", {size, size, {}, {}, {}}, 30);
    CHECK(layout.glyphs[0].size_px >= 1);
    CHECK(layout.glyphs[0].size_px <= 512);
    CHECK(layout.lines.back().end == 7);
  }
}

TEST_CASE("text: a thousand marks on one letter and a very long text end") {
  std::string marks = "a";
  for (int i = 0; i < 1000; ++i)
    marks += "\u0301";
  CHECK(broken_promise(marks, fonts().layout(marks, {}, 20), 20) == "");
  const std::string endless(text::longest_text + 10, 'x');
  const Layout layout = fonts().layout(endless, {}, 0);
  CHECK(layout.lines.back().end == text::longest_text);
  const std::string gap = "(" + std::string(60000, ' ') + "x"; // no break is allowed in there
  CHECK(fonts().layout(gap, {}, 3000).lines.back().end == gap.size());
  const std::string feeds(20000, '\n');
  CHECK(fonts().layout(feeds, {}, 20).lines.size() == 20001);
}

} // namespace firsthand::text_test
