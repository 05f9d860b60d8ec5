// Lines: where they may end, how wide and high they get, that no byte is lost.
#include "tests/text/fonts.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace firsthand::text_test {
namespace {

using text::Layout;
using text::Style;

const std::string thai = "เจ้าหน้าที่ตำรวจต้องเก็บรักษาพยานหลักฐานดิจิทัลอย่างระมัดระวัง";
const std::string burmese = "ရဲအရာရှိသည် ဒစ်ဂျစ်တယ်သက်သေခံပစ္စည်းများကို ဂရုတစိုက်ထိန်းသိမ်းရမည်။";
const std::string khmer = "មន្ត្រីនគរបាលត្រូវរក្សាទុកភស្តុតាងឌីជីថលដោយប្រុងប្រយ័ត្ន";
const std::string lao = "ເຈົ້າໜ້າທີ່ຕຳຫຼວດຕ້ອງເກັບຮັກສາຫຼັກຖານດິຈິຕອນຢ່າງລະມັດລະວັງ.";
const std::string tamil = "காவல்துறை அதிகாரி டிஜிட்டல் சான்றுகளை கவனமாகப் பாதுகாக்க வேண்டும்.";
const std::string english = "The officer who reaches the scene first must keep what she finds as she found it.";

void check_covers_all(std::string_view text, const Layout& layout) {
  REQUIRE_FALSE(layout.lines.empty());
  CHECK(layout.lines.front().begin == 0);
  for (std::size_t i = 1; i < layout.lines.size(); ++i)
    CHECK(layout.lines[i].begin == layout.lines[i - 1].end);
  CHECK(layout.lines.back().end == text.size());
}

// Spaces hang and do not count.
std::ptrdiff_t graphemes_on(std::string_view text, const Layout& layout, const text::Line& line) {
  return std::count_if(layout.graphemes.begin(), layout.graphemes.end(),
                       [&](std::uint32_t at) { return at >= line.begin && at < line.end && text[at] != ' '; });
}

void check_widths(std::string_view text, const Layout& layout, int width) {
  for (const text::Line& line : layout.lines)
    CHECK_MESSAGE((line.width <= width || graphemes_on(text, layout, line) == 1), line.begin);
}

} // namespace

TEST_CASE("text: wrapped lines cover every byte and keep the width, in every script") {
  for (const std::string& sample : {english, thai, burmese, khmer, lao, tamil})
    for (const int width : {1, 7, 30, 61, 100, 143, 200, 333, 1000}) {
      const Layout layout = fonts().layout(sample, {}, width);
      check_covers_all(sample, layout);
      check_widths(sample, layout, width);
      CHECK_FALSE(layout.missing_glyph);
    }
}

TEST_CASE("text: Latin lines end behind spaces, which hang") {
  const Layout layout = fonts().layout("aaa bbb  ccc", {}, 70);
  CHECK(joined(wrapped("aaa bbb  ccc", 70)) == "aaa bbb  |ccc");
  CHECK(layout.lines[0].width < fonts().layout("aaa bbb c", {}, 0).lines[0].width);
  CHECK(layout.lines[0].width == fonts().layout("aaa bbb", {}, 0).lines[0].width);
}

// Words written with bars; lines of any width that holds the longest word may end only at a bar.
void check_breaks_between_words(const std::string& barred, std::string_view language) {
  std::string plain;
  std::vector<std::uint32_t> bounds;
  for (const char c : barred)
    if (c == '|')
      bounds.push_back(static_cast<std::uint32_t>(plain.size()));
    else
      plain += c;
  bounds.push_back(static_cast<std::uint32_t>(plain.size()));
  std::size_t cuts = 0;
  for (int width = 66; width < 200; width += 3)
    for (const text::Line& line : fonts().layout(plain, {}, width, language).lines) {
      CHECK(std::find(bounds.begin(), bounds.end(), line.end) != bounds.end());
      if (line.end < plain.size()) ++cuts;
    }
  CHECK(cuts > 0);
}

TEST_CASE("text: Thai, Lao, Khmer and Burmese break between words of the dictionary") {
  check_breaks_between_words("ภาษา|ไทย|สวยงาม", "th");
  check_breaks_between_words("ພາສາ|ລາວ|ງາມ", "lo");
  check_breaks_between_words("ភាសា|ខ្មែរ|ស្អាត", "km");
  check_breaks_between_words("မြန်မာ|စာ|သည်|လှ|သည်", "my");
}

TEST_CASE("text: a Burmese or Khmer syllable is never cut, however narrow the column") {
  const Layout layout = fonts().layout(burmese, {}, 1, "my");
  const auto bounds = text::grapheme_boundaries(burmese);
  CHECK(layout.lines.size() < bounds.size());
  for (const text::Line& line : layout.lines)
    CHECK(std::binary_search(bounds.begin(), bounds.end(), line.begin));
  CHECK(joined(wrapped("သင်္ဘော", 1, "my")) == "သ|င်္ဘော");
}

