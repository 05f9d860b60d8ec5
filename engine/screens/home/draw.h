// Home: the one next thing, how far the course is, the lessons, the search, the person's record. Draws what it is given, already in
// words, and returns what was asked for. Must not know attempts, files or rules.
#pragma once

#include "engine/screens/home/state.h"

namespace firsthand::screens {

HomeIntent draw_home(Frame& f, const HomeState& state, HomeMemory& memory);

} // namespace firsthand::screens
