// Reads shapes as a drawer does, but for arcs: those become curves that reach as far and have as many pieces, which is all
// that a cost needs.
#include "engine/reading/picture_shapes.h"

#include <algorithm>
#include <cstdlib>

namespace firsthand::reading {
namespace {

using Kind = ShapeFault::Kind;
using PathFault = std::optional<ShapeFault>;

constexpr std::int64_t largest_factor = std::int64_t{1} << 30;
constexpr Fixed largest_shift = Fixed{1} << 31;

bool within(std::int64_t value, std::int64_t limit) { return value >= -limit && value <= limit; }
bool near(Spot spot) { return within(spot.x, farthest) && within(spot.y, farthest); }

Spot between(Spot from, Spot to, Fixed part, Fixed whole) {
  return {from.x + (to.x - from.x) * part / whole, from.y + (to.y - from.y) * part / whole};
}

// Collects curves, turned to the canvas.
class Pen {
 public:
  Pen(const Matrix& matrix, Outlines& outlines) : matrix_(matrix), outlines_(outlines) {}

  void move(Spot to) {
    finish(false);
    start_ = at_ = to;
  }
  void line(Spot to) {
    add({{at_, at_, to, to}, Curve::Kind::line});
    at_ = to;
  }
  void curve(Spot first, Spot second, Spot to, Curve::Kind kind = Curve::Kind::cubic) {
    add({{at_, first, second, to}, kind});
    at_ = to;
  }
  void close() { // drawers go to the start even from there
    if (!now_.curves.empty()) line(start_);
    finish(true);
  }
  void finish(bool closed) {
    now_.closed = closed;
    if (!now_.curves.empty()) outlines_.push_back(std::move(now_));
    now_ = {};
  }
  Spot at() const { return at_; }
  bool far() const { return far_; }

 private:
  void add(Curve curve) {
    for (Spot& spot : curve.spots) {
      far_ = far_ || !within(spot.x, largest_shift) || !within(spot.y, largest_shift); // mirrored points wander, arcs reach far
      if (far_) return;
      spot = matrix_.map(spot);
      far_ = !near(spot);
    }
    if (!far_) now_.curves.push_back(curve);
  }

  Matrix matrix_;
  Outlines& outlines_;
  Outline now_;
  Spot start_, at_;
  bool far_ = false;
};

PathFault far_fault(const Pen& pen, std::string value) {
  if (!pen.far()) return std::nullopt;
  return ShapeFault{Kind::out_of_range, std::move(value)};
}

struct Arc {
  Fixed rx, ry;
  bool large;
};

// As far from the middle of the chord as the arc may reach, in all directions; a circle's quarter is bent as one of these.
void draw_arc(Pen& pen, const Arc& arc, Spot to) {
  const Spot from = pen.at();
  const Fixed more = std::max(std::abs(arc.rx), std::abs(arc.ry)), less = std::min(std::abs(arc.rx), std::abs(arc.ry));
  if (less == 0) return pen.line(to);
  const Fixed chord = std::abs(to.x - from.x) + std::abs(to.y - from.y);
  const Fixed stretched = chord * more / less;
  const Fixed reach = arc.large ? std::max(2 * more, stretched) : std::min(std::max(more, stretched), stretched);
  const Spot middle = between(from, to, 1, 2);
  constexpr int pieces = 5;
  for (int i = 1; i <= pieces; ++i) {
    const Fixed across = i % 2 ? reach : -reach;
    pen.curve({middle.x - reach, middle.y - across}, {middle.x + reach, middle.y + across}, between(from, to, i, pieces), Curve::Kind::arc);
  }
}

// One command letter at a time, with as many numbers behind it as there are.
class PathReader {
 public:
  PathReader(std::string_view text, const Matrix& matrix, Outlines& outlines) : text_(text), pen_(matrix, outlines) {}

  PathFault read() {
    for (skip_separators(text_); !text_.empty(); skip_separators(text_)) {
      if (PathFault fault = take_command()) return fault;
      if (command_ == 'Z') continue;
      if (PathFault fault = take_arguments()) return fault;
      obey();
      if (!within(pen_.at().x, farthest_unit) || !within(pen_.at().y, farthest_unit) || pen_.far())
        return ShapeFault{Kind::out_of_range, letter_ + std::string(begun_.substr(0, begun_.size() - text_.size()))};
    }
    pen_.finish(false);
    return std::nullopt;
  }

 private:
  static constexpr Fixed farthest_unit = 100'000 * fixed_one;

  static int count_of(char command) {
    switch (command) {
    case 'M':
    case 'L':
    case 'T':
      return 2;
    case 'H':
    case 'V':
      return 1;
    case 'C':
      return 6;
    case 'S':
    case 'Q':
      return 4;
    case 'A':
      return 7;
    case 'Z':
      return 0;
    default:
      return -1;
    }
  }

