// Runs to glyphs. Shapes a run once for measuring, and again only where a line's end cuts what hangs together.
#pragma once

#include "engine/text/itemise.h"

namespace firsthand::text {

struct ShapedGlyph {
  std::uint32_t id = 0;
  std::int32_t cluster = 0;                 // unit
  std::int32_t advance = 0, dx = 0, dy = 0; // 26.6, y upwards
  bool unsafe_to_break = false;             // a cut before its cluster changes the shape of both sides
};

struct Run {
  Item item;
  std::vector<ShapedGlyph> glyphs; // from left to right
};

struct ShapingStyle {
  int size_px = 16;
  Figures figures = Figures::proportional;
  hb_language_t language = HB_LANGUAGE_INVALID;
};

class Shaper {
 public:
  explicit Shaper(const Faces& faces) : faces_(faces), buffer_(hb_buffer_create()) {}

  Run shape(const Paragraph& paragraph, const Item& item, const ShapingStyle& style) const;
  // The glyphs of [begin, end) of a run, as they look when a line begins or ends there.
  std::vector<ShapedGlyph> part(const Paragraph& paragraph, const Run& run, std::int32_t begin, std::int32_t end,
                                const ShapingStyle& style) const;
  Metrics ink(const Run& run, int size_px) const; // how far its glyphs reach from the baseline

 private:
  void make_tabular(const Paragraph& paragraph, Run& run, int size_px) const;

  const Faces& faces_;
  Owned<hb_buffer_t> buffer_;
};

} // namespace firsthand::text
