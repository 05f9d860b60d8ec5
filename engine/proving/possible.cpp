// See possible.h.
#include "engine/proving/possible.h"

#include <algorithm>

namespace firsthand::proving {

namespace {

using model::Condition;
using model::FactKind;
using model::Id;

bool contains(const std::vector<Id>& words, const Id& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool has_any(const std::vector<Id>& wanted, const std::vector<Id>& there) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const Id& one) { return contains(there, one); });
}

bool is_any(const std::vector<Id>& values) { return values.empty() || contains(values, "any"); }

bool is_of_acts(FactKind kind) {
  return kind == FactKind::begun || kind == FactKind::done || kind == FactKind::failed || kind == FactKind::cut_short;
}

// Whether the pattern can mean this verb. Without a name or a tag it means every one.
bool may_mean(const model::FactPattern& pattern, const model::Verb& verb) {
  if (pattern.names.empty() && pattern.tags.empty()) return true;
  return contains(pattern.names, verb.name) || has_any(pattern.tags, verb.tags);
}

template<class List> auto named(const List& list, const Id& name) {
  const auto found = std::find_if(list.begin(), list.end(), [&name](const auto& each) { return each.name == name; });
  return found == list.end() ? nullptr : &*found;
}

std::string last_of(const std::string& path) { return path.substr(path.find('.') + 1); } // all of it where there is no dot

// "in" of "in.leak"; nothing where the path is the thing's own.
std::string way_of(const std::string& path) {
  const std::size_t dot = path.find('.');
  return dot == std::string::npos ? "" : path.substr(0, dot);
}

} // namespace

Possible::Possible(const Prepared& prepared) : prepared_(prepared) {
  for (const model::EntityModel& entity_model : prepared.scenario.models)
    collect(entity_model);
  list_acts();
}

void Possible::collect(const std::vector<model::Set>& sets, Lasting lasting) {
  for (const model::Set& set : sets) {
    set_to_[last_of(set.path)].insert(set.value);
    if (lasting == Lasting::yes && set.value == "none") taken_away_.insert(last_of(set.path));
  }
}

void Possible::collect(const model::Effects& effects) {
  collect(effects.sets, Lasting::yes);
  for (const model::ForEach& each : effects.for_each)
    collect(each.effects);
}

void Possible::collect(const model::EntityModel& entity_model) {
  for (const model::Verb& verb : entity_model.verbs) {
    collect(verb.during, Lasting::while_it_runs);
    collect(verb.effects);
    collect(verb.cut);
    for (const model::Answer& answer : verb.answers)
      collect(answer.effects);
  }
  for (const model::Event& event : entity_model.events)
    collect(event.effects);
}

void Possible::list_acts() {
  std::set<Symbol> placed; // things that a step lists acts of
  for (const Prepared::Step& step : prepared_.steps)
    for (const session::ListedAct& act : step.module->listed_acts(*step.spec)) {
      placed.insert(act.entity);
      if (const model::Verb* verb = verb_of(prepared_, act.entity, act.verb)) verbs_.push_back(verb);
    }
  for (const Use& use : prepared_.scenario.entities) // standing tasks need not be listed
    for (const model::Verb& verb : prepared_.scenario.model_of(use).verbs)
      if (verb.task && placed.count(prepared_.symbols.find(use.id))) verbs_.push_back(&verb);
}

// Whom the rule is about; null: the whole attempt.
std::vector<const model::EntityUse*> Possible::owners_of(const model::Rule& rule) const {
  if (rule.each_traits.empty()) return {nullptr};
  std::vector<const Use*> owners;
  for (const Use& use : prepared_.scenario.entities)
    if (has_any(rule.each_traits, prepared_.scenario.model_of(use).traits)) owners.push_back(&use);
  return owners;
}

bool Possible::can_come_up(const model::Rule& rule) const {
  const auto& pattern = rule.on ? rule.on : rule.never;
  const std::vector<const Use*> owners = owners_of(rule);
  return std::any_of(owners.begin(), owners.end(), [&](const Use* owner) { return !pattern || may_match(*pattern, owner); });
}

bool Possible::can_break(const model::Rule& rule) const {
  const std::vector<const Use*> owners = owners_of(rule);
  return std::any_of(owners.begin(), owners.end(), [&](const Use* owner) { return can_break_for(rule, owner); });
}

bool Possible::can_break_for(const model::Rule& rule, const Use* owner) const {
  if (rule.on && !may_match(*rule.on, owner)) return false;
  if (rule.never) return may_match(*rule.never, owner);
  const bool is_state_at_leaving =
      owner && rule.by_leaving && rule.must && rule.must->is_state() && rule.before.empty() && rule.before_any.empty();
  return !is_state_at_leaving || !must_hold(rule.must->holds, *owner, *rule.on);
}

bool Possible::may_be_done(const model::FactPattern& pattern) const {
  return std::any_of(verbs_.begin(), verbs_.end(), [&](const model::Verb* verb) { return may_mean(pattern, *verb); });
}

// Of what is neither an act nor a value that was seen or changed it is not known, and taken to be so.
bool Possible::may_match(const model::FactPattern& pattern, const Use* owner) const {
  if (pattern.is_state()) return may_hold(pattern.holds, owner);
  if (is_of_acts(pattern.kind)) return may_be_done(pattern);
  if (pattern.kind != FactKind::seen && pattern.kind != FactKind::changed) return true;
  const auto may_be_of = [&](const Use& use) {
    if (pattern.kind == FactKind::changed) return may_change(use, pattern);
    const std::vector<model::Cue>& cues = prepared_.scenario.model_of(use).cues;
    return std::any_of(cues.begin(), cues.end(), [&](const model::Cue& cue) {
      return (pattern.names.empty() || contains(pattern.names, cue.name)) && may_show(use, cue, pattern.to);
    });
  };
  if (pattern.role.empty() && owner) return may_be_of(*owner);
  return std::any_of(prepared_.scenario.entities.begin(), prepared_.scenario.entities.end(), may_be_of);
}

