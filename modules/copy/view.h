// The copy's view half: the picture, a field, and after the answer what differs. Keeps only what is typed and not yet submitted.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::copy {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::copy
