// The number's view half: a field and the units. Keeps only what is typed and not yet submitted.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::number {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::number
