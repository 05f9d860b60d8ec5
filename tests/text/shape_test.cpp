// Glyphs: the same as the shaper's own tool gives, in the right face, in the order of reading.
#include "tests/text/fonts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace firsthand::text_test {
namespace {

using text::Glyph;
using text::Layout;

std::filesystem::path scratch(const char* name) { return std::filesystem::temp_directory_path() / name; }

bool has_oracle() {
  static const bool found = std::system("hb-shape --version > /dev/null 2>&1") == 0; // NOLINT: a test's own machine
  if (!found) MESSAGE("hb-shape is not installed: glyphs are not compared");
  return found;
}

// What hb-shape says of the text in one font, at 16 px in 26.6.
std::string oracle(const std::string& text, const std::string& font, const std::string& language) {
  const auto input = scratch("firsthand-shape-in.txt"), output = scratch("firsthand-shape-out.txt");
  std::ofstream(input, std::ios::binary) << text;
  const std::string command =
      fmt::format("hb-shape --no-glyph-names --utf8-clusters --font-funcs=ot --font-size=1024 --bot --eot --language={} "
                  "--text-file=\"{}\" \"{}{}\" > \"{}\"",
                  language, input.string(), noto, font, output.string());
  REQUIRE(std::system(command.c_str()) == 0); // NOLINT
  std::string found = bytes_of(output.string());
  while (!found.empty() && found.back() == '\n')
    found.pop_back();
  return found;
}

std::string in_oracle_words(const Layout& layout) {
  std::string all;
  const text::Line& line = layout.lines.at(0);
  std::int32_t pen = line.start_x;
  for (const Glyph& glyph : layout.glyphs) {
    const int dx = glyph.x - pen, dy = line.baseline * 64 - glyph.y;
    const std::string shift = dx == 0 && dy == 0 ? "" : fmt::format("@{},{}", dx, dy);
    all += fmt::format("{}{}={}{}+{}", all.empty() ? "[" : "|", glyph.id, glyph.cluster, shift, glyph.advance);
    pen += glyph.advance;
  }
  return all + "]";
}

std::string letters_in_visual_order(std::string_view text, text::Direction direction = text::Direction::from_text) {
  const Layout layout = fonts().layout(text, {}, 0, "en", {}, direction);
  std::string order;
  for (const Glyph& glyph : layout.glyphs)
    order += fmt::format("{} ", glyph.cluster);
  return order;
}

} // namespace

TEST_CASE("text: glyphs, places and clusters are those of hb-shape") {
  if (!has_oracle()) return;
  struct Sample {
    const char *text, *font, *language;
  };
  const Sample samples[] = {
      {"The officer's AVATAR, file 17.", "NotoSans-Regular.ttf", "en"},
      {"Vật chứng số a\u0323\u0302 e\u0301", "NotoSans-Regular.ttf", "vi"},
      {"เจ้าหน้าที่น้ำปั่นกู้ก็", "NotoSansThai-Regular.ttf", "th"},
      {"ကျောင်းသင်္ကြန်မ္မာပြည်", "NotoSansMyanmar-Regular.ttf", "my"},
      {"មន្ត្រីនគរបាលស្រ្តីខ្មែរ", "NotoSansKhmer-Regular.ttf", "km"},
      {"ເຈົ້າໜ້າທີ່ນ້ຳຕຳຫຼວດ", "NotoSansLao-Regular.ttf", "lo"},
      {"காவல்துறைக்ஷெள", "NotoSansTamil-Regular.ttf", "ta"},
      {"السلامعليكم", "NotoSansArabic-Regular.ttf", "ar"},
      {"שָׁלוֹם", "NotoSansHebrew-Regular.ttf", "he"},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.text);
    const Layout layout = fonts().layout(sample.text, {}, 0, sample.language);
    CHECK(in_oracle_words(layout) == oracle(sample.text, sample.font, sample.language));
    CHECK(fonts().face(layout.glyphs.at(0).face).bytes == bytes_of(noto + sample.font));
  }
}

