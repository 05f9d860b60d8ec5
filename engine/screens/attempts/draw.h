// The page of attempts: a trainer's PIN, the people of this computer, one person's attempts. Draws what it is given.
#pragma once

#include "engine/screens/attempts/state.h"
#include "engine/ui/frame.h"

namespace firsthand::screens {

AttemptsIntent draw_attempts(Frame& f, const AttemptsState& state, AttemptsMemory& memory);

} // namespace firsthand::screens