  PathFault take_command() {
    const char c = text_.front();
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      relative_ = c >= 'a';
      command_ = static_cast<char>(relative_ ? c - 'a' + 'A' : c);
      text_.remove_prefix(1);
      letter_ = std::string(1, c);
    } else if (command_ == 'M') {
      command_ = 'L';
    }
    if (count_of(command_) < 0 || (!letter && command_ == 'Z') || (!begun_path_ && command_ != 'M'))
      return ShapeFault{Kind::not_a_value, std::string(1, c)};
    begun_path_ = true;
    if (command_ == 'Z') pen_.close(), last_ = 'Z';
    return std::nullopt;
  }

  PathFault take_arguments() {
    begun_ = text_;
    const int count = count_of(command_);
    for (int i = 0; i < count; ++i) {
      skip_separators(text_);
      const std::string_view before = text_;
      const auto number = take_number(text_);
      if (!number) return ShapeFault{Kind::not_a_number, std::string(before.substr(0, 12))};
      const std::string_view written = before.substr(0, before.size() - text_.size());
      if (!within(*number, farthest_unit)) return ShapeFault{Kind::out_of_range, std::string(written)};
      if (command_ == 'A' && (i == 3 || i == 4) && written != "0" && written != "1") // drawers read 011 as eleven
        return ShapeFault{Kind::not_a_value, std::string(written)};
      numbers_[static_cast<std::size_t>(i)] = *number;
    }
    return std::nullopt;
  }

  Spot spot(int first) const {
    const Spot base = relative_ ? pen_.at() : Spot{};
    return {base.x + numbers_[static_cast<std::size_t>(first)], base.y + numbers_[static_cast<std::size_t>(first) + 1]};
  }
  Spot mirrored(bool after_same) const {
    const Spot at = pen_.at();
    return after_same ? Spot{2 * at.x - control_.x, 2 * at.y - control_.y} : at;
  }
  void quadratic(Spot control, Spot to) {
    const Spot from = pen_.at();
    control_ = control;
    pen_.curve(between(from, control, 2, 3), between(to, control, 2, 3), to);
  }
  void cubic(Spot first, Spot second, Spot to) {
    control_ = second;
    pen_.curve(first, second, to);
  }

  void obey() {
    const Spot at = pen_.at();
    switch (command_) {
    case 'M':
      pen_.move(spot(0));
      break;
    case 'L':
      pen_.line(spot(0));
      break;
    case 'H':
      pen_.line({relative_ ? at.x + numbers_[0] : numbers_[0], at.y});
      break;
    case 'V':
      pen_.line({at.x, relative_ ? at.y + numbers_[0] : numbers_[0]});
      break;
    case 'C':
      cubic(spot(0), spot(2), spot(4));
      break;
    case 'S':
      cubic(mirrored(last_ == 'C' || last_ == 'S'), spot(0), spot(2));
      break;
    case 'Q':
      quadratic(spot(0), spot(2));
      break;
    case 'T':
      quadratic(mirrored(last_ == 'Q' || last_ == 'T'), spot(0));
      break;
    default:
      draw_arc(pen_, {numbers_[0], numbers_[1], numbers_[3] != 0}, spot(5));
      break;
    }
    last_ = command_;
  }

  std::string_view text_, begun_;
  Pen pen_;
  std::string letter_;
  char command_ = 0, last_ = 0;
  bool relative_ = false, begun_path_ = false;
  std::array<Fixed, 7> numbers_{};
  Spot control_;
};

bool factors_within(const std::vector<Fixed>& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [](Fixed number) { return within(number, fixed_limit - 1); });
}

Fixed coarse(Fixed fine) { return fine / (fine_one / fixed_one); }

std::optional<Matrix> rotation(const std::vector<Fixed>& n) {
  const Turn turn = turn_of(coarse(n[0]));
  Matrix matrix{turn.cosine, turn.sine, -turn.sine, turn.cosine};
  if (n.size() == 1) return matrix;
  const Matrix to{fine_one, 0, 0, fine_one, coarse(n[1]), coarse(n[2])}, back{fine_one, 0, 0, fine_one, -coarse(n[1]), -coarse(n[2])};
  if (!to.usable()) return std::nullopt;
  return to * matrix * back;
}

std::optional<std::int64_t> tangent(Fixed fine) {
  const Turn turn = turn_of(coarse(fine));
  if (std::abs(turn.cosine) * 1000 < fine_one) return std::nullopt;
  return turn.sine * fine_one / turn.cosine;
}

std::optional<Matrix> skew(const std::vector<Fixed>& n, bool along_x) {
  const auto slope = tangent(n[0]);
  if (!slope) return std::nullopt;
  return along_x ? Matrix{fine_one, 0, *slope, fine_one} : Matrix{fine_one, *slope, 0, fine_one};
}

// Nothing: no such transform, or not with so many numbers. A matrix that is not usable: out of range.
std::optional<Matrix> one_transform(std::string_view name, const std::vector<Fixed>& n) {
  const Matrix outside{0, 0, 0, 0, largest_shift + 1, 0};
  if (!factors_within(n)) return outside;
  if (name == "matrix" && n.size() == 6) return Matrix{n[0], n[1], n[2], n[3], coarse(n[4]), coarse(n[5])};
  if (name == "translate" && (n.size() == 1 || n.size() == 2))
    return Matrix{fine_one, 0, 0, fine_one, coarse(n[0]), n.size() == 2 ? coarse(n[1]) : 0};
  if (name == "scale" && (n.size() == 1 || n.size() == 2)) return Matrix{n[0], 0, 0, n.back()};
  if (name == "rotate" && (n.size() == 1 || n.size() == 3)) return rotation(n).value_or(outside);
  if ((name == "skewX" || name == "skewY") && n.size() == 1) return skew(n, name == "skewX").value_or(outside);
  return std::nullopt;
}

} // namespace

