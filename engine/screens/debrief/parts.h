// Parts of the debrief's drawing, shared by its files. Internal to it. Those with a width return the height that they used.
#pragma once

#include "engine/screens/debrief/state.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/box.h"

namespace firsthand::screens::debrief {

struct Draft {
  Frame& f;
  const DebriefState& state;
  DebriefMemory& memory;
  DebriefIntent& out;
};

Box top(Draft& d);             // the bar
Rect page_of(Frame& f, int y); // the page's margins, capped in width, down to the window's end

// The ways on from a page: those that stay in sight in a bar below it, and those that follow its text.
struct Ways {
  Box fixed, after;
  int bar_height = 0;
};
Ways ways_from(Frame& f, const Rect& page, const std::vector<Box>& buttons);
// What stays above, what scrolls, and the ways on. The scroll bar stands at the window's edge.
void draw_page(Draft& d, const Rect& page, Box above, const Scroll& scroll, Box content, Ways ways);

void draw_page_one(Draft& d, const Rect& page);
void draw_page_two(Draft& d, const Rect& page);

Box timeline(Draft& d, const DebriefTimeline& timeline);
Box legend(Draft& d);
Box findings(Draft& d, int width);
Box exhibits(Draft& d);
Box luck(Draft& d);
Box questions(Draft& d);
Box moments(Draft& d);
Box heading(std::string_view words);
Box beside_icon(std::string_view icon, Meaning meaning, int gap, Box words); // a small icon at the first line of words

} // namespace firsthand::screens::debrief
