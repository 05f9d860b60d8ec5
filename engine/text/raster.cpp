// One glyph to grey coverage. Light hinting moves outlines up and down only, so widths stay those of the layout.
#include "engine/text/impl.h"

#include FT_OUTLINE_H

#include <algorithm>
#include <cstring>

namespace firsthand::text {
namespace {

FontSet::Bitmap copy_of(const FT_GlyphSlotRec& slot) {
  const FT_Bitmap& from = slot.bitmap;
  FontSet::Bitmap to{slot.bitmap_left, slot.bitmap_top, static_cast<int>(from.width), static_cast<int>(from.rows), {}};
  const std::size_t width = from.width;
  to.coverage.resize(width * from.rows);
  for (std::size_t row = 0; row < from.rows && width > 0; ++row)
    std::memcpy(to.coverage.data() + row * width, from.buffer + static_cast<std::ptrdiff_t>(row) * from.pitch, width);
  return to;
}

} // namespace

FontSet::Bitmap FontSet::rasterise(std::uint16_t face, std::uint32_t glyph, int size_px, int quarter_pixel_x) const {
  if (face >= impl_->faces.count()) return {};
  const FT_Face outlines = impl_->faces.outlines(face);
  const auto size = static_cast<FT_UInt>(std::clamp(size_px, 1, 512));
  if (glyph >= static_cast<std::uint32_t>(outlines->num_glyphs)) return {};
  if (FT_Set_Pixel_Sizes(outlines, 0, size) != 0) return {};
  if (FT_Load_Glyph(outlines, glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return {};
  FT_GlyphSlot slot = outlines->glyph;
  if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return {};
  FT_Outline_Translate(&slot->outline, std::clamp(quarter_pixel_x, 0, 3) * 16, 0);
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0 || slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return {};
  return copy_of(*slot);
}

} // namespace firsthand::text
