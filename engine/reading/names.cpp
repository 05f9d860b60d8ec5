// Resolves names. A path through a relation is looked for in every model that may stand at its other end; it is enough
// if one of them knows it, because a case of the condition need not apply to all.
#include "engine/reading/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Compare;
using model::Condition;
using model::EntityModel;
using model::Id;

template<class List> auto* find_named(const List& list, std::string_view name) {
  const auto found = std::find_if(list.begin(), list.end(), [name](const auto& one) { return one.name == name; });
  return found == list.end() ? nullptr : &*found;
}

void add_unique(std::vector<Id>& words, const Id& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

template<class List> void add_names(std::vector<Id>& names, const List& list) {
  for (const auto& one : list)
    add_unique(names, one.name);
}

// All that a condition may name in a model.
std::vector<Id> names_of(const EntityModel& model, Knowing knowing) {
  std::vector<Id> names;
  if (knowing == Knowing::seen) {
    add_names(names, model.cues);
  } else {
    add_names(names, model.state);
    add_names(names, model.derived);
    add_names(names, model.gauges);
  }
  for (const model::Relation& relation : model.relations)
    if (knowing == Knowing::truth || relation.sight == model::Sight::plain) names.push_back(relation.name);
  return names;
}

// What was meant by a name of the other kind: the cue of a truth condition, the variable of a seen one.
bool known_otherwise(const Models& models, const std::string& name, Knowing knowing) {
  const Knowing other = knowing == Knowing::seen ? Knowing::truth : Knowing::seen;
  return std::any_of(models.begin(), models.end(), [&](const EntityModel* model) {
    const std::vector<Id> names = names_of(*model, other);
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

std::vector<Id> all_names(const Models& models, Knowing knowing) {
  std::vector<Id> names;
  for (const EntityModel* model : models)
    for (const Id& name : names_of(*model, knowing))
      add_unique(names, name);
  return names;
}

const model::Gauge* gauge_read_by(const EntityModel& model, std::string_view name) {
  const model::Cue* cue = find_cue(model, name);
  return cue && !cue->reads.empty() ? find_gauge(model, cue->reads) : nullptr;
}

std::string some_model(const Models& models) { return models.empty() ? "" : models.front()->id; }

bool may_be(const model::Gauge& gauge, const std::string& unit) { return unit == measure_of(gauge.unit).unit; }

} // namespace

const model::Relation* find_relation(const EntityModel& model, std::string_view name) { return find_named(model.relations, name); }
const model::Gauge* find_gauge(const EntityModel& model, std::string_view name) { return find_named(model.gauges, name); }
const model::Cue* find_cue(const EntityModel& model, std::string_view name) { return find_named(model.cues, name); }

bool has_trait(const EntityModel& model, std::string_view trait) {
  return std::find(model.traits.begin(), model.traits.end(), trait) != model.traits.end();
}

std::optional<std::vector<Id>> values_of(const EntityModel& model, std::string_view name, Knowing knowing) {
  std::vector<Id> values;
  if (knowing == Knowing::seen) {
    const model::Cue* cue = find_cue(model, name);
    if (!cue) return std::nullopt;
    if (!cue->reads.empty()) return std::nullopt; // it is compared with amounts
    for (const model::Case& one : cue->cases)
      add_unique(values, one.value);
    return values;
  }
  if (const model::StateVariable* variable = find_named(model.state, name)) return variable->values;
  const model::Derived* derived = find_named(model.derived, name);
  if (!derived) return std::nullopt;
  for (const model::Case& one : derived->cases)
    add_unique(values, one.value);
  add_unique(values, derived->otherwise);
  return values;
}

Models Names::with_traits(const std::vector<Id>& traits) const {
  Models found;
  for (const EntityModel* model : models_)
    if (std::any_of(traits.begin(), traits.end(), [&](const Id& trait) { return has_trait(*model, trait); })) found.push_back(model);
  return found;
}

Names::Target Names::follow(const std::string& path, const model::Where& where, const Scope& scope) const {
  const std::size_t dot = path.find('.');
  if (dot == path.npos) return {scope.self, path, true};
  const std::string first = path.substr(0, dot), last = path.substr(dot + 1);
  if (first == "by" && scope.verb) return {with_traits({"person"}), last, true};
  if (first == "with" && scope.verb && !scope.verb->with_traits.empty()) return {with_traits(scope.verb->with_traits), last, true};
  std::vector<Id> traits, known;
  bool hidden = false, found = false;
  for (const EntityModel* model : scope.self) {
    add_names(known, model->relations);
    const model::Relation* relation = find_relation(*model, first);
    if (!relation) continue;
    found = true;
    hidden = hidden || relation->sight == model::Sight::hidden;
    for (const Id& trait : relation->traits)
      add_unique(traits, trait);
  }
  if (!found) {
    findings_.unknown("F0303", where, {{"name", first}, {"model", some_model(scope.self)}}, first, known);
    return {{}, last, false};
  }
  if (hidden && scope.knowing == Knowing::seen) {
    findings_.add("F0305", where, {{"name", first}});
    return {{}, last, false};
  }
  return {with_traits(traits), last, true};
}

void Names::check(const Condition& condition, const Scope& scope) const {
  for (const Condition& part : condition.parts)
    check(part, scope);
  if (condition.kind != Condition::Kind::test) return;
  const Target target = follow(condition.path, condition.where, scope);
  if (target.good) check_test(condition, target, scope.knowing);
}

void Names::check_entity_value(const std::string& name, const std::string& value, std::vector<Id> known, const model::Where& where) const {
  if (std::find(known.begin(), known.end(), value) != known.end()) return;
  known.insert(known.end(), entities_.begin(), entities_.end());
  if (std::find(known.begin(), known.end(), value) == known.end())
    findings_.unknown("F0304", where, {{"value", value}, {"name", name}}, value, known);
}

void Names::check_test(const Condition& test, const Target& target, Knowing knowing) const {
  std::vector<Id> values;
  bool valued = false, related = false, gauged = false, unit_fits = false;
  std::string measure;
  for (const EntityModel* model : target.models) {
    if (const auto some = values_of(*model, target.name, knowing)) {
      valued = true;
      for (const Id& value : *some)
        add_unique(values, value);
    }
    const model::Relation* relation = find_relation(*model, target.name);
    if (relation && (knowing == Knowing::truth || relation->sight == model::Sight::plain)) related = true;
    const model::Gauge* gauge = knowing == Knowing::truth ? find_gauge(*model, target.name) : gauge_read_by(*model, target.name);
    if (!gauge) continue;
    gauged = true;
    measure = gauge->unit;
    unit_fits = unit_fits || may_be(*gauge, findings_.unit_at(test.where));
  }
  if (!valued && !related && !gauged) {
    if (target.models.empty()) return; // nothing in this scenario can stand there
    if (known_otherwise(target.models, target.name, knowing))
      findings_.add(knowing == Knowing::seen ? "F0305" : "F0306", test.where, {{"name", target.name}});
    else
      findings_.unknown("F0302", test.where, {{"name", target.name}, {"model", some_model(target.models)}}, target.name,
                        all_names(target.models, knowing));
    return;
  }
  const bool amount = test.compare != Compare::is_one_of;
  if (amount != gauged) {
    findings_.add("F0307", test.where, {{"name", target.name}});
  } else if (gauged) {
    if (!unit_fits)
      findings_.add("F0308", test.where, {{"name", target.name}, {"measure", measure}, {"unit", findings_.unit_at(test.where)}});
  } else {
    for (const Id& value : test.values) {
      if (std::find(values.begin(), values.end(), value) != values.end()) continue;
      if (related)
        check_entity_value(target.name, value, {"none", "any"}, test.where);
      else
        findings_.unknown("F0304", test.where, {{"value", value}, {"name", target.name}}, value, values);
    }
  }
}

void Names::check_set(const model::Set& set, const Scope& scope) const {
  const Target target = follow(set.path, set.where, scope);
  if (!target.good) return;
  std::vector<Id> values, known;
  bool variable = false, related = false;
  for (const EntityModel* model : target.models) {
    add_names(known, model->state);
    add_names(known, model->relations);
    if (const model::StateVariable* state = find_named(model->state, target.name)) {
      variable = true;
      for (const Id& value : state->values)
        add_unique(values, value);
    }
    related = related || find_relation(*model, target.name);
  }
  if (!variable && !related) {
    if (!target.models.empty())
      findings_.unknown("F0309", set.where, {{"name", target.name}, {"model", some_model(target.models)}}, target.name, known);
  } else if (related) {
    std::vector<Id> words{"none", "self"};
    if (scope.verb) words.push_back("by");
    if (scope.verb && !scope.verb->with_traits.empty()) words.push_back("with");
    check_entity_value(target.name, set.value, words, set.where);
  } else if (std::find(values.begin(), values.end(), set.value) == values.end()) {
    findings_.unknown("F0304", set.where, {{"value", set.value}, {"name", target.name}}, set.value, values);
  }
}

void Names::check_add(const model::Add& add, const Scope& scope) const {
  const Target target = follow(add.path, add.where, scope);
  if (!target.good || target.models.empty()) return;
  std::vector<Id> known;
  bool fits = false, found = false;
  std::string measure;
  for (const EntityModel* model : target.models) {
    add_names(known, model->gauges);
    const model::Gauge* gauge = find_gauge(*model, target.name);
    if (!gauge) continue;
    found = true;
    measure = gauge->unit;
    fits = fits || may_be(*gauge, findings_.unit_at(add.where));
  }
  if (!found)
    findings_.unknown("F0310", add.where, {{"name", target.name}, {"model", some_model(target.models)}}, target.name, known);
  else if (!fits)
    findings_.add("F0308", add.where, {{"name", target.name}, {"measure", measure}, {"unit", findings_.unit_at(add.where)}});
}

void Names::check_signal(const std::string& path, const model::Where& where, const Scope& scope) const {
  if (path.find('.') != path.npos) follow(path, where, {scope.self, scope.verb, Knowing::truth});
}

void Names::check(const std::vector<model::Set>& sets, const Scope& scope) const {
  for (const model::Set& set : sets)
    check_set(set, scope);
}

void Names::check(const model::Effects& effects, const Scope& scope) const {
  check(effects.sets, scope);
  for (const model::Add& add : effects.adds)
    check_add(add, scope);
  for (const std::string& signal : effects.signals)
    check_signal(signal, findings_.place_of(effects.where, signal), scope);
  for (const std::string& path : effects.reveals) {
    const model::Where where = findings_.place_of(effects.where, path);
    const Target target = follow(path, where, scope);
    std::vector<Id> cues;
    for (const EntityModel* model : target.models)
      add_names(cues, model->cues);
    if (target.good && !target.models.empty() && std::find(cues.begin(), cues.end(), target.name) == cues.end())
      findings_.unknown("F0311", where, {{"cue", path}}, target.name, cues);
  }
  for (const Id& kind : effects.secures) {
    std::vector<Id> kinds;
    for (const EntityModel* model : scope.self)
      add_names(kinds, model->evidence);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
      findings_.unknown("F0312", findings_.place_of(effects.where, kind), {{"evidence", kind}}, kind, kinds);
  }
  for (const model::ForEach& each : effects.for_each)
    check(each.effects, {with_traits({each.trait}), scope.verb, scope.knowing});
}

void Names::check_paths(const Condition& condition, const Entities& entities, Knowing knowing) const {
  for (const Condition& part : condition.parts)
    check_paths(part, entities, knowing);
  if (condition.kind != Condition::Kind::test) return;
  const std::size_t dot = condition.path.find('.');
  const std::string first = condition.path.substr(0, dot);
  const auto entity = std::find_if(entities.begin(), entities.end(), [&](const auto& one) { return one.first == first; });
  if (dot == condition.path.npos || entity == entities.end()) {
    findings_.unknown("F0401", condition.where, {{"id", first}}, first, entities_);
    return;
  }
  if (entity->second->id.empty()) return; // there is no such model, and that is told where it is named
  check_test(condition, {{entity->second}, condition.path.substr(dot + 1), true}, knowing);
}

} // namespace firsthand::reading
