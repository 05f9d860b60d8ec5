#include "engine/paint/outline.h"

#include <algorithm>
#include <cmath>

namespace firsthand::paint {

namespace {

struct Place {
  double x = 0, y = 0;
};

double distance(Place p, Place from, Place to) {
  const double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
  const double along = length > 0 ? std::clamp(((p.x - from.x) * dx + (p.y - from.y) * dy) / length, 0.0, 1.0) : 0.0;
  const double x = p.x - from.x - along * dx, y = p.y - from.y - along * dy;
  return std::sqrt(x * x + y * y);
}

// What one stretch covers of the pixels around it; where two meet the more counts.
void add_stretch(Coverage& coverage, Place from, Place to, double thickness) {
  const double reach = thickness / 2 + 1;
  const auto [left, right] = std::minmax(from.x, to.x);
  const auto [top, bottom] = std::minmax(from.y, to.y);
  const int x1 = std::min(coverage.w, static_cast<int>(right + reach) + 1), y1 = std::min(coverage.h, static_cast<int>(bottom + reach) + 1);
  for (int y = std::max(0, static_cast<int>(top - reach)); y < y1; ++y)
    for (int x = std::max(0, static_cast<int>(left - reach)); x < x1; ++x) {
      const double covered = thickness / 2 + 0.5 - distance({x + 0.5, y + 0.5}, from, to);
      std::uint8_t& alpha =
          coverage.alpha[static_cast<std::size_t>(y) * static_cast<std::size_t>(coverage.w) + static_cast<std::size_t>(x)];
      alpha = std::max(alpha, static_cast<std::uint8_t>(std::lround(255 * std::clamp(covered, 0.0, 1.0))));
    }
}

} // namespace

Coverage outline_coverage(const Outline& outline, const Rect& area) {
  Coverage coverage{area.w, area.h, std::vector<std::uint8_t>(static_cast<std::size_t>(area.w) * static_cast<std::size_t>(area.h))};
  const double half = outline.thickness % 2 ? 0.5 : 0.0; // an odd line stands on pixel centres
  const auto place = [&](std::size_t i) {
    const Point p = outline.points[i % outline.points.size()];
    return Place{p.x - area.x + half, p.y - area.y + half};
  };
  const std::size_t stretches = outline.points.size() - (outline.closed ? 0 : 1);
  for (std::size_t i = 0; i < stretches; ++i)
    add_stretch(coverage, place(i), place(i + 1), outline.thickness);
  return coverage;
}

} // namespace firsthand::paint
