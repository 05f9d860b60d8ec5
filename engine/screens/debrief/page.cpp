// The debrief's frame: top bar, which page, and the rows of buttons that both pages share.
#include "engine/screens/debrief/draw.h"
#include "engine/screens/debrief/parts.h"
#include "engine/screens/shared/bars.h"

#include <algorithm>

namespace firsthand::screens::debrief {

Box top(DrawContext& d) {
  const auto home = [&] { return box::back("debrief/home", d.state.labels.home, d.out.home); };
  const auto title = [&] {
    return box::column({.pad = pad(0, 6)}, box::text(d.state.title, Type::heading, Colour::text, {.role = Role::heading}))
        .grow()
        .least(240, 0);
  };
  const auto small = [](const std::string& words) { return box::text(words, Type::small, Colour::mut); };
  const std::string& page = d.memory.page == 1   ? d.state.labels.page_one
                            : d.memory.page == 2 ? d.state.labels.page_two
                                                 : d.state.labels.futures;
  const int least = d.f.text_percent() >= 150 ? 48 : 56;
  Box beside =
      box::row({.pad = {16, 0, 24, 0}}, home(), box::space(16), title(), box::space(24), small(d.state.mode), box::space(16), small(page));
  Box below = box::column({}, box::row({.gap = 16, .pad = {16, 0, 24, 0}}, home(), title()).least(0, least),
                          box::row({.gap = 16, .pad = {72, 4, 24, 4}}, small(d.state.mode), small(page)));
  return box::on(
      [](Frame& f, const Rect& bar) {
        f.fill(bar, Colour::surf);
        f.hline(0, bar.bottom() - 1, bar.w, Colour::line);
      },
      box::first_that_fits(std::move(beside).least(0, least), std::move(below)));
}

Rect page_of(Frame& f, int y) {
  const int margin = f.px(f.text_percent() >= 150 ? 32 : 64);
  const int width = std::min(f.width() - 2 * margin, f.px(shared::text_width));
  return {(f.width() - width) / 2, y, width, f.height() - y};
}

void draw_page(DrawContext& d, const Rect& page, Box above, const Scroll& scroll, Box content, shared::Footer ways) {
  const int side = (d.f.width() - page.w) / 2;
  const Box edge = ways.fixed.nothing() ? Box() : box::line(); // lines that are cut there scroll on
  Scroll leading = scroll;
  leading.leads = true;
  box::column({}, std::move(above).wide_px(page.w), box::scroll(leading, std::move(content).wide_px(page.w)).grow(), edge,
              std::move(ways.fixed).wide_px(page.w))
      .draw(d.f, {page.x, page.y, page.w + side, page.h});
}

Box heading(std::string_view words) { return box::text(words, Type::heading, Colour::text, {.role = Role::heading}); }

Box beside_icon(std::string_view icon, Meaning meaning, int gap, Box words) {
  return box::row({.gap = gap, .across = Across::start}, box::column({.pad = {.top = 3}}, box::icon(icon, 18, ink_of(meaning))),
                  std::move(words).grow());
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

DebriefIntent draw_debrief(Frame& f, const DebriefState& state, DebriefMemory& memory) {
  DebriefIntent out;
  debrief::DrawContext d{f, state, memory, out};
  f.fill(f.window(), Colour::bg);
  const Rect page = debrief::page_of(f, debrief::top(d).draw(f, {}, f.width()));
  if (memory.page == 1)
    debrief::draw_page_one(d, page);
  else if (memory.page == 2)
    debrief::draw_page_two(d, page);
  else
    debrief::draw_page_futures(d, page);
  if (out.everything) memory.page = 2;
  if (out.futures) memory.page = 3;
  if (out.page_one) memory.page = 1;
  return out;
}

} // namespace firsthand::screens
