// Fills lines: takes as much as fits, cuts at the places that the language allows, and inside a word only where nothing
// else helps. Measures what is really drawn, not only what the whole paragraph promised.
#pragma once

#include "engine/text/shape.h"

namespace firsthand::text {

struct PlacedPiece {
  const Run* run = nullptr;
  std::vector<ShapedGlyph> glyphs;
};

struct FilledLine {
  std::int32_t begin = 0, end = 0; // units
  std::vector<PlacedPiece> pieces; // from left to right
  std::int64_t width = 0;          // 26.6, without what hangs
  std::int64_t hanging = 0;        // 26.6, of the spaces at its end
};

// One paragraph, itemised and shaped; borrows all it is given.
class LineFiller {
 public:
  LineFiller(const Paragraph& paragraph, const Offsets& graphemes, Offsets breaks, const std::vector<Run>& runs, const Bidi& bidi,
             const Shaper& shaper, const ShapingStyle& style);

  // `limit` in 26.6; negative: none. An empty paragraph has one empty line.
  std::vector<FilledLine> fill(std::int64_t limit) const;

 private:
  FilledLine build(std::int32_t begin, std::int32_t end) const;
  FilledLine widest_fitting(std::int32_t begin, std::int64_t limit) const;
  std::int32_t estimated_end(std::int32_t begin, std::int64_t limit) const;
  std::int32_t earlier_end(std::int32_t begin, std::int32_t end) const; // `begin` if there is none
  std::int32_t last_fitting(const Offsets& ends, std::int32_t begin, std::int64_t limit) const;
  std::int32_t without_hanging(std::int32_t begin, std::int32_t end) const;
  std::int32_t with_hanging(std::int32_t end) const;
  void measure();

  const Paragraph& paragraph_;
  const Offsets& graphemes_;
  Offsets breaks_, cuts_; // cuts_: inside words, but no sign stands where a line must not begin or end with it
  const std::vector<Run>& runs_;
  const Bidi& bidi_;
  const Shaper& shaper_;
  const ShapingStyle& style_;
  std::vector<std::int32_t> ink_end_;      // per end of a line: where the spaces begin that hang there
  std::vector<std::int64_t> width_before_; // one a unit and one for the end, 26.6
};

} // namespace firsthand::text
