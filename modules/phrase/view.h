// The phrase's view half: phrases that are there, and the answer that is put together from them. Keeps only what is not yet submitted.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::phrase {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::phrase
