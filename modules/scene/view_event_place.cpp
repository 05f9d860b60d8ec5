// See view_event_place.h.
#include "modules/scene/view_event_place.h"

#include <algorithm>
#include <cstdlib>

namespace firsthand::modules::scene {

namespace {

using ui::Point;
using ui::Rect;
using ui::Size;

std::vector<Point> figure_shape(const Thing& thing, const ui::Placed& placed) {
  std::vector<Point> shape;
  for (std::size_t i = 0; i + 1 < thing.outline.size(); i += 2)
    shape.push_back(placed.map(thing.outline[i], thing.outline[i + 1]));
  if (!shape.empty()) return shape;
  const auto& [x, y, w, h] = thing.place->at;
  return {placed.map(x, y), placed.map(x + w, y), placed.map(x + w, y + h), placed.map(x, y + h)};
}

Rect figure_bounds(const std::vector<Point>& shape) {
  const auto [left, right] = std::minmax_element(shape.begin(), shape.end(), [](Point a, Point b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(shape.begin(), shape.end(), [](Point a, Point b) { return a.y < b.y; });
  return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

// Where the outline is crossed at this height.
Rect slice_of(const std::vector<Point>& shape, int y) {
  int left = 1 << 20, right = -(1 << 20);
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const Point a = shape[i], b = shape[(i + 1) % shape.size()];
    if ((a.y > y) == (b.y > y)) continue;
    const int x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
    left = std::min(left, x), right = std::max(right, x);
  }
  return right > left ? Rect{left, y, right - left, 1} : Rect{};
}

bool holds(const std::vector<Point>& shape, Point p) {
  bool inside = false;
  for (std::size_t i = 0, j = shape.size() - 1; i < shape.size(); j = i++) {
    const Point a = shape[i], b = shape[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

// How much of `at` lies over a thing, in percent, by a grid of points.
int share_over(const Rect& at, const Figure& figure) {
  if (!ui::overlap(at, figure.bounds)) return 0;
  constexpr int across = 8, down = 5;
  int hits = 0;
  for (int i = 0; i < across; ++i)
    for (int j = 0; j < down; ++j)
      hits += holds(figure.shape, {at.x + at.w * (2 * i + 1) / (2 * across), at.y + at.h * (2 * j + 1) / (2 * down)}) ? 1 : 0;
  return hits * 100 / (across * down);
}

int distance_from(const Rect& at, Point p) {
  return std::max({at.x - p.x, p.x - at.right(), 0}) + std::max({at.y - p.y, p.y - at.bottom(), 0});
}

} // namespace

// A head is as high as it is broad, and a little more. Of somebody whose head is outside of the picture the upper end counts.
Face face_of(const std::vector<Point>& shape, const Rect& bounds, const ui::Placed& placed) {
  const Rect slice = slice_of(shape, bounds.y + bounds.h / 10);
  const int broad = slice.empty() ? bounds.w : std::min(slice.w, bounds.h / 2);
  const int middle = slice.empty() ? bounds.centre().x : slice.centre().x;
  const bool outside = bounds.y <= placed.map(0, 0).y;
  return {{middle - broad / 2, bounds.y, broad, outside ? broad / 2 : broad * 5 / 4},
          {middle, outside ? bounds.y : bounds.y + broad * 4 / 5}};
}

PictureRoom::PictureRoom(const SceneReading& reading, const ui::Placed& placed, const Rect& picture, std::vector<Rect> names, int gap)
    : picture_(picture), names_(std::move(names)), gap_(gap) {
  for (const Thing& thing : reading.things) {
    if (!thing.in_picture) continue;
    Figure figure{&thing, figure_shape(thing, placed), {}, {}, {}};
    figure.bounds = figure_bounds(figure.shape);
    figure.mouth = figure.bounds.centre();
    if (thing.use->kind == model::EntityKind::person) {
      const Face face = face_of(figure.shape, figure.bounds, placed);
      figure.head = face.rect, figure.mouth = face.mouth;
    }
    figures_.push_back(std::move(figure));
  }
}

const Figure* PictureRoom::figure(const Thing* thing) const {
  const auto found = std::find_if(figures_.begin(), figures_.end(), [&](const Figure& each) { return each.thing == thing; });
  return found == figures_.end() ? nullptr : &*found;
}

int PictureRoom::width() const { return picture_.inset(gap_).w; }

namespace {

std::ptrdiff_t count_over(const Rect& at, const std::vector<Rect>& others) {
  return std::count_if(others.begin(), others.end(), [&](const Rect& other) { return ui::overlap(at, other); });
}

} // namespace

bool PictureRoom::is_free(const Rect& at, Names names) const {
  const Rect around = at.grown(gap_ / 4);
  return count_over(around, told_) == 0 && (names == Names::make_room || count_over(around, names_) == 0) &&
         std::none_of(figures_.begin(), figures_.end(), [&](const Figure& other) { return ui::overlap(around, other.head); });
}

// Names and faces that lie on the way from there to who speaks.
int PictureRoom::crossed(const Rect& at, const Figure& figure) const {
  const Point from{std::clamp(figure.mouth.x, at.x, at.right()), std::clamp(figure.mouth.y, at.y, at.bottom())};
  const auto is_crossed = [&](const Rect& other) {
    constexpr int steps = 12;
    for (int i = 1; i < steps; ++i) {
      const Point p{from.x + (figure.mouth.x - from.x) * i / steps, from.y + (figure.mouth.y - from.y) * i / steps};
      if (other.contains(p)) return true;
    }
    return false;
  };
  const auto names = std::count_if(names_.begin(), names_.end(), is_crossed) + std::count_if(told_.begin(), told_.end(), is_crossed);
  const auto faces =
      std::count_if(figures_.begin(), figures_.end(), [&](const Figure& other) { return &other != &figure && is_crossed(other.head); });
  return static_cast<int>(names + faces);
}

// Hands lie on things and hang at bodies: both are rather left free.
int PictureRoom::cost(const Rect& at, const Wish& wish) const {
  constexpr int of_crossing = 120, of_name = 200;
  int sum = distance_from(at, wish.towards) / 2 + of_name * static_cast<int>(count_over(at.grown(gap_ / 4), names_));
  if (wish.towards == wish.figure.mouth) sum += of_crossing * crossed(at, wish.figure); // a bubble's tail goes there
  for (const Figure& other : figures_)
    sum += share_over(at, other) * (&other == &wish.figure ? 3 : 6);
  return sum;
}

Rect PictureRoom::best(const Wish& wish, const std::vector<Point>& places) {
  const Rect inside = picture_.inset(gap_, wish.names == Names::make_room ? gap_ / 4 : gap_); // lower, and no face is under it
  const Size size = wish.size;
  Rect best;
  int least = 1 << 20;
  if (size.w > inside.w || size.h > inside.h) return best;
  for (const Point& p : places) {
    const Rect at{std::clamp(p.x, inside.x, inside.right() - size.w), std::clamp(p.y, inside.y, inside.bottom() - size.h), size.w, size.h};
    if (!is_free(at, wish.names)) continue;
    const int cost = this->cost(at, wish);
    if (cost < least) best = at, least = cost;
  }
  if (!best.empty()) told_.push_back(best);
  return best;
}

std::vector<Point> PictureRoom::around_head(const Figure& figure, Size size) const {
  const Rect& head = figure.head;
  const int off = 2 * gap_, step = size.h / 4;
  std::vector<Point> places;
  for (int up = -5; up <= 5; ++up)
    for (const int away : {gap_, off, 2 * off, 4 * off, size.w / 2})
      for (const int x : {head.x - size.w - away, head.right() + away})
        places.push_back({x, figure.mouth.y - size.h / 2 + up * step});
  for (int aside = -4; aside <= 4; ++aside)
    for (const int y : {head.y - size.h - off, head.bottom() + off})
      places.push_back({head.centre().x - size.w / 2 + aside * size.w / 4, y});
  return places;
}

// In a small picture also along its edges, where it is quietest.
Rect PictureRoom::beside_head(const Figure& figure, Size size, Names names) {
  std::vector<Point> places = around_head(figure, size);
  if (names == Names::make_room)
    for (int aside = -4; aside <= 4; ++aside)
      for (const int y : {picture_.y, picture_.bottom()})
        places.push_back({figure.mouth.x - size.w / 2 + aside * size.w / 4, y});
  return best({figure, size, figure.mouth, names}, places);
}

Rect PictureRoom::near(const Figure& figure, Size size) {
  const bool person = !figure.head.empty();
  const Rect& b = person ? figure.head : figure.bounds;
  std::vector<Point> places = person ? around_head(figure, size) : std::vector<Point>();
  for (int up = 1; up <= 6; ++up) // over the heads of all
    for (const int aside : {-2, -1, 0, 1, 2})
      places.push_back({b.centre().x - size.w / 2 + aside * size.w / 4, b.y - (up + 1) * size.h});
  for (int aside = -2; aside <= 2; ++aside)
    for (const int y : {b.y - size.h - gap_, b.bottom() + gap_, b.y + gap_, b.bottom() - size.h - gap_, b.centre().y - size.h / 2})
      places.push_back({b.centre().x - size.w / 2 + aside * (b.w + size.w) / 4, y});
  for (const int x : {b.x - size.w - gap_, b.right() + gap_})
    for (const int y : {b.y, b.centre().y - size.h / 2, b.bottom() - size.h})
      places.push_back({x, y});
  return best({figure, size, b.centre()}, places);
}

namespace {

// On the way to the mouth, just before the face.
Point before_face(Point from, Point mouth, const Rect& head, int gap) {
  const Rect face = head.grown(gap);
  constexpr int steps = 24;
  Point tip = from;
  for (int i = 1; i <= steps; ++i) {
    const Point next{from.x + (mouth.x - from.x) * i / steps, from.y + (mouth.y - from.y) * i / steps};
    if (face.contains(next)) break;
    tip = next;
  }
  return tip;
}

} // namespace

// At the edge that the mouth is beyond of, as near to it as the round corners let it be. It begins inside of the bubble's line.
Tail tail_of(const Rect& bubble, const Figure& figure, int half, int into) {
  const Point mouth = figure.mouth;
  const Rect straight = bubble.inset(2 * half);
  const Point near{std::clamp(mouth.x, straight.x, straight.right()), std::clamp(mouth.y, straight.y, straight.bottom())};
  const int beside = std::max({bubble.x - mouth.x, mouth.x - bubble.right(), 0}),
            over = std::max({bubble.y - mouth.y, mouth.y - bubble.bottom(), 0});
  const auto tip = [&](Point from) { return before_face(from, mouth, figure.head, into); };
  if (beside >= over) {
    const int x = mouth.x < bubble.x ? bubble.x + into : bubble.right() - into;
    return {{x, near.y - half}, tip({x, near.y}), {x, near.y + half}};
  }
  const int y = mouth.y < bubble.y ? bubble.y + into : bubble.bottom() - into;
  return {{near.x - half, y}, tip({near.x, y}), {near.x + half, y}};
}

} // namespace firsthand::modules::scene
