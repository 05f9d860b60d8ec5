// One command on its way through the machine: what changed and must be looked at, which reactions wait, who is to be named
// in the facts. Lives on the stack for one call; everything that lasts is in the World. Allocates nothing.
#pragma once

#include "engine/simulation/machine.h"

#include <array>

namespace firsthand::simulation {

// At most so many events fire within one second of scene time; then those still waiting are dropped, so that content that
// drives itself in circles cannot hang the program. Reading refuses such content.
constexpr int most_firings_a_second = 1'000;

class Run {
 public:
  Run(const Machine& machine, World& world, model::FactSink& sink);

  void begin(const std::vector<FixedDraw>& fixed_draws);  // begin.cpp
  void act(const VerbCode& verb, Scope scope, Symbol by); // act.cpp
  void wait(base::Seconds seconds);
  void pass(base::Seconds seconds);

 private:
  // Whom and what the facts name. `head` is what begins the chain: timers that it arms remember it as their origin.
  struct Cause {
    Symbol by = 0, name = 0, origin = 0;
    base::Seconds origin_at = 0;
    std::uint32_t head = 0;
  };
  struct ImmediateCause {
    Symbol by, name;
  };
  enum class Watch : std::uint8_t { nothing, throughout, glances };

  // act.cpp
  void begin_act(const VerbCode& verb, Scope scope, bool works);
  void fail(const VerbCode& verb, Scope scope);
  void cut_short(const VerbCode& verb, Scope scope, base::Seconds lasted);
  void finish(const VerbCode& verb, Scope scope);
  Symbol with_word(Scope scope) const { return scope.with == 0 ? Symbol{0} : machine_.entities[scope.with - 1u].symbol; }

  // settle.cpp: after a change, everything that follows at once
  void new_change() { ++world_.batch; }
  void settle();
  void refresh();
  void refresh_early(std::size_t node);
  void refresh_late();
  void derive(const DerivedCode& code);
  void look_at_when(std::uint16_t event);
  void look_at_item(std::size_t item);
  void note_items();
  void note_item(std::size_t item);
  void react(std::uint16_t event);
  bool fire(std::uint16_t event);
  void mark(const std::vector<std::uint64_t>& masks, std::size_t slot) {
    const std::uint64_t* mask = masks.data() + slot * node_words_;
    for (std::size_t i = 0; i < node_words_; ++i)
      dirty_[i] |= mask[i];
  }
  void await(std::uint16_t event);

  // effects.cpp
  void apply(const EffectsCode& effects, Scope scope);
  void reveal_all(const EffectsCode& effects, Scope scope);
  void apply_one(const Target& target, std::int64_t quanta, Scope scope);
  Target resolve(const EffectCode& effect, Scope scope) const;
  void set_value(std::uint16_t slot, std::uint8_t value);
  void set_relation(std::uint16_t slot, std::uint16_t other);
  void write_relation(std::uint16_t slot, std::uint16_t other);
  void add_quanta(std::uint16_t slot, std::int64_t quanta);
  void give_signal(std::uint16_t signal);
  void secure(std::uint16_t item);
  void begin_during(const VerbCode& verb, Scope scope);
  void end_during(const VerbCode& verb, bool done);

  // clock.cpp
  void advance(base::Seconds until);
  bool halted() const { return broken_ || (watch_ == Watch::glances && glanced_); }
  std::uint16_t next_timer() const; // no_slot if none is armed
  void fire_timer(std::uint16_t timer);
  bool step_gauges(base::Seconds to);
  void check_throughout();
  void look_at_timer(std::uint16_t event);
  void arm(std::uint16_t event, base::Seconds delay);
  base::Seconds delay_of(const EventCode& event) const;
  void drop_storm();

  // seeing.cpp
  void glance(std::uint16_t cue);
  void reveal(std::uint16_t cue);
  void see(std::uint16_t cue, std::int32_t value, std::int64_t amount);
  std::int32_t case_of(const CueCode& cue) const;

  // chance.cpp
  std::uint32_t draw(std::uint16_t draw_slot); // index of the outcome, from 0; counts and reports it

  // begin.cpp
  void fix(const std::vector<FixedDraw>& fixed_draws);
  void draw_start();
  void arm_start();

  bool holds(Entry entry, Scope scope = {}) const { return entry_holds(machine_.program, entry, world_, scope); }
  Scope scope_of(const EventCode& event) const { return {0, event.person != 0 ? event.owner : std::uint16_t{0}}; }
  void emit(model::FactKind kind, Symbol entity, Symbol name, Symbol from = 0, Symbol to = 0, std::int64_t amount = 0);
  void choose_rate(std::uint16_t gauge);

  const Machine& machine_;
  World& world_;
  model::FactSink& sink_;
  Cause cause_;
  std::size_t node_words_, event_words_, item_words_;
  int fired_ = 0;
  Watch watch_ = Watch::nothing;
  bool broken_ = false, glanced_ = false;
  Entry throughout_ = holds_always;
  Scope throughout_scope_;
  std::array<std::uint64_t, node_words_bound> dirty_;
  std::array<std::uint64_t, event_words_bound> pending_, restarted_;
  std::array<std::uint64_t, item_words_bound> items_;
  std::array<ImmediateCause, max_events> triggers_;   // of pending events
  std::array<ImmediateCause, max_items> item_causes_; // of items that changed
  struct During {
    EffectKind kind;
    std::uint16_t slot, before, during;
  };
  std::array<During, max_during> durings_;
};

// What armed a timer, as kept in the World: 0 nothing, else verb or event counted from 1.
constexpr std::uint32_t event_head = 0x8000'0000;

std::size_t level_of(const Machine& machine, const GaugeCode& gauge, std::int64_t quanta); // boundaries reached
std::int64_t gauge_after(const GaugeCode& gauge, std::int64_t quanta, std::int64_t rate, base::Seconds seconds);
base::Seconds next_crossing(const Machine& machine, const World& world, std::size_t gauge); // seconds from now, or never
std::int64_t rate_of(const Machine& machine, const World& world, std::size_t gauge);        // quanta a second
Symbol origin_word(const Machine& machine, std::uint32_t head);                             // of what armed a timer
std::uint32_t outcome_of(const Machine& machine, const World& world, std::size_t draw);     // what the next draw gives, from 0

std::vector<GaugeState> gauge_states(const Machine& machine, const World& world); // inspect.cpp
std::vector<TimerState> timer_states(const Machine& machine, const World& world);
std::vector<DrawState> draw_states(const Machine& machine, const World& world);

base::Seconds later(base::Seconds now, base::Seconds delay); // base::never stays; not beyond the longest scene

} // namespace firsthand::simulation
