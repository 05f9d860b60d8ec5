// A field whose keys lead through a list below it: the focus stays in the field, arrows mark a row, Enter takes it, and who types on is
// heard. Knows no screen.
#pragma once

#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"

#include <string>
#include <string_view>
#include <vector>

namespace firsthand::screens::shared {

// Outlives a frame.
struct LedMemory {
  std::string search, searched; // what is typed; in the frame before
  std::string marked;           // the row that the arrows lead to
};

// What stands in the list in this frame.
struct LedList {
  std::string_view field, scroll;     // ids: of the field, and of what scrolls around the list
  std::vector<std::string_view> rows; // ids, in order
};

void follow_typing(Frame& f, LedMemory& m, const LedList& list); // another search is read from its head, and nothing of it is marked
void lead_through(Frame& f, LedMemory& m, const LedList& list);
// Which row Enter takes: the only one, or the marked one. Of several the first is marked, and none taken: one more Enter takes it.
std::string_view taken_by_enter(Frame& f, LedMemory& m, const LedList& list);

} // namespace firsthand::screens::shared
