// The scene as a list: every thing with what was observed and what may be done, one after the other. The same presses,
// the same words; for who reads better than looks, and for the keyboard.
#include "modules/scene/view_new.h"
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

namespace box = ui::box;

ui::Box spaced(ui::Box inside, int below) {
  return inside.nothing() ? ui::Box() : box::column({.pad = {.bottom = below}}, std::move(inside));
}

int verb_columns(const SceneDrawContext& d, const ui::Rect& area) { return std::clamp(area.w / d.f.px(320), 1, 3); }

ui::Box list_thing(SceneDrawContext& d, const Thing& thing, int columns) {
  const bool asked = d.screen.which_entity == thing.place->symbol;
  return box::column({.pad = {.top = 8, .bottom = 8}}, spaced(thing_head(d, thing), 8), thing_facts(d, thing),
                     spaced(thing_quote(d, thing), 8), box::space(8), asked ? choices_of(d, columns) : verbs_of(d, thing, columns),
                     until_answered(d, thing), box::space(16), box::line(), box::space(12));
}

} // namespace

void draw_list(SceneDrawContext& d, const ui::Rect& area) {
  ui::Box list = box::column({.pad = {.right = 8}}, spaced(thing_result(d), 8), spaced(thing_news(d), 8));
  for (const Helper& helper : d.reading.helpers) {
    list.add(spaced(helper_strip(d, helper), 8));
    if (d.screen.tasks_for == helper.symbol) list.add(spaced(choices_of(d, 1), 8));
  }
  for (const Thing& thing : d.reading.things)
    list.add(list_thing(d, thing, verb_columns(d, area)));
  list.add(box::column({.pad = {.top = 8, .bottom = 8}}, waits_of(d)));
  ui::Box head, notebook;
  if (d.scene.frame) head = d.scene.frame->head(), notebook = d.scene.frame->notebook({});
  box::column({}, std::move(head), box::line(),
              box::column({.pad = {24, 8, 8, 0}}, box::scroll({"scene/list", {}}, std::move(list)).grow()).grow(), std::move(notebook))
      .draw(d.f, area);
}

} // namespace firsthand::modules::scene
