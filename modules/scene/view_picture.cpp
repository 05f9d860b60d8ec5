// The scene's picture: layers, places on it with their tags, and the row under it with the goal and those who are not in it.
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using ui::Point;
using ui::Rect;
using ui::Size;

struct Spot {
  const Thing* thing = nullptr;
  std::vector<Point> shape;
  Rect bounds;
  Rect tag;            // empty: no room for its name
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
  for (std::size_t i = 0; i + 1 < thing.outline.size(); i += 2) corners.push_back({thing.outline[i], thing.outline[i + 1]});
  if (!corners.empty()) return corners;
  const auto& [x, y, w, h] = thing.place->at;
  return {{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}};
}

// People first, so that a thing in front of somebody is hit before the person.
std::vector<Spot> spots_of(const SceneDraft& d, const ui::Placed& placed) {
  std::vector<Spot> spots;
  for (const Thing& thing : d.reading.things) {
    if (!thing.in_picture) continue;
    Spot spot;
    spot.thing = &thing;
    spot.id = "scene/place/" + thing.place->entity;
    for (const Point& corner : corners_of(thing)) spot.shape.push_back(placed.map(corner.x, corner.y));
    spot.bounds = bounds_of(spot.shape);
    spots.push_back(std::move(spot));
  }
  std::stable_partition(spots.begin(), spots.end(), [](const Spot& s) { return s.thing->use->kind == model::EntityKind::person; });
  return spots;
}

Size tag_size(ui::Frame& f, const Spot& spot) {
  const Size words = f.measure(spot.thing->name, ui::Type::small_bold);
  return {words.w + f.px(16 + 6 + 16), std::max(f.px(24), words.h + f.px(4))};
}

// Above, inside at the top, below, beside: the first place where no other name stands.
Rect free_place(ui::Frame& f, const Rect& picture, const Rect& b, Size size, const std::vector<Rect>& taken) {
  const int gap = f.px(4), middle = b.x + (b.w - size.w) / 2;
  const Point tries[] = {{b.x, b.y - size.h - gap}, {middle, b.y - size.h - gap}, {b.x + gap, b.y + gap}, {middle, b.bottom() + gap},
                         {b.right() + gap, b.y}, {b.x - size.w - gap, b.y}, {middle, b.y + b.h / 2}, {middle, b.bottom() - size.h - gap}};
  for (const Point& p : tries) {
    const Rect at{std::clamp(p.x, picture.x + gap, std::max(picture.x + gap, picture.right() - gap - size.w)), p.y, size.w, size.h};
    if (at.y < picture.y + gap || at.bottom() > picture.bottom() - gap) continue;
    if (std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return overlap(at.grown(f.px(2)), other); })) return at;
  }
  return {};
}

bool is_wanted(const SceneDraft& d, const Spot& spot) {
  return spot.thing->place->symbol == d.screen.selected || d.f.focused() == spot.id;
}

bool is_exhibit(const Spot& spot) { return spot.thing->use->kind == model::EntityKind::exhibit; }

void place_tags(SceneDraft& d, const Rect& picture, std::vector<Spot>& spots) {
  std::vector<Rect> taken;
  for (int turn = 0; turn < 3; ++turn)
    for (Spot& spot : spots) {
      const int rank = is_wanted(d, spot) ? 0 : is_exhibit(spot) ? 1 : 2;
      if (rank != turn) continue;
      spot.tag = free_place(d.f, picture, spot.bounds, tag_size(d.f, spot), taken);
      if (!spot.tag.empty()) taken.push_back(spot.tag);
    }
}

void draw_spot(SceneDraft& d, const Spot& spot) {
  const bool selected = spot.thing->place->symbol == d.screen.selected;
  if (ui::hot_spot(d.f, {.id = spot.id, .label = spot.thing->name, .shape = spot.shape, .rect = spot.bounds,
                         .label_at = {spot.tag.x, spot.tag.y}, .icon = spot.thing->looked ? "check" : "eye", .selected = selected,
                         .show_label = !spot.tag.empty()}))
    press_thing(d, *spot.thing);
}

} // namespace

void draw_picture(SceneDraft& d, const Rect& rect) {
  const ui::Placed placed = ui::draw_stage(d.f, d.scene, d.reading.layers.paths, rect, "scene/picture");
  if (!placed.ok) return;
  std::vector<Spot> spots = spots_of(d, placed);
  place_tags(d, rect, spots);
  d.f.push_clip(rect);
  d.f.begin_group("scene/places");
  const Spot* last = nullptr; // the selected outline lies over the other names
  for (const Spot& spot : spots) {
    if (spot.thing->place->symbol == d.screen.selected) last = &spot;
    else draw_spot(d, spot);
  }
  if (last) draw_spot(d, *last);
  d.f.end_group();
  d.f.pop_clip();
}

namespace {

std::vector<const Thing*> absent_things(const SceneDraft& d) {
  std::vector<const Thing*> absent;
  for (const Thing& thing : d.reading.things)
    if (!thing.in_picture) absent.push_back(&thing);
  return absent;
}

// Those who are not in the picture, at the right end of the row; returns the room they took.
int absent_row(SceneDraft& d, const Rect& row, Paint paint) {
  ui::Frame& f = d.f;
  int used = 0;
  for (const Thing* thing : absent_things(d)) {
    const std::string id = "scene/place/" + thing->place->entity;
    const ui::Button chip{.id = id, .label = thing->name, .icon = d.scene.prepared.scenario.model_of(*thing->use).icon,
                          .size = ui::ButtonSize::small, .selected = thing->place->symbol == d.screen.selected};
    const Size size = size_of(f, chip);
    const Rect at{row.right() - used - size.w, row.y + (row.h - size.h) / 2, size.w, size.h};
    used += size.w + f.px(8);
    if (paint == Paint::draw && ui::button(f, at, chip)) press_thing(d, *thing);
  }
  return used;
}

} // namespace

int goal_line(SceneDraft& d, int x, int y, int w, Paint paint) {
  ui::Frame& f = d.f;
  const bool refused = !d.scene.refused.empty();
  const std::string words = refused ? std::string(d.scene.refused) : d.scene.say(d.spec.goal);
  Rect row{x, y, w, 0};
  const int chips = absent_row(d, row, Paint::measure), lead = f.px(16 + 8);
  const bool below = chips > w / 2;
  const int room = std::max(1, w - lead - (below ? 0 : chips + f.px(8)));
  const int words_h = std::max(f.px(20), f.measure(words, ui::Type::small, room).h);
  row.h = std::max(words_h, below ? 0 : chips > 0 ? f.px(40) : 0);
  const int all = row.h + (below ? f.px(48) : 0);
  if (paint == Paint::measure) return all;
  const ui::Colour ink = refused ? ui::Colour::warn : ui::Colour::mut;
  f.icon(refused ? "triangle" : "flag", {x, row.y, f.px(16), row.h}, ink);
  f.text(Rect{x + lead, row.y, room, row.h}, words, ui::Type::small, ink,
         {.valign = ui::VAlign::middle, .role = refused ? ui::Role::notice : ui::Role::text});
  absent_row(d, below ? Rect{x, row.bottom() + f.px(4), w, f.px(44)} : row, Paint::draw);
  return all;
}

} // namespace firsthand::modules::scene
