// How a picture is told and where it came to stand, and what shapes are asked to be. Knows no frame and no widget.
#pragma once

#include "engine/paint/geometry.h"
#include "engine/paint/theme.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace firsthand::paint {

enum class Stroke : std::uint8_t { solid, dashed, dotted };
enum class Fit : std::uint8_t { contain, cover };
// later: the frame does not wait; it is shown as soon as it is drawn. A part of a picture always comes so, see PictureOptions::part.
enum class Arrives : std::uint8_t { at_once, later };

// Corners that a rounded shape rounds, as a mask.
enum Corner : std::uint8_t { top_left = 1, top_right = 2, bottom_right = 4, bottom_left = 8, all_corners = 15 };

// A file in memory that several may hold. Null: there is none.
using SharedBytes = std::shared_ptr<const std::string>;

// One SVG (or PNG) in memory. `key` must change when the bytes change (a hash, or path plus edition). It owns its key and
// shares its bytes, so it may be kept for as long as one likes.
struct Picture {
  std::string key;
  SharedBytes bytes;
  std::string_view content() const { return bytes ? std::string_view(*bytes) : std::string_view(); }
};

struct PictureOptions {
  Fit fit = Fit::cover;
  int focus_x = 500, focus_y = 500; // permille of the picture kept in view when `cover` crops
  int zoom_percent = 100;
  Rect part = {}; // of the picture, in its own units: shown as if it were the whole. Empty: the whole
  int radius = 0; // px, already scaled
  std::uint8_t corners = all_corners;
  Colour corner_ground = Colour::bg; // what lies behind the rounded corners
  std::string_view id = {};          // a place whose picture may change: changes cross-fade in 250 ms
  std::string_view label = {};       // spoken; empty: decoration
  Arrives arrives = Arrives::at_once;
};

// Where a picture came to stand: maps the picture's own units (SVG viewBox) to the window.
struct Placed {
  Rect rect; // visible part
  double scale = 1, left = 0, top = 0;
  Size design;     // the picture's own size, whatever part of it is shown
  bool ok = false; // false: bytes could not be drawn
  Point map(int x, int y) const;
  Rect map(const Rect& rect) const;
  Point unmap(Point window) const; // back to the picture's units
};

} // namespace firsthand::paint
