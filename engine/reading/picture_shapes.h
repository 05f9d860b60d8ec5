// The lines and curves that the elements of a picture are made of, on the canvas that all costs are told for. Knows how
// SVG writes shapes; not how they are painted.
#pragma once

#include "engine/reading/picture_numbers.h"

#include <array>
#include <string>

namespace firsthand::reading {

struct Spot {
  Fixed x = 0, y = 0;
  bool operator==(const Spot&) const = default;
};

constexpr Fixed canvas_width = 768 * fixed_one, canvas_height = 336 * fixed_one;
constexpr Fixed farthest = 16384 * fixed_one; // that a point may lie from the canvas

// x' = a x + c y + e, y' = b x + d y + f. The first four count in 1/2^20, the last two are Fixed.
struct Matrix {
  std::int64_t a = 1 << 20, b = 0, c = 0, d = 1 << 20;
  Fixed e = 0, f = 0;

  bool usable() const; // small enough for every sum made with it
  Spot map(Spot spot) const;
  Fixed scale(Fixed length) const;             // what a drawer makes of a width: the mean of both directions
  Matrix operator*(const Matrix& inner) const; // `inner` first; both usable
};

// A cubic curve; a line has its inner points on its ends, a piece of an arc has them as far away as the arc reaches. On the
// canvas.
struct Curve {
  enum class Kind : std::uint8_t { line, cubic, arc };
  std::array<Spot, 4> spots;
  Kind kind = Kind::line;
};
struct Outline {
  std::vector<Curve> curves;
  bool closed = false;
};
using Outlines = std::vector<Outline>;

struct ShapeFault {
  enum class Kind : std::uint8_t { not_a_number, out_of_range, not_a_value } kind;
  std::string value;
};

// The elements of a path's `d`, or what in it cannot be drawn.
std::optional<ShapeFault> read_path(std::string_view value, const Matrix& matrix, Outlines& outlines);
std::optional<ShapeFault> read_transform(std::string_view value, Matrix& matrix); // multiplied to `matrix`

std::optional<ShapeFault> add_polygon(const std::vector<Fixed>& numbers, bool closed, const Matrix& matrix, Outlines& outlines);
std::optional<ShapeFault> add_ellipse(Spot centre, Fixed rx, Fixed ry, const Matrix& matrix, Outlines& outlines);
std::optional<ShapeFault> add_rect(Spot corner, Fixed w, Fixed h, Fixed rx, Fixed ry, const Matrix& matrix, Outlines& outlines);

} // namespace firsthand::reading