TEST_CASE("text: a wrapped line is shaped as if it stood alone, also where a ligature is cut") {
  std::string word;
  for (int i = 0; i < 12; ++i)
    word += "office";
  std::size_t cut_ligatures = 0;
  for (int width = 8; width < 90; ++width) {
    const Layout layout = fonts().layout(word, {}, width);
    for (const text::Line& line : layout.lines) {
      const Layout alone = fonts().layout(line_text(word, line), {}, 0);
      REQUIRE(alone.glyphs.size() == line.glyph_count);
      for (std::uint32_t i = 0; i < line.glyph_count; ++i)
        CHECK(alone.glyphs[i].id == layout.glyphs[line.first_glyph + i].id);
      if (line.begin > 0 && word[line.begin] != 'o' && word[line.begin - 1] == 'f') ++cut_ligatures;
    }
  }
  CHECK(cut_ligatures > 10);
}

TEST_CASE("text: an Arabic word keeps its joins where it is cut") {
  const std::string word = "سسسسسسسس"; // teeth that join on both sides
  const Layout whole = fonts().layout(word, {}, 0), cut = fonts().layout(word, {}, 30);
  REQUIRE(cut.lines.size() > 1);
  CHECK(cut.glyphs[cut.lines[1].first_glyph].id == whole.glyphs[3].id);
}

TEST_CASE("text: a Lao full stop comes from another font, and nothing else does") {
  const std::string lao = "ຂ້ອຍ ຢູ່ນີ້.";
  for (const Glyph& glyph : fonts().layout(lao, {}, 0, "lo").glyphs)
    CHECK(family_of(glyph) == (glyph.cluster == lao.size() - 1 ? "Noto Sans" : "Noto Sans Lao"));
}

TEST_CASE("text: a combining mark stays in the font of its base, even if that has no such mark") {
  const Layout lao_mark = fonts().layout("x\u0EB4", {}, 0);
  REQUIRE(lao_mark.glyphs.size() == 2);
  CHECK(family_of(lao_mark.glyphs[1]) == "Noto Sans");
  CHECK(lao_mark.missing_glyph);
  const Layout tilde = fonts().layout("ก\u0303", {}, 0, "th");
  CHECK(family_of(tilde.glyphs.at(1)) == "Noto Sans Thai");
}

TEST_CASE("text: what no font has is said") {
  CHECK(fonts().layout("ok", {}, 0).missing_glyph == false);
  CHECK(fonts().layout("a 🙂", {}, 0).missing_glyph);
  CHECK_FALSE(fonts().covers("a 🙂"));
  CHECK_FALSE(fonts().covers("証拠"));
  CHECK(fonts().covers("Vật chứng e\u0301 ลายนิ้วมือ\n\tလက်ဗွေ\u200B ຂ້ອຍ. \u2011 \u3000 x\uFE0F"));
}

TEST_CASE("text: Hebrew runs from right to left inside English and the other way round") {
  // a b space, three letters of two bytes, space c
  CHECK(letters_in_visual_order("ab אבג c") == "0 1 2 7 5 3 9 10 ");
  CHECK(letters_in_visual_order("אב 12 ג") == "8 7 5 6 4 2 0 ");
  CHECK(letters_in_visual_order("אב", text::Direction::left_to_right) == "2 0 ");
  CHECK(letters_in_visual_order("ab!", text::Direction::right_to_left) == "2 0 1 ");
}

TEST_CASE("text: an override turns letters round and crashes nothing") {
  CHECK(letters_in_visual_order("\u202Eabc").find("5 4 3") != std::string::npos);
}

