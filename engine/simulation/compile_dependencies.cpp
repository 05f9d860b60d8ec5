// Third pass: who must be looked at again when something changes. Every derived value, reaction, item, timer, rate and
// glance cue is a node; every slot has a mask of the nodes that read it. Derived values are ordered so that one sweep does.
#include "engine/simulation/compiler.h"

#include <algorithm>

namespace firsthand::simulation {

namespace {

void set_bit(std::vector<std::uint64_t>& masks, std::size_t row, std::size_t words, std::size_t bit) {
  masks[row * words + bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool reads_value(const Leaf& leaf, std::uint16_t slot) { return leaf.kind == LeafKind::value && leaf.slot == slot; }

} // namespace

bool Compiler::derived_needs(std::size_t reader, std::size_t read) const {
  const Program& program = machine_->program;
  const std::uint16_t slot = machine_->nodes.derived[read].slot;
  for (std::size_t i = derived_tests_[reader].first; i < derived_tests_[reader].last; ++i) {
    const Test& test = program.tests[i];
    if (test.via == Via::direct && reads_value(test.leaf, slot)) return true;
    for (std::size_t other = 0; test.via != Via::direct && other < machine_->entities.size(); ++other)
      if (reads_value(program.leaves[test.table + other], slot)) return true;
  }
  return false;
}

// Dependencies first, else in the order of declaration. Reading has refused circles; should one be left, its members keep
// that order, and nothing runs for ever.
std::vector<std::size_t> Compiler::derived_order() const {
  const std::size_t count = machine_->nodes.derived.size();
  std::vector<std::size_t> order;
  std::vector<bool> placed(count, false);
  const auto is_ready = [&](std::size_t reader) {
    for (std::size_t read = 0; read < count; ++read)
      if (!placed[read] && read != reader && derived_needs(reader, read)) return false;
    return true;
  };
  while (order.size() < count) {
    std::size_t chosen = 0;
    while (chosen < count && (placed[chosen] || !is_ready(chosen)))
      ++chosen;
    for (std::size_t i = 0; chosen == count && i < count; ++i)
      if (!placed[i]) chosen = i;
    placed[chosen] = true;
    order.push_back(chosen);
  }
  return order;
}

void Compiler::order_derived() {
  std::vector<DerivedCode> derived;
  std::vector<TestRange> tests;
  for (const std::size_t i : derived_order()) {
    derived.push_back(machine_->nodes.derived[i]);
    tests.push_back(derived_tests_[i]);
  }
  machine_->nodes.derived = std::move(derived);
  derived_tests_ = std::move(tests);
}

void Compiler::number_nodes() {
  order_derived();
  Nodes& nodes = machine_->nodes;
  for (std::size_t i = 0; i < machine_->events.size(); ++i) {
    const model::Trigger trigger = machine_->events[i].trigger;
    if (trigger == model::Trigger::when) nodes.whens.push_back(static_cast<std::uint16_t>(i));
    if (trigger == model::Trigger::holds_for || trigger == model::Trigger::every) nodes.timers.push_back(static_cast<std::uint16_t>(i));
  }
  nodes.items_at = nodes.derived.size();
  nodes.whens_at = nodes.items_at + machine_->items.size();
  nodes.timers_at = nodes.whens_at + nodes.whens.size();
  nodes.rates_at = nodes.timers_at + nodes.timers.size();
  nodes.glances_at = nodes.rates_at + nodes.rates.size();
  nodes.end = nodes.glances_at + nodes.glances.size();
  nodes.words = (nodes.end + 63) / 64;
  machine_->value_nodes.assign(machine_->values.size() * nodes.words, 0);
  machine_->relation_nodes.assign(machine_->relations.size() * nodes.words, 0);
  machine_->gauge_nodes.assign(machine_->gauges.size() * nodes.words, 0);
  for (std::size_t i = 0; i < nodes.derived.size(); ++i)
    depend(derived_tests_[i], i);
  for (std::size_t i = 0; i < machine_->items.size(); ++i)
    depend(item_tests_[i], nodes.items_at + i);
  for (std::size_t i = 0; i < nodes.whens.size(); ++i)
    depend(event_tests_[nodes.whens[i]], nodes.whens_at + i);
  for (std::size_t i = 0; i < nodes.timers.size(); ++i)
    depend(event_tests_[nodes.timers[i]], nodes.timers_at + i);
  for (std::size_t i = 0; i < nodes.rates.size(); ++i)
    depend(gauge_tests_[i], nodes.rates_at + i);
  for (std::size_t i = 0; i < nodes.glances.size(); ++i)
    depend(cue_tests_[i], nodes.glances_at + i);
  finish_boundaries();
  finish_listeners();
}

void Compiler::depend(TestRange range, std::size_t node) {
  const Program& program = machine_->program;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Test& test = program.tests[i];
    if (test.via == Via::direct) depend_on_leaf(test.leaf, node);
    if (test.via == Via::relation) set_bit(machine_->relation_nodes, test.through, machine_->nodes.words, node);
    for (std::size_t other = 0; test.via == Via::relation && other < machine_->entities.size(); ++other)
      depend_on_leaf(program.leaves[test.table + other], node);
  }
}

void Compiler::depend_on_leaf(const Leaf& leaf, std::size_t node) {
  const std::size_t words = machine_->nodes.words;
  if (leaf.kind == LeafKind::value) set_bit(machine_->value_nodes, leaf.slot, words, node);
  if (leaf.kind == LeafKind::relation) set_bit(machine_->relation_nodes, leaf.slot, words, node);
  if (leaf.kind == LeafKind::gauge_at_least || leaf.kind == LeafKind::gauge_below) set_bit(machine_->gauge_nodes, leaf.slot, words, node);
}

// Amounts at which some condition changes: time stops there to look.
void Compiler::finish_boundaries() {
  auto& all = conditions_.thresholds;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (std::size_t slot = 0; slot < machine_->gauges.size(); ++slot) {
    GaugeCode& gauge = machine_->gauges[slot];
    gauge.first_boundary = static_cast<std::uint32_t>(machine_->boundaries.size());
    for (const auto& [owner, boundary] : all)
      if (owner == slot && boundary > 0 && boundary <= gauge.maximum) machine_->boundaries.push_back(boundary);
    gauge.last_boundary = static_cast<std::uint32_t>(machine_->boundaries.size());
  }
}

void Compiler::finish_listeners() {
  machine_->signals = signals_.size();
  machine_->event_words = (machine_->events.size() + 63) / 64;
  machine_->item_words = (machine_->items.size() + 63) / 64;
  std::stable_sort(listeners_.begin(), listeners_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  machine_->listeners_at.assign(machine_->signals + 1, 0);
  for (const auto& [given, listener] : listeners_) {
    machine_->listeners.push_back(listener);
    ++machine_->listeners_at[given + 1];
  }
  for (std::size_t i = 0; i < machine_->signals; ++i)
    machine_->listeners_at[i + 1] += machine_->listeners_at[i];
}

void Compiler::finish_lookups() {
  machine_->entity_of.assign(symbols_.size(), 0);
  for (std::size_t i = 0; i < machine_->entities.size(); ++i)
    machine_->entity_of[machine_->entities[i].symbol] = static_cast<Entity>(i + 1);
  machine_->verb_name_of.assign(symbols_.size(), no_slot);
  for (const VerbCode& verb : machine_->verbs)
    if (machine_->verb_name_of[verb.name] == no_slot)
      machine_->verb_name_of[verb.name] = static_cast<std::uint16_t>(machine_->verb_names++);
  machine_->verb_of.assign(machine_->entities.size() * machine_->verb_names, no_slot);
  for (std::size_t i = 0; i < machine_->verbs.size(); ++i) {
    const VerbCode& verb = machine_->verbs[i];
    const std::size_t row = (verb.owner - 1u) * machine_->verb_names;
    machine_->verb_of[row + machine_->verb_name_of[verb.name]] = static_cast<std::uint16_t>(i);
  }
}

} // namespace firsthand::simulation
