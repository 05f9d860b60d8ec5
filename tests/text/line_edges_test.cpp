// No line begins with a sign that closes, repeats or belongs to what stands before it, none ends with one that opens. The signs are written
// down here by hand, script by script; the engine asks Unicode.
#include "engine/base/utf8.h"
#include "tests/text/fonts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace firsthand::text_test {
namespace {

struct Script {
  const char* language;
  std::string word;
  std::u32string never_begin, never_end; // also behind and before a space
  std::u32string leans_right;            // never ends a line if a letter follows at once
};

std::u32string range(char32_t first, char32_t last) {
  std::u32string all;
  for (char32_t c = first; c <= last; ++c)
    all += c;
  return all;
}

const std::vector<Script>& scripts() {
  static const std::vector<Script> all{
      {"en", "signal", U"!%),.:;?]}\u00B0\u2026\u2030\u2032\u2033\u203C\u2047\u2048\u2049\u203D\u2103\u2109\u00A2\u203A\u00BB\u201D\u2019",
       U"([{\u00A1\u00BF\u00AB\u2039\u201E\u201A\u201C\u2018", U"$\u20AB\u0E3F"},
      {"en", "e\u0301te\u0301", range(0x300, 0x34E) + range(0x20D0, 0x20DC), U"", U""},
      {"th", "ตำรวจ", U"ๆฯะาำๅ๚๛" + range(0x0E34, 0x0E3A) + U"ั" + range(0x0E47, 0x0E4E), U"", U"เแโใไ"},
      {"lo", "ພາສາ", U"ໆຯະາຳຽ" + range(0x0EB4, 0x0EB9) + U"ັົຼ" + range(0x0EC8, 0x0ECD), U"", U"ເແໂໃໄ"},
      {"km", "ភាសា", U"ៗ។៕៖៘៚" + range(0x17B6, 0x17D1) + U"\u17D3\u17DD", U"", U""},
      {"my", "မြန်မာ", U"၊။၌၍၏" + range(0x102B, 0x1038) + range(0x103A, 0x103E), U"", U""},
      {"ta", "காவல்", U"।॥" + range(0x0BBE, 0x0BC2) + range(0x0BC6, 0x0BC8) + range(0x0BCA, 0x0BCD), U"", U""},
      {"ar", "شرطة", U"،؛؟۔٪" + range(0x064B, 0x0652), U"", U""},
      {"he", "משטרה", U"׃" + range(0x05B0, 0x05BC), U"", U""},
      {"ja", "証拠", U"、。〉》」』】〕〗〟々〜！），．：；？］｝・", U"〈《「『【〔〖（［｛", U""},
  };
  return all;
}

std::string utf8(char32_t c) {
  std::string bytes(1, static_cast<char>(c < 0x80 ? c : c < 0x800 ? 0xC0 | c >> 6 : 0xE0 | c >> 12));
  if (c >= 0x800) bytes += static_cast<char>(0x80 | (c >> 6 & 0x3F));
  if (c >= 0x80) bytes += static_cast<char>(0x80 | (c & 0x3F));
  return bytes;
}

char32_t first_sign(std::string_view line) {
  for (std::size_t at = 0; at < line.size();)
    if (const char32_t c = base::next_code_point(line, at); c != ' ') return c;
  return 0;
}

char32_t last_sign(std::string_view line) {
  char32_t last = 0;
  for (std::size_t at = 0; at < line.size();)
    if (const char32_t c = base::next_code_point(line, at); c != ' ') last = c;
  return last;
}

int width_of(const std::string& text) { return fonts().layout(text, {}, 0).width; }

// Wrapped so that the line is full just before the sign, and just behind it.
void check_edges(const std::string& before, const std::string& sign, const std::string& after, const Script& script, bool begins,
                 bool ends) {
  const std::string text = before + sign + after;
  const char32_t wrong = first_sign(sign);
  for (const int width : {width_of(before), width_of(before) + 1, width_of(before + sign)}) {
    const auto lines = wrapped(text, width, script.language);
    CAPTURE(joined(lines));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!begins && i > 0) CHECK(static_cast<unsigned>(first_sign(lines[i])) != static_cast<unsigned>(wrong));
      if (!ends && i + 1 < lines.size()) CHECK(static_cast<unsigned>(last_sign(lines[i])) != static_cast<unsigned>(wrong));
    }
  }
}

