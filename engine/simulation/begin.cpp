// The world before anybody acts: start values, draws of the start, derived values, timers already running. A condition that
// holds at the start has not *become* true, so no `when` fires for it; what lies in plain sight is seen at second 0.
#include "engine/simulation/run.h"

namespace firsthand::simulation {

namespace {

constexpr std::uint8_t begins_alive = 1, begins_open = 2;

void size_world(const Machine& machine, World& world) {
  world.timers.assign(machine.timers.size(), base::never);
  world.origins.assign(machine.timers.size(), 0);
  world.origin_at.assign(machine.timers.size(), 0);
  world.truths.assign(machine.events.size(), 0);
  world.items.assign(machine.items.size(), 0);
  world.draws.assign(machine.draws.size(), 0);
  world.fixed_draws.assign(machine.draws.size(), 0);
  world.rates.assign(machine.gauges.size(), 0);
  world.seen.cues.assign(machine.cues.size(), 0);
  world.seen.seen_at.assign(machine.cues.size(), base::never);
  world.seen.relations.assign(machine.seen_relations, 0);
  world.seen.done.assign(machine.verbs.size(), 0);
}

void start_values(const Machine& machine, World& world) {
  for (const ValueCode& value : machine.values)
    world.values.push_back(value.start);
  for (const GaugeCode& gauge : machine.gauges)
    world.gauges.push_back(gauge.start);
  for (const RelationCode& relation : machine.relations) {
    world.relations.push_back(relation.start);
    if (relation.seen != no_slot) world.seen.relations[relation.seen] = relation.start;
  }
}

void derive_start(const Machine& machine, World& world) {
  for (const DerivedCode& derived : machine.nodes.derived) {
    world.values[derived.slot] = derived.otherwise;
    for (std::uint32_t i = derived.last; i-- > derived.first;)
      if (entry_holds(machine.program, machine.cases[i].entry, world))
        world.values[derived.slot] = static_cast<std::uint8_t>(machine.cases[i].value);
  }
}

// What does not live at the start was never there: no fact says that it was lost.
void start_items(const Machine& machine, World& world) {
  for (std::size_t i = 0; i < machine.items.size(); ++i) {
    const ItemCode& item = machine.items[i];
    if (!entry_holds(machine.program, item.lives, world)) continue;
    world.items[i] = begins_alive;
    if (entry_holds(machine.program, item.open, world)) world.items[i] |= begins_open;
  }
}

bool same_outcome(const OddsCode& odds, const std::string& given) {
  if (odds.word == given) return true;
  const auto seconds = base::parse_duration(given);
  return seconds && base::parse_duration(odds.word) == seconds;
}

} // namespace

void Run::begin(const std::vector<FixedDraw>& fixed_draws) {
  size_world(machine_, world_);
  start_values(machine_, world_);
  fix(fixed_draws);
  draw_start();
  derive_start(machine_, world_);
  start_items(machine_, world_);
  for (const std::uint16_t gauge : machine_.nodes.rates)
    choose_rate(gauge);
  for (std::size_t i = 0; i < machine_.events.size(); ++i) {
    const model::Trigger trigger = machine_.events[i].trigger;
    const bool has_condition = trigger != model::Trigger::on && trigger != model::Trigger::at;
    world_.truths[i] = has_condition && holds(machine_.events[i].entry) ? 1 : 0;
  }
  arm_start();
  for (const std::uint16_t cue : machine_.nodes.glances)
    glance(cue);
  advance(0);
}

// A setting's outcome may be written in any of the ways in which that duration can be written.
void Run::fix(const std::vector<FixedDraw>& fixed_draws) {
  for (const FixedDraw& each : fixed_draws)
    for (std::size_t i = 0; i < machine_.draws.size(); ++i) {
      const DrawCode& draw = machine_.draws[i];
      if (each.draw != draw.entity_word + "." + draw.name_word) continue;
      for (std::uint32_t outcome = draw.first; outcome < draw.last; ++outcome)
        if (same_outcome(machine_.odds[outcome], each.outcome)) world_.fixed_draws[i] = static_cast<std::uint8_t>(outcome - draw.first + 1);
    }
}

void Run::draw_start() {
  for (std::size_t i = 0; i < machine_.draws.size(); ++i) {
    const DrawCode& code = machine_.draws[i];
    if (code.slot == no_slot) continue;
    const std::string& outcome = machine_.odds[code.first + draw(static_cast<std::uint16_t>(i))].word;
    const std::vector<std::string>& names = machine_.value_words[code.slot];
    for (std::size_t value = 0; value < names.size(); ++value)
      if (names[value] == outcome) world_.values[code.slot] = static_cast<std::uint8_t>(value);
  }
}

// A delay that has run longer than it lasts is due at once; a repeated one is somewhere within its turn.
void Run::arm_start() {
  for (std::size_t timer = 0; timer < machine_.timers.size(); ++timer) {
    const std::uint16_t event = machine_.timers[timer];
    const EventCode& code = machine_.events[event];
    base::Seconds delay = delay_of(code);
    if (delay == base::never || (code.trigger != model::Trigger::at && world_.truths[event] == 0)) continue;
    if (code.trigger == model::Trigger::holds_for) delay = code.aged > delay ? 0 : delay - code.aged;
    if (code.trigger == model::Trigger::every) delay -= code.aged % delay;
    world_.timers[timer] = later(0, delay);
  }
}

} // namespace firsthand::simulation
