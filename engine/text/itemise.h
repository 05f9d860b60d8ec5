// Cuts a paragraph into runs that one shaping call can take: one direction, one script, one face. Knows no pixels.
#pragma once

#include "engine/text/bidi.h"
#include "engine/text/breaks.h"
#include "engine/text/faces.h"
#include "engine/text/paragraph.h"

#include <unicode/uscript.h>

namespace firsthand::text {

struct Item {
  std::int32_t begin = 0, end = 0; // units
  std::uint16_t face = 0;
  std::uint8_t level = 0; // odd: right to left
  UScriptCode script = USCRIPT_COMMON;
  bool right_to_left() const { return level % 2 == 1; }
};

// What the spans say of each byte.
class SpanMap {
 public:
  SpanMap(const std::vector<Span>& spans, Weight otherwise, std::size_t bytes);
  Weight weight(std::uint32_t byte) const { return bold_.empty() || !bold_[byte] ? otherwise_ : Weight::bold; }
  std::uint16_t mark(std::uint32_t byte) const { return marks_.empty() ? std::uint16_t{0} : marks_[byte]; }

 private:
  std::vector<bool> bold_;
  std::vector<std::uint16_t> marks_;
  Weight otherwise_;
};

std::vector<Item> itemise(const Paragraph& paragraph, const Offsets& graphemes, const Bidi& bidi, const Faces& faces, const SpanMap& spans,
                          Slant slant);

// Scripts that stack above and below the line and need more air.
bool is_tall(UScriptCode script);

} // namespace firsthand::text
