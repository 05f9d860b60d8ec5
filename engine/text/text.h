// Paragraphs to positioned glyph runs, in every script that has a font beside it. Two users draw them: the window
// through a glyph atlas, reports through a page. Knows fonts and Unicode; must not know windows, colours, files beyond
// the font bytes it is given, or what a text means. Positions are in pixels at the size asked for; fractions are 26.6
// fixed point.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::text {

enum class Weight : std::uint8_t { regular, bold };
enum class Slant : std::uint8_t { upright, italic };
enum class Direction : std::uint8_t { from_text, left_to_right, right_to_left };
enum class Figures : std::uint8_t { proportional, tabular };

// Text behind this many bytes is not laid out. Sizes outside 1..512 px and lines over 1024 px are brought to the bound.
constexpr std::size_t longest_text = std::size_t{1} << 20;

struct Style {
  int size_px = 16; // em size
  int line_px = 24; // at least this much from baseline to baseline; taller scripts get more
  Weight weight = Weight::regular;
  Slant slant = Slant::upright;
  Figures figures = Figures::proportional;
  friend auto operator<=>(const Style&, const Style&) = default;
};

// Part of a paragraph, in bytes, that is drawn otherwise (bold name, glossary link). `mark` is the caller's own number.
// Bold if the style or a span says so; where marks overlap, the later span wins.
struct Span {
  std::uint32_t begin = 0, end = 0;
  Weight weight = Weight::regular;
  std::uint16_t mark = 0;
};

struct Glyph {
  std::uint16_t face = 0; // index into the FontSet
  std::uint16_t size_px = 0;
  std::uint32_t id = 0;      // glyph index of the face, never a code point
  std::int32_t x = 0, y = 0; // pen position from the paragraph's top left, 26.6; y is the baseline
  std::uint32_t cluster = 0; // byte offset of the text it stands for
  std::uint16_t mark = 0;
  bool right_to_left = false;
  std::int32_t advance = 0; // 26.6, to the pen position of the next glyph on the line
};

// Lines cover every byte of the text, in order; a line feed belongs to the line that it ends.
struct Line {
  std::uint32_t first_glyph = 0, glyph_count = 0;             // glyphs from left to right
  std::uint32_t begin = 0, end = 0;                           // bytes
  int top = 0, height = 0, baseline = 0, left = 0, width = 0; // px; spaces at the line's end hang and are not in width
  std::int32_t start_x = 0;                                   // 26.6 pen position before the first glyph
  std::uint32_t text_end = 0;                                 // bytes; `end` without the line feed
  bool right_to_left = false;                                 // of the paragraph: such lines stand at the right of the maximum width
};

// One laid-out paragraph (or several, at line feeds). A value; cheap to keep, costly to make: cache it.
struct Layout {
  std::vector<Glyph> glyphs;
  std::vector<Line> lines;
  int width = 0, height = 0;            // px: right edge of the widest line, bottom of the last; empty text has one empty line
  bool missing_glyph = false;           // some character has no font beside us
  std::vector<std::uint32_t> graphemes; // byte offsets where a caret may stand, with 0 and the end
};

// Where to blit a glyph whose pen is at x (26.6): a whole pixel and the quarter to rasterise with.
struct Snapped {
  std::int32_t pixel = 0;
  int quarter = 0; // 0..3
};
constexpr Snapped snap(std::int32_t x) {
  const std::int64_t quarters = (std::int64_t{x} + 8) >> 4;
  return {static_cast<std::int32_t>(quarters >> 2), static_cast<int>(quarters & 3)};
}

struct CaretStop {
  std::uint32_t offset = 0; // byte offset, on a grapheme boundary
  int x = 0, top = 0, height = 0;
};

// Thread-confined. Owns the faces.
class FontSet {
 public:
  struct Face {
    std::string family; // "Noto Sans Thai"
    Weight weight = Weight::regular;
    Slant slant = Slant::upright;
    std::string bytes; // the font file
  };
  // First faces come first in fallback. Errors: "font-unreadable" naming the family; "font-none" if the list is empty.
  static base::Result<FontSet> open(std::vector<Face> faces);
  FontSet(FontSet&&) noexcept;
  ~FontSet();

  // `max_width_px` 0 means a line a paragraph, however long; what is negative counts as 1. Any bytes are accepted:
  // invalid UTF-8 and control characters show as U+FFFD, a tab as a space. No line is wider than the maximum unless one
  // grapheme is. `language` is a BCP 47 tag and chooses line-break rules and glyph forms.
  Layout layout(std::string_view text, const Style& style, int max_width_px, std::string_view language = "en",
                const std::vector<Span>& spans = {}, Direction direction = Direction::from_text) const;

  // One stop a grapheme boundary, by rising offset. Where a line is wrapped, its end is the start of the next.
  std::vector<CaretStop> caret_stops(std::string_view text, const Layout& layout) const;
  std::uint32_t hit(const Layout& layout, int x, int y) const; // byte offset nearest to a point

  struct Bitmap {
    int left = 0, top = 0, width = 0, height = 0; // px; top is above the baseline
    std::vector<std::uint8_t> coverage;           // width × height, 0..255
  };
  // Lightly hinted grey coverage, moved right by quarters of a pixel (0..3). Empty for a blank or unknown glyph.
  Bitmap rasterise(std::uint16_t face, std::uint32_t glyph, int size_px, int quarter_pixel_x = 0) const;

  bool covers(std::string_view text) const; // every character has a glyph in some face

  const Face& face(std::uint16_t index) const; // as given to open(); index below their count

 private:
  struct Impl;
  explicit FontSet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Byte offsets, with 0 and size. Stacked consonants and vowel signs stay with their base, also in Burmese and Khmer.
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text);
std::string nfc(std::string_view text);                            // normal form C; invalid UTF-8 becomes U+FFFD
int count_words(std::string_view text, std::string_view language); // by dictionary where a script has no spaces

} // namespace firsthand::text
