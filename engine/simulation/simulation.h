// The scene: things that react. A pure machine: (compiled scene, world, command) → world, facts. Time moves only here, in
// whole seconds, event by event. The world is the truth; `Seen` is what the learner has observed, and views get only that.
// Must not know doctrine, steps, texts, files or clocks. Rules of time, order and chance: docs/architecture.md, Time.
//
// Where the rules left a choice, this is what holds:
// - Within one second: amounts that cross a threshold first, then due events in declaration order, each to a standstill,
//   then the act that ends. A second is finished before a wait ends early or an act is cut short.
// - A condition that is true at the start has not become true: no `when` fires for it. A reaction whose condition has
//   failed again before its turn does not fire. What is seen at a glance is seen at second 0, with facts.
// - Waiting reactions: the first in declaration order fires, then all are looked at again. After 1,000 firings within one
//   second what still waits, and what is due in that second, is dropped, quietly; reading refuses such content.
// - A signal of `since` restarts the delay whenever the condition holds, also after the event has fired. A delay of 0 is due
//   as soon as the change that armed it is over; `every` repeats after a second at least.
// - One change (facts with one `batch`) is what sets in at once: effects, the reactions to them, losses, what is seen. An
//   act has two, its beginning and its end; every due event and every crossing is one of its own.
// - `by`: a person's own event (trait `person`, not the learner's) is that person's act, and so is what follows from it at
//   once; `origin` is the verb or due event at the head of the chain that armed the timer, reactions left out.
// - A verb that fails has no effects but its reveals: what can be seen is seen. Of an answer the condition is read before
//   the verb's own effects. Values of `during` that the effects at the end set themselves are not restored first.
// - What is secured must be alive; it stays safe whatever happens. What does not live at the start was never there: no fact.
// - A value that the scenario gives is not drawn. Outcomes of a drawn setting are durations ("20 min", "never").
// - "none" is a word where facts and value() speak of a relation; what was never seen is symbol 0.
#pragma once

#include "engine/base/result.h"
#include "engine/crypto/hash.h"
#include "engine/model/scenario.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace firsthand::simulation {

using model::Symbol;

// Fixes the outcome of a draw ("bag.leak" → "tight"); rehearsals and plays only, and the record says so.
struct FixedDraw {
  std::string draw, outcome;
};

struct Seed {
  std::array<std::uint8_t, 32> bytes{};
  friend bool operator==(const Seed&, const Seed&) = default;
};

struct Command {
  enum class Kind : std::uint8_t { act, task, wait };
  Kind kind = Kind::act;
  Symbol verb = 0, entity = 0, with = 0;
  Symbol by = 0;             // 0: the learner; a person's id for a standing task
  base::Seconds seconds = 0; // of a wait
};

// What the learner has observed. A value; holds no truth that was not seen.
struct Seen {
  std::vector<std::int32_t> cues;       // per cue of the scene: case index + 1, or the number read + 1; 0 = never looked
  std::vector<base::Seconds> seen_at;   // per cue; base::never
  std::vector<std::uint16_t> relations; // per relation in plain sight: entity index + 1, 0 = none
  std::vector<std::uint8_t> done;       // per verb of an entity: done at least once (for `once`)
  friend bool operator==(const Seen&, const Seen&) = default;
};

// The truth. Flat and cheap to copy; compare two worlds by ==. Gauges are always as of `now`.
struct World {
  base::Seconds now = 0;
  std::vector<std::uint8_t> values; // state variables and derived values
  std::vector<std::uint16_t> relations;
  std::vector<std::int64_t> gauges;      // quanta
  std::vector<base::Seconds> timers;     // due times, base::never = not armed
  std::vector<std::uint32_t> origins;    // per timer: what armed it and when, packed by the machine
  std::vector<std::uint8_t> truths;      // last value of each event's condition
  std::vector<std::uint8_t> items;       // evidence: bit 0 alive, 1 open, 2 secured
  std::vector<std::uint16_t> draws;      // how often each draw has been made
  std::vector<base::Seconds> origin_at;  // per timer
  std::vector<std::uint8_t> rates;       // per gauge: the rate that counts now + 1, 0 = none
  std::vector<std::uint8_t> fixed_draws; // per draw: outcome + 1, 0 = drawn from the seed
  std::uint16_t batch = 0;               // number of the latest change
  Seed seed;
  Seen seen;
  friend bool operator==(const World&, const World&) = default;
};

// `busy` is for the session; the scene itself never says it. A `with` that the verb does not ask for is refused as
// needs_instrument; an act with `by`, or a task for who is no other person, as not_a_task. A wait lasts 1 s to 366 days.
enum class Refusal : std::uint8_t {
  none,
  unknown_verb,
  unknown_entity,
  not_offered,
  needs_instrument,
  not_a_task,
  busy,
  bad_wait,
  hands_bound
};
base::Code refusal_code(Refusal refusal); // "not-offered"; of what was refused

