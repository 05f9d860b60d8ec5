// UTF-8 and near words.
#include "engine/base/utf8.h"

#include <doctest/doctest.h>

#include <vector>

using namespace firsthand::base;

TEST_CASE("base: well-formed UTF-8 is accepted up to the last code point") {
  for (const char* text : {"", "abc", "é", "ไทย", "\xed\x9f\xbf", "\xee\x80\x80", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
    CHECK_FALSE(first_invalid_utf8(text));
}

TEST_CASE("base: the first broken byte is named") {
  CHECK(first_invalid_utf8("ab\x80") == 2);
  CHECK(first_invalid_utf8("\xc0\xaf") == 0);
  CHECK(first_invalid_utf8("\xc1\xbf") == 0);
  CHECK(first_invalid_utf8("é\xe0\x9f\xbf") == 2);
  CHECK(first_invalid_utf8("\xed\xa0\x80") == 0);
  CHECK(first_invalid_utf8("\xf0\x8f\xbf\xbf") == 0);
  CHECK(first_invalid_utf8("\xf4\x90\x80\x80") == 0);
  CHECK(first_invalid_utf8("\xf5\x80\x80\x80") == 0);
  CHECK(first_invalid_utf8("a\xe0\xb8") == 1);
  CHECK(first_invalid_utf8("a\xf0\x90\x80") == 1);
  CHECK(first_invalid_utf8("\xe0\xb8x") == 0);
}

TEST_CASE("base: controls and what reorders or hides text are found, what scripts need is not") {
  CHECK(first_unwanted_control("a\rb") == 1);
  CHECK(first_unwanted_control(std::string_view("a\0", 2)) == 1);
  CHECK(first_unwanted_control("\x7f") == 0);
  CHECK(first_unwanted_control("é\u0085") == 2);
  CHECK(first_unwanted_control("ab\u202Ecd") == 2);
  CHECK(first_unwanted_control("\u2066") == 0);
  CHECK(first_unwanted_control("x\uFEFF") == 1);
  CHECK(first_unwanted_control("\U000E0041") == 0);
  CHECK_FALSE(first_unwanted_control("one\ttwo\nខ្មែរ\u200Bក\u200C\u200Dab\u00A0\u200F"));
}

TEST_CASE("base: code points are read one after the other") {
  const std::string_view text = "aéไ\U0001F600";
  std::size_t at = 0;
  CHECK(next_code_point(text, at) == U'a');
  CHECK(next_code_point(text, at) == U'é');
  CHECK(next_code_point(text, at) == U'ไ');
  CHECK(next_code_point(text, at) == U'\U0001F600');
  CHECK(at == text.size());
  CHECK(count_code_points(text) == 4);
}

TEST_CASE("base: broken bytes never lead outside the text") {
  std::size_t at = 0;
  CHECK(next_code_point("\xf0\x9f", at) == 0xFFFD);
  CHECK(at == 1);
  CHECK(count_code_points("\xf0\x9f\x98") == 3);
}

TEST_CASE("base: edits between two words are counted up to the limit") {
  CHECK(edit_distance("same", "same", 3) == 0);
  CHECK(edit_distance("power", "powr", 3) == 1);
  CHECK(edit_distance("power", "poewr", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("", "abc", 3) == 3);
  CHECK(edit_distance("abcdef", "uvwxyz", 3) == 4);
  CHECK(edit_distance("a", std::string(100'000, 'a'), 3) == 4);
}

TEST_CASE("base: a slip of the fingers finds its word, something else finds none") {
  const std::vector<std::string> keys{"power", "lock", "battery", "keeper"};
  CHECK(did_you_mean("batery", keys) == "battery");
  CHECK(did_you_mean("lokc", keys) == "lock");
  CHECK(did_you_mean("pwoer", keys) == "power");
  CHECK_FALSE(did_you_mean("colour", keys));
  CHECK_FALSE(did_you_mean("xy", keys));
}
