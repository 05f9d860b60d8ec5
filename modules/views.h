// The views of the kinds of steps: one line a module, like modules/catalogue.h.
#pragma once

#include "engine/ui/step_view.h"

namespace firsthand::modules {

ui::StepViews make_views();

} // namespace firsthand::modules
