// The coverage of a line through points, by distance to it: the same to the last bit wherever floats are those of IEEE 754,
// because nothing but + - * / and the square root is used.
#pragma once

#include "engine/paint/atlas.h"
#include "engine/paint/options.h"

#include <span>

namespace firsthand::paint {

struct Outline {
  std::span<const Point> points;
  int thickness = 1;   // pixels
  bool closed = false; // back to the first point
};

// Of the area's pixels, row by row; ends and joins are round.
Coverage outline_coverage(const Outline& outline, const Rect& area);

} // namespace firsthand::paint
