// What home shows and decides, of the library and one person's attempts: what to go on with, which lesson comes next, how far
// each lesson and course is, which refreshers are due. Pure: the page has the words and the pictures. Must not know the record.
#pragma once

#include "engine/app/admission.h"

namespace firsthand::app {

// Whether one of them played the lesson to its end, whatever came of it: what it teaches was there to be read.
bool played_before(AttemptCards attempts, std::string_view lesson);

enum class LessonState : std::uint8_t { fresh, under_way, not_passed, passed };
enum class LessonAct : std::uint8_t { start, go_on, replay }; // what its button does

struct LessonProgress {
  model::Id lesson;
  LessonState state = LessonState::fresh;
  LessonAct act = LessonAct::start;
  int per_mille = 0;             // how far
  bool supervised = false;       // of a test: it was passed under supervision
  std::string open;              // its newest open attempt, or empty
  bool played = false;           // to its end once
  bool readable = true;          // else it cannot be begun
  std::optional<Admission> test; // of a course's test: for what it is sat now, and what bars it
  bool part_only = false;        // of a final: it is passed, and other parts are not
};

struct CourseProgress {
  model::Id course;
  std::vector<LessonProgress> lessons; // in the course's order; its test first while it is the baseline, else last
  FinalStanding final_parts;           // what of its final is left
  int lessons_in_it() const;           // without its test
  int lessons_played() const;
};

// The one thing that home leads to: the first of these that there is.
enum class NextThing : std::uint8_t { go_on, refresher, error, lesson, nothing };

struct Home {
  NextThing first = NextThing::nothing;
  std::optional<AttemptCard> stopped;  // the newest open attempt at a lesson: where the person goes on
  std::optional<AttemptCard> error;    // of an earlier day, and its lesson not done better since: to be practised
  model::Id next;                      // nothing stopped: what comes next of the courses; empty: nothing is left that can be read
  bool unreadable_left = false;        // a lesson of the courses, or their test, was not passed and cannot be read: not all is done
  model::Id also;                      // another beside that: nobody is forced to a baseline, an error, or a lesson once the final is open
  std::vector<CourseProgress> courses; // that have lessons which count
  LessonProgress warm_up;              // the first that can be read; no lesson: there is none
  LessonProgress today;                // the questions of a day, likewise
  bool today_done = false;             // they were answered on this day
  std::vector<model::Id> refreshers;   // lessons whose time has come again; last, the questions of a day
  const LessonProgress& lesson(std::string_view id) const; // of these courses, the warm-up, or the questions of a day
};

struct HomeAsked {
  base::Moment now;
  int offset_minutes = 0;                                               // of local time: what was yesterday
  session::Channel channel = session::Channel::window;                  // open attempts of others are not gone on with
  std::function<bool(const model::Id& lesson)> readable;                // its content
  std::function<const model::Test*(const model::Id& lesson)> test = {}; // in it; null: none
  model::Id supervised = {};                                            // the test that an open session lets this person sit; empty: none
  bool demonstration = false;                                           // nothing is measured: a baseline is there, and does not come first
};

Home home_of(const reading::Library& library, AttemptCards attempts, const HomeAsked& asked);

// Of an open attempt at a lesson of so many minutes; at least one.
int minutes_left(const AttemptCard& attempt, int minutes);

// How the lesson is played: the test of a course is assessed.
session::Mode mode_for(const reading::Library& library, std::string_view lesson);

// The first name, unless somebody else here has the same.
std::string greeted(std::string_view name, std::span<const PersonCard> people);

} // namespace firsthand::app
