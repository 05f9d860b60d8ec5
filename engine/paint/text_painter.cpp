// The cache of layouts and the way from a glyph to its quad.
#include "engine/paint/text_painter.h"

#include "engine/paint/painter.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::paint {
namespace {

constexpr std::size_t most_layouts = 1500;

std::string key_of(const LayoutRequest& r) {
  std::string key = fmt::format("{}/{}/{}{}{}/{}/{}/", r.style.size_px, r.style.line_px, static_cast<int>(r.style.weight),
                                static_cast<int>(r.style.slant), static_cast<int>(r.style.figures), r.max_width, r.language);
  for (const text::Span& s : r.spans)
    key += fmt::format("{},{},{},{};", s.begin, s.end, static_cast<int>(s.weight), s.mark);
  key += '|';
  key += r.words;
  return key;
}

constexpr int half_quarter = 8; // an eighth of a pixel in 26.6: rounds to the nearest quarter

} // namespace

const text::Layout& TextPainter::layout(const LayoutRequest& request) {
  std::string key = key_of(request);
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    kept_.splice(kept_.begin(), kept_, found->second);
    found->second->used = frame_;
    return found->second->layout;
  }
  ++made_;
  kept_.push_front(
      {std::move(key),
       fonts_.layout(request.words, request.style, request.max_width, request.language, {request.spans.begin(), request.spans.end()}),
       frame_});
  by_key_[kept_.front().key] = kept_.begin();
  return kept_.front().layout;
}

void TextPainter::begin_frame() {
  ++frame_;
  while (kept_.size() > most_layouts && kept_.back().used + 2 < frame_) {
    by_key_.erase(kept_.back().key);
    kept_.pop_back();
  }
}

Atlas::Cell TextPainter::cell(const text::Glyph& glyph, int quarter) {
  const std::uint64_t key = (std::uint64_t{1} << 60) | (std::uint64_t{glyph.face} << 44) | (std::uint64_t{glyph.size_px} << 34) |
                            (static_cast<std::uint64_t>(quarter) << 32) | glyph.id;
  if (const Atlas::Cell* cell = atlas_.find(key)) return *cell;
  const auto bitmap = fonts_.rasterise(glyph.face, glyph.id, glyph.size_px, quarter);
  return atlas_.add(key, {bitmap.width, bitmap.height, bitmap.coverage}, bitmap.left, bitmap.top);
}

void TextPainter::draw_glyph(Painter& painter, const text::Glyph& glyph, Point at, Rgba ink) {
  const int x = glyph.x + half_quarter;
  const Atlas::Cell c = cell(glyph, (x >> 4) & 3);
  if (c.w == 0) return;
  painter.cell(c, at.x + (x >> 6) + c.left, at.y + ((glyph.y + 32) >> 6) - c.top, ink);
}

void TextPainter::draw(Painter& painter, const text::Layout& layout, Point at, int line_count, Inks inks) {
  const Rect clip = painter.clip();
  const int lines = std::min<int>(line_count, static_cast<int>(layout.lines.size()));
  for (int i = 0; i < lines; ++i) {
    const text::Line& line = layout.lines[static_cast<std::size_t>(i)];
    const int top = at.y + line.top;
    if (top > clip.bottom() || top + line.height < clip.y) continue;
    for (std::uint32_t g = line.first_glyph; g < line.first_glyph + line.glyph_count; ++g)
      draw_glyph(painter, layout.glyphs[g], at, layout.glyphs[g].mark ? inks.marked : inks.plain);
  }
}

} // namespace firsthand::paint
