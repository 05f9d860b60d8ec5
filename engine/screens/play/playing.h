// The attempt on the screen: begun, gone on with, each act handed on and what became of it taken, left. The pages that show it
// (play, debrief) read it here. An act is computed and written on another thread; what a page shows is always on the disk.
#pragma once

#include "engine/app/causes.h"
#include "engine/app/history.h"
#include "engine/report/glossary.h"
#include "engine/screens/page.h"
#include "engine/screens/play/draw.h"
#include "engine/screens/test_result/state.h"

#include <map>

namespace firsthand::screens {

struct PlayingOptions {
  StepViews views;
  session::Channel channel = session::Channel::window;
  std::vector<simulation::FixedDraw> chance = {}; // rehearsals only
};

// An attempt that was opened, with what its debrief compares it with.
struct OpenedSitting {
  base::Result<std::unique_ptr<app::AttemptSession>> session;
  std::optional<app::History> parent; // of a branch: the attempt that it left
  bool played_before = false;         // this person has come to the end of the lesson once
  TestResultRead course = {};         // of a test: what its page tells besides
  std::string draft = {};             // what was marked or written in an earlier sitting and is no answer
};

// Parts that are made from the attempt are kept until its next turn.
struct Played {
  std::unique_ptr<app::AttemptSession> session;
  std::optional<app::History> parent;
  bool played_before = false;
  TestResultRead course;
  std::unique_ptr<report::AttemptTimeline> timeline;
  report::Notebook notebook;
  session::Offers offers;
  std::vector<const model::GlossaryTerm*> words_met;
  std::vector<PlayStep> steps;
  std::unique_ptr<StepView> view;
  std::size_t view_step = 0;
  int built_turn = -1;
  std::string built_language;
  PlayMemory memory;
  std::string refused;                          // words
  std::optional<session::Action> unsaved;       // accepted, and could not be made durable
  std::string problem;                          // words, of `unsaved`
  std::string draft;                            // as it is kept: see Playing::keep_draft
  bool keeping_draft = false;                   // it is being written
  std::vector<std::string> aids;                // as recorded
  bool telling = false;                         // language and aids are being recorded
  std::optional<session::Action> next;          // waits for that
  std::shared_ptr<const causes::Causes> causes; // of an attempt that is over: why things went wrong in it
  bool causes_asked = false, causes_known = false;
  std::shared_ptr<const causes::Futures> futures; // the run, and another one that ends better, as far as one is known
  bool futures_known = false;
};

// The attempt computed again from its acts, told after each turn of the timeline until the answer is no.
void play_again_to(const app::AttemptSession& session, const std::function<bool(int turn, const session::Attempt& then)>& goes_on);

class Playing {
 public:
  Playing(Context& context, PlayingOptions options) : context_(context), options_(std::move(options)) {}

  void begin(const std::string& lesson) { begin_with(lesson, {}); }
  void begin_identified(const std::string& identity); // the test that waits for that: a supervisor said how
  void go_on_with(const std::string& attempt);        // of the record: an open one goes on, a finished one is looked at
  void go_on_at_note(const std::string& attempt, const std::string& note); // of an open one: its notebook is open at this note
  void rewind_to(int timeline_turn, app::PlayOn on = app::PlayOn::to_the_end);
  // Of a finished attempt of the record: the moment that decided it is practised. Which one that is, is worked out then; where no act
  // decided it the attempt is looked at, and that is said.
  void practise_moment_of(const std::string& attempt);
  void play_again();
  void play_instead(std::unique_ptr<app::AttemptSession> session); // one that was made elsewhere, in the place of the one on the screen
  void leave();                                                    // once what is being saved is saved
  void put_away();     // it is not on the screen any more; what its screen remembers is kept for when it is gone on with
  void forget_shown(); // what a demonstration remembered
  void note_warm_up(); // of who is new: it was left, or is over, and is not shown by itself again

  // Pending until tick() hears of it. What was drawn for another attempt, step or turn than the present one is refused.
  void submit(const session::Action& action, const Drawn& drawn);
  void go_on(const Drawn& drawn);
  void try_again(); // what could not be saved
  void tick();      // takes what was written
  // After a frame: what is marked or written and is no answer yet is kept beside what is pressed, so that it outlives the program. What
  // cannot be kept is not told: it is no answer, and the next act tells of the disk.
  void keep_draft();
  void speak(); // the language of the settings, from now on

  bool open() const { return played_.session != nullptr; }
  bool is_supervised() const; // by the session that is open now
  bool pending() const { return played_.session && played_.session->pending(); }
  Played& played() { return played_; }
  const Played& played() const { return played_; }
  const PlayingOptions& options() const { return options_; }
  // Only while an attempt is open:
  Drawn drawn_now() const;
  bool shows_a_step() const; // false: draw none of it
  StepScene scene_now() const;
  PlaySaved saved_now() const;

 private:
  void ask_for(std::function<base::Result<std::unique_ptr<app::AttemptSession>>(app::DataFolder&)> open, bool begins);
  void begin_with(const std::string& lesson, const std::string& identity);
  void take_session(OpenedSitting opened, const std::vector<std::string>* aids_recorded);
  void play(std::unique_ptr<app::AttemptSession> session);
  void submit_now(const session::Action& action, int turn);
  void speak_the_language();
  void take_language(const app::Submitted& submitted);
  void take(const app::Submitted& submitted);
  void sound_newest();
  void rebuild();
  void ask_for_causes();
  void ask_for_futures();
  void open_view();
  base::Json kept_draft() const;
  std::string draft_now() const;
  void write_draft();
  void end_its_moment(); // of what was begun to practise one step
  void recall_photographs();

  Context& context_;
  PlayingOptions options_;
  Played played_;
  std::string waits_;                                // the test that was to begin, until a supervisor said who sits there
  bool leaving_ = false;                             // as soon as the pending act is saved
  std::map<std::string, PlayMemory> memories_;       // of attempts that were left: what was typed, which photographs
  std::map<std::string, PlayMemory> shown_memories_; // the same of a demonstration, gone with it
};

} // namespace firsthand::screens
