// The custody form's view half: a sheet of paper for each exhibit, filled in by picking, corrected by striking out, signed at
// the end. Keeps which sheet and field are open and what was struck out while the step was on the screen. What is wrong with
// an entry it does not say: the debrief does.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::custody_form {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::custody_form
