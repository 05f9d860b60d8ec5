// See page.h: where the bar, the rail, the step and the notebook stand.
#include "engine/screens/play/draw.h"
#include "engine/screens/play/parts.h"

namespace firsthand::screens {

namespace {

Rect rail_column(Frame& f, Rect& page, const StepView& view) { return view.whole_page() ? Rect{} : page.take_left(play::rail_width(f)); }

Rect notebook_column(Frame& f, Rect& page, const StepView& view) {
  if (play::discs_only(f) || view.whole_page()) return {};
  const Rect column = page.take_right(f.px(312));
  f.fill(column, Colour::note);
  f.vline(column.x, column.y, column.h, Colour::line);
  return column.inset(f.px(24), f.px(16));
}

void take_step_intent(PlayIntent& out, PlayMemory& memory, StepIntent intent) {
  if (intent.open_notebook) memory.sheet = PlaySheet::notebook;
  if (!intent.action && !intent.go_on) return;
  out.action = std::move(intent.action), out.go_on = intent.go_on;
  out.drawn = std::move(intent.drawn);
}

} // namespace

PlayIntent draw_play(Frame& f, const PlayState& state, PlayMemory& memory, StepView& view) {
  PlayIntent out;
  StepScene scene = state.scene;
  scene.as_list = memory.as_list && view.can_list();
  play::DrawContext d{f, state, scene, memory, view, out};
  if (!play::discs_only(f) && memory.sheet == PlaySheet::notebook) memory.sheet = PlaySheet::none;
  f.screen("play/" + scene.drawn.attempt + "/" + scene.prepared.symbols.word(scene.step));
  f.moment(scene.drawn.turn);
  if (scene.pending) f.keep_still();
  play::remember_photographs(d);
  play::read_keys(d);
  f.fill(f.window(), Colour::bg);
  const int top = play::draw_bar(d);
  Rect page{0, top, f.width(), f.height() - top};
  const Rect rail = rail_column(f, page, view);
  f.begin_part(Part::rail);
  if (!rail.empty()) play::draw_rail(d, rail);
  f.end_part();
  const Rect notebook = notebook_column(f, page, view);
  const Rect tools = play::discs_only(f) ? page.take_bottom(play::tools_height(d, page.w)) : Rect{};
  if (!view.whole_page()) {
    f.fill(page, Colour::surf);
    f.vline(page.x, page.y, page.h, Colour::line);
  }
  out.drawn = scene.drawn;
  take_step_intent(out, memory, view.draw(f, page, scene));
  f.begin_part(Part::rail);
  if (!tools.empty()) play::draw_tools(d, tools);
  f.end_part();
  f.begin_part(Part::drawer);
  if (!notebook.empty()) play::draw_notebook(d, notebook);
  f.end_part();
  play::draw_sheets(d, top);
  if (f.leaves("play") && memory.sheet == PlaySheet::none) memory.sheet = PlaySheet::leave;
  if (state.scene.pending) out.action.reset(), out.go_on = false;
  return out;
}

} // namespace firsthand::screens
