// "This computer is": station, room, number; and "what day is it?" where the clock cannot be right. Two pages for the trainer,
// before or between the trainees. They draw what they are given and return what was asked for; they check no name and no date.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"

#include <string>
#include <string_view>

namespace firsthand::screens {

struct StationState {
  const content::Words& words;
  Picture mark;
  std::string_view notice = {}; // why the page opens by itself
  bool trainer_pin = false;     // there is one: it can be changed by who knows it
  int wait_seconds = 0;         // until the next try of it is looked at
};
struct StationMemory {
  std::string station, room, place;                           // as typed
  std::string problem;                                        // why it was not accepted, in words
  bool opened = true;                                         // the page was opened just now: the first field is ready to be typed into
  std::string old_pin = {}, new_pin = {}, new_pin_again = {}; // of the trainer, as typed
  bool told = false;                                          // that what is typed is not saved
  std::string trainer_problem = {}, trainer_done = {};        // why it was not accepted, or that it was, in words
  std::string trainer_told = {};                              // the problem of the frame before
};
struct StationIntent {
  bool save = false, later = false, trainer = false;
};
StationIntent draw_station(Frame& f, const StationState& state, StationMemory& memory);

struct ClockState {
  const content::Words& words;
  Picture mark;
  std::string_view doubt; // what the clock says and why that cannot be right
};
struct ClockMemory {
  std::string day, month, year, hour, minute, by; // as typed; a Buddhist year is understood
  std::string problem;
  bool opened = true; // as above; where the date is filled in already, the name
};
struct ClockIntent {
  bool state = false, leave = false;
};
ClockIntent draw_clock(Frame& f, const ClockState& state, ClockMemory& memory);

} // namespace firsthand::screens
