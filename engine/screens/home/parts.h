// What the parts of the home screen share while one frame is drawn. Internal to it.
#pragma once

#include "engine/screens/home/state.h"
#include "engine/screens/shared/bars.h"
#include "engine/screens/using_ui.h"

namespace firsthand::screens::home {

struct Draft {
  Frame& f;
  const HomeState& s;
  HomeMemory& m;
  HomeIntent& out;
  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return s.words.tr("home", source, fill); }
};

bool stacked(Frame& f); // one column

// Each draws at (x, y) with the width w and returns the y below it.
int draw_top(Draft& d, int x, int y, int w); // continue card with what stands beside it
int draw_search(Draft& d, int x, int y, int w);
bool search_in_bar(Frame& f); // else it stands above the courses
int draw_courses(Draft& d, int x, int y, int w);
int draw_record(Draft& d, int x, int y, int w); // the page of attempts
void draw_menu(Draft& d, const Rect& anchor);   // of the person

} // namespace firsthand::screens::home
