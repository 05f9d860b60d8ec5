// Rectangles, rounded corners, lines and discs in whole pixels on a draw list. Big shapes are plain fills; only the small
// curved pieces come from the atlas, rasterised once: crisp and cheap in software. Knows no text and no widget.
#pragma once

#include "engine/paint/atlas.h"
#include "engine/paint/options.h"
#include "engine/paint/outline.h"

#include <functional>
#include <list>
#include <string>
#include <unordered_map>

struct ImDrawList;

namespace firsthand::paint {

class Painter {
 public:
  Painter(SDL_Renderer* renderer, Atlas& atlas) : renderer_(renderer), atlas_(atlas) {}
  ~Painter() { device_lost(); }
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  void begin_frame(ImDrawList* list);
  void device_lost();

  void fill(const Rect& rect, Rgba colour);
  void rounded(const Rect& rect, Rgba colour, int radius, std::uint8_t corners);
  void border(const Rect& rect, Rgba colour, int thickness, int radius, std::uint8_t corners);
  void uncorner(const Rect& rect, Rgba ground, int radius, std::uint8_t corners); // covers what lies outside round corners
  void strokes(const Rect& along, bool horizontal, Rgba colour, Stroke stroke);
  void disc(Point centre, int diameter, Rgba colour);
  void circle(Point centre, int diameter, Rgba colour, int thickness);
  void diamond(Point centre, int size, Rgba outline, Rgba inside, int thickness);
  void polyline(std::span<const Point> points, Rgba colour, int thickness, bool closed);

  void cell(const Atlas::Cell& cell, int x, int y, Rgba colour);
  void image(SDL_Texture* texture, const Rect& rect, float u0, float v0, float u1, float v1, std::uint8_t alpha = 255);

  void push_clip(const Rect& rect);
  void pop_clip();
  Rect clip() const;
  Atlas& atlas() { return atlas_; }
  SDL_Renderer* renderer() { return renderer_; }

 private:
  enum class Piece : std::uint8_t { quarter, quarter_ring, outside, disc, ring, diamond, diamond_inside };
  struct Mask {
    SDL_Texture* texture = nullptr;
    Rect area;
    std::uint64_t used = 0;
  };

  Atlas::Cell piece(Piece kind, int size, int thickness, int turn);
  const Mask& outline_mask(const Outline& outline);
  void drop_old_masks();
  void quad(SDL_Texture* texture, const Rect& rect, const float (&uv)[4], Rgba colour);

  SDL_Renderer* renderer_;
  Atlas& atlas_;
  ImDrawList* list_ = nullptr;
  std::uint64_t frame_ = 1;
  std::unordered_map<std::string, Mask> masks_; // outlines of polygons, by their points relative to the first
};

} // namespace firsthand::paint
