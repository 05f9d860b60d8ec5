// One paragraph as the libraries below want it: UTF-16 units, and for each unit the byte it came from. Splits at line
// feeds and repairs what is not text. Knows nothing of fonts, lines or pixels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::text {

struct Paragraph {
  std::u16string units;               // without the line feed that ends it
  std::vector<std::uint32_t> byte_of; // one a unit and one for the end: offsets into the whole text
  std::uint32_t end = 0;              // byte behind the line feed

  std::int32_t size() const { return static_cast<std::int32_t>(units.size()); }
};

// At least one; a text that ends with a line feed has an empty last one, where a caret can stand.
std::vector<Paragraph> split_paragraphs(std::string_view text);

// The whole text with nothing split or replaced but invalid UTF-8.
Paragraph decode(std::string_view text);

char32_t code_point_at(const std::u16string& units, std::int32_t at);

// What draws nothing and asks for no glyph: joiners, variation selectors, bidi controls.
bool is_ignorable(char32_t c);
bool is_mark(char32_t c);
// A space at which a line may end and that then hangs over the edge; no-break spaces do not.
bool is_hanging_space(char32_t c);

} // namespace firsthand::text
