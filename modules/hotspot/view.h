// The hotspot's view half: a picture whose places can be pressed, each with a letter. Keeps only what is marked and not yet submitted.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::hotspot {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::hotspot
