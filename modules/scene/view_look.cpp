// Enlarging and moving the picture: by the wheel about the pointer, by keys, by its buttons, by dragging it.
#include "modules/scene/view_parts.h"

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Key;
using ui::Point;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

constexpr int bar_side = 40, bar_value = 56, told_margin = 8;
constexpr int drag_from = 5; // a hand that presses is not that still

Point middle_of(const Closer& closer) { return closer.zoom.part().centre(); }

void step(SceneDrawContext& d, Point still, int steps) {
  d.screen.closer.zoom.step(still, steps);
  if (!d.screen.closer.zoom.enlarged()) d.screen.closer.of = d.screen.closer.part = 0;
}

// Where the picture stands in a page that scrolls, the wheel is the page's.
void look_by_wheel(SceneDrawContext& d, const Rect& picture) {
  Closer& closer = d.screen.closer;
  const int steps = d.f.is_over(picture) && d.f.clip() == d.f.window() ? d.f.wheel() : 0;
  if (steps == 0) return;
  d.f.use_wheel();
  step(d, closer.placed.unmap(d.f.pointer()), steps);
}

// The arrows belong to lists and to the things in the picture; here they move what is shown.
bool has_the_arrows(const SceneDrawContext& d) { return d.f.focused().empty() || d.f.focused().starts_with("scene/zoom/"); }

void move_by_keys(SceneDrawContext& d) {
  Closer& closer = d.screen.closer;
  if (!closer.zoom.enlarged() || !has_the_arrows(d)) return;
  const Rect part = closer.zoom.part();
  const std::array<std::tuple<Key, int, int>, 4> ways{{{Key::left, -1, 0}, {Key::right, 1, 0}, {Key::up, 0, -1}, {Key::down, 0, 1}}};
  for (const auto& [key, x, y] : ways)
    if (d.f.shortcut(key)) closer.zoom.move(x * part.w / 8, y * part.h / 8);
}

void look_by_keys(SceneDrawContext& d) {
  Closer& closer = d.screen.closer;
  for (const auto& [key, steps] : {std::pair{Key::plus, 1}, std::pair{Key::minus, -1}})
    if (d.f.shortcut(key)) step(d, middle_of(closer), steps), d.f.focus(steps > 0 ? "scene/zoom/more" : "scene/zoom/less");
  if (closer.zoom.enlarged() && d.f.shortcut(Key::letter, '0')) look_back(d);
  move_by_keys(d);
}

void take_picture(SceneDrawContext& d, const Rect& picture) {
  Closer& closer = d.screen.closer;
  if (!d.f.pressed() || !d.f.is_over(picture) || !closer.zoom.enlarged()) return;
  closer.taken = closer.placed.unmap(d.f.pointer());
  closer.pressed_at = d.f.pointer();
}

// What the pointer took stays under it. Letting go ends it in the next frame: the press that is let go is none on a thing.
void drag_picture(SceneDrawContext& d, const Rect& picture) {
  Closer& closer = d.screen.closer;
  if (!closer.taken) closer.dragged = false;
  if (!d.f.pointer_down()) return closer.taken.reset();
  take_picture(d, picture);
  if (!closer.taken) return;
  const Point now = d.f.pointer(), from = closer.pressed_at;
  if (std::max(std::abs(now.x - from.x), std::abs(now.y - from.y)) > d.f.px(drag_from)) closer.dragged = true;
  if (!closer.dragged) return;
  d.f.drag();
  const Point under = closer.placed.unmap(now);
  closer.zoom.move(closer.taken->x - under.x, closer.taken->y - under.y);
}

// Whoever goes through the things by keyboard is shown each of them; and what is selected, by whatever happens, comes into sight.
void show_what_is_meant(SceneDrawContext& d) {
  Closer& closer = d.screen.closer;
  const std::string focus(d.f.focused());
  const bool goes = std::exchange(closer.focus, focus) != focus;
  const bool selects = std::exchange(closer.selected, d.screen.selected) != d.screen.selected;
  if (!closer.zoom.enlarged()) return;
  for (const Thing& thing : d.reading.things) {
    const bool focused = goes && focus == "scene/place/" + thing.place->entity,
               selected = selects && thing.place->symbol == closer.selected;
    if (thing.in_picture && (focused || selected)) closer.zoom.show(bounds_of(thing));
  }
}

} // namespace

Rect shown_part(const Closer& closer) { return closer.zoom.enlarged() ? closer.zoom.part() : Rect{}; }

void look_about(SceneDrawContext& d, const Rect& picture) {
  Closer& closer = d.screen.closer;
  if (!closer.placed.ok) return; // it is not known yet what lies where
  if (!closer.zoom.is_of(closer.placed.design, {picture.w, picture.h})) {
    closer.zoom = ui::Zoom(closer.placed.design, {picture.w, picture.h});
    if (const Thing* thing = d.reading.thing(closer.of)) show_close_up(d, *thing);
  }
  look_by_wheel(d, picture);
  look_by_keys(d);
  drag_picture(d, picture);
  show_what_is_meant(d);
}

