// Parts of the debrief's drawing, shared by its files. Internal to it. Those with a width return the height that they used.
#pragma once

#include "engine/screens/debrief/state.h"
#include "engine/screens/shared/footer.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/box.h"

namespace firsthand::screens::debrief {

struct DrawContext {
  Frame& f;
  const DebriefState& state;
  DebriefMemory& memory;
  DebriefIntent& out;
};

Box top(DrawContext& d);       // the bar
Rect page_of(Frame& f, int y); // the page's margins, capped in width, down to the window's end

// What stays above, what scrolls, and the ways on. The scroll bar stands at the window's edge.
void draw_page(DrawContext& d, const Rect& page, Box above, const Scroll& scroll, Box content, shared::Footer ways);

void draw_page_one(DrawContext& d, const Rect& page);
void draw_page_two(DrawContext& d, const Rect& page);
void draw_page_futures(DrawContext& d, const Rect& page);
Box future_line(DrawContext& d);
std::size_t chosen_mark(const DrawContext& d); // of the futures
void choose_mark(DrawContext& d, std::size_t index);

Box timeline(DrawContext& d, const DebriefTimeline& timeline);
Box legend(DrawContext& d);
Box findings(DrawContext& d, int width);
Box exhibits(DrawContext& d);
Box luck(DrawContext& d);
Box questions(DrawContext& d);
Box moments(DrawContext& d);
Rect around(Point centre, int side);
void draw_cut_sign(Frame& f, Point at);      // idle time that is not drawn
Box costs(DrawContext& d, std::size_t rows); // so many of what cost points, and the rest in one
Box practise_button(DrawContext& d);         // nothing: no act decided anything
Box heading(std::string_view words);
Box beside_icon(std::string_view icon, Meaning meaning, int gap, Box words); // a small icon at the first line of words

} // namespace firsthand::screens::debrief