bool Matrix::usable() const {
  for (const std::int64_t factor : {a, b, c, d})
    if (!within(factor, largest_factor)) return false;
  return within(e, largest_shift) && within(f, largest_shift);
}

Spot Matrix::map(Spot spot) const { return {(a * spot.x + c * spot.y) / fine_one + e, (b * spot.x + d * spot.y) / fine_one + f}; }

Fixed Matrix::scale(Fixed length) const {
  const auto size = [](std::int64_t x, std::int64_t y) { return whole_root(x * x + y * y); };
  const std::int64_t mean = (size(a, c) + size(b, d)) / 2 + 1;
  return mean / fine_one * length + mean % fine_one * length / fine_one;
}

Matrix Matrix::operator*(const Matrix& inner) const {
  const auto sum = [](std::int64_t p, std::int64_t q, std::int64_t r, std::int64_t s) { return (p * q + r * s) / fine_one; };
  return {sum(a, inner.a, c, inner.b), sum(b, inner.a, d, inner.b),     sum(a, inner.c, c, inner.d),
          sum(b, inner.c, d, inner.d), sum(a, inner.e, c, inner.f) + e, sum(b, inner.e, d, inner.f) + f};
}

PathFault read_path(std::string_view value, const Matrix& matrix, Outlines& outlines) { return PathReader(value, matrix, outlines).read(); }

PathFault read_transform(std::string_view value, Matrix& matrix) {
  const std::string all(value.substr(0, 60));
  for (skip_separators(value); !value.empty(); skip_separators(value)) {
    const std::size_t open = value.find('('), end = value.find(')');
    if (open == value.npos || end == value.npos || end < open) return ShapeFault{Kind::not_a_value, all};
    const auto numbers = read_numbers(value.substr(open + 1, end - open - 1), fine_one);
    const auto one = numbers ? one_transform(value.substr(0, open), *numbers) : std::nullopt;
    if (!one) return ShapeFault{Kind::not_a_value, all};
    if (!one->usable()) return ShapeFault{Kind::out_of_range, all};
    matrix = matrix * *one;
    if (!matrix.usable()) return ShapeFault{Kind::out_of_range, all};
    value.remove_prefix(end + 1);
  }
  return std::nullopt;
}

PathFault add_polygon(const std::vector<Fixed>& numbers, bool closed, const Matrix& matrix, Outlines& outlines) {
  Pen pen(matrix, outlines);
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    const Spot spot{numbers[i], numbers[i + 1]};
    i == 0 ? pen.move(spot) : pen.line(spot);
  }
  closed ? pen.close() : pen.finish(false);
  return far_fault(pen, "its points");
}

PathFault add_ellipse(Spot centre, Fixed rx, Fixed ry, const Matrix& matrix, Outlines& outlines) {
  const Fixed hx = rx * 5523 / 10000, hy = ry * 5523 / 10000;
  const auto at = [&](Fixed x, Fixed y) { return Spot{centre.x + x, centre.y + y}; };
  Pen pen(matrix, outlines);
  pen.move(at(rx, 0));
  pen.curve(at(rx, hy), at(hx, ry), at(0, ry));
  pen.curve(at(-hx, ry), at(-rx, hy), at(-rx, 0));
  pen.curve(at(-rx, -hy), at(-hx, -ry), at(0, -ry));
  pen.curve(at(hx, -ry), at(rx, -hy), at(rx, 0));
  pen.close();
  return far_fault(pen, "its place");
}

PathFault add_rect(Spot corner, Fixed w, Fixed h, Fixed rx, Fixed ry, const Matrix& matrix, Outlines& outlines) {
  rx = std::min(rx, w / 2), ry = std::min(ry, h / 2);
  const Fixed kx = rx * 4477 / 10000, ky = ry * 4477 / 10000;
  const auto at = [&](Fixed x, Fixed y) { return Spot{corner.x + x, corner.y + y}; };
  const bool round = rx > 0 && ry > 0;
  Pen pen(matrix, outlines);
  pen.move(at(rx, 0));
  pen.line(at(w - rx, 0));
  if (round) pen.curve(at(w - kx, 0), at(w, ky), at(w, ry));
  pen.line(at(w, h - ry));
  if (round) pen.curve(at(w, h - ky), at(w - kx, h), at(w - rx, h));
  pen.line(at(rx, h));
  if (round) pen.curve(at(kx, h), at(0, h - ky), at(0, h - ry));
  pen.line(at(0, ry));
  if (round) pen.curve(at(0, ky), at(kx, 0), at(rx, 0));
  pen.close();
  return far_fault(pen, "its place");
}

} // namespace firsthand::reading
