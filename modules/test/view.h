// The test's view half: the questions by number, one of them drawn by the view of its kind, how sure the answer is, and the way to hand in.
// Keeps the views of its questions and whether it asks before it hands in.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::test {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::test
