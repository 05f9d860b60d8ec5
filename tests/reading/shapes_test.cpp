// Shapes of a picture as SVG writes them: where their points come to lie. And what a picture's numbers and costs are.
#include "engine/reading/picture.h"
#include "engine/reading/picture_cost.h"
#include "engine/reading/picture_profile.h"
#include "tests/reading/hostile_pictures.h"
#include "tests/reading/kept_text.h"

#include <cmath>

using namespace firsthand;
using namespace firsthand::reading;
using reading_test::HostilePictures;

namespace {

std::string number_text(Fixed number) { return fmt::format("{:g}", static_cast<double>(number) / fixed_one); }
std::string spot_text(Spot spot) { return number_text(spot.x) + "," + number_text(spot.y); }

// "0,0 L9,0 C1,1 2,2 9,9 Z" for each outline; a line is told by its end, an arc by `A` and its end.
std::string text_of(const Outlines& outlines) {
  std::string all;
  for (const Outline& outline : outlines) {
    all += (all.empty() ? "" : " | ") + spot_text(outline.curves.front().spots[0]);
    for (const Curve& curve : outline.curves)
      if (curve.kind == Curve::Kind::cubic)
        all += " C" + spot_text(curve.spots[1]) + " " + spot_text(curve.spots[2]) + " " + spot_text(curve.spots[3]);
      else
        all += (curve.kind == Curve::Kind::line ? " L" : " A") + spot_text(curve.spots[3]);
    all += outline.closed ? " Z" : "";
  }
  return all;
}

std::string fault_text(const std::optional<ShapeFault>& fault) {
  constexpr const char* words[] = {"not a number", "out of range", "not a value"};
  return fault ? fmt::format("{}: {}", words[static_cast<int>(fault->kind)], fault->value) : "";
}

std::string path(std::string_view d, const Matrix& matrix = {}) {
  Outlines outlines;
  const auto fault = read_path(d, matrix, outlines);
  return fault ? fault_text(fault) : text_of(outlines);
}

std::vector<Fixed> units(std::initializer_list<double> numbers) {
  std::vector<Fixed> all;
  for (const double number : numbers)
    all.push_back(static_cast<Fixed>(number * fixed_one));
  return all;
}

// Where a transform takes the points 0,0 and 10,20.
std::string moved(std::string_view transform) {
  Matrix matrix;
  const auto fault = read_transform(transform, matrix);
  if (fault) return fault_text(fault);
  const auto rounded = [&](Fixed x, Fixed y) {
    const Spot spot = matrix.map({x * fixed_one, y * fixed_one});
    return fmt::format("{:.1f},{:.1f}", static_cast<double>(spot.x) / fixed_one + 1e-6, static_cast<double>(spot.y) / fixed_one + 1e-6);
  };
  return rounded(0, 0) + " " + rounded(10, 20);
}

std::optional<double> taken(std::string_view& text) {
  const auto number = take_number(text);
  return number ? std::optional(static_cast<double>(*number) / fixed_one) : std::nullopt;
}

std::string rest_behind(std::string_view text) {
  const auto number = taken(text);
  return number ? fmt::format("{:g} '{}'", *number, text) : "none '" + std::string(text) + "'";
}

} // namespace

