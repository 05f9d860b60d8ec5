// Quads on the draw list; coverage of the curved pieces by distance to the ideal shape.
#include "engine/paint/painter.h"

#include "engine/paint/svg.h"

#include <SDL.h>
#include <cmath>
#include <fmt/format.h>
#include <imgui.h>
#include <numbers>

namespace firsthand::paint {
namespace {

constexpr std::size_t most_masks = 64;

std::uint8_t to_alpha(float covered) { return static_cast<std::uint8_t>(std::lround(255 * std::clamp(covered, 0.0F, 1.0F))); }

template<class Shape> Coverage cover(int w, int h, Shape shape) {
  Coverage coverage{w, h, std::vector<std::uint8_t>(static_cast<std::size_t>(w) * h)};
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      coverage.alpha[static_cast<std::size_t>(y) * w + x] = to_alpha(shape(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F));
  return coverage;
}

float in_disc(float x, float y, float centre, float radius) {
  return std::clamp(radius - std::hypot(x - centre, y - centre) + 0.5F, 0.0F, 1.0F);
}

float in_diamond(float x, float y, float centre, float half) {
  const float distance = (half - std::abs(x - centre) - std::abs(y - centre)) / std::numbers::sqrt2_v<float>;
  return std::clamp(distance + 0.5F, 0.0F, 1.0F);
}

// The top left quarter of a disc, turned to its corner.
template<class Shape> Coverage cover_corner(int radius, int turn, Shape shape) {
  return cover(radius, radius, [&](float x, float y) {
    const float r = static_cast<float>(radius);
    return shape(turn == 1 || turn == 2 ? r - x : x, turn >= 2 ? r - y : y);
  });
}

ImU32 packed(Rgba c) { return IM_COL32(c.r, c.g, c.b, c.a); }
ImVec2 vec(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

constexpr std::uint8_t corner_bits[] = {top_left, top_right, bottom_right, bottom_left};

Rect corner_rect(const Rect& rect, int radius, int turn) {
  return {turn == 1 || turn == 2 ? rect.right() - radius : rect.x, turn >= 2 ? rect.bottom() - radius : rect.y, radius, radius};
}

} // namespace

void Painter::begin_frame(ImDrawList* list) {
  list_ = list;
  ++frame_;
  drop_old_masks();
}

void Painter::device_lost() {
  for (auto& [key, mask] : masks_)
    SDL_DestroyTexture(mask.texture);
  masks_.clear();
}

void Painter::drop_old_masks() {
  if (masks_.size() <= most_masks) return;
  std::erase_if(masks_, [this](auto& entry) {
    if (entry.second.used + 2 >= frame_) return false;
    SDL_DestroyTexture(entry.second.texture);
    return true;
  });
}

void Painter::quad(SDL_Texture* texture, const Rect& rect, const float (&uv)[4], Rgba colour) {
  if (rect.empty() || colour.a == 0 || !overlap(rect, clip())) return;
  const bool change = list_->_CmdHeader.TextureId != texture;
  if (change) list_->PushTextureID(texture);
  list_->PrimReserve(6, 4);
  list_->PrimRectUV(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), {uv[0], uv[1]}, {uv[2], uv[3]}, packed(colour));
  if (change) list_->PopTextureID();
}

void Painter::fill(const Rect& rect, Rgba colour) { quad(nullptr, rect, {0, 0, 0, 0}, colour); }

void Painter::cell(const Atlas::Cell& c, int x, int y, Rgba colour) {
  constexpr float unit = 1.0F / Atlas::page_size;
  quad(atlas_.texture(c.page), {x, y, c.w, c.h},
       {static_cast<float>(c.x) * unit, static_cast<float>(c.y) * unit, static_cast<float>(c.x + c.w) * unit,
        static_cast<float>(c.y + c.h) * unit},
       colour);
}

void Painter::image(SDL_Texture* texture, const Rect& rect, float u0, float v0, float u1, float v1, std::uint8_t alpha) {
  quad(texture, rect, {u0, v0, u1, v1}, {255, 255, 255, alpha});
}

void Painter::push_clip(const Rect& rect) { list_->PushClipRect(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), true); }
void Painter::pop_clip() { list_->PopClipRect(); }

Rect Painter::clip() const {
  const ImVec4& c = list_->_CmdHeader.ClipRect;
  return {static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x), static_cast<int>(c.w - c.y)};
}

Atlas::Cell Painter::piece(Piece kind, int size, int thickness, int turn) {
  const std::uint64_t key = (std::uint64_t{2} << 60) | (static_cast<std::uint64_t>(kind) << 40) | (static_cast<std::uint64_t>(turn) << 36) |
                            (static_cast<std::uint64_t>(size) << 16) | static_cast<std::uint64_t>(thickness);
  if (const Atlas::Cell* found = atlas_.find(key)) return *found;
  const float s = static_cast<float>(size), half = s / 2, t = static_cast<float>(thickness);
  const float slanted = t * std::numbers::sqrt2_v<float>;
  switch (kind) {
  case Piece::quarter:
    return atlas_.add(key, cover_corner(size, turn, [=](float x, float y) { return in_disc(x, y, s, s); }));
  case Piece::outside:
    return atlas_.add(key, cover_corner(size, turn, [=](float x, float y) { return 1 - in_disc(x, y, s, s); }));
  case Piece::quarter_ring:
    return atlas_.add(key, cover_corner(size, turn, [=](float x, float y) { return in_disc(x, y, s, s) - in_disc(x, y, s, s - t); }));
  case Piece::disc:
    return atlas_.add(key, cover(size, size, [=](float x, float y) { return in_disc(x, y, half, half); }));
  case Piece::ring:
    return atlas_.add(key, cover(size, size, [=](float x, float y) { return in_disc(x, y, half, half) - in_disc(x, y, half, half - t); }));
  case Piece::diamond:
    return atlas_.add(
        key, cover(size, size, [=](float x, float y) { return in_diamond(x, y, half, half) - in_diamond(x, y, half, half - slanted); }));
  case Piece::diamond_inside:
    break;
  }
  return atlas_.add(key, cover(size, size, [=](float x, float y) { return in_diamond(x, y, half, half - slanted / 2); }));
}

