// "This computer is": station, room, number; and "what day is it?" where the clock cannot be right. Two pages for the trainer,
// before or between the trainees. They draw what they are given and return what was asked for; they check no name and no date.
#pragma once

#include "engine/screens/station/state.h"

namespace firsthand::screens {

StationIntent draw_station(Frame& f, const StationState& state, StationMemory& memory);
ClockIntent draw_clock(Frame& f, const ClockState& state, ClockMemory& memory);

} // namespace firsthand::screens