TEST_CASE("shapes: every command of a path goes where SVG says, from the origin or from where the pen is") {
  CHECK(path("M1 2L3 4") == "1,2 L3,4");
  CHECK(path("m1 2l3 4") == "1,2 L4,6");
  CHECK(path("M1 2 3 4 5 6") == "1,2 L3,4 L5,6"); // more points behind M are lines
  CHECK(path("m1 2 3 4 5 6") == "1,2 L4,6 L9,12");
  CHECK(path("M1 2H9V7h-3v-4") == "1,2 L9,2 L9,7 L6,7 L6,3");
  CHECK(path("M1 2C3 4 5 6 7 8") == "1,2 C3,4 5,6 7,8");
  CHECK(path("M1 2c3 4 5 6 7 8") == "1,2 C4,6 6,8 8,10");
  CHECK(path("M0 0C1 2 3 4 5 5S8 9 10 10") == "0,0 C1,2 3,4 5,5 C7,6 8,9 10,10"); // the control point is mirrored
  CHECK(path("M0 0c1 2 3 4 5 5s3 4 5 5") == "0,0 C1,2 3,4 5,5 C7,6 8,9 10,10");
  CHECK(path("M0 0S3 4 5 5S8 9 10 10") == "0,0 C0,0 3,4 5,5 C7,6 8,9 10,10"); // behind S as behind C
  CHECK(path("M1 1L2 2S3 4 5 5") == "1,1 L2,2 C2,2 3,4 5,5");                 // behind anything else there is nothing to mirror
  CHECK(path("M0 0Q3 3 6 0") == "0,0 C2,2 4,2 6,0");
  CHECK(path("M0 0q3 3 6 0t6 0") == "0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0");
  CHECK(path("M0 0Q3 3 6 0T12 0T18 0") == "0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0 C14,2 16,2 18,0");
  CHECK(path("M0 0T6 0") == "0,0 C0,0 2,0 6,0");
  CHECK(path("M0 0C1 1 2 2 3 3T9 3") == "0,0 C1,1 2,2 3,3 C3,3 5,3 9,3");
  CHECK(path("M0 0Q3 3 6 0S9 3 12 0") == "0,0 C2,2 4,2 6,0 C6,0 9,3 12,0");
  CHECK(path("M1 1L5 1L5 5ZL9 9") == "1,1 L5,1 L5,5 L1,1 Z | 1,1 L9,9"); // behind Z it goes on at the start
  CHECK(path("M1 1h4zm2 2h1") == "1,1 L5,1 L1,1 Z | 3,3 L4,3");
  CHECK(path("M1 1M2 2L3 3") == "2,2 L3,3"); // nothing was drawn from the first
  CHECK(path("M1 1L2 2M5 5L6 6") == "1,1 L2,2 | 5,5 L6,6");
  CHECK(path("M1 1Z") == "");
  CHECK(path("") == "");
}

TEST_CASE("shapes: numbers of a path stand together as closely as SVG allows") {
  CHECK(path("M1,2,3,4") == "1,2 L3,4");
  CHECK(path(" M 1 2\n\tL\r3 , 4 ") == "1,2 L3,4");
  CHECK(path("M1-2L.5.25") == "1,-2 L0.5,0.25");
  CHECK(path("M+1 2e1L1E-1 0") == "1,20 L0.0996094,0"); // to 1/1024 of a unit
}

TEST_CASE("shapes: an arc ends where it is told to and reaches no farther than it can") {
  for (const auto& [d, end, reach] : std::vector<std::tuple<const char*, Spot, double>>{{"M0 0A10 10 0 0 1 20 0", {20, 0}, 20},
                                                                                        {"M0 0A10 20 0 1 0 5 5", {5, 5}, 40},
                                                                                        {"M0 0A20 10 0 0 0 5 0", {5, 0}, 10},
                                                                                        {"M0 0a50 50 0 0 1 5 0", {5, 0}, 5},
                                                                                        {"M9 9a10 10 30 1 1 -4 2", {5, 11}, 20}}) {
    CAPTURE(std::string(d));
    Outlines outlines;
    REQUIRE_FALSE(read_path(d, {}, outlines));
    REQUIRE(outlines.size() == 1);
    const auto& curves = outlines[0].curves;
    CHECK(curves.size() == 5);
    CHECK(curves.back().spots[3] == Spot{end.x * fixed_one, end.y * fixed_one});
    const Spot from = curves.front().spots[0];
    const Spot middle{(from.x + end.x * fixed_one) / 2, (from.y + end.y * fixed_one) / 2};
    for (std::size_t i = 0; i < curves.size(); ++i) {
      CHECK(curves[i].kind == Curve::Kind::arc);
      for (const Spot inner : {curves[i].spots[1], curves[i].spots[2]}) {
        CHECK(std::abs(inner.x - middle.x) == static_cast<Fixed>(reach * fixed_one));
        CHECK(std::abs(inner.y - middle.y) == static_cast<Fixed>(reach * fixed_one));
      }
      CHECK((curves[i].spots[1].y < curves[i].spots[2].y) == (i % 2 == 0)); // from side to side
    }
  }
  CHECK(path("M0 0A0 9 0 0 1 5 5") == "0,0 L5,5"); // no radius: a line
  CHECK(path("M0 0A9 0 0 0 1 5 5") == "0,0 L5,5");
}

