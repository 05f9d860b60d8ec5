// What is asked of a text without a font: caret places, normal form, words.
#include "tests/text/fonts.h"

#include <doctest/doctest.h>

namespace firsthand::text_test {
namespace {

// The text cut at its boundaries, with bars.
std::string cut(const std::string& text) {
  const auto bounds = text::grapheme_boundaries(text);
  REQUIRE(bounds.front() == 0);
  REQUIRE(bounds.back() == text.size());
  std::vector<std::string> pieces;
  for (std::size_t i = 1; i < bounds.size(); ++i)
    pieces.push_back(text.substr(bounds[i - 1], bounds[i] - bounds[i - 1]));
  return joined(pieces);
}

} // namespace

TEST_CASE("text: graphemes keep marks and line feeds together") {
  CHECK(cut("ae\u0301b") == "a|e\u0301|b");
  CHECK(cut("a\r\nb") == "a|\r\n|b");
  CHECK(cut("น้ำกู้") == "น้ำ|กู้");
  CHECK(cut("👩‍👧🇹🇭") == "👩‍👧|🇹🇭");
}

TEST_CASE("text: Burmese and Khmer syllables with stacks and signs at their side are not cut") {
  CHECK(cut("ကျောင်းသား") == "ကျော|င်း|သား");
  CHECK(cut("သင်္ဘော") == "သ|င်္ဘော");
  CHECK(cut("မ္မာ") == "မ္မာ");
  CHECK(cut("ស្រ្តី") == "ស្រ្តី");
  CHECK(cut("காடு") == "கா|டு");
}

TEST_CASE("text: an empty text has one boundary") { CHECK(text::grapheme_boundaries("") == std::vector<std::uint32_t>{0}); }

TEST_CASE("text: normal form C composes and repairs") {
  CHECK(text::nfc("e\u0301") == "\u00E9");
  CHECK(text::nfc("a\u0323\u0302") == "\u1EAD");
  CHECK(text::nfc("\xFFok\xC3") == "\uFFFDok\uFFFD");
  CHECK(text::nfc("").empty());
  CHECK(text::nfc("𝅗𝅥").size() == std::string("𝅗𝅥").size());
}

TEST_CASE("text: words are counted by spaces, or by dictionary where there are none") {
  CHECK(text::count_words("Two words, and 3 numbers.", "en") == 5);
  CHECK(text::count_words("", "en") == 0);
  CHECK(text::count_words(" …—! ", "en") == 0);
  CHECK(text::count_words("ภาษาไทยสวยงาม", "th") == 3);
  CHECK(text::count_words("မြန်မာစာသည်လှသည်", "my") == 5);
  CHECK(text::count_words("ភាសាខ្មែរស្អាត", "km") == 2);
}

TEST_CASE("text: a language that is no language falls back and does not fail") {
  const std::string endless(5000, 'x');
  for (const std::string& language : {std::string(), std::string("%s\n"), endless, std::string("xx-yy-zz-1")}) {
    CHECK(text::count_words("two words", language) == 2);
    CHECK(fonts().layout("two words", {}, 50, language).lines.size() == 2);
  }
}

} // namespace firsthand::text_test
