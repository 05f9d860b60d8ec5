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

std::size_t graphemes_on(const Layout& layout, const text::Line& line) {
  return static_cast<std::size_t>(std::count_if(layout.graphemes.begin(), layout.graphemes.end(),
                                                [&](std::uint32_t at) { return at >= line.begin && at < line.end; }));
}

void check_widths(const Layout& layout, int width) {
  for (const text::Line& line : layout.lines)
    CHECK_MESSAGE((line.width <= width || graphemes_on(layout, line) == 1), line.begin);
}

} // namespace

TEST_CASE("text: wrapped lines cover every byte and keep the width, in every script") {
  for (const std::string& sample : {english, thai, burmese, khmer, lao, tamil})
    for (const int width : {1, 7, 30, 61, 100, 143, 200, 333, 1000}) {
      const Layout layout = fonts().layout(sample, {}, width);
      check_covers_all(sample, layout);
      check_widths(layout, width);
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
  check_breaks_between_words("မြန်မာစာ|သည်|လှ|သည်", "my");
}

} // namespace firsthand::text_test