TEST_CASE("shapes: what is no path says which piece of it is wrong") {
  CHECK(path("L1 2") == "not a value: L");
  CHECK(path("1 2") == "not a value: 1");
  CHECK(path("M1 2X3") == "not a value: X");
  CHECK(path("M1 2L3") == "not a number: ");
  CHECK(path("M1 2L3 Z") == "not a number: Z");
  CHECK(path("M1 2L3 abcdefghijklmnop") == "not a number: abcdefghijkl");
  CHECK(path("M1 2Z3 4") == "not a value: 3");
  CHECK(path("M0 0A1 1 0 01 5 5") == "not a value: 01");
  CHECK(path("M0 0A1 1 0 0 2 5 5") == "not a value: 2");
  CHECK(path("M0 0A1 1 0 2 0 5 5") == "not a value: 2");
  CHECK(path("M0 0A1 1 1 0 0 5 5") == "0,0 A1,1 A2,2 A3,3 A4,4 A5,5");
  CHECK(path("M0 100001") == "out of range: 100001");
  CHECK(path("M0 -100001") == "out of range: -100001");
  CHECK(path("M0 16384L1 1") == "0,16384 L1,1");
  CHECK(path("M0 -16384L1 1") == "0,-16384 L1,1");
  CHECK(path("M0 0L16385 1") == "out of range: L16385 1");
  CHECK(path("M0 0l9000 0 9000 0") == "out of range: l9000 0"); // the second pair
  Matrix half;
  half.a = half.d = fine_one / 8;
  CHECK(path("M0 0L100000 1", half) == "0,0 L12500,0.125");
  CHECK(path("M99999 0l2 0", half) == "out of range: l2 0"); // counted before it is made smaller
}

TEST_CASE("shapes: polygons, ellipses and rectangles have the outline that SVG gives them") {
  Outlines outlines;
  const auto drawn = [&] {
    const std::string text = text_of(outlines);
    outlines.clear();
    return text;
  };
  CHECK_FALSE(add_polygon(units({0, 0, 4, 0, 4, 4}), true, {}, outlines));
  CHECK(drawn() == "0,0 L4,0 L4,4 L0,0 Z");
  CHECK_FALSE(add_polygon(units({0, 0, 4, 0, 4, 4}), false, {}, outlines));
  CHECK(drawn() == "0,0 L4,0 L4,4");
  CHECK_FALSE(add_polygon(units({0, 0}), true, {}, outlines));
  CHECK(drawn() == "");
  CHECK_FALSE(add_polygon(units({}), true, {}, outlines));
  CHECK(drawn() == "");
  CHECK_FALSE(add_rect({fixed_one, 2 * fixed_one}, 10 * fixed_one, 6 * fixed_one, 0, 0, {}, outlines));
  CHECK(drawn() == "1,2 L11,2 L11,8 L1,8 L1,2 L1,2 Z");
  CHECK_FALSE(add_rect({}, 10 * fixed_one, 6 * fixed_one, 0, 2 * fixed_one, {}, outlines));
  CHECK(drawn() == "0,0 L10,0 L10,4 L0,6 L0,2 L0,0 Z"); // one radius alone rounds nothing
  CHECK_FALSE(add_ellipse({5 * fixed_one, 6 * fixed_one}, 10 * fixed_one, 20 * fixed_one, {}, outlines));
  REQUIRE(outlines.size() == 1);
  CHECK(outlines[0].closed);
  REQUIRE(outlines[0].curves.size() == 5);
  const Spot corners[] = {{15, 6}, {5, 26}, {-5, 6}, {5, -14}, {15, 6}};
  for (std::size_t i = 0; i < 5; ++i)
    CHECK(outlines[0].curves[i].spots[0] == Spot{corners[i].x * fixed_one, corners[i].y * fixed_one});
  CHECK(fault_text(add_polygon(units({0, 0, 20000, 0}), true, {}, outlines)) == "out of range: its points");
  CHECK(fault_text(add_rect({}, 20000 * fixed_one, 1, 0, 0, {}, outlines)) == "out of range: its place");
  CHECK(fault_text(add_ellipse({}, 20000 * fixed_one, 1, {}, outlines)) == "out of range: its place");
}

