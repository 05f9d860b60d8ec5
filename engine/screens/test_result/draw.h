// The page after a test: the verdict, by which parts it came about, each competency, and the way on. Draws what it is given.
#pragma once

#include "engine/screens/test_result/state.h"
#include "engine/ui/frame.h"

namespace firsthand::screens {

TestResultIntent draw_test_result(Frame& f, const TestResultState& state);

} // namespace firsthand::screens