bool is_quote(char32_t c) {
  return std::u32string(U"\u201C\u2018\u201D\u2019\u00AB\u00BB\u2039\u203A\u201E\u201A").find(c) != std::u32string::npos;
}

} // namespace

TEST_CASE("text: no line begins with a sign that closes, repeats or hangs on a letter, in any script, even behind a space") {
  for (const Script& script : scripts())
    for (const char32_t sign : script.never_begin)
      for (const std::string& word : {script.word, std::string("ตำรวจ")}) {
        const std::string two = word + " " + word;
        check_edges(two, utf8(sign), " " + word, script, false, true);
        check_edges(two + " ", utf8(sign), " " + word, script, false, true);
        check_edges(two + "  ", utf8(sign), "", script, false, true);
        if (!is_quote(sign)) check_edges(two, utf8(sign), word, script, false, true);
      }
}

TEST_CASE("text: no line ends with a sign that opens") {
  for (const Script& script : scripts()) {
    for (const char32_t sign : script.never_end)
      for (const std::string& word : {script.word, std::string("ตำรวจ")}) {
        check_edges(word + " " + word + " ", utf8(sign), word, script, true, false);
        check_edges(word + " " + word + " ", utf8(sign), " " + word, script, true, false);
      }
    for (const char32_t sign : script.leans_right)
      check_edges(script.word + " ", utf8(sign),
                  sign < 0x0E80 && sign > 0x0E3F   ? "กรรม"
                  : sign < 0x0EFF && sign > 0x0E80 ? "ກອງ"
                                                   : "500",
                  script, true, false);
  }
}

TEST_CASE("text: within a word that has no room no line begins or ends wrongly either, while anything else is possible") {
  for (const Script& script : scripts())
    for (const char32_t sign : script.never_begin)
      check_edges(script.word + script.word, utf8(sign), script.word, script, false, true);
  for (const int width : {24, 30, 40, 60})
    for (const std::string& line : wrapped("เจ้าหน้าที่ตำรวจต่าง ๆ เก็บรักษาพยานหลักฐาน ฯลฯ", width, "th"))
      CHECK(std::u32string(U"ๆฯะาำๅ").find(first_sign(line)) == std::u32string::npos);
}

TEST_CASE("text: what must not be parted from its number stays with it, and a sign that may begin a line still does") {
  CHECK(joined(wrapped("It holds 9 % of it", width_of("It holds 9") + 1)) == "It holds |9 % of it");
  CHECK(joined(wrapped("It holds 9\u00A0kB now", width_of("It holds 9") + 1)) == "It holds |9\u00A0kB now");
  CHECK(joined(wrapped("It costs \u0E3F 500", width_of("It costs \u0E3F") + 1)) == "It costs |\u0E3F 500");
  CHECK(joined(wrapped("yüzde %50 daha", width_of("yüzde") + 1)) == "yüzde |%50 |daha");
  CHECK(joined(wrapped("signal “hi” here", width_of("signal") + 1)) == "signal |“hi” |here");
  CHECK(joined(wrapped("sagte „Wort“ leise", width_of("sagte „Wort“") + 1)) == "sagte „Wort“ |leise");
  CHECK(joined(wrapped("sade ”ord” tyst", width_of("sade") + 1)) == "sade |”ord” |tyst");
  CHECK(joined(wrapped("mot « mot » mot", width_of("mot « mot") + 1)) == "mot |« mot » |mot");
  CHECK(joined(wrapped("signal – it", width_of("signal") + 1)) == "signal |– it");
  CHECK(joined(wrapped("กราบเรียน ฯพณฯ", width_of("กราบเรียน") + 1, "th")) == "กราบเรียน |ฯพณฯ");
  CHECK(joined(wrapped("))))))", width_of(")))") + 1)) == ")))|)))"); // nothing else is possible
}

} // namespace firsthand::text_test
