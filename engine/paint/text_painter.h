// Lays out each paragraph once and keeps it, and turns glyphs into quads from the atlas. Knows text and coverage; no widget.
#pragma once

#include "engine/paint/atlas.h"
#include "engine/paint/options.h"
#include "engine/text/text.h"

#include <list>
#include <string>
#include <unordered_map>

namespace firsthand::paint {

class Painter;

struct LayoutRequest {
  std::string_view words;
  text::Style style;
  int max_width = 0;
  std::string_view language;
  std::span<const text::Span> spans;
};

class TextPainter {
 public:
  TextPainter(text::FontSet fonts, Atlas& atlas) : fonts_(std::move(fonts)), atlas_(atlas) {}

  const text::FontSet& fonts() const { return fonts_; }
  const text::Layout& layout(const LayoutRequest& request); // valid until the end of the frame
  void begin_frame();

  struct Inks {
    Rgba plain, marked;
  };
  // Lines [0, line_count) with the paragraph's top left at `at`.
  void draw(Painter& painter, const text::Layout& layout, Point at, int line_count, Inks inks);

  std::size_t layouts_made() const { return made_; } // ever; tests count it

 private:
  struct Kept {
    std::string key;
    text::Layout layout;
    std::uint64_t used = 0;
  };

  void draw_glyph(Painter& painter, const text::Glyph& glyph, Point at, Rgba ink);
  Atlas::Cell cell(const text::Glyph& glyph, int quarter);

  text::FontSet fonts_;
  Atlas& atlas_;
  std::list<Kept> kept_; // most recently used first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> by_key_;
  std::uint64_t frame_ = 1;
  std::size_t made_ = 0;
};

} // namespace firsthand::paint