// A circle's quarter is drawn as a curve that leaves the circle by less than a thousandth of the radius.
TEST_CASE("shapes: what is round lies on its ellipse") {
  const auto point = [](const Curve& curve, double t) {
    const double weights[] = {(1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t};
    double x = 0, y = 0;
    for (std::size_t i = 0; i < 4; ++i)
      x += weights[i] * static_cast<double>(curve.spots[i].x), y += weights[i] * static_cast<double>(curve.spots[i].y);
    return std::pair{x / fixed_one, y / fixed_one};
  };
  Outlines ellipse, rect;
  REQUIRE_FALSE(add_ellipse({300 * fixed_one, 100 * fixed_one}, 80 * fixed_one, 40 * fixed_one, {}, ellipse));
  REQUIRE_FALSE(add_rect({}, 200 * fixed_one, 100 * fixed_one, 20 * fixed_one, 10 * fixed_one, {}, rect));
  int round = 0;
  for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    for (const Curve& curve : ellipse[0].curves) {
      const auto [x, y] = point(curve, t);
      if (curve.kind == Curve::Kind::cubic) CHECK(std::hypot((x - 300) / 80, (y - 100) / 40) == doctest::Approx(1).epsilon(0.001));
    }
    for (const Curve& curve : rect[0].curves) {
      if (curve.kind != Curve::Kind::cubic) continue;
      const auto [x, y] = point(curve, t);
      CHECK(std::hypot((std::abs(x - 100) - 80) / 20, (std::abs(y - 50) - 40) / 10) == doctest::Approx(1).epsilon(0.001));
      ++round;
    }
  }
  CHECK(round == 4 * 5);
  Outlines shrunk; // radii larger than half the side are half the side
  REQUIRE_FALSE(add_rect({}, 20 * fixed_one, 10 * fixed_one, 90 * fixed_one, 90 * fixed_one, {}, shrunk));
  CHECK(shrunk[0].curves[1].spots[3] == Spot{20 * fixed_one, 5 * fixed_one});
}

TEST_CASE("shapes: transforms move points as SVG says, the last one first") {
  CHECK(moved("") == "0.0,0.0 10.0,20.0");
  CHECK(moved("translate(3 4)") == "3.0,4.0 13.0,24.0");
  CHECK(moved("translate(3)") == "3.0,0.0 13.0,20.0");
  CHECK(moved("scale(2)") == "0.0,0.0 20.0,40.0");
  CHECK(moved("scale(2,3)") == "0.0,0.0 20.0,60.0");
  CHECK(moved("matrix(1 2 3 4 5 6)") == "5.0,6.0 75.0,106.0");
  CHECK(moved("rotate(90)") == "0.0,0.0 -20.0,10.0");
  CHECK(moved("rotate(-90)") == "0.0,0.0 20.0,-10.0");
  CHECK(moved("rotate(450)") == "0.0,0.0 -20.0,10.0");
  CHECK(moved("rotate(180 5 5)") == "10.0,10.0 0.0,-10.0");
  CHECK(moved("rotate(90 5 7)") == "12.0,2.0 -8.0,12.0");
  CHECK(moved("skewX(45)") == "0.0,0.0 30.0,20.0");
  CHECK(moved("skewY(45)") == "0.0,0.0 10.0,30.0");
  CHECK(moved("translate(1 2) scale(3)") == "1.0,2.0 31.0,62.0");
  CHECK(moved("scale(3) translate(1 2)") == "3.0,6.0 33.0,66.0");
  CHECK(moved("translate(1 2),scale(3)") == "1.0,2.0 31.0,62.0");
  for (const char* wrong : {"translate", "translate(", "translate)(", "turn(1)", "scale()", "scale(1 2 3)", "rotate(1 2)",
                            "matrix(1 2 3 4 5)", "skewX(1 2)", "skewY()", "translate(1 2 3)", "scale(x)", "rotate(1 2 3 4)"})
    CHECK(moved(wrong) == std::string("not a value: ") + wrong);
  for (const char* wide :
       {"skewX(90)", "skewY(-90)", "scale(1025)", "translate(3e6)", "rotate(1 3e6 0)", "matrix(1 0 0 1 0 3e6)", "scale(1e9)"})
    CHECK(moved(wide) == std::string("out of range: ") + wide);
  CHECK(moved("scale(1024)") == "0.0,0.0 10240.0,20480.0");
  CHECK(moved("scale(900) scale(900)") == "out of range: scale(900) scale(900)");
  CHECK(moved("skewX(89.9)").starts_with("0.0,0.0 "));
  Matrix twice;
  REQUIRE_FALSE(read_transform("scale(2 6)", twice));
  CHECK(twice.scale(fixed_one) / 10 == 4 * fixed_one / 10); // a line's width grows by the mean of both directions
}

