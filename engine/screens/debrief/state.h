// What the debrief shows, what it remembers and what it is asked for. Words and numbers; draws nothing.
#pragma once

#include "engine/app/exemplar.h"
#include "engine/report/debrief.h"
#include "engine/screens/debrief/futures_state.h"
#include "engine/screens/play/step_view.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

namespace firsthand::screens {

// What the words are made from. Borrowed while debrief_state runs; nothing of it is kept.
struct DebriefSource {
  const report::AttemptTimeline& timeline;
  const report::Debrief& debrief;
  const content::Words& words;
  std::function<const std::string&(const model::Text&)> say = nullptr; // AttemptSession::text; without it as the author wrote
  const report::AttemptTimeline* best = nullptr;  // the exemplar's rehearsal, if it ends better; never shown in an assessment
  const report::AttemptTimeline* other = nullptr; // the attempt that this one branches from
  const causes::Causes* causes = nullptr;         // none: they are not computed yet, or cannot be
  bool causes_come = false;                       // they are being computed
  const causes::Futures* futures = nullptr;       // of the cause that page one tells; none: as above
  bool futures_come = false;
  app::NoExemplar why_no_exemplar = app::NoExemplar::none; // with a best route: that is the own run with one act changed
  bool branch = false;                                     // it was played on from a moment of another attempt
  bool warm_up = false;                                    // it tries the program out, and counts nowhere
  bool interrupted = false;                                // the program closed it, not the learner
  std::optional<int> moment = {};                          // it practised one step, from after this turn of the timeline
};

struct DebriefBlock {
  enum class Kind : std::uint8_t { why, instead, rule, well, asked };
  Kind kind = Kind::why;
  std::string title, lead, words; // lead: bold, before the words
  std::vector<std::string> small; // lines below, second voice
};

// What page one opens with: whether it was passed, how many fatal errors there were, and the points.
struct DebriefVerdict {
  std::string words, fatal, line; // fatal: empty, there was none
  Meaning meaning = Meaning::quiet;
};

// What cost how much. All rows are there; page one shows the first, and one row for the others.
struct DebriefCost {
  std::string icon, words, time, points;
};
struct DebriefCosts {
  struct Rest {
    std::string words, points;
  };
  std::string title, unit, kept, kept_points; // no title: there is no score
  std::vector<DebriefCost> rows;
  std::size_t first = 0;  // so many of them on page one, or more where there is room
  std::vector<Rest> rest; // told where only so many rows are shown
};

// A branch from shortly before the act that decided. No turn: no act decided anything, or it cannot be practised.
using DebriefPractice = DebriefBack;

struct DebriefMark {
  report::Mark::Kind kind = report::Mark::Kind::action;
  base::Seconds at = 0;
  int turn = 0;
  std::string label, time;
};

struct DebriefLane {
  std::string icon, name, marks_words;             // the last: all marks, for reading aloud
  bool holds_evidence = false, of_several = false; // of_several: people, equipment; a mark names its own
  std::vector<DebriefMark> marks;
  std::vector<report::Stretch> stretches;
  std::optional<DebriefTag> outcome;
};

struct DebriefTimeline {
  std::string id; // of its controls
  std::string title, summary;
  std::vector<DebriefLane> lanes;
  std::vector<BusyTime> busy; // of each act that took time or none, what was written and answered too; waiting is none
  base::Seconds duration = 0;
  base::Seconds loss_at = base::never;
  std::string loss_time;
  SceneClock clock = {};
};

struct DebriefDetail {
  std::string title, words;
};

struct DebriefFinding {
  std::string icon;
  Meaning meaning = Meaning::ok;
  std::string words, deed, source; // deed: when, which thing, what was done; may be empty
  DebriefTag outcome;
  std::vector<DebriefDetail> details;
  DebriefBack back;
};

struct DebriefExhibit {
  std::string name;
  DebriefTag standing;
  std::vector<std::string> asked; // what can be asked about it
};

struct DebriefLuck {
  std::string thing, words;
};

struct DebriefQuestion {
  std::string question, answer;
};

// One thing that happened, for the list under the timeline.
struct DebriefMoment {
  std::string time, thing, words, icon;
  Meaning meaning = Meaning::quiet;
  DebriefBack back;
};

// All words that the two pages show besides the content's own.
struct DebriefLabels {
  std::string home, page_one, page_two, again, everything, first_page, lost, out_of_reach, not_secured, not_found, saved;
  std::string your_run, best_route, luck, futures, questions;
  std::string action, event, loss, findings, rule, outcome, exhibits, asked, moments, no_luck, short_waits;
  std::string show_answer, hide_answer, more, people, luck_note, best_note;
  std::string time_before, same_in_both, drawn_short, more_acts, press_a_disc;
};

struct DebriefState {
  std::string title, mode;
  DebriefVerdict verdict;
  std::string headline; // the gravest loss; empty: nothing was lost
  std::vector<DebriefBlock> blocks;
  std::string lost, out_of_reach, not_secured, not_found, saved; // lists of names; empty: none
  DebriefBack back;
  DebriefPractice practise;
  std::string print; // the way to a page to print; empty: there is none
  std::string whole; // of what practised a moment: the way to the debrief that it came from
  DebriefCosts costs;

  DebriefTimeline run;
  std::optional<DebriefTimeline> best, other;
  std::string no_best; // why there is no best route beside it; empty: there is, or there is no such thing
  std::vector<DebriefFinding> findings;
  std::vector<DebriefExhibit> exhibits;
  std::vector<DebriefLuck> luck;
  std::vector<std::string> elsewhere; // choices that another doctrine accepts
  std::vector<DebriefQuestion> questions;
  std::vector<DebriefMoment> moments;
  DebriefFutures futures;
  std::string score, time; // time: of the scene and at the keyboard
  std::string review;      // who reviewed lesson and rules, or that nobody did
  DebriefLabels labels;

  // Filled by the caller: the scene at that moment (debrief_shot) and how to get a picture.
  Shot shot;
  std::string shot_time;
  std::function<Picture(std::string_view path)> picture = nullptr;
};

// The turn after which the scene shows what page one is about, and the thing in it.
struct DebriefPoint {
  int turn = 0;
  base::Seconds at = 0;
  model::Symbol entity = 0;
};

// From where a moment is practised: turns of the timeline, and how long before the act that decided was begun.
struct DebriefPracticeFrom {
  int turn = 0, deciding = 0;
  base::Seconds before = 0;
};

enum class DebriefTab : std::uint8_t { run, best, luck, before, questions };

// What is of the screen and outlives a frame. One for each debrief, kept by the shell.
struct DebriefMemory {
  int page = 1; // the draw function turns it: one, everything, the two futures
  DebriefTab tab = DebriefTab::run;
  int open_finding = -1;
  std::vector<int> open_answers; // questions whose answer is shown
  FutureMemory futures;
  std::string told, told_in; // what stands at a disc of a timeline, and of which
};

struct DebriefIntent {
  std::optional<int> go_back;  // the turn to go on from: DataFolder::rewind
  std::optional<int> practise; // the same, as practice of that moment alone
  bool whole = false;          // the debrief that a practised moment came from
  bool again = false;          // begin the exercise anew
  bool print = false;          // write the page to print
  bool home = false;
  bool everything = false, page_one = false, futures = false; // the page was turned: for who keeps a history
  bool moment = false;                                        // another moment of the futures was chosen
};

} // namespace firsthand::screens
