// Amounts that flow: whole quanta a second, within 0 and their maximum. A gauge in the World is always as of `now`. Where a
// condition turns on an amount, time stops at the first whole second that shows it.
#include "engine/simulation/run.h"

#include <algorithm>

namespace firsthand::simulation {

std::int64_t rate_of(const Machine& machine, const World& world, std::size_t gauge) {
  const std::uint8_t chosen = world.rates[gauge];
  return chosen == 0 ? 0 : machine.rates[machine.gauges[gauge].first_rate + chosen - 1u].per_second;
}

std::size_t level_of(const Machine& machine, const GaugeCode& gauge, std::int64_t quanta) {
  std::size_t reached = 0;
  for (std::uint32_t i = gauge.first_boundary; i < gauge.last_boundary && machine.boundaries[i] <= quanta; ++i)
    ++reached;
  return reached;
}

std::int64_t gauge_after(const GaugeCode& gauge, std::int64_t quanta, std::int64_t rate, base::Seconds seconds) {
  constexpr std::int64_t small = std::int64_t{1} << 31; // a product with seconds cannot overflow
  if (rate >= -small && rate <= small) {
    const std::int64_t change = rate * seconds;
    if (change > 0) return change > gauge.maximum - quanta ? gauge.maximum : quanta + change;
    return change < -quanta ? 0 : quanta + change;
  }
  if (rate > 0) return (gauge.maximum - quanta) / rate < seconds ? gauge.maximum : quanta + rate * seconds;
  return quanta / -rate < seconds ? 0 : quanta + rate * seconds;
}

base::Seconds next_crossing(const Machine& machine, const World& world, std::size_t gauge) {
  const GaugeCode& code = machine.gauges[gauge];
  const std::int64_t level = world.gauges[gauge], rate = rate_of(machine, world, gauge);
  const std::size_t reached = level_of(machine, code, level);
  const std::size_t all = code.last_boundary - code.first_boundary;
  if (rate == 0 || (rate > 0 ? reached == all : reached == 0)) return base::never;
  const std::int64_t boundary = machine.boundaries[code.first_boundary + (rate > 0 ? reached : reached - 1)];
  const std::int64_t way = rate > 0 ? boundary - level : level - boundary + 1;
  const std::int64_t speed = rate > 0 ? rate : -rate;
  const std::int64_t seconds = way / speed + (way % speed != 0 ? 1 : 0);
  return seconds > longest_scene ? base::never : static_cast<base::Seconds>(seconds);
}

void Run::choose_rate(std::uint16_t gauge) {
  const GaugeCode& code = machine_.gauges[gauge];
  world_.rates[gauge] = 0;
  for (std::uint32_t i = code.first_rate; i < code.last_rate; ++i) {
    if (!holds(machine_.rates[i].entry)) continue;
    world_.rates[gauge] = static_cast<std::uint8_t>(i - code.first_rate + 1);
    return;
  }
}

// Brings time to `to`, or to the first earlier second in which a gauge crosses a boundary; true if one did.
bool Run::step_gauges(base::Seconds to) {
  base::Seconds seconds = to - world_.now;
  bool crossed = false;
  for (const std::uint16_t gauge : machine_.nodes.rates) {
    const GaugeCode& code = machine_.gauges[gauge];
    const std::int64_t rate = rate_of(machine_, world_, gauge), level = world_.gauges[gauge];
    if (rate == 0 || code.first_boundary == code.last_boundary) continue;
    if (level_of(machine_, code, gauge_after(code, level, rate, seconds)) == level_of(machine_, code, level)) continue;
    seconds = next_crossing(machine_, world_, gauge);
    crossed = true;
  }
  for (const std::uint16_t gauge : machine_.nodes.rates) {
    const GaugeCode& code = machine_.gauges[gauge];
    const std::int64_t before = world_.gauges[gauge];
    world_.gauges[gauge] = gauge_after(code, before, rate_of(machine_, world_, gauge), seconds);
    if (crossed && level_of(machine_, code, before) != level_of(machine_, code, world_.gauges[gauge])) mark(machine_.gauge_nodes, gauge);
  }
  world_.now += seconds;
  fired_ = 0;
  return crossed;
}

} // namespace firsthand::simulation