void Painter::rounded(const Rect& rect, Rgba colour, int radius, std::uint8_t corners) {
  const int r = std::min({radius, rect.w / 2, rect.h / 2});
  if (r <= 0 || corners == 0) return fill(rect, colour);
  fill({rect.x + r, rect.y, rect.w - 2 * r, r}, colour);
  fill({rect.x, rect.y + r, rect.w, rect.h - 2 * r}, colour);
  fill({rect.x + r, rect.bottom() - r, rect.w - 2 * r, r}, colour);
  for (int turn = 0; turn < 4; ++turn) {
    const Rect corner = corner_rect(rect, r, turn);
    if (corners & corner_bits[turn])
      cell(piece(Piece::quarter, r, 0, turn), corner.x, corner.y, colour);
    else
      fill(corner, colour);
  }
}

void Painter::border(const Rect& rect, Rgba colour, int t, int radius, std::uint8_t corners) {
  const int r = std::min({radius, rect.w / 2, rect.h / 2});
  int reach[4]; // how far each corner piece takes the place of the straight lines
  for (int turn = 0; turn < 4; ++turn) {
    reach[turn] = r > 0 && (corners & corner_bits[turn]) ? r : 0;
    const Rect corner = corner_rect(rect, r, turn);
    if (reach[turn] > 0) cell(piece(Piece::quarter_ring, r, t, turn), corner.x, corner.y, colour);
  }
  const auto down = [&](int turn) { return reach[turn] > 0 ? reach[turn] : t; };
  fill({rect.x + reach[0], rect.y, rect.w - reach[0] - reach[1], t}, colour);
  fill({rect.x + reach[3], rect.bottom() - t, rect.w - reach[2] - reach[3], t}, colour);
  fill({rect.x, rect.y + down(0), t, rect.h - down(0) - down(3)}, colour);
  fill({rect.right() - t, rect.y + down(1), t, rect.h - down(1) - down(2)}, colour);
}

void Painter::uncorner(const Rect& rect, Rgba ground, int radius, std::uint8_t corners) {
  const int r = std::min({radius, rect.w / 2, rect.h / 2});
  if (r <= 0) return;
  for (int turn = 0; turn < 4; ++turn) {
    const Rect corner = corner_rect(rect, r, turn);
    if (corners & corner_bits[turn]) cell(piece(Piece::outside, r, 0, turn), corner.x, corner.y, ground);
  }
}

void Painter::strokes(const Rect& along, bool horizontal, Rgba colour, Stroke stroke) {
  if (stroke == Stroke::solid) return fill(along, colour);
  const int t = horizontal ? along.h : along.w;
  const int dash = stroke == Stroke::dashed ? t * 5 / 2 : t;
  const int step = dash + (stroke == Stroke::dashed ? std::max(1, t * 5 / 4) : t);
  const int length = horizontal ? along.w : along.h;
  for (int at = 0; at < length; at += step) {
    const int part = std::min(dash, length - at);
    fill(horizontal ? Rect{along.x + at, along.y, part, t} : Rect{along.x, along.y + at, t, part}, colour);
  }
}

void Painter::disc(Point c, int d, Rgba colour) { cell(piece(Piece::disc, d, 0, 0), c.x - d / 2, c.y - d / 2, colour); }

void Painter::circle(Point c, int d, Rgba colour, int thickness) {
  cell(piece(Piece::ring, d, thickness, 0), c.x - d / 2, c.y - d / 2, colour);
}

void Painter::diamond(Point c, int size, Rgba outline, Rgba inside, int thickness) {
  cell(piece(Piece::diamond_inside, size, thickness, 0), c.x - size / 2, c.y - size / 2, inside);
  cell(piece(Piece::diamond, size, thickness, 0), c.x - size / 2, c.y - size / 2, outline);
}

const Painter::Mask& Painter::outline_mask(const Outline& outline) {
  Point low = outline.points[0], high = outline.points[0];
  for (const Point& p : outline.points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  std::string key = fmt::format("{}{}", outline.thickness, outline.closed ? 'Z' : 'M');
  for (const Point& p : outline.points)
    key += fmt::format(" {} {}", p.x - low.x, p.y - low.y);
  const int margin = outline.thickness + 2;
  Mask& mask = masks_[key];
  mask.used = frame_;
  mask.area = {low.x - margin, low.y - margin, high.x - low.x + 2 * margin + 1, high.y - low.y + 2 * margin + 1};
  if (!mask.texture) mask.texture = white_texture(renderer_, outline_coverage(outline, mask.area));
  return mask;
}

void Painter::polyline(std::span<const Point> points, Rgba colour, int thickness, bool closed) {
  if (points.size() < 2) return;
  const Mask& mask = outline_mask({points, thickness, closed});
  if (mask.texture) quad(mask.texture, mask.area, {0, 0, 1, 1}, colour);
}

} // namespace firsthand::paint
