// The teaching's view half: a page at a time, at the end the question and, when it is asked for, its answer. Who has played the lesson
// before may skip it.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::teach {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::teach
