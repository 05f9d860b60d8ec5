// The scene as a list: every thing with what was observed and what may be done, one after the other. The same presses,
// the same words; for who reads better than looks, and for the keyboard.
#include "modules/scene/view_parts.h"

namespace firsthand::modules::scene {

namespace {

using ui::Colour;
using ui::Type;

int list_thing(SceneDraft& d, const Thing& thing, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y;
  y += thing_head(d, thing, x, y, w) + f.px(8);
  y += thing_facts(d, thing, x, y, w);
  if (const int quote = thing_quote(d, thing, x, y, w); quote > 0) y += quote + f.px(8);
  if (d.screen.which_entity == thing.place->symbol) {
    y += choices(d, x, y, w, 1) + f.px(8);
  } else {
    y += verbs_below(d, &thing, x, y, w, 1, Empty::leave_out);
  }
  f.hline(x, y + f.px(8), w, Colour::line);
  return y + f.px(20) - top;
}

} // namespace

void draw_list(SceneDraft& d, const ui::Rect& area) {
  ui::Frame& f = d.f;
  ui::Rect inside = area.inset(f.px(24), f.px(12));
  const ui::Rect foot = inside.take_bottom(goal_row(d, 0, 0, inside.w, Paint::measure), f.px(12));
  ui::ScrollArea list(f, {"scene/list", {inside.x, inside.y, inside.w + f.px(16), inside.h}});
  int y = list.top();
  const int w = inside.w - f.px(8);
  for (const Helper& helper : d.reading.helpers) {
    y += helper_strip(d, helper, {inside.x, y, w, 0}, Paint::draw) + f.px(8);
    if (d.screen.tasks_for == helper.symbol) y += choices(d, inside.x, y, w, 1) + f.px(8);
  }
  for (const Thing& thing : d.reading.things)
    y += list_thing(d, thing, inside.x, y + f.px(8), w) + f.px(8);
  y += waits(d, {inside.x, y + f.px(8), w, 0}, Paint::draw).h + f.px(16);
  list.finish(y);
  goal_row(d, foot.x, foot.y, foot.w, Paint::draw);
}

} // namespace firsthand::modules::scene
