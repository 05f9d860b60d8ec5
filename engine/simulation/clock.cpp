// Time passes from one due second to the next. Within a second: gauges first, then due events in declaration order, each to
// a standstill; whoever runs an action ends it only after that, so at a tie the event wins.
#include "engine/simulation/run.h"

#include <algorithm>

namespace firsthand::simulation {

base::Seconds later(base::Seconds now, base::Seconds delay) {
  if (delay == base::never) return base::never;
  return delay > longest_scene - now ? longest_scene : now + std::max(delay, 0);
}

std::uint16_t Run::next_timer() const {
  std::uint16_t best = no_slot;
  auto earliest = static_cast<std::uint32_t>(base::never); // as unsigned the latest of all
  for (std::size_t i = 0; i < world_.timers.size(); ++i) {
    const auto due = static_cast<std::uint32_t>(world_.timers[i]);
    if (due >= earliest) continue;
    earliest = due;
    best = static_cast<std::uint16_t>(i);
  }
  return best;
}

// Stops early, at the end of a second, once the running action is broken or the wait is over.
void Run::advance(base::Seconds until) {
  for (;;) {
    const std::uint16_t timer = next_timer();
    const base::Seconds due = timer == no_slot ? longest_scene : world_.timers[timer];
    const base::Seconds next = std::max(std::min(due, until), world_.now);
    if (next > world_.now) {
      if (halted()) return;
      if (step_gauges(next)) {
        cause_ = {};
        new_change();
        settle();
        check_throughout();
        continue;
      }
    }
    if (timer == no_slot || due > world_.now) return;
    fire_timer(timer);
    check_throughout();
  }
}

void Run::check_throughout() {
  if (watch_ == Watch::throughout && !holds(throughout_, throughout_scope_)) broken_ = true;
}

void Run::fire_timer(std::uint16_t timer) {
  const std::uint16_t event = machine_.timers[timer];
  const EventCode& code = machine_.events[event];
  if (++fired_ > most_firings_a_second) {
    drop_storm();
    return;
  }
  cause_ = {0, 0, origin_word(machine_, world_.origins[timer]), world_.origin_at[timer], event_head | event};
  world_.timers[timer] = base::never;
  if (code.trigger == model::Trigger::every) world_.timers[timer] = later(world_.now, delay_of(code));
  new_change();
  if (fire(event)) settle();
}

// Content that drives itself in circles: what waits is dropped, and what is due now too.
void Run::drop_storm() {
  for (std::size_t i = 0; i < event_words_; ++i)
    pending_[i] = 0;
  for (base::Seconds& due : world_.timers)
    if (due != base::never && due <= world_.now) due = base::never;
}

base::Seconds Run::delay_of(const EventCode& event) const {
  if (event.delay.slot == no_slot) return event.delay.fixed;
  return machine_.durations[event.delay.table + world_.values[event.delay.slot]];
}

void Run::look_at_timer(std::uint16_t event) {
  const EventCode& code = machine_.events[event];
  const std::uint8_t truth = holds(code.entry) ? 1 : 0;
  if (truth == world_.truths[event]) return;
  world_.truths[event] = truth;
  arm(event, truth != 0 ? delay_of(code) : base::never);
}

void Run::arm(std::uint16_t event, base::Seconds delay) {
  const std::uint16_t timer = machine_.events[event].timer;
  const bool armed = delay != base::never;
  world_.timers[timer] = later(world_.now, delay);
  world_.origins[timer] = armed ? cause_.head : 0;
  world_.origin_at[timer] = armed && cause_.head != 0 ? world_.now : 0;
}

Symbol origin_word(const Machine& machine, std::uint32_t head) {
  if (head == 0) return 0;
  if ((head & event_head) != 0) return machine.events[head & ~event_head].name;
  return machine.verbs[head - 1].name;
}

} // namespace firsthand::simulation
