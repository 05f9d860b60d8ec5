// Conditions as the machine reads them: a row of tests, each with the test to go to if it holds and if it does not. No
// stack, no words, no search. Truth and what was seen are read by two functions, so that neither can slip into the other.
#pragma once

#include "engine/simulation/simulation.h"

#include <cstdint>
#include <vector>

namespace firsthand::simulation {

// Where a condition begins; the two highest numbers are its possible ends.
using Entry = std::uint16_t;
constexpr Entry holds_always = 0xFFFF;
constexpr Entry holds_never = 0xFFFE;

// Entities are counted from 1 wherever "none" is possible. Masks over them use bit 0 for none, 62 and 63 for these two.
constexpr unsigned by_bit = 62, with_bit = 63;

// Which entities `with` and `by` stand for; 0 none.
struct Scope {
  std::uint16_t with = 0, by = 0;
};

enum class LeafKind : std::uint8_t {
  nothing, // does not exist on this entity: holds never
  value,
  relation,
  gauge_at_least,
  gauge_below, // of the truth
  seen_value,
  seen_number_at_least,
  seen_number_below,
  seen_relation // of what was seen
};

struct Leaf {
  LeafKind kind = LeafKind::nothing;
  std::uint16_t slot = 0;
  std::uint64_t mask = 0;    // of a value or relation: bit n = holds for n
  std::int64_t boundary = 0; // of a gauge in quanta, of a number that was read in units
};

enum class Via : std::uint8_t { direct, relation, with, by };

struct Test {
  Leaf leaf; // if direct
  Via via = Via::direct;
  std::uint16_t through = 0; // relation slot (of the truth, or of Seen)
  std::uint32_t table = 0;   // else leaves[table + entity]
  Entry on_true = holds_always, on_false = holds_never;
};

struct Program {
  std::vector<Test> tests;
  std::vector<Leaf> leaves;
};

struct CompiledGuard {
  Program program;
  Entry entry = holds_always;
};

inline bool relation_matches(std::uint16_t other, std::uint64_t mask, Scope scope) {
  if (mask >> other & 1) return true;
  if (other == 0 || mask >> by_bit == 0) return false;
  return ((mask >> with_bit & 1) != 0 && other == scope.with) || ((mask >> by_bit & 1) != 0 && other == scope.by);
}

inline bool leaf_holds(const Leaf& leaf, const World& world, Scope scope) {
  switch (leaf.kind) {
  case LeafKind::value:
    return leaf.mask >> world.values[leaf.slot] & 1;
  case LeafKind::relation:
    return relation_matches(world.relations[leaf.slot], leaf.mask, scope);
  case LeafKind::gauge_at_least:
    return world.gauges[leaf.slot] >= leaf.boundary;
  case LeafKind::gauge_below:
    return world.gauges[leaf.slot] < leaf.boundary;
  default:
    return false;
  }
}

inline bool leaf_holds(const Leaf& leaf, const Seen& seen, Scope scope) {
  switch (leaf.kind) {
  case LeafKind::seen_value:
    return leaf.mask >> seen.cues[leaf.slot] & 1;
  case LeafKind::seen_number_at_least:
    return seen.cues[leaf.slot] - 1 >= leaf.boundary && seen.cues[leaf.slot] != 0;
  case LeafKind::seen_number_below:
    return seen.cues[leaf.slot] - 1 < leaf.boundary && seen.cues[leaf.slot] != 0;
  case LeafKind::seen_relation:
    return relation_matches(seen.relations[leaf.slot], leaf.mask, scope);
  default:
    return false;
  }
}

// `State` is World or Seen.
template<class State> bool test_holds(const Program& program, const Test& test, const State& state, Scope scope) {
  if (test.via == Via::direct) return leaf_holds(test.leaf, state, scope);
  const std::uint16_t other = test.via == Via::relation ? state.relations[test.through] : test.via == Via::with ? scope.with : scope.by;
  return other != 0 && leaf_holds(program.leaves[test.table + other - 1], state, scope);
}

template<class State> bool entry_holds(const Program& program, Entry entry, const State& state, Scope scope = {}) {
  while (entry < holds_never) {
    const Test& test = program.tests[entry];
    entry = test_holds(program, test, state, scope) ? test.on_true : test.on_false;
  }
  return entry == holds_always;
}

} // namespace firsthand::simulation
