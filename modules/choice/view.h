// The choice's view half: the question, its options by letter, how sure the answer is, and after it what each option is worth
// and why. Keeps only what is marked and not yet submitted.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::choice {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::choice
