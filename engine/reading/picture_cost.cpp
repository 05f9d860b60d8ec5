// Follows the drawer's work: curves are cut into edges, edges are sorted, and each of five scan lines in a row of pixels
// steps through the edges that cross it, which it keeps in order.
#include "engine/reading/picture_cost.h"

#include <algorithm>
#include <cstdlib>

namespace firsthand::reading {
namespace {

constexpr std::int64_t enough = 4 * most_picture_cost;
constexpr int rows = 336, lines_a_row = 5;

// Of one step each, in units.
constexpr std::int64_t byte_cost = 12, curve_cost = 150, node_cost = 8, edge_cost = 60, sort_cost = 10, step_cost = 4, swap_cost = 1,
                       walk_cost = 2, pixel_cost = 13, gradient_pixel_cost = 20, pass_cost = 6000, ramp_cost = 3000, look_cost = 10;

std::int64_t bits_of(std::int64_t value) {
  std::int64_t bits = 1;
  for (; value > 1; value >>= 1)
    ++bits;
  return bits;
}

std::int64_t bounded(std::int64_t a, std::int64_t b) { return a > 0 && b > enough / a ? enough : a * b; }

Fixed distance(Spot a, Spot b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }
Fixed bend(Spot a, Spot b, Spot c) { return std::abs(a.x - 2 * b.x + c.x) + std::abs(a.y - 2 * b.y + c.y); }

// A drawer halves a curve until it is flat to half a pixel, ten times at most.
constexpr std::int64_t most_pieces = 1 << 10;
std::int64_t pieces_of(const Curve& curve) {
  if (curve.kind == Curve::Kind::line) return 1;
  const auto& s = curve.spots;
  std::int64_t pieces = 1;
  for (Fixed rest = bend(s[0], s[1], s[2]) + bend(s[1], s[2], s[3]); rest >= fixed_one / 2 && pieces < most_pieces; rest /= 4)
    pieces *= 2;
  return pieces;
}

// One that ends where it begins never is flat.
std::int64_t nodes_of(const Curve& curve, std::int64_t pieces) {
  const bool dot = pieces == 1 && distance(curve.spots[0], curve.spots[3]) < fixed_one / 64;
  return 2 * (dot ? most_pieces : pieces);
}

Fixed length_of(const Curve& curve) {
  const auto& s = curve.spots;
  const Fixed length =
      curve.kind == Curve::Kind::line ? distance(s[0], s[3]) : distance(s[0], s[1]) + distance(s[1], s[2]) + distance(s[2], s[3]);
  return std::min(length, 8 * farthest);
}

struct Extent {
  Fixed least, most;
};
Extent extent(const Curve& curve, Fixed Spot::*along) {
  Extent found{curve.spots[0].*along, curve.spots[0].*along};
  for (const Spot& spot : curve.spots)
    found = {std::min(found.least, spot.*along), std::max(found.most, spot.*along)};
  return found;
}

// How many edges cross each row at most, and what that makes of work.
class Scan {
 public:
  void curves(std::int64_t count) { curves_ += count; }
  void edges(std::int64_t count) { edges_ = std::min(edges_ + count, enough); }
  void nodes(std::int64_t count) { nodes_ = std::min(nodes_ + count, enough); }
  void crossing(const Curve& curve, Fixed margin, std::int64_t count) {
    const Extent y = extent(curve, &Spot::y), x = extent(curve, &Spot::x);
    cross(y.least - margin, y.most + margin, count);
    left_ = std::min(left_, x.least - margin), right_ = std::max(right_, x.most + margin);
  }
  void cross(Fixed from, Fixed to, std::int64_t count) {
    count = std::min(count, enough);
    bends_ += count;
    const Fixed first = std::max<Fixed>(from, 0) / fixed_one, last = to < 0 ? -1 : to / fixed_one;
    if (last < first || first >= rows) return;
    active_[static_cast<std::size_t>(first)] += count;
    active_[static_cast<std::size_t>(std::min<Fixed>(last, rows - 1)) + 1] -= count;
  }

