// Conditions become rows of tests with two ways out each. They are built from the end, so that every test already knows
// where it leads. Also resolves paths, the one place that knows how "relation.name", "with.name" and "entity.name" read.
#include "engine/simulation/compiler.h"

#include <algorithm>

namespace firsthand::simulation {

namespace {

const Member* member_of(const EntityCode& entity, std::string_view name, Reading reading) {
  const auto& names = reading == Reading::truth ? entity.truth : entity.seen;
  const auto found = names.find(name);
  return found == names.end() ? nullptr : &found->second;
}

std::int64_t ceiling_units(std::int64_t quanta, std::int64_t unit) {
  const std::int64_t units = quanta / unit;
  return units * unit < quanta ? units + 1 : units;
}

// The lowest amount at which the comparison changes: at_least and below change at it, at_most and above just after it.
std::int64_t boundary_of(const model::Condition& condition, model::Compare compare) {
  const bool inclusive = compare == model::Compare::at_most || compare == model::Compare::above;
  return inclusive ? condition.quanta + 1 : condition.quanta;
}

bool is_lower_bound(model::Compare compare) { return compare == model::Compare::at_least || compare == model::Compare::above; }

std::uint16_t entity_named(const Machine& machine, std::string_view id) {
  const auto found = machine.entity_ids.find(id);
  return found == machine.entity_ids.end() ? std::uint16_t{0} : found->second;
}

std::uint64_t every_entity(const Machine& machine) { return ((std::uint64_t{1} << machine.entities.size()) - 1) << 1; }

} // namespace

Path resolve_path(const Machine& machine, std::string_view path, std::uint16_t entity, Reading reading) {
  const std::size_t dot = path.find('.');
  Path resolved;
  if (dot == std::string_view::npos) {
    resolved.entity = entity;
    resolved.name = path;
    return resolved;
  }
  const std::string_view first = path.substr(0, dot);
  resolved.name = path.substr(dot + 1);
  resolved.candidates = every_entity(machine);
  if (entity != 0 && first == "with")
    resolved.via = Via::with;
  else if (entity != 0 && first == "by")
    resolved.via = Via::by;
  if (resolved.via != Via::direct) return resolved;
  const Member* member = entity == 0 ? nullptr : member_of(machine.entities[entity - 1u], first, reading);
  if (member && (member->kind == MemberKind::relation || member->kind == MemberKind::seen_relation)) {
    resolved.via = Via::relation;
    resolved.through = member->slot;
    const bool seen = member->kind == MemberKind::seen_relation;
    resolved.candidates = machine.relations[seen ? machine.seen_relation_of[member->slot] : member->slot].candidates;
    return resolved;
  }
  resolved.entity = first == "self" ? entity : entity_named(machine, first);
  return resolved;
}

Entry ConditionCompiler::compile(const model::Condition& condition, std::uint16_t entity, Reading reading) {
  entity_ = entity;
  reading_ = reading;
  return node(condition, {});
}

Entry ConditionCompiler::node(const model::Condition& condition, Ends ends) {
  switch (condition.kind) {
  case model::Condition::Kind::always:
    return ends.yes;
  case model::Condition::Kind::all:
    return all_of(condition.parts, ends);
  case model::Condition::Kind::any:
    return any_of(condition.parts, ends);
  case model::Condition::Kind::none:
    return any_of(condition.parts, {ends.no, ends.yes});
  case model::Condition::Kind::test:
    return test(condition, ends);
  }
  return ends.no;
}

Entry ConditionCompiler::all_of(const std::vector<model::Condition>& parts, Ends ends) {
  Entry next = ends.yes;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    next = node(*part, {next, ends.no});
  return next;
}

Entry ConditionCompiler::any_of(const std::vector<model::Condition>& parts, Ends ends) {
  Entry next = ends.no;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    next = node(*part, {ends.yes, next});
  return next;
}

// A measured amount "is" a value when it is neither above nor below it.
Entry ConditionCompiler::test(const model::Condition& condition, Ends ends) {
  if (condition.compare != model::Compare::is_one_of || !is_measured(condition)) return simple_test(condition, condition.compare, ends);
  const Entry upper = simple_test(condition, model::Compare::at_most, ends);
  return simple_test(condition, model::Compare::at_least, {upper, ends.no});
}

bool ConditionCompiler::is_measured(const model::Condition& condition) const {
  const Path path = resolve_path(machine_, condition.path, entity_, reading_);
  for (std::uint16_t other = 1; other <= machine_.entities.size(); ++other) {
    if (path.via == Via::direct ? other != path.entity : (path.candidates >> other & 1) == 0) continue;
    const Member* member = member_of(machine_.entities[other - 1u], path.name, reading_);
    if (!member) continue;
    if (member->kind == MemberKind::gauge) return true;
    if (member->kind == MemberKind::cue && machine_.cues[member->slot].gauge != no_slot) return true;
  }
  return false;
}

Entry ConditionCompiler::simple_test(const model::Condition& condition, model::Compare compare, Ends ends) {
  const Path path = resolve_path(machine_, condition.path, entity_, reading_);
  Test compiled;
  compiled.via = path.via;
  compiled.through = path.through;
  compiled.on_true = ends.yes;
  compiled.on_false = ends.no;
  if (path.via == Via::direct) {
    compiled.leaf = leaf(path.entity, path.name, condition, compare);
  } else {
    compiled.table = static_cast<std::uint32_t>(program_.leaves.size());
    for (std::uint16_t other = 1; other <= machine_.entities.size(); ++other) {
      const bool possible = path.candidates >> other & 1;
      program_.leaves.push_back(possible ? leaf(other, path.name, condition, compare) : Leaf{});
    }
  }
  if (program_.tests.size() >= max_tests) {
    too_large = true;
    return ends.no;
  }
  program_.tests.push_back(compiled);
  return static_cast<Entry>(program_.tests.size() - 1);
}

Leaf ConditionCompiler::leaf(std::uint16_t entity, std::string_view name, const model::Condition& condition, model::Compare compare) {
  const Member* member = entity == 0 ? nullptr : member_of(machine_.entities[entity - 1u], name, reading_);
  if (!member) return {};
  if (member->kind == MemberKind::gauge) return gauge_leaf(member->slot, condition, compare);
  if (member->kind == MemberKind::cue) return cue_leaf(member->slot, condition, compare);
  if (compare != model::Compare::is_one_of) return {};
  if (member->kind == MemberKind::value) return value_leaf(member->slot, condition);
  return relation_leaf(member->slot, condition);
}

Leaf ConditionCompiler::value_leaf(std::uint16_t slot, const model::Condition& condition) const {
  Leaf leaf{LeafKind::value, slot};
  const auto& names = machine_.value_words[slot];
  for (std::size_t value = 0; value < names.size(); ++value)
    if (std::find(condition.values.begin(), condition.values.end(), names[value]) != condition.values.end())
      leaf.mask |= std::uint64_t{1} << value;
  return leaf;
}

Leaf ConditionCompiler::relation_leaf(std::uint16_t slot, const model::Condition& condition) const {
  Leaf leaf{reading_ == Reading::truth ? LeafKind::relation : LeafKind::seen_relation, slot};
  for (const model::Id& word : condition.values) {
    if (word == "none")
      leaf.mask |= 1;
    else if (word == "any")
      leaf.mask |= every_entity(machine_);
    else if (word == "with")
      leaf.mask |= std::uint64_t{1} << with_bit;
    else if (word == "by")
      leaf.mask |= std::uint64_t{1} << by_bit;
    else if (word == "self" && entity_ != 0)
      leaf.mask |= std::uint64_t{1} << entity_;
    else if (const std::uint16_t other = entity_named(machine_, word))
      leaf.mask |= std::uint64_t{1} << other;
  }
  return leaf;
}

Leaf ConditionCompiler::gauge_leaf(std::uint16_t slot, const model::Condition& condition, model::Compare compare) {
  if (compare == model::Compare::is_one_of) return {};
  Leaf leaf{is_lower_bound(compare) ? LeafKind::gauge_at_least : LeafKind::gauge_below, slot};
  leaf.boundary = boundary_of(condition, compare);
  thresholds.emplace_back(slot, leaf.boundary);
  return leaf;
}

Leaf ConditionCompiler::cue_leaf(std::uint16_t slot, const model::Condition& condition, model::Compare compare) const {
  const CueCode& cue = machine_.cues[slot];
  Leaf leaf{LeafKind::seen_value, slot};
  if (cue.gauge != no_slot) {
    if (compare == model::Compare::is_one_of) return {};
    leaf.kind = is_lower_bound(compare) ? LeafKind::seen_number_at_least : LeafKind::seen_number_below;
    leaf.boundary = ceiling_units(boundary_of(condition, compare), machine_.gauges[cue.gauge].shown_unit);
    return leaf;
  }
  if (compare != model::Compare::is_one_of) return {};
  const auto& names = machine_.cue_words[slot];
  for (std::size_t value = 0; value < names.size(); ++value)
    if (std::find(condition.values.begin(), condition.values.end(), names[value]) != condition.values.end())
      leaf.mask |= std::uint64_t{2} << value;
  return leaf;
}

} // namespace firsthand::simulation