class Machine; // compiled, immutable, shared; engine/simulation/machine.h
struct CompiledGuard;

// A condition compiled once, for who asks it after every action. Belongs to the scene that made it.
class Guard {
 public:
  Guard() = default; // holds always

 private:
  friend class Scene;
  explicit Guard(std::shared_ptr<const CompiledGuard> code) : code_(std::move(code)) {}
  std::shared_ptr<const CompiledGuard> code_;
};

// One verb of one entity that could be chosen now, judged by what was seen.
struct Offer {
  Symbol verb = 0, entity = 0, with = 0, by = 0;
};

struct GaugeState; // engine/simulation/inspect.h
struct TimerState;
struct DrawState;

struct ItemState {
  Symbol entity = 0, item = 0, kind = 0;
  std::int32_t value = 0;
  bool alive = true, open = false, secured = false;
  bool key_secured = false; // of the kind that it is sealed under
  bool in_custody = false;  // a relation of its thing that is `custody` leads to somebody
  bool within_reach() const { return secured || open || (alive && key_secured); }
};

class Scene {
 public:
  // Interns every word of the scenario into `symbols`; neither is needed afterwards. Errors: "scene-too-large" with the
  // bound; content that reading accepted has no others. Names that mean nothing hold never and do nothing.
  static base::Result<Scene> prepare(const model::Scenario& scenario, model::Symbols& symbols);

  World begin(const Seed& seed, const std::vector<FixedDraw>& fixed_draws, model::FactSink& sink) const;

  // Refused: nothing changed, no time passed. Otherwise applied to `world` in place, facts in order to `sink`.
  Refusal apply(World& world, const Command& command, model::FactSink& sink) const;

  // Time passes without an act (a step's costs). Not interrupted by cues.
  void pass(World& world, base::Seconds seconds, model::FactSink& sink) const;

  std::vector<Offer> offers(const Seen& seen) const;            // acts and tasks, in the scenario's order
  bool offered(const Seen& seen, const Command& command) const; // the same question for one

  // What was seen, for views, layers and conditions on cues.
  Symbol seen_value(const Seen& seen, Symbol entity, Symbol cue) const;                       // 0 = never looked
  std::optional<std::int32_t> seen_number(const Seen& seen, Symbol entity, Symbol cue) const; // of a cue that reads a gauge
  base::Seconds seen_at(const Seen& seen, Symbol entity, Symbol cue) const;
  Symbol seen_relation(const Seen& seen, Symbol entity, Symbol relation) const;              // entity, 0 = none or hidden
  Symbol seen_custodian(const Seen& seen, Symbol entity) const;                              // who was seen to have it, likewise
  bool seen_holds(const Seen& seen, Symbol entity, const model::Condition& condition) const; // of layers, deadlines
  bool seen_holds(const Seen& seen, const Guard& guard) const;
  Guard seen_guard(Symbol entity, const model::Condition& condition) const; // entity 0: paths "entity.cue"

  // The truth, for the session, judging's start values, ends and the debrief; never for views while an attempt is open.
  bool holds(const World& world, const model::Condition& condition) const; // paths "entity.variable"
  bool holds(const World& world, const Guard& guard) const;                // the same, compiled before
  Guard guard(const model::Condition& condition) const;
  Symbol value(const World& world, Symbol entity, Symbol variable) const;    // state, derived, relation ("none" is a word)
  std::int64_t gauge(const World& world, Symbol entity, Symbol gauge) const; // whole units, rounded down
  std::vector<ItemState> items(const World& world) const;
  Symbol custodian(const World& world, Symbol entity) const; // who has it by its relation that is `custody`; 0 = nobody, or it has none
  base::Seconds next_due(const World& world) const;          // base::never if nothing is armed

  // Why it is so, for authors; engine/simulation/inspect.h has what these give.
  bool holds(const World& world, Symbol entity, const model::Condition& condition) const; // of the entity's own model
  std::vector<GaugeState> gauges(const World& world) const;
  std::vector<TimerState> timers(const World& world) const;
  std::vector<DrawState> draws(const World& world) const;

  void digest(const World& world, crypto::Sha256& hash) const; // every field, fixed order, fixed width

  // Verbs that may change true state, arm or drop a timer, or draw chance (themselves, by reactions at once, or by a timer
  // that they arm), for each verb that the learner may do: for `check --stats`.
  struct VerbEffect {
    Symbol entity = 0, verb = 0;
    bool changes = false, timers = false, chance = false;
  };
  std::vector<VerbEffect> verb_effects() const;

 private:
  std::shared_ptr<const Machine> machine_;
};

} // namespace firsthand::simulation
