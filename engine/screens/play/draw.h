// The play screen: top bar, rail of steps, the step's own view, the notebook beside it or as a sheet. Draws what it is
// given and returns what was asked for; submits nothing, stores nothing, knows no kind of step.
#pragma once

#include "engine/screens/play/state.h"

namespace firsthand::screens {

// `scene.as_list` is set from the memory; a copy is drawn.
PlayIntent draw_play(Frame& f, const PlayState& state, PlayMemory& memory, StepView& view);

} // namespace firsthand::screens
