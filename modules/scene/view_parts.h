// Parts of the scene's view, shared by its files. Internal to it. All that is no picture is a box.
#pragma once

#include "engine/ui/box.h"
#include "modules/scene/view_closer.h"
#include "modules/scene/view_read.h"

namespace firsthand::modules::scene {

// What is of the screen: selected, asked which, where verbs stand.
struct SceneScreen {
  model::Symbol selected = 0;
  bool meant = false;                             // the person pressed what is selected, or acted on it: it was not only shown
  int told = -1;                                  // the act whose event came forward
  model::Symbol which_entity = 0, which_verb = 0; // asked with which instrument
  model::Symbol tasks_for = 0;                    // the choice of this person's tasks is open
  bool waits = false;                             // the choice of how long to wait is open
  bool brings_news = false;                       // in the first frame after an act
  Closer closer;
};

struct SceneDrawContext {
  ui::Frame& f;
  const screens::StepScene& scene;
  const SceneSpec& spec;
  const SceneReading& reading;
  SceneScreen& screen;
  screens::StepIntent& out;

  std::string_view tr(std::string_view source, const content::Fill& fill = {}) const {
    return f.keep(scene.words.tr("scene", source, fill));
  }
  const Thing* selected() const { return reading.thing(screen.selected); }
  bool is_low() const { return scene.frame && scene.frame->low; } // see StepFrame
  std::string word(model::Symbol symbol) const { return scene.prepared.symbols.word(symbol); }
};

// ---- presses (view_press.cpp): what each means; nothing else writes the intent
void press_thing(SceneDrawContext& d, const Thing& thing); // and gives the focus to its first verb
void focus_first_verb(SceneDrawContext& d, const Thing& thing);
void select_thing(SceneDrawContext& d, const Thing& thing); // another one is shown from its head
void press_verb(SceneDrawContext& d, const Thing& thing, const VerbChoice& choice);
void press_way(SceneDrawContext& d, const session::Action& action);
void press_wait(SceneDrawContext& d, base::Seconds seconds);
void open_tasks(SceneDrawContext& d, const Helper& helper);
void open_waits(SceneDrawContext& d);
void close_choices(SceneDrawContext& d);
void leave_choices(SceneDrawContext& d); // the focus goes back to what asked
std::string way_id(const SceneDrawContext& d, const session::Action& way);
std::string task_id(const TaskChoice& task);

// ---- picture (view_picture.cpp)
// Returns the things whose names had no room in it.
std::vector<const Thing*> draw_picture(SceneDrawContext& d, const ui::Rect& rect);
// ---- chips (view_chips.cpp): everybody who is here, then what has no room in the picture; what has no room here opens the list
ui::Box chips_of(SceneDrawContext& d, const std::vector<const Thing*>& unnamed, int lines);
constexpr int chip_line = 40 + 8; // height of one, with its gap
// The same with the buttons that enlarge the picture beside it. Where not even one name has room there, those stand back while all of the
// picture is shown: the keys, the wheel and *Enlarge* do the same.
ui::Box chips_row(SceneDrawContext& d, const std::vector<const Thing*>& unnamed, int lines);

// ---- the thing selected (view_panel.cpp)
ui::Box thing_head(SceneDrawContext& d, const Thing& thing); // name, when it was last seen
std::string words_of_seen(const SceneDrawContext& d, const screens::SeenFact& fact, base::Seconds last_seen);
ui::Box fact_row(SceneDrawContext& d, const Thing& thing, const screens::SeenFact& fact, base::Seconds last_seen,
                 ui::Listed listed = ui::Listed::yes);
ui::Box thing_facts(SceneDrawContext& d, const Thing& thing); // one below the other
ui::Box thing_quote(SceneDrawContext& d, const Thing& thing);
ui::Box thing_title(SceneDrawContext& d); // the head of what is selected, or what to do while nothing is
ui::Box thing_words(SceneDrawContext& d); // all of them
// What is known of what is selected: as high as all that can come to be known, and at most `most` window pixels. There it scrolls.
ui::Box known_box(SceneDrawContext& d, int most);

// ---- verbs (view_verbs.cpp)
ui::Box verbs_of(SceneDrawContext& d, const Thing& thing, int columns); // by group; a group without a verb is left out
ui::Box until_answered(SceneDrawContext& d, const Thing& thing);        // what may be done meanwhile; nothing if they do not wait
ui::Box choices_of(SceneDrawContext& d, int columns);                   // instruments, tasks or waits, if asked; else nothing
ui::Box verbs_or_choices(SceneDrawContext& d);                          // of the thing selected
ui::Box choices_title(SceneDrawContext& d);                             // what is asked; nothing if nothing is
ui::Box verbs_or_answers(SceneDrawContext& d);                          // the same without it

// ---- answers with a line of the notebook (view_notes.cpp)
std::vector<ui::Box> note_lines(SceneDrawContext& d, const NoteQuestion& question);
std::string first_note_id(const SceneDrawContext& d);
std::string note_id(const model::Symbols& symbols, const session::NotedLine& line); // of the first such line

// ---- people and time (view_people.cpp)
ui::Box portrait_of(SceneDrawContext& d, const model::EntityUse& person, int side, ui::Colour ground);
ui::Box helper_strip(SceneDrawContext& d, const Helper& helper);
ui::Box waits_of(SceneDrawContext& d); // nothing if the scene has none; lines wrap
ui::Box wait_button(SceneDrawContext& d, base::Seconds seconds);
ui::Box strip_of(SceneDrawContext& d);                   // tasks and waits; nothing if there are none
std::vector<ui::Box> strip_buttons(SceneDrawContext& d); // the same where there is little room: each opens its choice

// ---- forms (view_list.cpp)
void draw_list(SceneDrawContext& d, const ui::Rect& area);

} // namespace firsthand::modules::scene
