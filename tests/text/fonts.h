// Test-only: the fonts of this machine, and a Layout in words that a test can compare. The engine itself opens no
// files.
#pragma once

#include "engine/text/text.h"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace firsthand::text_test {

inline const std::string noto = "/usr/share/fonts/truetype/noto/";

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct FontFile {
  const char* family;
  const char* file;
  text::Weight weight = text::Weight::regular;
  text::Slant slant = text::Slant::upright;
};

inline const std::vector<FontFile>& font_files() {
  using text::Slant;
  using text::Weight;
  static const std::vector<FontFile> files = {
      {"Noto Sans", "NotoSans-Regular.ttf"},
      {"Noto Sans", "NotoSans-Bold.ttf", Weight::bold},
      {"Noto Sans", "NotoSans-Italic.ttf", Weight::regular, Slant::italic},
      {"Noto Sans", "NotoSans-BoldItalic.ttf", Weight::bold, Slant::italic},
      {"Noto Sans Thai", "NotoSansThai-Regular.ttf"},
      {"Noto Sans Thai", "NotoSansThai-Bold.ttf", Weight::bold},
      {"Noto Sans Myanmar", "NotoSansMyanmar-Regular.ttf"},
      {"Noto Sans Khmer", "NotoSansKhmer-Regular.ttf"},
      {"Noto Sans Lao", "NotoSansLao-Regular.ttf"},
      {"Noto Sans Tamil", "NotoSansTamil-Regular.ttf"},
      {"Noto Sans Arabic", "NotoSansArabic-Regular.ttf"},
      {"Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf"},
  };
  return files;
}

inline base::Result<text::FontSet> open_fonts() {
  std::vector<text::FontSet::Face> faces;
  for (const FontFile& font : font_files())
    faces.push_back({font.family, font.weight, font.slant, bytes_of(noto + font.file)});
  return text::FontSet::open(std::move(faces));
}

inline const text::FontSet& fonts() {
  static const base::Result<text::FontSet> opened = open_fonts();
  return opened.value();
}

inline std::string line_text(std::string_view text, const text::Line& line) {
  return std::string(text.substr(line.begin, line.end - line.begin));
}

inline std::vector<std::string> wrapped(std::string_view text, int width, std::string_view language = "en") {
  std::vector<std::string> lines;
  for (const text::Line& line : fonts().layout(text, {}, width, language).lines)
    lines.push_back(line_text(text, line));
  return lines;
}

// "lines" that prints well when a test fails: pieces joined with a bar.
inline std::string joined(const std::vector<std::string>& pieces) {
  std::string all;
  for (const std::string& piece : pieces)
    all += (all.empty() ? "" : "|") + piece;
  return all;
}

inline std::string family_of(const text::Glyph& glyph) { return fonts().face(glyph.face).family; }

} // namespace firsthand::text_test
