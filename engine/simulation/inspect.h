// What a scene knows about its own state and nobody needs to play it: amounts and how they flow, timers with what armed them,
// draws with what they could have given. For who looks for the reason of something; Scene::gauges and its neighbours give it.
#pragma once

#include "engine/simulation/simulation.h"

namespace firsthand::simulation {

struct GaugeState {
  Symbol entity = 0, name = 0;
  std::int64_t quanta = 0, maximum = 0, shown_unit = 1, per_second = 0; // quanta; shown_unit of them are shown as 1
  base::Seconds crosses = base::never;                                  // when a condition turns on it next
};

struct TimerState {
  Symbol entity = 0, event = 0;
  base::Seconds due = base::never;       // never: not armed
  Symbol origin = 0;                     // verb or event that armed it; 0: it ran from the start, or is not armed
  base::Seconds origin_at = base::never; // never: the same
};

struct DrawState {
  struct Outcome {
    Symbol word = 0;
    std::uint32_t weight = 1;
  };
  Symbol entity = 0, name = 0;
  int made = 0;       // times so far
  bool fixed = false; // by a pin: it always gives the same
  bool once = false;  // at the start, for a value; else each time that its event would fire
  std::vector<Outcome> outcomes;
  std::size_t next = 0; // of the outcomes: what it would give the next time
};

} // namespace firsthand::simulation
