// What is shown when the records cannot be opened: what happened, what to do, and what the person may choose. Draws what it
// is given; opens, renames and repairs nothing.
#pragma once

#include "engine/app/words.h"
#include "engine/ui/frame.h"

#include <string>
#include <string_view>

namespace firsthand::ui {

struct TroubleState {
  const app::Words& words;
  Picture mark;
  std::string_view title, what, detail; // in words; detail: the exact message, with the path
  bool can_set_aside = false;           // a damaged or foreign file may be renamed, on the person's word
  std::string_view done = {};           // after it was set aside: where it is now
};

struct TroubleMemory {
  bool asking = false; // the person pressed "set aside" once
};

struct TroubleIntent {
  bool again = false, set_aside = false, demonstration = false, quit = false;
};

TroubleIntent draw_trouble(Frame& f, const TroubleState& state, TroubleMemory& memory);

} // namespace firsthand::ui