TEST_CASE("shapes: a number is taken as far as it goes, and no further") {
  CHECK(rest_behind("12 3") == "12 ' 3'");
  CHECK(rest_behind("-1.5x") == "-1.5 'x'");
  CHECK(rest_behind("+.5.5") == "0.5 '.5'");
  CHECK(rest_behind("1.") == "1 ''");
  CHECK(rest_behind("2e2e2") == "200 'e2'");
  CHECK(rest_behind("2e-1") == "0.199219 ''");
  CHECK(rest_behind("2E+1m") == "20 'm'");
  CHECK(rest_behind("2em") == "2 'em'");
  CHECK(rest_behind("2e") == "2 'e'");
  CHECK(rest_behind("2e-") == "2 'e-'");
  for (const char* none : {"", "-", "+", ".", "-.", "e5", "--1", "+-1", "x"})
    CHECK(rest_behind(none) == std::string("none '") + none + "'");
  CHECK(rest_behind(std::string(59, '0') + "7") == "7 ''");
  CHECK(rest_behind(std::string(60, '0') + "7").starts_with("none"));
  CHECK(rest_behind("123456789012345678") == rest_behind("1e99")); // both beyond every range
  CHECK(rest_behind("0.00000000000000000001") == "0 ''");
  CHECK(rest_behind("1000000000000e-12") == "1 ''");
  CHECK(rest_behind("0e999999999999") == "0 ''");
  CHECK(read_length("10px") == 10 * fixed_one);
  CHECK(read_length("10") == 10 * fixed_one);
  for (const char* unit : {"10 px", "10mm", "10%", "px", "10pxx", "10 "})
    CHECK_FALSE(read_length(unit));
  CHECK(read_numbers("1, 2,3 -4") == units({1, 2, 3, -4}));
  CHECK(read_numbers("1-4.5.5") == units({1, -4.5, .5}));
  CHECK(read_numbers("") == units({}));
  CHECK_FALSE(read_numbers("1 2 x"));
}

