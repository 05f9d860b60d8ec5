// The view half of a kind of step: draws what was observed and returns an intent. It gets Seen, never the World: a view
// cannot give away what was not looked at, because it does not have it. A view object lives as long as its step is on
// screen and keeps only what is of the screen: what is selected, what was pressed once, how far it is scrolled.
#pragma once

#include "engine/base/json_line.h"
#include "engine/content/words.h"
#include "engine/report/notebook.h"
#include "engine/screens/play/hands.h"
#include "engine/screens/shared/bars.h"
#include "engine/screens/using_ui.h"
#include "engine/session/act_order.h"
#include "engine/session/session.h"
#include "engine/session/shown_order.h"
#include "engine/ui/box.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firsthand::screens {

// The moment that a screen shows. What is pressed on it was meant for that one.
struct Drawn {
  std::string attempt; // id
  model::Symbol step = 0;
  int turn = 0;
  friend bool operator==(const Drawn&, const Drawn&) = default;
};

// The parts of the frame around a step, for a step that places them by itself (StepView::places_frame).
struct StepFrame {
  bool low = false;          // little height in units of the text: what stands beside the notebook are buttons in its row
  bool narrow = false;       // little width: no rail, and words alone on those buttons
  bool unsaved = false;      // what was done last could not be saved: the head says so, so it has to be there
  std::function<Box()> head; // which step, what for, the way on
  // The newest lines, as many as there is room for, and the button that opens them. Low: the newest line, and a row of buttons.
  std::function<Box(std::vector<Box> buttons)> notebook;
};

struct StepViewKind;

// Around one question of a test: it is answered as often as one likes, nothing is told of it, and more is said with an answer.
struct Hosted {
  Box below;                                                        // under what is marked
  std::string_view missing = {};                                    // what has to be said besides
  std::vector<std::pair<model::Symbol, model::Symbol>> values = {}; // said besides
  bool changed = false;                                             // that is not what was answered
  bool keeps = false;                  // what is marked, is whole and was touched is an answer now: the question is left
  std::string_view list = {};          // which of its lists the paper orders; empty: any
  std::vector<std::size_t> order = {}; // how it is shown; empty: as the attempt's seed says
  bool tells = false;                  // a practice: it is answered once, by a button, and told as in a lesson
};

// All that a step's view may know. Borrowed for one frame.
struct StepScene {
  const session::Prepared& prepared; // names, models, labels: what an author wrote
  const session::Spec& spec;         // of this step
  const session::StepState& state;
  const simulation::Seen& seen;
  const report::Notebook& notebook;
  const content::Words& words; // translates the content's texts and the program's own
  model::Symbol step = 0;
  base::Seconds now = 0; // scene time
  session::Leaving leaving = session::Leaving::may;
  const session::Offers& offers; // what is offered now, by what was seen
  session::Mode mode = session::Mode::practice;
  bool pending = false;     // an action is being saved: draw, but accept nothing
  std::string_view refused; // why the last action was not accepted, in words; empty if it was
  // Bytes of a picture by its path from the content root; null if it is missing.
  std::function<SharedBytes(std::string_view path)> picture;
  // The content's texts in the session's language (AttemptSession::text). Without it they stand as the author wrote them.
  std::function<const std::string&(const model::Text&)> content = nullptr;
  bool as_list = false;                    // a step that can be shown as a list is asked to
  bool played_before = false;              // this person has come to the end of the lesson once: what it teaches may be skipped
  session::ShownOrder order = {};          // of lists: of the attempt's seed
  const session::ActOrder* acts = nullptr; // of the open step, as they came up; null: all with the step
  Drawn drawn = {};
  std::string_view trainee = {};                    // the name of who is signed in, for where the learner signs; empty: nobody is
  const StepFrame* frame = nullptr;                 // for who places it
  std::span<const session::PaperItem> paper = {};   // of a test
  int nth_try = 0;                                  // of a test that decides something; 0: of another
  const Hosted* hosted = nullptr;                   // for a question of a test
  const std::vector<StepViewKind>* kinds = nullptr; // for a step that hosts others

