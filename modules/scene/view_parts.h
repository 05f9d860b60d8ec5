// Parts of the scene's view, shared by its files. Internal to it. Those with a width return the height that they used.
#pragma once

#include "engine/ui/widgets.h"
#include "modules/scene/view_read.h"

namespace firsthand::modules::scene {

// What is of the screen: selected, asked which, where verbs stand.
struct SceneScreen {
  model::Symbol selected = 0;
  model::Symbol which_entity = 0, which_verb = 0; // asked with which instrument
  model::Symbol tasks_for = 0;                    // the choice of this person's tasks is open
  VerbPlaces places;
};

struct SceneDraft {
  ui::Frame& f;
  const screens::StepScene& scene;
  const SceneSpec& spec;
  const SceneReading& reading;
  SceneScreen& screen;
  screens::StepIntent& out;

  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return scene.words.tr("scene", source, fill); }
  const Thing* selected() const { return reading.thing(screen.selected); }
  std::string word(model::Symbol symbol) const { return scene.prepared.symbols.word(symbol); }
};

enum class Paint : std::uint8_t { measure, draw };

// ---- presses (view_press.cpp): what each means; nothing else writes the intent
// ------------------------------------------
void press_thing(SceneDraft& d, const Thing& thing); // and gives the focus to its first verb
void focus_first_verb(SceneDraft& d, const Thing& thing);
void press_verb(SceneDraft& d, const Thing& thing, const VerbChoice& choice);
void press_way(SceneDraft& d, const session::Action& action);
void press_wait(SceneDraft& d, base::Seconds seconds);
void press_go_on(SceneDraft& d);
void open_tasks(SceneDraft& d, const Helper& helper);
void close_choices(SceneDraft& d);

// ---- picture (view_picture.cpp)
// --------------------------------------------------------------------------------------
// Returns the things whose names had no room in it.
std::vector<const Thing*> draw_picture(SceneDraft& d, const ui::Rect& rect);
// ---- chips (view_chips.cpp): names that have no room in the picture, and everybody who is here, in lines that wrap
int chip_line(ui::Frame& f); // height of one, with its gap: room for it is kept even while there is none
int chips(SceneDraft& d, const std::vector<const Thing*>& unnamed, int x, int y, int w);
// The goal (or why the last act was refused) and "go on".
int goal_row(SceneDraft& d, int x, int y, int w, Paint paint);

// ---- the thing selected (view_panel.cpp)
// ---------------------------------------------------------------------------------
int thing_head(SceneDraft& d, const Thing& thing, int x, int y, int w);
int thing_facts(SceneDraft& d, const Thing& thing, int x, int y, int w);
int thing_quote(SceneDraft& d, const Thing& thing, int x, int y, int w);
int thing_words(SceneDraft& d, int x, int y, int w); // all of them, or what to do while nothing is selected

// ---- verbs (view_verbs.cpp)
// ------------------------------------------------------------------------------------------
int verbs_side_by_side(SceneDraft& d, int x, int y, int w); // four columns
enum class Empty : std::uint8_t { keep, leave_out };        // groups without a verb: in the list they would only be noise
int verbs_below(SceneDraft& d, const Thing* thing, int x, int y, int w, int columns, Empty empty = Empty::keep);
int choices(SceneDraft& d, int x, int y, int w, int columns); // instruments or tasks, if asked; else 0

// ---- people and time (view_people.cpp)
// -----------------------------------------------------------------------------------
int helper_strip(SceneDraft& d, const Helper& helper, const ui::Rect& at, Paint paint);
ui::Size waits(SceneDraft& d, const ui::Rect& at, Paint paint); // empty if the scene has none; lines wrap

// ---- forms (view_list.cpp)
// --------------------------------------------------------------------------------------------------
void draw_list(SceneDraft& d, const ui::Rect& area);

} // namespace firsthand::modules::scene
