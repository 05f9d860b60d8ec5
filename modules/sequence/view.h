// The sequence's view half: rows to be brought into order by pressing, by keys or by dragging, and after the answer which
// pairs were kept and why the order matters. Keeps only the order on the screen and what is being moved.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::sequence {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::sequence
