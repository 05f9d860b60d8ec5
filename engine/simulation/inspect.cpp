// The state of a scene told with the reasons that the machine keeps beside it. Reads, and changes nothing.
#include "engine/simulation/inspect.h"

#include "engine/simulation/run.h"

namespace firsthand::simulation {

std::vector<GaugeState> gauge_states(const Machine& machine, const World& world) {
  std::vector<GaugeState> all;
  for (std::size_t i = 0; i < machine.gauges.size(); ++i) {
    const GaugeCode& code = machine.gauges[i];
    const base::Seconds wait = next_crossing(machine, world, i);
    all.push_back({code.entity, code.name, world.gauges[i], code.maximum, code.shown_unit, rate_of(machine, world, i),
                   wait == base::never ? base::never : later(world.now, wait)});
  }
  return all;
}

std::vector<TimerState> timer_states(const Machine& machine, const World& world) {
  std::vector<TimerState> all;
  for (std::size_t i = 0; i < machine.timers.size(); ++i) {
    const EventCode& event = machine.events[machine.timers[i]];
    const Symbol origin = origin_word(machine, world.origins[i]);
    all.push_back({event.entity, event.name, world.timers[i], origin, origin == 0 ? base::never : world.origin_at[i]});
  }
  return all;
}

std::vector<DrawState> draw_states(const Machine& machine, const World& world) {
  std::vector<DrawState> all;
  for (std::size_t i = 0; i < machine.draws.size(); ++i) {
    const DrawCode& code = machine.draws[i];
    DrawState draw{
        code.entity, code.name, world.draws[i], world.fixed_draws[i] != 0, code.slot != no_slot, {}, outcome_of(machine, world, i)};
    for (std::uint32_t odds = code.first; odds < code.last; ++odds)
      draw.outcomes.push_back({machine.odds[odds].outcome, machine.odds[odds].weight});
    all.push_back(std::move(draw));
  }
  return all;
}

} // namespace firsthand::simulation
