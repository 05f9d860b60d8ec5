// Answers to a test, for pictures and tests: whatever its questions are, so many of ten are answered as well as what is offered allows.
#pragma once

#include "engine/session/session.h"

#include <vector>

namespace firsthand::tools {

// From where the attempt stands, up to handing in.
std::vector<session::Action> acts_of_paper(const session::Prepared& prepared, session::Attempt attempt, int well_of_ten);

} // namespace firsthand::tools
