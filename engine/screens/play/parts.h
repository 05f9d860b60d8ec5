// Parts of the play screen, shared by its files. Internal to it.
#pragma once

#include "engine/screens/play/state.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/box.h"

namespace firsthand::screens::play {

struct DrawContext {
  Frame& f;
  const PlayState& state;
  const StepScene& scene;
  PlayMemory& memory;
  StepView& view;
  PlayIntent& out;

  std::string_view tr(std::string_view source, const content::Fill& fill = {}) const {
    return f.keep(scene.words.tr("play", source, fill));
  }
};

inline bool discs_only(Frame& f) { return f.text_percent() >= 125; }
int rail_width(Frame& f);

Tag mode_tag(const DrawContext& d);    // practice, assessment, demonstration
int draw_bar(DrawContext& d);          // returns where it ends
Box clock_tile(const DrawContext& d);  // the time of the scene; where somebody waits for an answer, who
Box clock_box(const DrawContext& d);   // the time alone
Box waiting_tag(const DrawContext& d); // who waits alone; nothing if nobody does
void draw_rail(DrawContext& d, const Rect& rect);
void draw_tools(DrawContext& d, const Rect& rect); // from 125 %: notebook, hint, glossary, list as one row
int tools_height(DrawContext& d, int width);
bool mode_in_tools(DrawContext& d);                   // else the mode's tag stands in the bar
void draw_notebook(DrawContext& d, const Rect& rect); // its inside; the ground is the caller's
void draw_sheets(DrawContext& d, int top);
void read_keys(DrawContext& d);
void remember_photographs(DrawContext& d);
int hints_left(const DrawContext& d);
void open_sheet(DrawContext& d, PlaySheet sheet);

} // namespace firsthand::screens::play