TEST_CASE("shapes: roots and turns are right to the last place that counts") {
  for (std::int64_t root : {0, 1, 2, 3, 10, 255, 4096, 46340, 1'000'000, 2'000'000'000}) {
    CHECK(whole_root(root * root) == root);
    CHECK(whole_root(root * root + 2 * root) == root); // up to the next square
    if (root > 0) CHECK(whole_root(root * root - 1) == root - 1);
  }
  for (int degrees = -720; degrees <= 720; degrees += 5) {
    CAPTURE(degrees);
    const Turn turn = turn_of(degrees * fixed_one);
    const double angle = degrees * 3.14159265358979323846 / 180;
    CHECK(std::abs(static_cast<double>(turn.sine) / fine_one - std::sin(angle)) < 1e-5);
    CHECK(std::abs(static_cast<double>(turn.cosine) / fine_one - std::cos(angle)) < 1e-5);
  }
  CHECK(turn_of(0).sine == 0);
  CHECK(turn_of(90 * fixed_one).cosine == 0);
}

// The limit was measured with a drawer against just these costs: whoever changes how they are counted measures it again.
TEST_CASE("shapes: what shapes cost, filled and stroked, is what was measured") {
  const std::pair<const char*, const char*> shapes[] = {
      {"a dot", "M9 9L9 9"},
      {"a line across", "M9 90L709 90"},
      {"a line down", "M90 9L90 309"},
      {"a slanted line", "M9 9L700 300"},
      {"a line beyond the edges", "M-5000 -900L9000 4000"},
      {"a line above the canvas", "M9 -90L700 -20"},
      {"a line below the canvas", "M9 336L700 400"},
      {"a line on the last row", "M9 335.9L700 335.9"},
      {"a corner", "M9 9L300 20L200 300"},
      {"a triangle", "M9 9L300 20L200 300Z"},
      {"two triangles", "M9 9L300 20L200 300ZM400 9L600 20L500 300Z"},
      {"a zigzag of 60",
       "M9 300l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280"
       "l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280l9 280l9-280"},
      {"a flat curve", "M9 9C200 40 400 60 600 80"},
      {"a round curve", "M9 9C9 300 600 300 600 9"},
      {"a small curve", "M9 9C9 10 10 11 11 11"},
      {"a curve that turns back", "M9 9C700 300 9 300 700 9"},
      {"a curve to where it began", "M300 100C300 100 300 100 300 100"},
      {"an arc", "M100 100A50 80 0 0 1 200 100"},
      {"a heap of arcs", "M100 100A9 9 0 0 1 110 100A9 9 0 0 1 120 100A9 9 0 0 1 130 100A9 9 0 0 1 140 100Z"},
  };
  using Join = Stroke::Join;
  using Cap = Stroke::Cap;
  constexpr Fixed one = fixed_one;
  const Stroke strokes[] = {
      {Cap::butt, Join::bevel, one, 4 * one, {}},         {Cap::square, Join::miter, 14 * one, 4 * one, {}},
      {Cap::square, Join::miter, 14 * one, 40 * one, {}}, {Cap::round, Join::round, 14 * one, 4 * one, {}},
      {Cap::butt, Join::bevel, one, 4 * one, {9 * one}},  {Cap::round, Join::round, 3 * one, 4 * one, {9 * one, 5 * one, 2 * one, 5 * one}},
      {Cap::butt, Join::bevel, one, 4 * one, {one / 4}}};
  std::string all = fmt::format("{:28}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}\n", "", "filled", "gradient", "thin", "wide",
                                "sharp", "round", "dashed", "round dashes", "fine dashes");
  for (const auto& [what, d] : shapes) {
    Outlines outlines;
    REQUIRE_FALSE(read_path(d, {}, outlines));
    all += fmt::format("{:28}{:12}{:12}", what, cost_of_fill(outlines, false), cost_of_fill(outlines, true));
    for (const Stroke& stroke : strokes)
      all += fmt::format("{:12}", cost_of_stroke(outlines, stroke, false));
    all += "\n";
  }
  for (const std::string_view inside : HostilePictures::seeds()) {
    model::Findings findings;
    PictureMeasure measure;
    CHECK(check_svg(HostilePictures::whole(inside), 0, findings, &measure));
    CHECK(std::pair(measure.width, measure.height) == std::pair(768, 336));
    all += fmt::format("{}\n{:40}\n", inside, measure.cost);
  }
  reading_test::check_kept(
      "costs.txt",
      "What shapes and pictures cost, in units of at most a nanosecond. If a line changes, tools/bench tells whether that still holds.",
      all);
}

TEST_CASE("shapes: every attribute takes what lies in its range, to the ends, and nothing beyond") {
  struct Range {
    std::vector<std::string_view> attributes;
    double least, most;
  };
  const Range ranges[] = {
      {{"x", "y", "cx", "cy", "x1", "x2", "y1", "y2", "stroke-dashoffset"}, -100'000, 100'000},
      {{"width", "height", "r", "rx", "ry"}, 0, 100'000},
      {{"stroke-width"}, 0, 10'000},
      {{"stroke-miterlimit"}, 1, 100},
      {{"opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "offset"}, 0, 1},
  };
  const auto code = [](std::string_view attribute, const std::string& value) {
    const auto fault = check_picture_value(attribute, value);
    return std::string(fault ? fault->code : "");
  };
  for (const Range& range : ranges)
    for (const std::string_view attribute : range.attributes) {
      CAPTURE(attribute);
      CHECK(code(attribute, fmt::format("{}", range.least)) == "");
      CHECK(code(attribute, fmt::format("{}", range.most)) == "");
      CHECK(code(attribute, fmt::format("{:.3f}", range.least - 0.001)) == "F0909");
      CHECK(code(attribute, fmt::format("{:.3f}", range.most + 0.001)) == "F0909");
      const bool bare = range.most <= 100; // shares and factors have no unit
      CHECK(code(attribute, fmt::format("{}px", range.most)) == (bare ? "F0908" : ""));
      CHECK(code(attribute, fmt::format("{}%", range.most)) == (attribute == "offset" ? "" : "F0908"));
    }
  CHECK(code("offset", "100%") == "");
  CHECK(code("offset", "100.01%") == "F0909");
  CHECK(code("stroke-dasharray", "10000 0") == "");
  CHECK(code("stroke-dasharray", "10000.01") == "F0909");
  CHECK(code("stroke-dasharray", "1 -1") == "F0909");
  CHECK(code("stroke-dasharray", "1 1 1 1 1 1 1 1") == "");
  CHECK(code("stroke-dasharray", "1 1 1 1 1 1 1 1 1") == "F0910");
  CHECK(code("stroke-dasharray", "") == "F0910");
  CHECK(code("stroke-dasharray", "none") == "");
  CHECK(code("points", "1 2 100000 -100000") == "");
  CHECK(code("points", "1 2 100001 0") == "F0909");
  CHECK(code("points", "1 2 3") == "F0910");
  CHECK(code("id", std::string(60, 'a')) == "");
  CHECK(code("id", std::string(61, 'a')) == "F0910");
  CHECK(code("id", "") == "F0910");
  CHECK(code("id", "a b") == "F0910");
  for (const char* colour :
       {"#fff", "#FFffFF", "#09aFc3", "red", "rgb(0,128,255)", "rgb(0, 0, 0)", "rgb(100%,0%,  50%)", "none", "url(#a)"})
    CHECK(code("fill", colour) == "");
  for (const char* colour : {"#ffff", "#ggg", "fff", "rgb(256,0,0)", "rgb(101%,0%,0%)", "rgb(0,0,256)", "rgb(1,2,3,4)", "rgb(1,2,x)",
                             "rgb(,,)", "rgb(1%,2,3)", "rgb(1.5,2,3)", "rgb(0255,0,0)", "rgb(0,0,0", "Red", "url(a)", "url(#)"})
    CHECK_MESSAGE(code("fill", colour) == "F0907", colour);
  CHECK(code("stop-color", "none") == "F0907");
  CHECK(code("stop-color", "url(#a)") == "F0907");
}

TEST_CASE("shapes: what is no drawing at all is named by what it is") {
  using namespace std::literals;
  const std::pair<std::string_view, std::string_view> kinds[] = {{"\x89PNG\r\n"sv, "a photograph (PNG)"},
                                                                 {"\xFF\xD8\xFF\xE0"sv, "a photograph (JPEG)"},
                                                                 {"GIF89a"sv, "a photograph (GIF)"},
                                                                 {"RIFF1234WEBPVP8"sv, "a photograph (WebP)"},
                                                                 {"BM12"sv, "a photograph (BMP)"},
                                                                 {"II*\0"sv, "a photograph (TIFF)"},
                                                                 {"MM\0*"sv, "a photograph (TIFF)"},
                                                                 {"\0\0\0\x1C"
                                                                  "ftypavif"sv,
                                                                  "a photograph (AVIF)"},
                                                                 {"\0\0\0\x1C"
                                                                  "ftypheic"sv,
                                                                  "a photograph (HEIC)"},
                                                                 {"\0\0\1\0"sv, "an icon (ICO)"},
                                                                 {"%PDF-1.4"sv, "a document (PDF)"},
                                                                 {"\x1F\x8B\x08"sv, "a compressed file (such as SVGZ)"}};
  for (const auto& [bytes, words] : kinds)
    CHECK(foreign_picture(bytes) == words);
  for (const std::string_view bytes : {""sv, "<svg/>"sv, "RIFF"sv, "RIFF1234WAVE"sv, "ftypavif"sv, "\0\0\0\x1C"sv})
    CHECK(foreign_picture(bytes) == "");
}
