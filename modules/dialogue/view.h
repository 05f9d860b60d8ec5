// The dialogue's view half: who it is, what was said here so far, the topics that can be raised now.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::dialogue {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::dialogue
