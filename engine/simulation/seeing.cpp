// What reaches the learner: cues at a glance whenever they change, others when a verb reveals them. Only this file and plain
// relations (effects.cpp) write into Seen.
#include "engine/simulation/run.h"

namespace firsthand::simulation {

// The case that holds + 1; cases with the same word count as the first of them.
std::int32_t Run::case_of(const CueCode& cue) const {
  for (std::uint32_t i = cue.first; i < cue.last; ++i)
    if (holds(machine_.cases[i].entry)) return machine_.cases[i].value + 1;
  return 0;
}

void Run::glance(std::uint16_t cue) {
  const std::int32_t value = case_of(machine_.cues[cue]);
  if (value == 0 || value == world_.seen.cues[cue]) return;
  see(cue, value, 0);
  glanced_ = true;
}

void Run::reveal(std::uint16_t cue) {
  const CueCode& code = machine_.cues[cue];
  if (code.gauge == no_slot) {
    const std::int32_t value = case_of(code);
    if (value != 0) see(cue, value, 0);
    return;
  }
  if (!holds(code.readable)) return;
  const std::int64_t units = world_.gauges[code.gauge] / machine_.gauges[code.gauge].shown_unit;
  const std::int64_t shown = units < model::most_read ? units : model::most_read;
  see(cue, static_cast<std::int32_t>(shown) + 1, shown);
}

// Also when nothing changed: somebody looked again.
void Run::see(std::uint16_t cue, std::int32_t value, std::int64_t amount) {
  const CueCode& code = machine_.cues[cue];
  const std::int32_t before = world_.seen.cues[cue];
  world_.seen.cues[cue] = value;
  world_.seen.seen_at[cue] = world_.now;
  const bool number = code.gauge != no_slot;
  const auto word = [&](std::int32_t seen) {
    return number || seen == 0 ? Symbol{0} : machine_.words[code.words + static_cast<std::uint32_t>(seen) - 1];
  };
  emit(model::FactKind::seen, code.entity, code.name, word(before), word(value), amount);
}

} // namespace firsthand::simulation
