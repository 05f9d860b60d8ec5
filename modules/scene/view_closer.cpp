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

} // namespace

void show_close_up(SceneDrawContext& d, const Thing& thing) {
  Closer& closer = d.screen.closer;
  closer.of = thing.place->symbol;
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
  if (closer.of == 0 || (thing && closer.of == thing->place->symbol && can)) return;
  can ? show_close_up(d, *thing) : look_back(d);
}

Box closer_head(SceneDrawContext& d) {
  const Thing* thing = d.selected();
  if (!thing) return {};
  const base::Seconds at = last_seen_at(d.scene, thing->place->symbol);
  const std::string_view words =
      at == base::never ? d.tr("{thing}, enlarged", {{"thing", thing->name}})
                        : d.tr("{thing}: as you saw it at {time}", {{"thing", thing->name}, {"time", screens::clock_text(d.scene, at)}});
  const bool low = d.scene.frame && d.scene.frame->low;
  const ui::Button back{.id = "scene/zoom/back",
                        .label = low ? d.tr("Back") : d.tr("Back to the whole picture"),
                        .icon = "back",
                        .size = ui::ButtonSize::small};
  Box title = box::column({}, low ? Box() : box::text(d.tr("Enlarged. Looking around costs no time."), Type::small, Colour::mut),
                          box::text(words, low ? Type::body_bold : Type::heading, Colour::text, {.role = ui::Role::heading}));
  return box::row({.gap = 16, .pad = ui::pad(low ? 16 : 24, 4)}, std::move(title).grow(), box::button(back, [&d] { look_back(d); }))
      .least(0, 64);
}

} // namespace firsthand::modules::scene
