#include "engine/paint/outline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace firsthand;
using paint::Coverage;
using paint::Point;

namespace {

constexpr int side = 60;

Coverage drawn(const std::vector<Point>& points, int thickness, bool closed = false) {
  return paint::outline_coverage({points, thickness, closed}, {0, 0, side, side});
}

int at(const Coverage& coverage, int x, int y) { return coverage.alpha[static_cast<std::size_t>(y * coverage.w + x)]; }

double area_of(const Coverage& coverage) {
  double area = 0;
  for (const std::uint8_t alpha : coverage.alpha)
    area += alpha / 255.0;
  return area;
}

std::vector<Point> some_points(std::mt19937& chance) {
  std::vector<Point> points(2 + chance() % 6);
  for (Point& p : points)
    p = {8 + static_cast<int>(chance() % 44), 8 + static_cast<int>(chance() % 44)};
  return points;
}

} // namespace

TEST_CASE("outline: a straight line covers its pixels whole and its neighbours not at all") {
  const Coverage even = drawn({{10, 20}, {40, 20}}, 2), odd = drawn({{10, 20}, {40, 20}}, 3);
  for (int x = 12; x < 38; ++x) {
    CHECK(std::array{at(even, x, 18), at(even, x, 19), at(even, x, 20), at(even, x, 21)} == std::array{0, 255, 255, 0});
    CHECK(std::array{at(odd, x, 18), at(odd, x, 19), at(odd, x, 20), at(odd, x, 21), at(odd, x, 22)} == std::array{0, 255, 255, 255, 0});
  }
}

TEST_CASE("outline: exchanged axes and points from behind give the same to the last bit, and a closed line comes back") {
  std::mt19937 chance(7);
  for (int i = 0; i < 200; ++i) {
    const std::vector<Point> points = some_points(chance);
    const int thickness = 1 + i % 5;
    std::vector<Point> turned = points, back(points.rbegin(), points.rend()), round = points;
    for (Point& p : turned)
      std::swap(p.x, p.y);
    round.push_back(points.front());
    const Coverage one = drawn(points, thickness), other = drawn(turned, thickness);
    bool same = true;
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x)
        same = same && at(one, x, y) == at(other, y, x);
    CHECK(same);
    const Coverage reversed = drawn(back, thickness);
    CHECK(std::equal(one.alpha.begin(), one.alpha.end(), reversed.alpha.begin(), [](int a, int b) { return std::abs(a - b) <= 1; }));
    CHECK(drawn(points, thickness, true).alpha == drawn(round, thickness).alpha);
  }
}

TEST_CASE("outline: a slanted line has the area of its length, its width and two half discs") {
  std::mt19937 chance(11);
  for (int i = 0; i < 100; ++i) {
    const Point a{10 + static_cast<int>(chance() % 10), 10 + static_cast<int>(chance() % 40)};
    const Point b{45 + static_cast<int>(chance() % 5), 10 + static_cast<int>(chance() % 40)};
    const int thickness = 2 + i % 4;
    const double length = std::hypot(b.x - a.x, b.y - a.y), expected = length * thickness + 3.1416 * thickness * thickness / 4;
    CHECK(area_of(drawn({a, b}, thickness)) == doctest::Approx(expected).epsilon(0.04));
  }
}

TEST_CASE("outline: what lies outside the area is left out") {
  const Coverage coverage = drawn({{-200, 30}, {300, 30}}, 2);
  CHECK(at(coverage, 0, 30) == 255);
  CHECK(at(coverage, side - 1, 30) == 255);
  const Coverage outside = drawn({{-90, -90}, {-80, -70}}, 4);
  CHECK(std::all_of(outside.alpha.begin(), outside.alpha.end(), [](int a) { return a == 0; }));
}
