// The scene's picture: layers, places on it with their tags.
#include "modules/scene/view_event.h"
#include "modules/scene/view_event_place.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Point;
using ui::Rect;
using ui::Size;
namespace box = ui::box;

struct Spot {
  const Thing* thing = nullptr;
  std::vector<Point> shape;
  Rect bounds;
  Rect seen; // of them, what the picture shows
  Rect tag;  // empty: no room for its name
  Rect head; // of a person: no name stands there
  std::string id;
};

Rect bounds_of(const std::vector<Point>& shape) {
  Point low = shape.front(), high = shape.front();
  for (const Point& p : shape) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

std::vector<Point> corners_of(const Thing& thing) {
  std::vector<Point> corners;
  for (std::size_t i = 0; i + 1 < thing.outline.size(); i += 2)
    corners.push_back({thing.outline[i], thing.outline[i + 1]});
  if (!corners.empty()) return corners;
  const auto& [x, y, w, h] = thing.place->at;
  return {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}};
}

// People first, so that a thing in front of somebody is hit before the person.
std::vector<Spot> spots_of(const SceneDrawContext& d, const Rect& picture, const ui::Placed& placed) {
  std::vector<Spot> spots;
  for (const Thing& thing : d.reading.things) {
    if (!thing.in_picture) continue;
    Spot spot;
    spot.thing = &thing;
    spot.id = "scene/place/" + thing.place->entity;
    for (const Point& corner : corners_of(thing))
      spot.shape.push_back(placed.map(corner.x, corner.y));
    spot.bounds = bounds_of(spot.shape);
    spot.seen = intersection(spot.bounds, picture);
    if (thing.use->kind == model::EntityKind::person) spot.head = intersection(face_of(spot.shape, spot.bounds, placed).rect, picture);
    spots.push_back(std::move(spot));
  }
  std::stable_partition(spots.begin(), spots.end(), [](const Spot& s) { return s.thing->use->kind == model::EntityKind::person; });
  return spots;
}

