// The match's view half: press a thing and then where it belongs, or drag it there; where there is little room the places stand below the
// thing that is being matched. Keeps only what is matched on the screen.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::match {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::match
