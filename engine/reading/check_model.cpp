// The checks of a model that need the models around it: every path and value, circles among derived values, signals.
#include "engine/reading/models.h"

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::EntityModel;
using model::Id;

void check_verb(const model::Verb& verb, const EntityModel& model, const Names& names, FindingCollector& findings) {
  const Scope truth{{&model}, &verb, Knowing::truth};
  names.check(verb.offered, {{&model}, &verb, Knowing::seen});
  names.check(verb.works, truth);
  names.check(verb.throughout, truth);
  names.check(verb.during, truth);
  for (const std::string& signal : verb.signals)
    names.check_signal(signal, findings.place_of(verb.where, signal), truth);
  names.check(verb.effects, truth);
  names.check(verb.cut, truth);
  for (const model::Answer& answer : verb.answers) {
    names.check(answer.when, truth);
    names.check(answer.effects, truth);
  }
}

void check_event(const model::Event& event, const EntityModel& model, const Names& names, FindingCollector& findings) {
  const Scope truth{{&model}, nullptr, Knowing::truth};
  names.check(event.condition, truth);
  names.check(event.only_if, truth);
  names.check(event.effects, truth);
  for (const auto* signals : {&event.on, &event.since})
    for (const std::string& signal : *signals)
      names.check_signal(signal, findings.place_of(event.where, signal), truth);
}

// Derived values as a graph: each leads to those it reads, in whatever model may stand at the other end.
class Circles {
 public:
  Circles(const Models& models, const Names& names) : models_(models), names_(names) {}

  bool leads_back(const EntityModel& model, const model::Derived& derived) {
    visited_.clear();
    return reaches({&model, &derived}, {&model, &derived});
  }

 private:
  using Step = std::pair<const EntityModel*, const model::Derived*>;

  bool reaches(const Step& from, const Step& goal) {
    for (const model::Case& one : from.second->cases)
      if (condition_reaches(one.when, from, goal)) return true;
    return false;
  }

  bool condition_reaches(const model::Condition& condition, const Step& from, const Step& goal) {
    for (const model::Condition& part : condition.parts)
      if (condition_reaches(part, from, goal)) return true;
    if (condition.kind != model::Condition::Kind::test) return false;
    for (const Step& next : read_by(condition.path, *from.first))
      if (next == goal || (visited_.insert(next).second && reaches(next, goal))) return true;
    return false;
  }

  std::vector<Step> read_by(const std::string& path, const EntityModel& model) const {
    const std::size_t dot = path.find('.');
    Models there{&model};
    if (dot != path.npos) {
      const model::Relation* relation = find_relation(model, path.substr(0, dot));
      there = relation ? names_.with_traits(relation->traits) : Models();
    }
    const std::string name = dot == path.npos ? path : path.substr(dot + 1);
    std::vector<Step> steps;
    for (const EntityModel* one : there)
      for (const model::Derived& derived : one->derived)
        if (derived.name == name) steps.emplace_back(one, &derived);
    return steps;
  }

  const Models& models_;
  const Names& names_;
  std::set<Step> visited_;
};

std::string last_part(const std::string& path) { return path.substr(path.find('.') == path.npos ? 0 : path.find('.') + 1); }

void add_signals(std::set<Id>& given, const model::Effects& effects) {
  for (const std::string& signal : effects.signals)
    given.insert(last_part(signal));
  for (const model::ForEach& each : effects.for_each)
    add_signals(given, each.effects);
}

std::set<Id> signals_given(const EntityModel& model) {
  std::set<Id> given;
  for (const model::Verb& verb : model.verbs) {
    for (const std::string& signal : verb.signals)
      given.insert(last_part(signal));
    add_signals(given, verb.effects);
    add_signals(given, verb.cut);
    for (const model::Answer& answer : verb.answers)
      add_signals(given, answer.effects);
  }
  for (const model::Event& event : model.events)
    add_signals(given, event.effects);
  return given;
}

} // namespace

void check_model(const EntityModel& model, const Names& names, FindingCollector& findings) {
  const Scope truth{{&model}, nullptr, Knowing::truth};
  const Scope seen{{&model}, nullptr, Knowing::seen};
  for (const model::Derived& derived : model.derived)
    for (const model::Case& one : derived.cases)
      names.check(one.when, truth);
  for (const model::Gauge& gauge : model.gauges)
    for (const model::Rate& rate : gauge.rates)
      names.check(rate.when, truth);
  for (const model::Cue& cue : model.cues) {
    for (const model::Case& one : cue.cases)
      names.check(one.when, truth);
    names.check(cue.readable, truth);
  }
  for (const model::Verb& verb : model.verbs)
    check_verb(verb, model, names, findings);
  for (const model::Event& event : model.events)
    check_event(event, model, names, findings);
  for (const model::EvidenceKind& kind : model.evidence) {
    names.check(kind.lives, truth);
    names.check(kind.open, truth);
  }
  for (const model::Deadline& deadline : model.deadlines)
    names.check(deadline.known, seen);
}

void check_circles(const Models& models, const Names& names, FindingCollector& findings) {
  Circles circles(models, names);
  for (const EntityModel* model : models)
    for (const model::Derived& derived : model->derived)
      if (circles.leads_back(*model, derived)) findings.add("F0322", derived.where, {{"name", derived.name}});
}

// A signal that nobody gives makes an event that never fires: a slip of the pen, but no harm.
void check_signals(const Models& models, FindingCollector& findings) {
  std::set<Id> given;
  for (const EntityModel* model : models)
    given.merge(signals_given(*model));
  for (const EntityModel* model : models)
    for (const model::Event& event : model->events)
      for (const auto* signals : {&event.on, &event.since})
        for (const std::string& signal : *signals)
          if (!given.count(last_part(signal)))
            findings.unknown("F0323", findings.place_of(event.where, signal), {{"signal", signal}}, last_part(signal), given);
}

} // namespace firsthand::reading
