// The scene's view half: picture with its things, what was observed of the one selected, what may be done with it, who
// can take a task, waits. Gets Seen and offers, never the truth; returns an action and decides nothing.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::scene {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::scene
