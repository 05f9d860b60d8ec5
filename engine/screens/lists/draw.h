// The trainer's page of lists. Draws what it is given and returns what was asked for; reads no file.
#pragma once

#include "engine/screens/lists/state.h"
#include "engine/ui/frame.h"

namespace firsthand::screens {

ListsIntent draw_lists(Frame& f, const ListsState& state, ListsMemory& memory);

} // namespace firsthand::screens
