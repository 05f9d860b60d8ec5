// The scene as a list: every thing with what was observed and what may be done, one after the other. The same presses,
// the same words; for who reads better than looks, and for the keyboard.
#include "modules/scene/view_parts.h"

namespace firsthand::modules::scene {

namespace {

namespace box = ui::box;

ui::Box spaced(ui::Box inside, int below) {
  return inside.nothing() ? ui::Box() : box::column({.pad = {.bottom = below}}, std::move(inside));
}

ui::Box list_thing(SceneDrawContext& d, const Thing& thing) {
  const bool asked = d.screen.which_entity == thing.place->symbol;
  return box::column({.pad = {.top = 8, .bottom = 8}}, spaced(thing_head(d, thing), 8), thing_facts(d, thing),
                     spaced(thing_quote(d, thing), 8), asked ? spaced(choices_of(d, 1), 8) : verbs_of(d, &thing, 1, Empty::leave_out),
                     box::space(8), box::line(), box::space(12));
}

} // namespace

void draw_list(SceneDrawContext& d, const ui::Rect& area) {
  ui::Box list = box::column({.pad = {.right = 8}});
  for (const Helper& helper : d.reading.helpers) {
    list.add(spaced(helper_strip(d, helper), 8));
    if (d.screen.tasks_for == helper.symbol) list.add(spaced(choices_of(d, 1), 8));
  }
  for (const Thing& thing : d.reading.things)
    list.add(list_thing(d, thing));
  list.add(box::column({.pad = {.top = 8, .bottom = 8}}, waits_of(d)));
  box::column({.gap = 12, .pad = {24, 12, 8, 12}}, box::scroll({"scene/list", {}}, std::move(list)).grow(),
              box::column({.pad = {.right = 16}}, goal_of(d)))
      .draw(d.f, area);
}

} // namespace firsthand::modules::scene