bool is_inside(const std::vector<Point>& shape, Point p) {
  bool inside = false;
  for (std::size_t i = 0, j = shape.size() - 1; i < shape.size(); j = i++) {
    const Point a = shape[i], b = shape[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

// How much of `tag` lies over a thing, in percent, by a grid of points.
int covered(const Rect& tag, const std::vector<Point>& shape) {
  constexpr int across = 8, down = 4;
  int hits = 0;
  for (int i = 0; i < across; ++i)
    for (int j = 0; j < down; ++j)
      hits += is_inside(shape, {tag.x + tag.w * (2 * i + 1) / (2 * across), tag.y + tag.h * (2 * j + 1) / (2 * down)}) ? 1 : 0;
  return hits * 100 / (across * down);
}

const char* icon_of(const Thing& thing) {
  if (thing.use->kind == model::EntityKind::person) return "";
  return thing.looked ? "check" : "eye";
}

// What the icon says, for who hears it.
std::string_view looked_words(const SceneDrawContext& d, const Thing& thing) {
  if (*icon_of(thing) == 0) return {};
  return thing.looked ? d.tr("looked at") : d.tr("not looked at yet");
}

Size tag_size(ui::Frame& f, const Spot& spot) {
  const Size words = f.measure(spot.thing->name, ui::Type::small_bold);
  return {words.w + f.px(*icon_of(*spot.thing) ? 16 + 6 + 16 : 16), std::max(f.px(24), words.h + f.px(4))};
}

// Selected, under the keyboard or under the pointer: its name must be read whatever stands in the way.
bool is_wanted(const SceneDrawContext& d, const Spot& spot) {
  return spot.thing->place->symbol == d.screen.selected || d.f.focused() == spot.id || is_inside(spot.shape, d.f.pointer());
}

bool is_exhibit(const Spot& spot) { return spot.thing->use->kind == model::EntityKind::exhibit; }

// How far the tag stands from the outline it names.
int distance(const Rect& tag, const Spot& spot) {
  int least = 1 << 20;
  for (const Point& p : spot.shape) {
    const int dx = std::max({tag.x - p.x, p.x - tag.right(), 0}), dy = std::max({tag.y - p.y, p.y - tag.bottom(), 0});
    least = std::min(least, dx + dy);
  }
  return least;
}

// A person's name may stand at the neck as well, where there is none above the head.
std::vector<Point> tag_places(ui::Frame& f, const Spot& spot, Size size) {
  const Rect& b = spot.seen;
  const int gap = f.px(4), middle = b.x + (b.w - size.w) / 2;
  std::vector<Point> places{{b.x, b.y - size.h - gap}, {middle, b.y - size.h - gap}, {b.x + gap, b.y + gap}, {middle, b.bottom() + gap}};
  if (!is_exhibit(spot))
    places.back().y = spot.head.empty() ? b.y + gap : spot.head.bottom() + gap; // a person's name stands at the head
  else
    for (const Point& p : spot.shape) {
      places.push_back({p.x - size.w / 2, p.y - size.h - gap});
      places.push_back({p.x - size.w / 2, p.y + gap});
      places.push_back({p.x + gap, p.y - size.h / 2});
      places.push_back({p.x - size.w - gap, p.y - size.h / 2});
    }
  return places;
}

// Not counted on once it is at least `enough`: another place is better then.
int tag_cost(const Rect& tag, const Spot& spot, const std::vector<Spot>& spots, int enough) {
  int cost = distance(tag, spot) * 2;
  for (const Spot& other : spots) {
    if (cost >= enough) break;
    const int part = ui::overlap(tag, other.bounds) ? covered(tag, other.shape) : 0;
    cost += &other == &spot ? (is_exhibit(spot) ? part / 3 : part) : is_exhibit(other) ? part * 4 : part / 5;
  }
  return cost;
}

std::vector<Rect> heads_of(const std::vector<Spot>& spots) {
  std::vector<Rect> heads;
  for (const Spot& spot : spots)
    if (!spot.head.empty()) heads.push_back(spot.head);
  return heads;
}

bool overlaps_one(const Rect& at, const std::vector<Rect>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Rect& other) { return overlap(at, other); });
}

// Near its thing, over as little of the others as can be, never over another name nor over a face. Empty: there is no such place.
Rect free_place(SceneDrawContext& d, const Rect& picture, const Spot& spot, const std::vector<Spot>& spots, const std::vector<Rect>& taken,
                const std::vector<Rect>& heads) {
  const Size size = tag_size(d.f, spot);
  const int gap = d.f.px(4);
  Rect best;
  int least = is_exhibit(spot) ? 1 << 20 : 120; // a person may go without
  for (const Point& p : tag_places(d.f, spot, size)) {
    const Rect at{std::clamp(p.x, picture.x + gap, std::max(picture.x + gap, picture.right() - gap - size.w)),
                  std::clamp(p.y, picture.y + gap, std::max(picture.y + gap, picture.bottom() - gap - size.h)), size.w, size.h};
    if (overlaps_one(at.grown(d.f.px(2)), taken) || overlaps_one(at, heads)) continue;
    const int cost = tag_cost(at, spot, spots, least);
    if (cost < least) best = at, least = cost;
  }
  return best;
}

// A corner of it does not tell what it is.
bool is_in_sight(const Spot& spot) { return std::int64_t{4} * spot.seen.w * spot.seen.h >= std::int64_t{spot.bounds.w} * spot.bounds.h; }

// The same places whatever is selected: names must not jump.
void place_tags(SceneDrawContext& d, const Rect& picture, std::vector<Spot>& spots, const Rect& told) {
  std::vector<Rect> taken{told};
  const std::vector<Rect> heads = heads_of(spots);
  for (const bool exhibits : {true, false})
    for (Spot& spot : spots) {
      if (is_exhibit(spot) != exhibits || !is_in_sight(spot)) continue;
      spot.tag = free_place(d, picture, spot, spots, taken, heads);
      if (!spot.tag.empty()) taken.push_back(spot.tag);
    }
}

void show_wanted(SceneDrawContext& d, const Rect& picture, std::vector<Spot>& spots) {
  const std::vector<Rect> heads = heads_of(spots);
  for (Spot& spot : spots)
    if (spot.tag.empty() && is_wanted(d, spot) && !spot.seen.empty()) spot.tag = free_place(d, picture, spot, {}, {}, heads);
}

void draw_spot(SceneDrawContext& d, const Spot& spot) {
  const bool selected = spot.thing->place->symbol == d.screen.selected;
  if (ui::hot_spot(d.f, {.id = spot.id,
                         .label = spot.thing->name,
                         .shape = spot.shape,
                         .rect = spot.bounds,
                         .label_at = {},
                         .said = looked_words(d, *spot.thing),
                         .selected = selected,
                         .show_label = false}) &&
      !d.screen.closer.dragged)
    press_thing(d, *spot.thing);
}

// Names are drawn after all outlines, so that no outline runs through a name. The place itself is what is read out.
void draw_tag(SceneDrawContext& d, const Spot& spot) {
  if (spot.tag.empty()) return;
  ui::Frame& f = d.f;
  const std::string id = spot.id + "/name"; // where things stand before each other, the name is what can be pressed
  if (f.control({.id = id, .label = {}, .role = ui::Role::hot_spot, .rect = spot.tag, .focusable = false}).clicked &&
      !d.screen.closer.dragged)
    press_thing(d, *spot.thing);
  const bool selected = spot.thing->place->symbol == d.screen.selected;
  const ui::Colour ink = selected ? ui::Colour::on_acc : ui::Colour::text;
  f.fill(spot.tag, selected ? ui::Colour::acc : ui::Colour::surf, f.small_radius());
  f.border(spot.tag, selected ? ui::Colour::surf : ui::Colour::line2, 1, f.small_radius());
  Rect inside = spot.tag.inset(f.px(8), 0);
  if (const char* icon = icon_of(*spot.thing); *icon) f.icon(icon, inside.take_left(f.px(16), f.px(6)), ink);
  inside.w += 1; // rounding
  f.text(inside, spot.thing->name, ui::Type::small_bold, ink, {.valign = ui::VAlign::middle, .listed = ui::Listed::no});
}

std::vector<const Thing*> untagged(const std::vector<Spot>& spots) {
  std::vector<const Thing*> things;
  for (const Spot& spot : spots)
    if (spot.tag.empty()) things.push_back(spot.thing);
  return things;
}

// Names that have no room in the whole: the row of them keeps what it has, however the picture is looked at.
std::vector<const Thing*> unnamed_in_whole(SceneDrawContext& d, const Rect& rect, const ui::Placed& shown) {
  ui::Placed whole = shown;
  whole.scale = std::max(static_cast<double>(rect.w) / shown.design.w, static_cast<double>(rect.h) / shown.design.h);
  whole.left = rect.x - (shown.design.w * whole.scale - rect.w) / 2, whole.top = rect.y - (shown.design.h * whole.scale - rect.h) / 2;
  std::vector<Spot> spots = spots_of(d, rect, whole);
  place_tags(d, rect, spots, {});
  return untagged(spots);
}

// Returns the things whose names make room for what somebody says.
std::vector<const Thing*> draw_spots(SceneDrawContext& d, const Rect& rect, std::vector<Spot>& spots) {
  show_wanted(d, rect, spots);
  d.f.begin_group("scene/places");
  for (const Spot& spot : spots)
    draw_spot(d, spot);
  d.f.end_group();
  std::stable_partition(spots.begin(), spots.end(), [&](const Spot& spot) { return !is_wanted(d, spot); });
  std::vector<Rect> names;
  for (const Spot& spot : spots)
    if (!spot.tag.empty() && !speaks_now(d, *spot.thing)) names.push_back(spot.tag);
  const std::vector<EventPlace> events = place_events(d, d.screen.closer.placed, rect, std::move(names));
  std::vector<const Thing*> covered;
  for (const Spot& spot : spots)
    if (lies_under(spot.tag, events))
      covered.push_back(spot.thing);
    else if (!tells(events, *spot.thing))
      draw_tag(d, spot);
  draw_events(d, events);
  return covered;
}

int count_outside(const std::vector<Spot>& spots) {
  return static_cast<int>(std::count_if(spots.begin(), spots.end(), [](const Spot& spot) { return !is_in_sight(spot); }));
}

} // namespace

std::vector<const Thing*> draw_picture(SceneDrawContext& d, const Rect& rect) {
  look_about(d, rect);
  Closer& closer = d.screen.closer;
  closer.placed = screens::draw_stage(d.f, d.scene, d.reading.layers.paths, rect, "scene/picture", shown_part(closer));
  std::vector<const Thing*> unnamed;
  if (!closer.placed.ok) { // a picture that cannot be drawn hides nothing
    for (const Thing& thing : d.reading.things)
      unnamed.push_back(&thing);
    return unnamed;
  }
  std::vector<Spot> spots = spots_of(d, rect, closer.placed);
  const int outside = count_outside(spots);
  place_tags(d, rect, spots, told_rect(d, rect, outside));
  unnamed = closer.zoom.enlarged() ? unnamed_in_whole(d, rect, closer.placed) : untagged(spots);
  d.f.push_clip(rect);
  for (const Thing* covered : draw_spots(d, rect, spots))
    if (std::find(unnamed.begin(), unnamed.end(), covered) == unnamed.end()) unnamed.push_back(covered);
  point_out_part(d, rect);
  tell_outside(d, rect, outside);
  d.f.pop_clip();
  return unnamed;
}

} // namespace firsthand::modules::scene
