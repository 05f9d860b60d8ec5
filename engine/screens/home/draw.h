// Home: where the person stopped, the courses with their lessons, the person's record. Draws what it is given, already in
// words, and returns what was asked for. Must not know attempts, files or rules.
#pragma once

#include "engine/screens/home/state.h"

namespace firsthand::screens {

HomeIntent draw_home(Frame& f, const HomeState& state, HomeMemory& memory);

// Lessons whose title or summary holds every word of `search`, in any case.
bool home_matches(const HomeLesson& lesson, std::string_view search);

} // namespace firsthand::screens
