// Inside judging: what rules become. Monitors, the watchers that wake them, and a table from (kind, entity, name) of a fact
// to its watchers, so that a fact nobody waits for costs a few instructions. Nobody outside this room includes it.
#pragma once

#include "engine/judging/judging.h"

#include <algorithm>

namespace firsthand::judging {

constexpr int weight_of(model::Severity severity) {
  switch (severity) {
  case model::Severity::fatal:
    return 0; // a gate, no points
  case model::Severity::major:
    return 10;
  case model::Severity::minor:
    return 4;
  }
  return 0;
}

constexpr std::uint16_t no_condition = 0xFFFF;
constexpr Symbol no_entity = 0xFFFF; // key of facts that name no entity, where a pattern would have wanted one

// Which part of its rule a watcher serves.
enum class Part : std::uint8_t { on, must, never, before, before_any, unless, until };

enum class Actor : std::uint8_t { anybody, learner, person };

// "Any of these", as a stretch of `Compiled::words`. `none` also accepts "no word at all", `any` every word but none.
struct WordSet {
  std::uint32_t first = 0;
  std::uint16_t count = 0;
  bool restricted = false, none = false, any = false;
};

struct Watcher {
  std::uint16_t monitor = 0;
  Part part = Part::on;
  std::uint8_t bit = 0; // of `before`: which one
  Actor by = Actor::anybody;
  std::uint16_t only_if = no_condition; // into `Compiled::conditions`, as all such numbers
  WordSet from, to, kinds;
};

// A test of a condition. The value stands in `slot`, or, behind a relation, in the slot of the entity that `relation` points to.
struct StateTest {
  bool direct = true;
  std::uint16_t slot = 0;                               // of the value, or of the relation
  std::vector<std::pair<Symbol, std::uint16_t>> behind; // entity → slot
  WordSet values;
};

struct StateNode {
  model::Condition::Kind kind = model::Condition::Kind::always;
  std::vector<StateNode> parts;
  std::vector<StateTest> tests; // of a test: one for each entity it may be about (0 for the bound one)
  std::vector<Symbol> owners;   // beside `tests`: the trigger's entity, or 0
};

struct Spec { // what one monitor waits for
  std::size_t rule = 0;
  std::vector<Symbol> entities;
  StateNode was, each_if;
  std::uint8_t all = 0; // bits of `before`, of those that are facts
  bool wants_any = false, wants_must = false, never = false, each_time = false, by_leaving = false;
  bool applies_from = false; // a `never` that applies only once `on` happened
  std::uint16_t must_state = no_condition, never_state = no_condition;
  std::vector<std::uint16_t> before_states, any_states, unless_states;
  base::Seconds within = base::never; // base::never: by the end, or by leaving
  std::vector<Symbol> against;
  // A state that is wanted by a moment must hold at that moment; within a time, at some moment of it.
  bool wanted_at_a_moment() const { return within == base::never; }
};

struct RuleSet::Compiled {
  struct Bucket {
    std::uint64_t key = 0;
    std::uint32_t first = 0, last = 0; // stretch of `watchers`
  };

  model::Doctrine doctrine;
  int weight_rules = 70, weight_steps = 30;
  std::vector<model::Id> competencies; // of the scenario
  std::vector<Spec> specs;
  std::vector<Watcher> watchers;
  std::vector<Symbol> words;
  std::vector<Bucket> buckets;              // in the order of their keys
  std::vector<std::uint32_t> kinds_by_name; // per symbol: bit k = somebody watches kind k with this name
  std::uint32_t kinds_any_name = 0;
  struct Slot {
    Symbol entity = 0, name = 0;
    bool cue = false; // told by `seen`, not by `changed`
    friend auto operator<=>(const Slot&, const Slot&) = default;
  };
  std::vector<Slot> slots; // sorted; index = index into Judgements::shadow
  std::vector<StateNode> conditions;
  std::vector<std::pair<Symbol, Symbol>> items; // entity, item; sorted; index = index into Judgements::losses
  Symbol learner = 0, learner_entity = 0, word_none = 0;

  static std::uint64_t key(model::FactKind kind, Symbol entity, Symbol name) {
    return (std::uint64_t{static_cast<std::uint8_t>(kind)} + 1) << 32 | std::uint64_t{entity} << 16 | name;
  }
  const Bucket* find(std::uint64_t wanted) const {
    const auto found =
        std::lower_bound(buckets.begin(), buckets.end(), wanted, [](const Bucket& one, std::uint64_t k) { return one.key < k; });
    return found != buckets.end() && found->key == wanted ? &*found : nullptr;
  }
};

} // namespace firsthand::judging
