// What drawing a picture costs, told before it is drawn: whole numbers, the same on every machine, for 768 × 336. A unit is
// meant to be at most a nanosecond of the drawer, so that the bound is 50 ms; `tools/bench` draws the costliest pictures that
// pass, of each shape of cost, and prints what they take. Knows how the drawer works (scan lines, active edges); draws nothing.
#pragma once

#include "engine/reading/picture_shapes.h"

namespace firsthand::reading {

struct Stroke {
  enum class Cap : std::uint8_t { butt, square, round } cap = Cap::butt;
  enum class Join : std::uint8_t { miter, bevel, round } join = Join::miter;
  Fixed width = fixed_one;     // on the canvas
  Fixed miter = 4 * fixed_one; // a factor
  std::vector<Fixed> dashes;   // on the canvas; empty: a whole line
};

constexpr std::int64_t most_picture_cost = 50'000'000;
constexpr Fixed least_dashes = fixed_one / 4; // of one pattern, on the canvas: below it a drawer does not get on

std::int64_t cost_of_text(std::size_t bytes);
std::int64_t cost_of_gradient_use(std::size_t gradients); // how many there are to look through
// Each at most a few times most_picture_cost, so that sums stay far from the limits of the type.
std::int64_t cost_of_fill(const Outlines& outlines, bool gradient);
std::int64_t cost_of_stroke(const Outlines& outlines, const Stroke& stroke, bool gradient);

} // namespace firsthand::reading
