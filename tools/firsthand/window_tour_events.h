// What can happen by itself in a lesson, and the plays in which it does: for a picture of every event. Pure.
#pragma once

#include "engine/report/notebook.h"
#include "engine/session/play.h"

#include <set>
#include <string>
#include <vector>

namespace firsthand::tools {

// "LESSON-THING-CUE-VALUE" for each thing that came to be seen by itself, with the turn in which it did.
struct LessonEvent {
  std::string name;
  int turn = 0;
};
std::vector<LessonEvent> events_in(const session::Prepared& prepared, const report::Notebook& notebook);

struct EventPlay {
  session::Play play;
  std::vector<LessonEvent> events; // each once in all plays, in order of the turns
};
// Few plays in which all events happen that happen in any: the one with the most new ones first.
std::vector<EventPlay> plays_of_events(const session::Prepared& prepared, std::vector<session::Play> plays);

} // namespace firsthand::tools
