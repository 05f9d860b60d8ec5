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

// Forms follow the room in units of the text, whatever the setting and the window are.
bool is_low(Frame& f);    // notebook and strip become a row of buttons; hint, words and list stand behind one
int rail_width(Frame& f); // 0: there is room for none

bool tells_in_row(DrawContext& d);        // little height, and the bar's one line has no room for the tags
Box told_tags(DrawContext& d);            // then: who waits, deadlines, mode, as many as one line holds; nothing: just practice
Tag mode_tag(const DrawContext& d);       // practice, assessment, demonstration
int draw_bar(DrawContext& d);             // returns where it ends
bool is_unsaved(const DrawContext& d);    // and what to do about it is known
Box saving_problem(DrawContext& d);       // that, in words, and a button; nothing if all is saved
bool tells_session(const DrawContext& d); // in the bar, where a strip would take the picture's room; the page of it is among the tools
Box clock_tile(const DrawContext& d);     // the time of the scene; where somebody waits for an answer, who
Box clock_box(const DrawContext& d);      // the time alone
Box waiting_tag(const DrawContext& d);    // who waits alone; nothing if nobody does
Box happened_of(const DrawContext& d);    // what happened by itself; nothing if nothing did
// Of the step that the pointer or the focus is on: it lies over the page beside the rail, so it is drawn after that.
struct RailName {
  Rect at;
  std::string title;
};
void draw_rail(DrawContext& d, const Rect& rect, RailName& named);
void draw_rail_name(DrawContext& d, const RailName& named);
// What could not be saved is told over it, see draw_unsaved; then it has the same size, is not drawn, and tells where it stands.
Box head_of(DrawContext& d, Rect& stood);
void draw_unsaved(DrawContext& d, const Rect& head, int top); // no higher than `top`
std::string_view state_words(const DrawContext& d, const PlayStep& step);

// ---- what may be opened beside the step
struct Tool {
  const char* id;
  std::string_view label;
  const char* icon;
  PlaySheet sheet;         // none: shows the list, or the picture again
  bool supervises = false; // leads to the page of the supervised session
};
std::vector<Tool> tools_of(const DrawContext& d);
void press_tool(DrawContext& d, const Tool& tool);
Box more_button(DrawContext& d); // in the bar, where there is no rail

// ---- the notebook: what it holds
std::size_t log_count(const DrawContext& d);
std::size_t exhibit_count(const DrawContext& d);
std::size_t photograph_count(const DrawContext& d);
Box log_section(DrawContext& d);
Box exhibits_section(DrawContext& d);
Box photo_section(DrawContext& d);
Box custody_section(DrawContext& d);
struct LastLine {
  std::string time, words;
};
std::vector<LastLine> last_lines(const DrawContext& d, std::size_t most); // the newest last

Box sheet_title(std::string_view icon, std::string_view title);

// ---- where it stands
Box notebook_of(DrawContext& d, Rect& stood, std::vector<Box> buttons); // the bar; tells where it came to stand
void draw_drawer(DrawContext& d, const Rect& bar, int top);
Box note_box(DrawContext& d);
void write_note(DrawContext& d);

Box words_and_search(DrawContext& d, std::string_view title); // the sheet of the glossary, inside
bool is_found(const DrawContext& d, const report::NotebookLine& line);
Box found_place(const DrawContext& d, Box entry); // the line that was looked for
void draw_sheets(DrawContext& d, int top, const Rect& notebook);
// What was pressed beside a sheet is done, and the sheet is gone with it. One that this press opened stays.
bool closed_from_beside(DrawContext& d, std::string_view sheet, const Rect& rect);
void read_keys(DrawContext& d);
void remember_photographs(DrawContext& d);
// The arrow and Esc: it is asked first whether that is meant. Not where nothing was done since the attempt came on the screen, and nothing
// can be lost.
void wish_to_leave(DrawContext& d);
int hints_left(const DrawContext& d);
void open_sheet(DrawContext& d, PlaySheet sheet);

} // namespace firsthand::screens::play