void look_back(SceneDrawContext& d) {
  Closer& closer = d.screen.closer;
  closer.zoom.about({}, ui::Zoom::whole);
  closer.of = closer.part = 0;
  const Thing* thing = d.selected();
  const std::string_view focus = d.f.focused();
  if (thing && (focus.starts_with("scene/zoom/") || focus.starts_with("scene/part/"))) focus_first_verb(d, *thing);
}

void look_back_by_escape(SceneDrawContext& d) {
  leave_part_by_escape(d);
  if ((d.screen.closer.zoom.enlarged() || d.screen.closer.of != 0) && d.f.closes("scene/zoom")) look_back(d);
}

// ---- the bar

namespace {

struct ZoomButton {
  std::string_view id, label;
  const char* icon;
  int steps;
  bool enabled;
};

void draw_zoom_button(SceneDrawContext& d, const Rect& at, const ZoomButton& button) {
  ui::Frame& f = d.f;
  const ui::Interaction i =
      f.control({.id = button.id, .label = button.label, .rect = at, .enabled = button.enabled, .value = {}, .shape = {}});
  if (i.hovered || i.held) f.fill(at, Colour::acc_soft, f.radius());
  f.icon(button.icon, at.inset(f.px(10)), button.enabled ? Colour::acc : Colour::mut);
  if (i.ring) f.focus_ring(at.inset(f.px(5)), f.radius());
  if (i.clicked) step(d, middle_of(d.screen.closer), button.steps);
}

std::string_view factor_words(const SceneDrawContext& d) {
  const int percent = d.screen.closer.zoom.percent();
  return d.tr("{n} ×", {{"n", fmt::format("{}.{}", percent / 100, percent % 100 / 10)}});
}

// The names have more need of the room.
bool has_bare_bar(const SceneDrawContext& d) {
  return (d.scene.frame && d.scene.frame->low) || d.f.width() * 100 / d.f.text_percent() < 1320;
}

void draw_bar(SceneDrawContext& d, Rect rest) {
  ui::Frame& f = d.f;
  const int percent = d.screen.closer.zoom.percent(), side = f.px(bar_side);
  f.border(rest, Colour::line2, 1, f.radius());
  draw_zoom_button(d, rest.take_left(side), {"scene/zoom/less", d.tr("Smaller picture"), "minus", -1, percent > ui::Zoom::whole});
  draw_zoom_button(d, rest.take_right(side), {"scene/zoom/more", d.tr("Larger picture"), "plus", 1, percent < ui::Zoom::most});
  if (has_bare_bar(d)) return; // it is told in the picture
  f.text(rest, factor_words(d), Type::small_bold, Colour::text,
         {.align = ui::Align::centre, .valign = ui::VAlign::middle, .tabular = true});
}

} // namespace

Box zoom_bar(SceneDrawContext& d) {
  const int value = has_bare_bar(d) ? 8 : bar_value;
  Box bar = box::fixed(2 * bar_side + value, bar_side, [&d](ui::Frame&, const Rect& at) { draw_bar(d, at); });
  return box::part(ui::Part::chips, box::group("scene/zoom", std::move(bar)));
}

Box with_zoom_bar(SceneDrawContext& d, Box names) {
  if (has_zoom_in_head(d)) return names;
  if (names.nothing()) return box::row({.along = ui::Along::end}, zoom_bar(d));
  Box below = box::column({.gap = 8}, names, zoom_bar(d).stands(ui::Across::end));
  Box beside = box::row({.gap = zoom_gap, .across = ui::Across::start}, std::move(names).grow(), zoom_bar(d));
  return box::when({.narrower_than = 300}, std::move(below), std::move(beside));
}

namespace {

// Names do not go in silence.
std::string_view told_words(const SceneDrawContext& d, int outside) {
  const std::string words = outside == 0 ? std::string(d.tr("Enlarged, as last seen"))
                                         : d.scene.words.plural("scene", "Enlarged, as last seen. {n} name is outside",
                                                                "Enlarged, as last seen. {n} names are outside", outside);
  return d.f.keep(has_bare_bar(d) ? fmt::format("{} · {}", factor_words(d), words) : words);
}

} // namespace

Rect told_rect(const SceneDrawContext& d, const Rect& picture, int outside) {
  if (!d.screen.closer.zoom.enlarged()) return {};
  const int margin = d.f.px(told_margin);
  const ui::Size size = d.f.measure(told_words(d, outside), Type::small_bold, picture.w - 4 * margin);
  if (size.h > picture.h / 3) return {};
  return {picture.x + margin, picture.bottom() - 2 * margin - size.h, size.w + 2 * margin + 1, size.h + margin};
}

void tell_outside(SceneDrawContext& d, const Rect& picture, int outside) {
  if (!d.screen.closer.zoom.enlarged()) return;
  ui::Frame& f = d.f;
  const std::string_view words = told_words(d, outside);
  const Rect at = told_rect(d, picture, outside);
  if (at.empty()) return f.list(ui::Role::text, words, picture);
  f.fill(at, Colour::surf, f.small_radius());
  f.border(at, Colour::line2, 1, f.small_radius());
  f.text(at.inset(f.px(told_margin), f.px(told_margin) / 2), words, Type::small_bold, Colour::text);
}

} // namespace firsthand::modules::scene
