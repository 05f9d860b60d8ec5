// What the two pages of the station show, what they remember (what was typed) and what they are asked for. Draws nothing.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::screens {

struct StationFound { // in the register, by what was typed
  std::string words, detail;
};

struct StationState {
  const content::Words& words;
  Picture mark;
  std::string_view notice = {}; // why the page opens by itself
  bool trainer_pin = false;     // there is one: it can be changed by who knows it
  int wait_seconds = 0;         // until the next try of it is looked at
  bool has_register = false;    // of stations: this one may be picked from it
  std::string_view picked = {}; // what stands in it for what is typed; empty: nothing
  std::span<const StationFound> found = {};
};
struct StationMemory {
  std::string station, room, place;                           // as typed
  std::string problem;                                        // why it was not accepted, in words
  bool opened = true;                                         // the page was opened just now: the first field is ready to be typed into
  std::string old_pin = {}, new_pin = {}, new_pin_again = {}; // of the trainer, as typed
  bool told = false;                                          // that what is typed is not saved
  std::string trainer_problem = {}, trainer_done = {};        // why it was not accepted, or that it was, in words
  std::string lead = {};                                      // gone to: the field that comes next
  std::string trainer_told = {};                              // the problem of the frame before
};
struct StationIntent {
  bool save = false, later = false, trainer = false, attempts = false, lists = false;
  std::optional<std::string> picked; // of the register, in words
};

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

} // namespace firsthand::screens
