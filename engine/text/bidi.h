// The order of reading: embedding levels of a paragraph and the visual order of a line in it. Wraps ubidi. Knows
// nothing of fonts.
#pragma once

#include "engine/text/text.h"

#include <unicode/ubidi.h>

namespace firsthand::text {

struct VisualRun {
  std::int32_t begin = 0, end = 0; // units
  bool right_to_left = false;
};

// Holds one paragraph at a time; `units` must live until the next set().
class Bidi {
 public:
  void set(const std::u16string& units, Direction direction);
  bool paragraph_right_to_left() const { return base_ % 2 == 1; }
  // All left to right, so that nobody needs to ask further.
  bool plain() const { return plain_; }
  std::uint8_t level(std::int32_t at) const { return plain_ ? 0 : levels_[static_cast<std::size_t>(at)]; }
  std::vector<VisualRun> line(std::int32_t begin, std::int32_t end) const; // from left to right

 private:
  struct Close {
    void operator()(UBiDi* it) const { ubidi_close(it); }
  };
  std::unique_ptr<UBiDi, Close> paragraph_{ubidi_open()}, line_{ubidi_open()};
  std::vector<std::uint8_t> levels_;
  std::uint8_t base_ = 0;
  bool plain_ = true;
};

} // namespace firsthand::text
