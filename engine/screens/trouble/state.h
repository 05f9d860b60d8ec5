// What is shown when the records cannot be opened, what the page remembers and what it is asked for. Draws nothing.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::screens {

struct TroubleState {
  const content::Words& words;
  Picture mark;
  std::string_view title, what, detail;     // in words; detail: the exact message, with the path
  bool can_set_aside = false;               // a damaged or foreign file may be renamed, on the person's word
  std::string_view done = {};               // after it was set aside: where it is now
  bool can_move = false;                    // another place may be chosen:
  std::span<const std::string> places = {}; // these, in words, or a folder that is typed
  bool can_accept = false;                  // an earlier copy may be used all the same
};

struct TroubleMemory {
  bool asking = false; // the person pressed "set aside" once
  bool typing = false; // "another folder" was pressed
  std::string folder;  // as typed
  std::string problem; // why that place was not accepted
};

struct TroubleIntent {
  bool again = false, set_aside = false, demonstration = false, quit = false, folder = false, accept = false;
  std::optional<std::size_t> place;
};

} // namespace firsthand::screens
