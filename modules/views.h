// The views of the kinds of steps: one line a module, like modules/catalogue.h.
#pragma once

#include "engine/screens/play/step_view.h"

namespace firsthand::modules {

screens::StepViews make_views();

} // namespace firsthand::modules
