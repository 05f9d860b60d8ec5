// Patterns to watchers: tags become the verbs that have them, evidence kinds the items that are held in them, roles the
// entities at the ends. After that a fact is matched by comparing numbers.
#include "engine/judging/patterns.h"

#include <algorithm>

namespace firsthand::judging {
namespace {

using model::EntityUse;
using model::FactKind;
using model::FactPattern;

bool is_verb_kind(FactKind kind) {
  return kind == FactKind::begun || kind == FactKind::done || kind == FactKind::failed || kind == FactKind::cut_short;
}

bool is_item_kind(FactKind kind) {
  return kind == FactKind::lost || kind == FactKind::sealed || kind == FactKind::opened || kind == FactKind::secured;
}

// Facts about the attempt name no entity: a rule that is bound to one still hears them.
bool names_no_entity(FactKind kind) { return kind >= FactKind::step_entered && kind != FactKind::module; }

bool contains(const std::vector<model::Id>& list, const model::Id& word) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool shares(const std::vector<model::Id>& a, const std::vector<model::Id>& b) {
  return std::any_of(a.begin(), a.end(), [&](const model::Id& word) { return contains(b, word); });
}

Actor actor_of(const model::Id& by) {
  if (by.empty()) return Actor::anybody;
  return by == "learner" ? Actor::learner : Actor::person;
}

} // namespace

WordSet PatternCompiler::words(const std::vector<model::Id>& list) {
  WordSet set;
  set.restricted = !list.empty();
  set.first = static_cast<std::uint32_t>(out_.words.size());
  for (const model::Id& word : list) {
    if (word == "none") set.none = true;
    if (word == "any") set.any = true;
    out_.words.push_back(symbols_.intern(word));
  }
  set.count = static_cast<std::uint16_t>(list.size());
  return set;
}

void PatternCompiler::add(const FactPattern& pattern, const Binding& binding, Watcher watcher) {
  watcher.by = actor_of(pattern.by);
  watcher.from = words(pattern.from);
  watcher.to = words(pattern.to);
  watcher.kinds = words(pattern.kinds);
  // Only a person says something: a rule about a thing means whoever says it.
  const bool spoken_to_a_thing =
      pattern.kind == FactKind::said && pattern.role.empty() && binding.own && binding.own->kind != model::EntityKind::person;
  if (names_no_entity(pattern.kind)) return add_for(pattern, nullptr, watcher);
  if (!binding.own || pattern.role == "any" || spoken_to_a_thing) {
    for (const EntityUse& use : scenario_.entities)
      add_for(pattern, &use, watcher);
    if (pattern.kind == FactKind::module || pattern.kind == FactKind::waited) add_for(pattern, nullptr, watcher);
    return;
  }
  if (pattern.role.empty()) add_for(pattern, binding.own, watcher);
  for (const auto& [role, use] : binding.roles)
    if (use && (pattern.role.empty() || pattern.role == role)) add_for(pattern, use, watcher);
  if (pattern.kind == FactKind::module) add_for(pattern, nullptr, watcher);
}

// `use` is null for facts that name no entity.
void PatternCompiler::add_for(const FactPattern& pattern, const EntityUse* use, const Watcher& watcher) {
  const Symbol entity = use ? symbols_.intern(use->id) : no_entity;
  if (pattern.names.empty() && pattern.tags.empty()) return register_key(pattern.kind, entity, 0, watcher);
  std::set<Symbol> names;
  if (use)
    names = names_on(pattern, *use);
  else
    for (const model::Id& name : pattern.names)
      names.insert(symbols_.intern(name));
  for (const Symbol name : names)
    register_key(pattern.kind, entity, name, watcher);
}

std::set<Symbol> PatternCompiler::names_on(const FactPattern& pattern, const EntityUse& use) {
  std::set<Symbol> names;
  if (is_item_kind(pattern.kind)) {
    for (const model::Holding& item : use.holds)
      if (contains(pattern.names, item.in)) names.insert(symbols_.intern(item.id));
    return names;
  }
  for (const model::Id& name : pattern.names)
    names.insert(symbols_.intern(name));
  if (is_verb_kind(pattern.kind))
    for (const model::Verb& verb : scenario_.model_of(use).verbs)
      if (shares(verb.tags, pattern.tags)) names.insert(symbols_.intern(verb.name));
  return names;
}

void PatternCompiler::register_key(FactKind kind, Symbol entity, Symbol name, const Watcher& watcher) {
  found_[RuleSet::Compiled::key(kind, entity, name)].push_back(watcher);
  const std::uint32_t bit = 1u << static_cast<unsigned>(kind);
  if (name == 0) {
    out_.kinds_any_name |= bit;
    return;
  }
  if (out_.kinds_by_name.size() <= name) out_.kinds_by_name.resize(std::size_t{name} + 1);
  out_.kinds_by_name[name] |= bit;
}

void PatternCompiler::finish() {
  for (const auto& [key, watchers] : found_) {
    const auto first = static_cast<std::uint32_t>(out_.watchers.size());
    out_.watchers.insert(out_.watchers.end(), watchers.begin(), watchers.end());
    out_.buckets.push_back({key, first, static_cast<std::uint32_t>(out_.watchers.size())});
  }
}

} // namespace firsthand::judging
