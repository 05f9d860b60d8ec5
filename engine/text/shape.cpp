// The calls to HarfBuzz. Clusters are UTF-16 units of the paragraph, so that a piece keeps its place in the whole.
#include "engine/text/shape.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace firsthand::text {
namespace {

hb_script_t shaper_script(UScriptCode script) { return hb_script_from_string(uscript_getShortName(script), -1); }

void fill(hb_buffer_t* buffer, const Paragraph& paragraph, const Item& item, hb_language_t language) {
  hb_buffer_clear_contents(buffer);
  const auto* units = reinterpret_cast<const std::uint16_t*>(paragraph.units.data());
  hb_buffer_add_utf16(buffer, units, paragraph.size(), static_cast<unsigned>(item.begin), item.end - item.begin);
  hb_buffer_set_direction(buffer, item.right_to_left() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, shaper_script(item.script));
  hb_buffer_set_language(buffer, language);
  unsigned flags = HB_BUFFER_FLAG_DEFAULT;
  if (item.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (item.end == paragraph.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
}

std::vector<ShapedGlyph> read(hb_buffer_t* buffer) {
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer, &count);
  std::vector<ShapedGlyph> glyphs(count);
  for (unsigned i = 0; i < count; ++i)
    glyphs[i] = {infos[i].codepoint,     static_cast<std::int32_t>(infos[i].cluster),
                 positions[i].x_advance, positions[i].x_offset,
                 positions[i].y_offset,  (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0};
  return glyphs;
}

// First glyph, in the run's order, that belongs at or behind `at` (left to right) or before it (right to left).
auto boundary(const Run& run, std::int32_t at) {
  const bool backwards = run.item.right_to_left();
  return std::partition_point(run.glyphs.begin(), run.glyphs.end(),
                              [&](const ShapedGlyph& glyph) { return backwards ? glyph.cluster >= at : glyph.cluster < at; });
}

bool safe_cut(const Run& run, std::int32_t at) {
  if (at <= run.item.begin || at >= run.item.end) return true;
  auto found = boundary(run, at);
  if (run.item.right_to_left()) {
    if (found == run.glyphs.begin()) return false;
    --found; // the glyphs of `at` end here
  }
  return found != run.glyphs.end() && found->cluster == at && !found->unsafe_to_break;
}

} // namespace

// Few faces beside ours have the feature for it, so digits are also padded to the widest of their ten.
void Shaper::make_tabular(const Paragraph& paragraph, Run& run, int size_px) const {
  hb_font_t* const font = faces_.font(run.item.face, size_px);
  for (ShapedGlyph& glyph : run.glyphs) {
    const char32_t c = code_point_at(paragraph.units, glyph.cluster);
    const std::int32_t value = u_charDigitValue(static_cast<UChar32>(c));
    if (value < 0 || glyph.advance <= 0) continue;
    std::int32_t widest = glyph.advance;
    for (char32_t digit = c - static_cast<char32_t>(value); digit < c - static_cast<char32_t>(value) + 10; ++digit) {
      hb_codepoint_t id = 0;
      if (hb_font_get_nominal_glyph(font, static_cast<hb_codepoint_t>(digit), &id))
        widest = std::max(widest, hb_font_get_glyph_h_advance(font, id));
    }
    glyph.dx += (widest - glyph.advance) / 2;
    glyph.advance = widest;
  }
}

Run Shaper::shape(const Paragraph& paragraph, const Item& item, const ShapingStyle& style) const {
  fill(buffer_.get(), paragraph, item, style.language);
  const hb_feature_t tabular{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  const unsigned features = style.figures == Figures::tabular ? 1 : 0;
  hb_shape(faces_.font(item.face, style.size_px), buffer_.get(), &tabular, features);
  Run run{item, read(buffer_.get())};
  if (style.figures == Figures::tabular) make_tabular(paragraph, run, style.size_px);
  return run;
}

Metrics Shaper::ink(const Run& run, int size_px) const {
  hb_font_t* const font = faces_.font(run.item.face, size_px);
  Metrics reach;
  for (const ShapedGlyph& glyph : run.glyphs) {
    hb_glyph_extents_t box{};
    if (!hb_font_get_glyph_extents(font, glyph.id, &box)) continue;
    const std::int32_t top = glyph.dy + box.y_bearing;
    reach.ascent = std::max(reach.ascent, top);
    reach.descent = std::max(reach.descent, -(top + box.height)); // a box grows downwards: its height is negative
  }
  const std::int32_t most = Faces::most_reach(size_px);
  return {std::min(reach.ascent, most), std::min(reach.descent, most)};
}

std::vector<ShapedGlyph> Shaper::part(const Paragraph& paragraph, const Run& run, std::int32_t begin, std::int32_t end,
                                      const ShapingStyle& style) const {
  if (begin <= run.item.begin && end >= run.item.end) return run.glyphs;
  if (!safe_cut(run, begin) || !safe_cut(run, end)) {
    Item piece = run.item;
    piece.begin = std::max(begin, piece.begin);
    piece.end = std::min(end, piece.end);
    return shape(paragraph, piece, style).glyphs;
  }
  const auto low = boundary(run, begin), high = boundary(run, end);
  return run.item.right_to_left() ? std::vector(high, low) : std::vector(low, high);
}

} // namespace firsthand::text