  const std::string& say(const model::Text& text) const { return content ? content(text) : text.source; }
  // When the act came up in this step. Nothing: not so far, or that is not known.
  std::optional<session::ActOrder::Came> came_up(model::Symbol entity, model::Symbol verb) const {
    return acts ? acts->of(entity, verb) : std::nullopt;
  }
  // In which order the entries of one of this step's lists are shown.
  std::vector<std::size_t> shown(std::string_view list, std::size_t count) const {
    if (hosted && hosted->order.size() == count && (hosted->list.empty() || hosted->list == list)) return hosted->order;
    return order.of(prepared.symbols.word(step) + "/" + std::string(list), count);
  }
};

// What a photograph shows: the pictures of that moment, bottom to top, and the part of them, in picture units.
struct Shot {
  std::vector<std::string> layers; // paths; empty: there is no picture here
  Rect part;                       // empty: the whole
};

struct StepIntent {
  explicit StepIntent(const StepScene& scene) : drawn(scene.drawn) {}
  Drawn drawn;                           // what was shown when this was meant; the shell refuses it at any other moment
  std::optional<session::Action> action; // to be submitted
  bool go_on = false;
  bool show_list = false; // as_list from now on: what has no room in the picture
};

// The way on, in the frame's head.
struct WayOn {
  const char* id;
  bool main = false;                  // nothing is left to do
  std::vector<std::string> open = {}; // what is still under way here, in words: it is asked once whether it is meant
};

// What the head over a step says.
struct StepHead {
  const model::Text* goal = nullptr; // null: the step's title is all
  std::optional<WayOn> way_on = {};
};

// How far a play is in a step.
struct Progress {
  int acts = 0;                          // lines of the play for this step that are done
  const session::Action* last = nullptr; // the newest that was accepted; null: none yet
};

class StepView {
 public:
  virtual ~StepView() = default;
  // `area` is all that lies right of the rail and below the top bar, less head and notebook unless the view places them.
  virtual StepIntent draw(Frame& f, const Rect& area, const StepScene& scene) = 0;

  // What is marked or written here and is no answer yet, for whoever opens the step again after the program ended: ids and what was typed,
  // never what is right. An empty object: nothing is. As it stood when it was drawn last.
  virtual base::Json draft(const session::Spec&) const { return {}; }
  virtual void take_draft(const session::Spec&, const base::Json&) {} // before it is drawn; what does not fit the step is left

  // For the frame around it; a step that has none of it leaves these alone.
  virtual std::span<const model::Text> hints(const session::Spec&) const { return {}; } // first nudge to worked step
  virtual bool can_list() const { return false; }                                       // it heeds StepScene::as_list
  virtual bool whole_page() const { return false; }                                     // nothing stands around it: a form is a page
  virtual bool places_frame() const { return false; }                                   // draws StepScene::frame where it wants it
  virtual bool may_hold_unsent() const { return true; }                                 // marked or typed on it, and lost when it is left
  virtual StepHead head(const StepScene&) const { return {}; }
  virtual Shot shot_of(const StepScene&, model::Symbol) const { return {}; } // of an entity, as it looks now

  // For whoever plays the window without a person. How the controls are pressed that lead to this action; what there is no control for
  // stays undone. And what the state on the screen is called, if a picture of it is worth having.
  virtual void press(Hands&, const session::Prepared&, const session::Action&) const {}
  virtual void before_going_on(Hands&) const {} // what has to be pressed until "go on" is there
  virtual std::optional<std::string> pose(Hands&, const session::Prepared&, const Progress& progress) const {
    return progress.acts == 0 ? std::optional(std::string()) : std::nullopt;
  }
};

// Where a page of words stands: on a wide window in its middle, as wide as can still be read.
inline Rect in_the_middle(Frame& f, const Rect& area) {
  constexpr int wide = 1440;
  const int width = f.px(shared::text_width);
  return area.w < f.px(wide) ? area : Rect{area.x + (area.w - width) / 2, area.y, width, area.h};
}

// The views a program has: an explicit list, made in modules/views.cpp.
struct StepViewKind {
  const char* kind;
  std::unique_ptr<StepView> (*open)();
};
using StepViews = std::vector<StepViewKind>;
inline std::unique_ptr<StepView> open_view(const StepViews& views, std::string_view kind) { // null: there is no such kind
  for (const StepViewKind& each : views)
    if (kind == each.kind) return each.open();
  return nullptr;
}

} // namespace firsthand::screens
