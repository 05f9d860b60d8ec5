// What is shown when the records cannot be opened: what happened, what to do, and what the person may choose. Draws what it
// is given; opens, renames and repairs nothing.
#pragma once

#include "engine/screens/trouble/state.h"

namespace firsthand::screens {

TroubleIntent draw_trouble(Frame& f, const TroubleState& state, TroubleMemory& memory);

} // namespace firsthand::screens