  std::int64_t cost(bool gradient) const {
    std::int64_t most = 0, steps = 0, filled = 0, now = 0;
    for (const std::int64_t change : active_) {
      now += change;
      const std::int64_t here = std::min(now, edges_);
      most = std::max(most, here), filled += here > 0;
      steps = std::min(steps + lines_a_row * here, enough);
    }
    const Fixed wide = std::clamp<Fixed>(right_, 0, canvas_width) - std::clamp<Fixed>(left_, 0, canvas_width);
    const std::int64_t pixels = filled * (wide / fixed_one + 2);
    // Two edges change their order at most once: lines, and the few that a curve has of them.
    const std::int64_t passes = std::min(steps, bounded(bends_, bends_) / 2);
    return pass_cost + curves_ * curve_cost + bounded(nodes_, node_cost) + bounded(edges_, edge_cost + sort_cost * bits_of(edges_)) +
           bounded(steps, step_cost) + bounded(bounded(passes, most), swap_cost) + bounded(bounded(edges_, most), walk_cost) +
           pixels * (gradient ? gradient_pixel_cost : pixel_cost);
  }

 private:
  std::array<std::int64_t, rows + 1> active_{};
  std::int64_t curves_ = 0, edges_ = 0, nodes_ = 0, bends_ = 0;
  Fixed left_ = canvas_width, right_ = 0;
};

// Edges of half a circle of the stroke's width.
std::int64_t edges_of_round(Fixed width) { return 3 + 3 * whole_root(width / 2 / fixed_one + 1); }

bool turns_back(const Curve& curve) {
  const auto& s = curve.spots;
  const auto along = [](Spot a, Spot b, Spot c, Spot d) { return (b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) < 0; };
  return curve.kind == Curve::Kind::cubic &&
         (along(s[0], s[1], s[1], s[2]) || along(s[1], s[2], s[2], s[3]) || along(s[0], s[1], s[2], s[3]));
}

Spot middle_of(Spot a, Spot b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

std::array<Curve, 2> halves_of(const Curve& curve) {
  const auto& s = curve.spots;
  const Spot ab = middle_of(s[0], s[1]), bc = middle_of(s[1], s[2]), cd = middle_of(s[2], s[3]);
  const Spot abc = middle_of(ab, bc), bcd = middle_of(bc, cd), middle = middle_of(abc, bcd);
  return {Curve{{s[0], ab, abc, middle}, curve.kind}, Curve{{middle, bcd, cd, s[3]}, curve.kind}};
}

struct Pattern {
  Fixed length;
  std::int64_t dashes; // in one length
};
Pattern pattern_of(const Stroke& stroke) {
  Fixed length = 0;
  for (const Fixed dash : stroke.dashes)
    length += dash;
  return {std::max<Fixed>(length, 1), (static_cast<std::int64_t>(stroke.dashes.size()) + 1) / 2};
}

// A straight line has its dashes one after the other; of a curve that is known, so has each piece; any other may bring all
// of them into one row.
void cross_dashes(Scan& scan, const Curve& curve, const Stroke& stroke, const Pattern& pattern, int halvings) {
  if (curve.kind == Curve::Kind::cubic && halvings > 0) {
    for (const Curve& half : halves_of(curve))
      cross_dashes(scan, half, stroke, pattern, halvings - 1);
    return;
  }
  const std::int64_t count = (length_of(curve) / pattern.length + 2) * pattern.dashes;
  const Fixed height = std::abs(curve.spots[3].y - curve.spots[0].y), reach = 2 * stroke.width + 2 * pattern.length + 2 * fixed_one;
  const bool line = curve.kind == Curve::Kind::line;
  const std::int64_t abreast = line ? std::min(count, count * reach / (height + 1) + pattern.dashes) : count;
  scan.crossing(curve, stroke.width + fixed_one, bounded(abreast, 2));
}

void stroke_dashes(Scan& scan, const Curve& curve, const Stroke& stroke) {
  constexpr int halvings = 4;
  const Pattern pattern = pattern_of(stroke);
  const std::int64_t count = (length_of(curve) / pattern.length + 2) * pattern.dashes;
  const std::int64_t ends = stroke.cap == Stroke::Cap::round ? 2 * edges_of_round(stroke.width) : 4;
  scan.edges(bounded(count, ends + 4));
  cross_dashes(scan, curve, stroke, pattern, halvings);
}

void stroke_curve(Scan& scan, const Curve& curve, const Stroke& stroke) {
  constexpr Fixed sharpest = 25; // half widths that the outline leaves the line where a curve turns back
  const std::int64_t pieces = pieces_of(curve);
  const Fixed half = stroke.width / 2 + fixed_one;
  scan.curves(1), scan.nodes(nodes_of(curve, pieces)), scan.edges(2 * pieces);
  scan.crossing(curve, half, curve.kind == Curve::Kind::cubic ? 8 : 2);
  if (turns_back(curve)) scan.crossing(curve, sharpest * half, 8);
  if (!stroke.dashes.empty()) stroke_dashes(scan, curve, stroke);
}

void stroke_corner(Scan& scan, Spot corner, const Stroke& stroke) {
  const bool round = stroke.join == Stroke::Join::round;
  const Fixed half = stroke.width / 2 + fixed_one;
  const Fixed reach = stroke.join == Stroke::Join::miter ? half / fixed_one * stroke.miter + stroke.miter : half;
  scan.edges(round ? 2 * edges_of_round(stroke.width) : 4);
  scan.cross(corner.y - reach, corner.y + reach, round ? 4 : 2);
}

void stroke_end(Scan& scan, Spot end, const Stroke& stroke) {
  const bool round = stroke.cap == Stroke::Cap::round;
  const Fixed reach = stroke.width + fixed_one;
  scan.edges(round ? edges_of_round(stroke.width) : 2);
  scan.cross(end.y - reach, end.y + reach, round ? 2 : 1);
}

void stroke_outline(Scan& scan, const Outline& outline, const Stroke& stroke) {
  for (const Curve& curve : outline.curves) {
    stroke_curve(scan, curve, stroke);
    if (outline.closed || &curve != &outline.curves.back()) stroke_corner(scan, curve.spots[3], stroke);
  }
  if (outline.closed) return;
  stroke_end(scan, outline.curves.front().spots[0], stroke);
  stroke_end(scan, outline.curves.back().spots[3], stroke);
}

} // namespace

std::int64_t cost_of_text(std::size_t bytes) { return static_cast<std::int64_t>(bytes) * byte_cost; }
std::int64_t cost_of_gradient_use(std::size_t gradients) { return ramp_cost + static_cast<std::int64_t>(gradients) * look_cost; }

std::int64_t cost_of_fill(const Outlines& outlines, bool gradient) {
  Scan scan;
  for (const Outline& outline : outlines) {
    for (const Curve& curve : outline.curves) {
      const std::int64_t pieces = pieces_of(curve);
      scan.curves(1), scan.nodes(nodes_of(curve, pieces)), scan.edges(pieces);
      scan.crossing(curve, 0, curve.kind == Curve::Kind::cubic ? 3 : 1);
    }
    scan.crossing(
        {{outline.curves.front().spots[0], outline.curves.front().spots[0], outline.curves.back().spots[3], outline.curves.back().spots[3]},
         Curve::Kind::line},
        0, 1);
    scan.edges(1);
  }
  return scan.cost(gradient);
}

std::int64_t cost_of_stroke(const Outlines& outlines, const Stroke& stroke, bool gradient) {
  Scan scan;
  for (const Outline& outline : outlines)
    stroke_outline(scan, outline, stroke);
  return scan.cost(gradient);
}

} // namespace firsthand::reading
