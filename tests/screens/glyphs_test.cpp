// What check knows of the fonts is what the fonts are: sign by sign, with the files that the window loads.
#include "engine/base/utf8.h"
#include "engine/fonts/fonts.h"
#include "engine/reading/glyphs.h"
#include "tests/ui/fixture.h"

#include <fmt/format.h>

using namespace firsthand;

namespace {

std::string bytes_of(char32_t sign) {
  const auto tail = [sign](int shift) { return static_cast<char>(0x80 | (sign >> shift & 0x3F)); };
  if (sign < 0x80) return {static_cast<char>(sign)};
  if (sign < 0x800) return {static_cast<char>(0xC0 | sign >> 6), tail(0)};
  if (sign < 0x10000) return {static_cast<char>(0xE0 | sign >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | sign >> 18), tail(12), tail(6), tail(0)};
}

// The planes with letters and symbols whole, of the others some, to the end of all signs.
char32_t after(char32_t sign) {
  if (sign == 0xD7FF) return 0xE000;
  const bool dense = sign < 0x30000 || (sign >= 0xE0000 && sign < 0xE1000);
  return sign + (dense ? 1 : 251);
}

std::string hex(char32_t sign) { return fmt::format("0x{:04X}", static_cast<unsigned>(sign)); }

} // namespace

TEST_CASE("ui: check knows exactly the signs that the fonts have") {
  const auto fonts = fonts::load_fonts(platform::font_folders());
  REQUIRE(fonts.ok());
  std::string wrong, table; // the table as it should be, to be copied
  char32_t first = 0, last = 0;
  for (char32_t sign = 0x20; sign <= 0x10FFFF; sign = after(sign)) {
    const bool drawn = sign >= 0xA0 || sign < 0x7F ? fonts->covers(bytes_of(sign)) : false;
    if (drawn != reading::has_glyph(sign) && wrong.size() < 200) wrong += hex(sign) + (drawn ? " has a glyph\n" : " has none\n");
    if (drawn && first == 0) first = sign;
    if (!drawn && first != 0) table += "{" + hex(first) + ", " + hex(last) + "}, ", first = 0;
    if (drawn) last = sign;
  }
  if (first != 0) table += "{" + hex(first) + ", " + hex(last) + "}";
  CHECK_MESSAGE(wrong == "", table);
}

TEST_CASE("ui: signs that lessons need have a glyph, and emoji have none") {
  for (const char* needed :
       {"→", "½", "฿", "₫", "៛", "€", "°", "–", "…", "“", "”", "×", "✓", "☎", "𝄞", "\u00A0", "\u200B", "ๆ", "ໆ", "ៗ"}) {
    std::size_t at = 0;
    const bool expected = std::string("✓☎𝄞").find(needed) == std::string::npos;
    CHECK_MESSAGE(reading::has_glyph(base::next_code_point(needed, at)) == expected, needed);
  }
  for (const char* none : {"📱", "🔒", "\uE000", "ꦏ", "ᠠ", "क", "አ", "ა"}) {
    std::size_t at = 0;
    CHECK_MESSAGE(!reading::has_glyph(base::next_code_point(none, at)), none);
  }
}