bool Possible::may_change(const Use& use, const model::FactPattern& pattern) const {
  if (pattern.names.empty() || is_any(pattern.to)) return true;
  return std::any_of(pattern.names.begin(), pattern.names.end(), [&](const Id& name) { return value_may_be(use, name, pattern.to); });
}

bool Possible::may_show(const Use& use, const model::Cue& cue, const Values& values) const {
  if (!cue.reads.empty() || is_any(values)) return true;
  return std::any_of(cue.cases.begin(), cue.cases.end(),
                     [&](const model::Case& each) { return contains(values, each.value) && may_hold(each.when, &use); });
}

bool Possible::may_hold(const Condition& condition, const Use* owner) const {
  const auto part_may = [&](const Condition& part) { return may_hold(part, owner); };
  switch (condition.kind) {
  case Condition::Kind::all:
    return std::all_of(condition.parts.begin(), condition.parts.end(), part_may);
  case Condition::Kind::any:
    return std::any_of(condition.parts.begin(), condition.parts.end(), part_may);
  case Condition::Kind::test:
    break;
  default:
    return true;
  }
  if (condition.compare != model::Compare::is_one_of) return true;
  const Id name = last_of(condition.path);
  if (owner && name == condition.path) return value_may_be(*owner, name, condition.values);
  return std::any_of(prepared_.scenario.entities.begin(), prepared_.scenario.entities.end(),
                     [&](const Use& use) { return value_may_be(use, name, condition.values); });
}

std::set<Id> Possible::values_of(const Use& use, const model::StateVariable& variable) const {
  const auto found = set_to_.find(variable.name);
  std::set<Id> values = found == set_to_.end() ? std::set<Id>() : found->second;
  const auto given = std::find_if(use.state.begin(), use.state.end(), [&](const auto& each) { return each.first == variable.name; });
  if (given != use.state.end())
    values.insert(given->second);
  else if (variable.drawn.empty())
    values.insert(variable.values.front());
  else
    values.insert(variable.values.begin(), variable.values.end());
  return values;
}

bool Possible::value_may_be(const Use& use, const std::string& name, const Values& values) const {
  const model::EntityModel& entity_model = prepared_.scenario.model_of(use);
  if (const model::StateVariable* variable = named(entity_model.state, name)) {
    const std::set<Id> possible = values_of(use, *variable);
    return std::any_of(values.begin(), values.end(), [&](const Id& value) { return possible.count(value) != 0; });
  }
  if (const model::Derived* derived = named(entity_model.derived, name))
    return contains(values, derived->otherwise) || std::any_of(derived->cases.begin(), derived->cases.end(), [&](const model::Case& each) {
             return contains(values, each.value) && may_hold(each.when, &use);
           });
  if (const model::Cue* cue = named(entity_model.cues, name)) return may_show(use, *cue, values);
  return named(entity_model.relations, name) != nullptr;
}

// Once it was set it may lead elsewhere, but not nowhere. What is so only while an act runs is over when the scene is left.
bool Possible::leads_for_good(const Id& relation, const model::FactPattern& after) const {
  return after.kind == FactKind::changed && contains(after.names, relation) && after.to == Values{"any"} && !taken_away_.count(relation);
}

// Whether it holds when the scene is left, whatever happens, once `after` has happened.
bool Possible::must_hold(const Condition& condition, const Use& owner, const model::FactPattern& after) const {
  const auto part_must = [&](const Condition& part) { return must_hold(part, owner, after); };
  if (condition.kind == Condition::Kind::all) return std::all_of(condition.parts.begin(), condition.parts.end(), part_must);
  if (condition.kind == Condition::Kind::any) return std::any_of(condition.parts.begin(), condition.parts.end(), part_must);
  if (condition.kind != Condition::Kind::test || condition.compare != model::Compare::is_one_of) return false;
  const Id name = last_of(condition.path), way = way_of(condition.path);
  if (!way.empty() && !leads_for_good(way, after)) return false;
  const std::vector<const Use*> meant = way.empty() ? std::vector<const Use*>{&owner} : others_of(owner, way);
  return !meant.empty() &&
         std::all_of(meant.begin(), meant.end(), [&](const Use* use) { return value_must_be(*use, name, condition.values); });
}

bool Possible::value_must_be(const Use& use, const std::string& name, const Values& values) const {
  const model::StateVariable* variable = named(prepared_.scenario.model_of(use).state, name);
  if (!variable) return false;
  const std::set<Id> possible = values_of(use, *variable);
  return std::all_of(possible.begin(), possible.end(), [&](const Id& value) { return contains(values, value); });
}

// Where the relation may lead to.
std::vector<const model::EntityUse*> Possible::others_of(const Use& owner, const Id& relation) const {
  std::vector<const Use*> others;
  const model::Relation* known = named(prepared_.scenario.model_of(owner).relations, relation);
  for (const Use& use : prepared_.scenario.entities)
    if (known && has_any(known->traits, prepared_.scenario.model_of(use).traits)) others.push_back(&use);
  return others;
}

} // namespace firsthand::proving