TEST_CASE("text: lines of a right-to-left paragraph stand at the right edge") {
  const Layout layout = fonts().layout("אבג אבג\nab", {}, 300);
  REQUIRE(layout.lines.size() == 2);
  CHECK(layout.lines[0].right_to_left);
  CHECK(layout.lines[0].left + layout.lines[0].width == 300);
  CHECK(layout.lines[1].left == 0);
  const Layout free = fonts().layout("אבג\na long line of English", {}, 0);
  CHECK(free.lines[0].left + free.lines[0].width == free.width);
}

TEST_CASE("text: spaces at the end of a right-to-left line hang over its left edge") {
  const Layout layout = fonts().layout("אבג  אבג", {}, 40);
  REQUIRE(layout.lines.size() == 2);
  const text::Line& line = layout.lines[0];
  std::int32_t pen = line.start_x;
  for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i)
    pen += layout.glyphs[i].advance;
  CHECK(line.start_x < line.left * 64);
  CHECK(pen <= 40 * 64);
  CHECK(pen > 39 * 64);
}

TEST_CASE("text: a span is bold and carries its mark, the rest does not") {
  const std::string sentence = "Ask the Owner ลาย now";
  const auto owner = static_cast<std::uint32_t>(sentence.find("Owner"));
  const auto thai = static_cast<std::uint32_t>(sentence.find("ลาย"));
  const Layout layout = fonts().layout(sentence, {}, 0, "en", {{owner, owner + 5, text::Weight::bold, 7}, {thai, thai + 9, {}, 8}});
  for (const Glyph& glyph : layout.glyphs) {
    const bool in_owner = glyph.cluster >= owner && glyph.cluster < owner + 5;
    const bool in_thai = glyph.cluster >= thai && glyph.cluster < thai + 9;
    CHECK((fonts().face(glyph.face).weight == text::Weight::bold) == in_owner);
    CHECK(glyph.mark == (in_owner ? 7 : in_thai ? 8 : 0));
  }
}

TEST_CASE("text: spans that lie outside, overlap or run backwards do no harm") {
  const Layout layout =
      fonts().layout("abcdef", {}, 0, "en", {{2, 900, {}, 1}, {4, 5, text::Weight::bold, 2}, {5, 3, {}, 3}, {99, 100, {}, 4}});
  REQUIRE(layout.glyphs.size() == 6);
  CHECK(layout.glyphs[3].mark == 1);
  CHECK(layout.glyphs[4].mark == 2);
  CHECK(layout.glyphs[5].mark == 1);
}

TEST_CASE("text: bold and italic come from the family's own faces, upright where it has none") {
  const text::Style style{16, 24, text::Weight::bold, text::Slant::italic, {}};
  const Layout layout = fonts().layout("aກก", style, 0);
  REQUIRE(layout.glyphs.size() == 3);
  CHECK(fonts().face(layout.glyphs[0].face).slant == text::Slant::italic);
  CHECK(fonts().face(layout.glyphs[0].face).weight == text::Weight::bold);
  CHECK(family_of(layout.glyphs[1]) == "Noto Sans Lao");
  CHECK(fonts().face(layout.glyphs[2].face).weight == text::Weight::bold);
  CHECK(family_of(layout.glyphs[2]) == "Noto Sans Thai");
}

TEST_CASE("text: tabular figures are equally wide in every script, proportional ones are not") {
  text::Style tabular;
  tabular.figures = text::Figures::tabular;
  for (const std::string digits : {"0123456789", "၀၁၂၃၄၅၆၇၈၉", "๐๑๒๓๔๕๖๗๘๙", "໐໑໒໓໔໕໖໗໘໙"}) {
    const Layout layout = fonts().layout(digits, tabular, 0);
    REQUIRE(layout.glyphs.size() == 10);
    for (const Glyph& glyph : layout.glyphs)
      CHECK(glyph.advance == layout.glyphs[0].advance);
  }
  const Layout loose = fonts().layout("၀၁", {}, 0);
  CHECK(loose.glyphs[0].advance != loose.glyphs[1].advance);
}

} // namespace firsthand::text_test
