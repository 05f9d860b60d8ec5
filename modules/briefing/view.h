// The briefing's view half: a picture, a few paragraphs in lines that read well, one main button.
#pragma once

#include "engine/screens/play/step_view.h"

#include <memory>

namespace firsthand::modules::briefing {

std::unique_ptr<screens::StepView> open_view();

} // namespace firsthand::modules::briefing
