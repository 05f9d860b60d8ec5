// For what somebody sits a test now, and whether they may: by the course, and by what they did before. Pure.
//   before the lessons the baseline, once; after them the final, with its tries and the wait between them; when the course was passed and
//   its time has come, the delayed one. Of a final of several parts each has its own tries; one that is passed is not sat again unless the
//   others were not passed in time. Who passed it unsupervised may try it again under supervision. Who has begun a lesson has no
//   baseline any more. In a draft language a final is practice.
#pragma once

#include "engine/app/refreshers.h"
#include "engine/assessment/form.h"

#include <functional>

namespace firsthand::app {

enum class Bar : std::uint8_t {
  none,
  under_way,     // it was begun, and is gone on with
  session_over,  // it was begun in a supervised session whose time is over: the closing hands it in
  once,          // a baseline that is there already, or comes too late
  lessons_first, // before a final
  passed,
  no_tries_left,
  wait,      // between two tries
  clock_back // the computer's clock stands before the last try
};

struct Admission {
  assessment::Role role = assessment::Role::practice;
  int nth_try = 0; // of a final: 1, 2 …
  Bar bar = Bar::none;
  base::Moment until = {}; // of wait; of clock_back when the last try was
};

// Of a final; 0: any number.
struct TriesAllowed {
  int tries = 0;
  base::Seconds wait = 0;
  TriesAllowed() = default;
  TriesAllowed(const model::Test& test) : tries(test.tries), wait(test.wait) {}
  TriesAllowed(const reading::CoursePart& scene) : tries(scene.tries), wait(scene.wait) {}
};

enum class Watched : std::uint8_t { alone, supervised }; // supervised: an open session lets this person sit this test

struct Applicant {
  AttemptCards attempts;
  base::Moment now;
  session::Mode mode = session::Mode::assessed;          // practice: the language is a draft
  std::function<bool(const model::Id& lesson)> readable; // else the course goes on without it
  Watched watched = Watched::alone;
};
Admission admission(const reading::Library& library, std::string_view lesson, const TriesAllowed& allowed, const Applicant& who);

// The names of the forms that this person has seen of a test at this window, oldest first, whatever came of them. Of an attempt of a
// version that did not tell its form: nothing.
std::vector<std::string> forms_seen(AttemptCards attempts, std::string_view test);

// Refused at the beginning, with the sentence that says until when; nothing: it may begin.
base::Result<void> admitted(const Admission& admission, int offset_minutes);

// Whether every lesson of the course that can be read was played to an end.
bool lessons_played(const reading::Course& course, const Applicant& who);

} // namespace firsthand::app
