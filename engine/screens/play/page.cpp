// See page.h: where the bar, the rail, the step and the parts of its frame stand.
#include "engine/screens/play/draw.h"
#include "engine/screens/play/parts.h"
#include "engine/screens/shared/session_strip.h"

namespace firsthand::screens {

namespace play {

namespace {

constexpr int low = 660, narrow = 700; // in units of the text

int in_units(Frame& f, int px) { return px * 100 / f.text_percent(); }

} // namespace

bool is_low(Frame& f) { return in_units(f, f.height()) < low; }

int rail_width(Frame& f) { return in_units(f, f.width()) < narrow ? 0 : f.px(is_low(f) && f.text_percent() >= 150 ? 54 : 64); }

} // namespace play

namespace {

void take_step_intent(PlayIntent& out, PlayMemory& memory, StepIntent intent) {
  if (intent.show_list) memory.as_list = true;
  if (!intent.action && !intent.go_on) return;
  out.action = std::move(intent.action), out.go_on = intent.go_on;
  out.drawn = std::move(intent.drawn);
}

play::RailName draw_rail_column(play::DrawContext& d, Rect& page) {
  play::RailName named;
  const Rect rail = d.view.whole_page() ? Rect{} : page.take_left(play::rail_width(d.f));
  d.f.begin_part(Part::rail);
  if (!rail.empty()) play::draw_rail(d, rail, named);
  d.f.end_part();
  return named;
}

// Head above, notebook below: for a step that does not place them by itself.
StepIntent draw_framed(play::DrawContext& d, const StepFrame& frame, Rect page) {
  const Box head = frame.head(), notebook = frame.notebook({});
  head.draw(d.f, page.take_top(head.height(d.f, page.w)));
  d.f.hline(page.x, page.y, page.w, Colour::line);
  const Box happened = play::happened_of(d);
  happened.draw(d.f, page.take_top(happened.height(d.f, page.w)));
  const Rect below = page.take_bottom(notebook.height(d.f, page.w));
  StepIntent intent = d.view.draw(d.f, page, d.scene);
  notebook.draw(d.f, below);
  return intent;
}

StepIntent draw_step(play::DrawContext& d, const StepFrame& frame, const Rect& page) {
  if (d.view.whole_page()) return d.view.draw(d.f, page, d.scene);
  d.f.fill(page, Colour::surf);
  if (page.x > 0) d.f.vline(page.x - 1, page.y, page.h, Colour::line);
  return d.view.places_frame() ? d.view.draw(d.f, page, d.scene) : draw_framed(d, frame, page);
}

Box session_box(play::DrawContext& d) {
  if (play::tells_session(d)) return {};
  return shared::session_strip(
      {.words = d.state.session, .id = "play/supervise", .button = d.tr("Supervisor"), .meaning = d.state.session_meaning, .height = 48},
      d.out.supervise);
}

void begin_page(play::DrawContext& d) {
  d.f.screen("play/" + d.scene.drawn.attempt + "/" + d.scene.prepared.symbols.word(d.scene.step));
  d.f.moment(d.scene.drawn.turn);
  if (d.scene.pending) d.f.keep_still();
  play::remember_photographs(d);
  play::read_keys(d);
  d.f.fill(d.f.window(), Colour::bg);
}

} // namespace

PlayIntent draw_play(Frame& f, const PlayState& state, PlayMemory& memory, StepView& view) {
  PlayIntent out;
  StepScene scene = state.scene;
  scene.as_list = memory.as_list && view.can_list();
  play::DrawContext d{f, state, scene, memory, view, out};
  Rect notebook, head;
  const StepFrame frame{play::is_low(f), play::rail_width(f) == 0, view.places_frame() && play::is_unsaved(d),
                        [&] { return play::head_of(d, head); },
                        [&](std::vector<Box> buttons) { return play::notebook_of(d, notebook, std::move(buttons)); }};
  scene.frame = &frame;
  begin_page(d);
  int top = play::draw_bar(d);
  top += session_box(d).draw(d.f, {0, top}, f.width());
  Rect page{0, top, f.width(), f.height() - top};
  const play::RailName named = draw_rail_column(d, page);
  out.drawn = scene.drawn;
  take_step_intent(out, memory, draw_step(d, frame, page));
  if (frame.unsaved) play::draw_unsaved(d, head, top);
  play::draw_rail_name(d, named);
  play::draw_sheets(d, top, notebook);
  if (f.leaves("play") && memory.sheet == PlaySheet::none) play::wish_to_leave(d);
  if (state.scene.pending) out.action.reset(), out.go_on = false;
  return out;
}

} // namespace firsthand::screens
