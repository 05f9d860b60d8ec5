// What home shows, what it remembers and what it is asked for. Words and numbers; draws nothing.
#pragma once

#include "engine/app/home.h"
#include "engine/app/search.h"
#include "engine/content/words.h"
#include "engine/screens/shared/led_list.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firsthand::screens {

// The card of the one next thing.
struct HomeContinue {
  std::string head, title, where, when, left; // left: "about 14 min left"; `when` and `left` may be empty
  std::string button;
  Picture picture;             // shown if there are no layers
  std::vector<Picture> layers; // the scene as it was left, bottom to top
  const char *icon = "pin", *button_icon = "play";
  std::string why = {};  // the way to what came of it; empty: none
  std::string also = {}; // another way on: the next lesson; empty: none
  bool usable = true;    // false: `where` says why not now
};

struct HomeLesson {
  std::string id, title, summary; // title with its number
  std::string tag;                // "Passed"; empty: none
  const char* tag_icon = "";
  Meaning meaning = Meaning::quiet;
  app::LessonAct act = app::LessonAct::start;
  int per_mille = 0;  // how far
  bool usable = true; // false: `problem` says why
  std::string problem;
  Picture picture;
  bool may_begin = true; // false: `summary` says why not now
};

struct HomeCourse {
  std::string title;
  std::vector<HomeLesson> lessons;
  std::string review = {}; // that it is a draft; empty: lessons and rules were reviewed
};

// A row of the card that tells how far the course is.
struct HomeRow {
  std::string id, title, detail; // id empty: nothing to press
  std::string tag = {};
  const char *icon = "ring", *tag_icon = "";
  Meaning meaning = Meaning::quiet;
  int per_mille = -1; // a bar; -1: none
};

struct HomeAttempt { // a row of the record
  std::string id, title, when, result;
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
};

struct HomeCompetency { // a tile of the map
  std::string name;
  std::vector<std::string> shown; // "Before, 2026-11-22: 1 of 2", "Practised", in this order
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
};

enum class HomePart : std::uint8_t { lessons, record };

// Outlives a frame; kept by the shell. What is searched for leads through what was found.
struct HomeMemory : shared::LedMemory {
  HomePart page = HomePart::lessons;
  bool menu = false;
  bool searching = false; // in the frame before
  std::string word;       // of the glossary, that is open: its row among what was found
};

struct HomeNotice {
  std::string words;
  const char* icon = "triangle";
  Meaning meaning = Meaning::warn;
};

struct HomeState {
  const content::Words& words;
  Picture mark;
  std::string_view greeting, person;   // person empty: a demonstration
  bool author = false;                 // the same, of who writes lessons
  const HomeContinue* go_on = nullptr; // null: every lesson is passed, or what is left cannot be played
  bool unreadable_left = false;        // that it cannot
  const app::SearchIndex& index;       // of all that can be found
  bool warm_up_due = false;            // not done yet: offered beside the large card's button
  std::span<const HomeCourse> courses;
  std::span<const HomeRow> rows;            // of the course
  std::span<const HomeAttempt> attempts;    // newest first
  std::span<const HomeCompetency> map = {}; // of what the course tests; none: it has no test
  std::span<const HomeNotice> notices;      // banners: content that could not be read, a draft language
  std::string_view looked_in = {};          // folders, said where there is no lesson at all
};

struct HomeIntent {
  bool go_on = false, why = false, also = false, switch_person = false, settings = false, help = false, warm_up = false, today = false;
  std::optional<std::string> lesson;  // start, continue or replay it
  std::optional<std::string> attempt; // of the record: look at it
  std::optional<std::string> note;    // of the own ones, that was found
};

} // namespace firsthand::screens
