// Looking closer: the picture of a scene enlarged and moved about, and the close-up of what is selected. Looking is no act: nothing here
// writes an intent, the clock stands, and it shows what was seen.
#pragma once

#include "engine/ui/box.h"
#include "engine/ui/zoom.h"
#include "modules/scene/view_read.h"

#include <optional>

namespace firsthand::modules::scene {

struct SceneDrawContext;

// Of the screen only.
struct Closer {
  ui::Zoom zoom;
  ui::Placed placed;              // of the picture, in the last frame
  model::Symbol of = 0;           // whose close-up it is; 0: of nothing, the picture is whole or merely enlarged
  model::Symbol part = 0;         // of its cues the one that is pointed out; 0: none
  bool tiled = false;             // its parts stand below the picture; else each beside its fact
  std::optional<ui::Point> taken; // where the pointer holds the picture, in its units
  ui::Point pressed_at;
  bool dragged = false;       // letting go is no press
  std::string focus;          // in the last frame
  model::Symbol selected = 0; // the same
};

ui::Rect bounds_of(const Thing& thing);    // in the picture's units
ui::Rect shown_part(const Closer& closer); // for the picture; empty: all of it

// ---- in the picture (view_look.cpp)
void look_about(SceneDrawContext& d, const ui::Rect& picture);                       // wheel, keys, dragging: before it is drawn
ui::Rect told_rect(const SceneDrawContext& d, const ui::Rect& picture, int outside); // no name stands there; may be empty
void tell_outside(SceneDrawContext& d, const ui::Rect& picture, int outside);        // how many are not in the part that is shown
constexpr int zoom_gap = 12;                                                         // beside it
ui::Box zoom_bar(SceneDrawContext& d);
ui::Box with_zoom_bar(SceneDrawContext& d, ui::Box names); // the row under the picture, with the bar at its right end
void look_back(SceneDrawContext& d);                       // to the whole
void look_back_by_escape(SceneDrawContext& d);             // last: what is open on the screen goes first

// ---- the close-up (view_closer.cpp)
bool is_close_up(const SceneDrawContext& d);
void show_close_up(SceneDrawContext& d, const Thing& thing);
ui::Box enlarge_button(SceneDrawContext& d, const Thing& thing); // and its key; nothing for who is not in the picture
void follow_selection(SceneDrawContext& d);
ui::Box closer_head(SceneDrawContext& d);
bool has_zoom_in_head(const SceneDrawContext& d); // else it stands in the row under the picture

// ---- its parts (view_tiles.cpp): where in the picture a cue of it is to be seen, as the drawing names it. Part and fact are one
// selection.
struct Part {
  model::Symbol cue = 0;
  ui::Rect at; // in the picture's units
  std::string icon, words;
};
std::optional<Part> part_of(const SceneDrawContext& d, model::Symbol cue); // nothing: it was not seen, or no part shows it
ui::Box closer_tiles(SceneDrawContext& d);                                 // nothing if none was seen, or there is little room
ui::Box as_part(SceneDrawContext& d, const Part& part, ui::Box fact);      // the row of its fact
void point_out_part(SceneDrawContext& d, const ui::Rect& picture);         // in the picture
void leave_part_by_escape(SceneDrawContext& d);                            // before the close-up goes

} // namespace firsthand::modules::scene
