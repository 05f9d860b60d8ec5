// What the play screen shows, what it remembers and what it is asked for. Draws nothing.
#pragma once

#include "engine/app/search.h"
#include "engine/screens/play/words.h"
#include "engine/screens/shared/led_list.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <map>

namespace firsthand::screens {

struct PlaySaved {
  enum class Kind : std::uint8_t { saved, pending, failed };
  Kind kind = Kind::saved;
  std::string clock;   // "14:02:11", of the newest durable entry
  int pending_ms = 0;  // since the action was submitted
  std::string problem; // of failed: what happened and what to do, in words
};

enum class PlaySheet : std::uint8_t { none, notebook, photograph, hint, glossary, more, leave, going_on };
enum class NotebookTab : std::uint8_t { log, exhibits, photographs, custody };

// What is looked for in the lesson: among what this person has met in it, and nowhere else. Made anew when something was done.
struct LookedFor : shared::LedMemory {
  app::SearchIndex index;
  int turn = -1;        // that the index is of
  std::string language; // the same
  std::string word;     // of the glossary, that was found: stands first
  std::string thing;    // the same, of a thing of the scene, by its id
  int line = -1;        // of the notebook, that was found: is marked there
  std::string note;     // the same, of an own note that was found from outside of the lesson
  bool leads = false;   // the notebook is still to be scrolled there
};

// What is of the screen and outlives a frame. One for each session, kept by the shell.
struct PlayMemory {
  PlaySheet sheet = PlaySheet::none;
  int opened_turn = -1; // of the attempt when it came on the screen; -1: not known
  bool as_list = false;
  bool writing = false; // the note's editor is open
  std::string note;     // what was typed and not yet submitted
  NotebookTab tab = NotebookTab::log;
  int photograph = -1;                // the turn of the one that is open
  std::map<model::Symbol, int> hints; // shown so far, by step
  std::map<int, Shot> shots;          // the photographs, by turn
  LookedFor looked_for;
};

struct PlayState {
  const StepScene& scene;
  std::vector<PlayStep> steps; // play_steps()
  PlaySaved saved;
  bool demonstration = false; // nothing is stored
  bool author = false;        // the same, of who writes the lesson
  std::span<const model::GlossaryTerm* const> words_met = {};
  std::string_view session = {}; // of a supervised test: by whom, where, until when
  Meaning session_meaning = Meaning::accent;
  std::string_view session_in_short = {};
};

struct PlayIntent {
  std::optional<session::Action> action; // a step's act, or a note
  bool go_on = false;
  Drawn drawn;            // of both
  bool back = false;      // leave the exercise; it is saved
  bool supervise = false; // who supervises wants the page of the session
  bool try_again = false; // after a failure to save
};

} // namespace firsthand::screens
