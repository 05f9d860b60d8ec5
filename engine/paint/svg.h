// Bytes of a picture (restricted SVG, or PNG) to pixels of the size needed. Knows the decoder's limits; caches nothing.
#pragma once

#include "engine/paint/atlas.h"
#include "engine/paint/geometry.h"

#include <memory>
#include <optional>
#include <string_view>

struct SDL_Surface;
struct SDL_Texture;
struct SDL_Renderer;

namespace firsthand::paint {

struct SurfaceDeleter {
  void operator()(SDL_Surface* surface) const;
};
using Surface = std::unique_ptr<SDL_Surface, SurfaceDeleter>; // ARGB8888, straight alpha

// The picture's own size: the SVG's viewBox (or width and height), or the pixels of a PNG. Nothing: not a picture we draw.
std::optional<Size> picture_size(std::string_view bytes);

bool is_png(std::string_view bytes);

// Whether an SVG that came from elsewhere may be drawn: without a guard (null) none may.
using PictureGuard = bool (*)(std::string_view svg);

// Null if the bytes are no picture, the size is outside 1..4096, or drawing could take too long: an SVG that the guard refuses, a
// PNG of more than 4096 pixels a side.
Surface draw_picture(std::string_view bytes, Size size, PictureGuard guard);
// A part of a picture, in units in which the whole has the size `of`.
struct PicturePart {
  Rect rect; // empty: the whole
  Size of;
};
// Drawn as large as `size`: sharp, and no dot more than is shown.
Surface draw_picture_part(std::string_view bytes, const PicturePart& part, Size size, PictureGuard guard);
Surface draw_svg(std::string_view bytes, Size size); // one that is our own

Coverage alpha_of(const Surface& surface);                                    // empty if null
SDL_Texture* white_texture(SDL_Renderer* renderer, const Coverage& coverage); // white, so much of it; may be null

} // namespace firsthand::paint
