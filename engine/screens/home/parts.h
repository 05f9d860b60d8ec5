// What the parts of the home screen share while one frame is drawn. Internal to it.
#pragma once

#include "engine/screens/home/state.h"
#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/found.h"
#include "engine/screens/using_ui.h"

namespace firsthand::screens::home {

struct DrawContext {
  Frame& f;
  const HomeState& s;
  HomeMemory& m;
  HomeIntent& out;
  std::string_view tr(std::string_view source, const content::Fill& fill = {}) const { return f.keep(s.words.tr("home", source, fill)); }
};

void sign_instead(Frame& f, const Rect& at); // of what has no picture: a sheet of paper
Box top(DrawContext& d);                     // the next thing with the course beside it
bool search_in_bar(Frame& f);                // else it stands above the page
Box search(DrawContext& d, const shared::Found& found);
shared::Found found_now(DrawContext& d);
Box results(DrawContext& d, const shared::Found& found);
void draw_word(DrawContext& d, const shared::Found& found); // the one of the glossary that is open
Box courses(DrawContext& d);
Box record(DrawContext& d);                         // the page of attempts
void draw_menu(DrawContext& d, const Rect& anchor); // of the person

} // namespace firsthand::screens::home
