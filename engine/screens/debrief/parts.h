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

struct Place { // where to draw: top left and width, px
  int x = 0, y = 0, w = 0;
};

int top(Draft& d);             // the bar; returns its bottom
Rect page_of(Frame& f, int y); // the page's margins, capped in width, down to the window's end

// The ways on from a page: those that stay in sight in a bar below it, and those that follow its text.
struct Ways {
  Box fixed, after;
  int bar_height = 0;
};
Ways ways_from(Frame& f, const Rect& page, const std::vector<Box>& buttons);

void draw_page_one(Draft& d, Rect page);
void draw_page_two(Draft& d, Rect page);

int draw_timeline(Draft& d, const DebriefTimeline& timeline, const Place& at);
int draw_legend(Draft& d, const Place& at);
int draw_findings(Draft& d, const Place& at);
int draw_exhibits(Draft& d, const Place& at);
int draw_luck(Draft& d, const Place& at);
int draw_questions(Draft& d, const Place& at);
int draw_moments(Draft& d, const Place& at);
int heading(Frame& f, const Place& at, std::string_view words);

} // namespace firsthand::screens::debrief