TEST_CASE("text: a word of 3000 characters is cut between graphemes and fills its lines") {
  std::string word;
  for (int i = 0; i < 1000; ++i)
    word += "ae\u0301";
  const Layout layout = fonts().layout("go " + word, {}, 100);
  check_covers_all("go " + word, layout);
  check_widths("go " + word, layout, 100);
  for (std::size_t i = 1; i + 1 < layout.lines.size(); ++i)
    CHECK(layout.lines[i].width > 80);
  CHECK(layout.lines.size() < 400);
}

TEST_CASE("text: line feeds of every sort end a line, and belong to it") {
  CHECK(joined(wrapped("a\nb\r\nc\rd\u2029e\n", 0)) == "a\n|b\r\n|c\r|d\u2029|e\n|");
  CHECK(fonts().layout("a\nb", {}, 0).lines[0].text_end == 1);
  CHECK_FALSE(fonts().layout("a\r\nb\tc", {}, 0).missing_glyph);
}

TEST_CASE("text: the language chooses the rules for breaks") {
  CHECK(joined(wrapped("ああっあ", 20, "ja")) == "ああ|っあ");
  CHECK(joined(wrapped("ああっあ", 20, "en")) == "あ|あっ|あ");
}

TEST_CASE("text: without a maximum width a paragraph is one line") {
  CHECK(fonts().layout(english + english, {}, 0).lines.size() == 1);
  CHECK(fonts().layout("a b", {}, -3).lines.size() == 2);
}

TEST_CASE("text: lines are as high as asked, higher for tall scripts and for tall faces") {
  const auto height = [](const std::string& sample, int line_px, const char* language) {
    return fonts().layout(sample, {16, line_px, {}, {}, {}}, 0, language).lines[0].height;
  };
  CHECK(height("Ag", 24, "en") == 24);
  for (const std::string& sample : {thai, lao, khmer, burmese}) {
    CHECK(height(sample, 24, "en") >= 27);
    CHECK(height(sample, 40, "en") == 44);
  }
  CHECK(height("", 40, "th") == 44);
  CHECK(height("Ag", 5, "en") >= 15); // ink is never cut
  CHECK(height("Ag", 0, "en") >= 21); // as the face states itself
  CHECK(height(burmese, 5, "my") > height("Ag", 5, "en"));
}

TEST_CASE("text: lines stand under each other with the baseline inside") {
  const Layout layout = fonts().layout(english + "\n" + burmese + "\n" + english, {}, 120);
  int top = 0;
  for (const text::Line& line : layout.lines) {
    CHECK(line.top == top);
    CHECK(line.baseline > line.top + 10);
    CHECK(line.baseline < line.top + line.height);
    top += line.height;
  }
  CHECK(layout.height == top);
}

TEST_CASE("text: the ink of a line stays inside its height") {
  for (const std::string& sample : {english, thai, burmese, khmer, lao, tamil}) {
    const Layout layout = fonts().layout(sample, {20, 28, {}, {}, {}}, 0);
    const text::Line& line = layout.lines[0];
    for (const text::Glyph& glyph : layout.glyphs) {
      const auto bitmap = fonts().rasterise(glyph.face, glyph.id, glyph.size_px);
      const int top = glyph.y / 64 - bitmap.top;
      CHECK(top >= line.top);
      CHECK(top + bitmap.height <= line.top + line.height);
    }
  }
}

TEST_CASE("text: the same text gives the same layout, whatever was laid out before") {
  const auto words = [](const Layout& layout) {
    std::vector<std::int32_t> all;
    for (const text::Glyph& glyph : layout.glyphs)
      for (const std::int32_t part : {static_cast<std::int32_t>(glyph.id), glyph.x, glyph.y, glyph.advance})
        all.push_back(part);
    return all;
  };
  const Layout first = fonts().layout(burmese, {}, 150, "my");
  fonts().layout(thai + "\u202E" + english, {33, 50, {}, {}, {}}, 90, "th");
  CHECK(words(fonts().layout(burmese, {}, 150, "my")) == words(first));
  const auto again = open_fonts();
  CHECK(words(again.value().layout(burmese, {}, 150, "my")) == words(first));
}

TEST_CASE("text: fonts that cannot be opened are named") {
  CHECK(text::FontSet::open({}).error().code == "font-none");
  std::string cut_off = bytes_of(noto + "NotoSans-Regular.ttf").substr(0, 500);
  for (const std::string& bytes : {std::string(), std::string("no font at all"), cut_off}) {
    const auto opened = text::FontSet::open({{"Odd Sans", {}, {}, bytes}});
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == "font-unreadable");
    CHECK(opened.error().message.find("Odd Sans") != std::string::npos);
  }
}

} // namespace firsthand::text_test
