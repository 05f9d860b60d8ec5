// The close-up of the thing selected: as large as the picture lets it be, with its parts side by side. Part and fact are one selection.
#include "modules/scene/view_parts.h"

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

constexpr int margin_units = 6, least_close_up = 125; // of the outline, round the thing; percent
constexpr int head_height = 64;

} // namespace

void show_close_up(SceneDrawContext& d, const Thing& thing) {
  Closer& closer = d.screen.closer;
  closer.of = thing.place->symbol, closer.part = 0;
  const Rect bounds = bounds_of(thing);
  closer.zoom.fit(bounds.grown(margin_units));
  if (closer.zoom.percent() < least_close_up) closer.zoom.about(bounds.centre(), least_close_up); // what is too large is moved about in
}

Rect bounds_of(const Thing& thing) {
  const std::vector<int>& corners = thing.outline;
  if (corners.size() < 6) return {thing.place->at[0], thing.place->at[1], thing.place->at[2], thing.place->at[3]};
  int left = corners[0], right = corners[0], top = corners[1], bottom = corners[1];
  for (std::size_t i = 2; i + 1 < corners.size(); i += 2) {
    left = std::min(left, corners[i]), right = std::max(right, corners[i]);
    top = std::min(top, corners[i + 1]), bottom = std::max(bottom, corners[i + 1]);
  }
  return {left, top, right - left, bottom - top};
}

bool is_close_up(const SceneDrawContext& d) { return d.screen.closer.of != 0; }

Box enlarge_button(SceneDrawContext& d, const Thing& thing) {
  if (!thing.in_picture || d.scene.as_list) return {};
  const bool now = d.screen.closer.of == thing.place->symbol;
  const ui::Button button{.id = "scene/enlarge",
                          .label = now ? d.tr("Enlarged") : d.tr("Enlarge"),
                          .icon = "search",
                          .size = ui::ButtonSize::small,
                          .selected = now};
  return box::button(button, [&d, &thing, now] { now ? look_back(d) : show_close_up(d, thing); });
}

// Another thing is selected, or the one enlarged went away.
void follow_selection(SceneDrawContext& d) {
  Closer& closer = d.screen.closer;
  const Thing* thing = d.selected();
  const bool can = thing && thing->in_picture && closer.placed.ok && !d.scene.as_list;
  if (can && d.f.shortcut(ui::Key::letter, 'z')) closer.of == 0 ? show_close_up(d, *thing) : look_back(d);
  if (closer.part != 0 && !part_of(d, closer.part)) closer.part = 0;
  if (closer.of == 0 || (thing && closer.of == thing->place->symbol && can)) return;
  can ? show_close_up(d, *thing) : look_back(d);
}

bool has_zoom_in_head(const SceneDrawContext& d) { return is_close_up(d) && !(d.scene.frame && d.scene.frame->low); }

namespace {

std::string_view closer_words(const SceneDrawContext& d, const Thing& thing) {
  const base::Seconds at = last_seen_at(d.scene, thing.place->symbol);
  return at == base::never ? d.tr("{thing}, enlarged", {{"thing", thing.name}})
                           : d.tr("{thing}: as you saw it at {time}", {{"thing", thing.name}, {"time", screens::clock_text(d.scene, at)}});
}

enum class Told : std::uint8_t { in_full, in_short, name_alone };

Box closer_title(SceneDrawContext& d, const Thing& thing, Told told) {
  const bool full = told == Told::in_full;
  return box::column({}, full ? box::text(d.tr("Enlarged. Looking around costs no time."), Type::small, Colour::mut) : Box(),
                     box::text(told == Told::name_alone ? std::string_view(thing.name) : closer_words(d, thing),
                               full ? Type::heading : Type::body_bold, Colour::text, {.role = ui::Role::heading}));
}

Box closer_head_with(SceneDrawContext& d, const Thing& thing, Told told, std::string_view back) {
  const ui::Button button{.id = "scene/zoom/back", .label = back, .icon = "back", .size = ui::ButtonSize::small};
  return box::row({.gap = 16, .pad = ui::pad(has_zoom_in_head(d) ? 24 : 16, 4)}, closer_title(d, thing, told).grow(),
                  has_zoom_in_head(d) ? zoom_bar(d) : Box(), box::button(button, [&d] { look_back(d); }))
      .least(0, head_height);
}

} // namespace

// In as few words as it takes to be no higher than the head that it stands in for. The column says when the thing was seen as well.
Box closer_head(SceneDrawContext& d) {
  const Thing* thing = d.selected();
  if (!thing) return {};
  return box::for_width([&d, thing](ui::Frame& f, int width) {
    const std::string_view back = d.tr("Back");
    std::vector<std::pair<Told, std::string_view>> ways{{Told::in_short, back}};
    if (has_zoom_in_head(d)) ways = {{Told::in_full, d.tr("Back to the whole picture")}, {Told::in_full, back}, {Told::in_short, back}};
    for (const auto& [told, words] : ways)
      if (Box head = closer_head_with(d, *thing, told, words); head.height(f, width) <= f.px(head_height)) return head;
    return closer_head_with(d, *thing, Told::name_alone, back);
  });
}

} // namespace firsthand::modules::scene
