// Small worlds for tests, built straight as model structs: short words for conditions and parts of models, and a stage that
// runs commands and answers by words. Things are neutral: a mill with a gate, a beacon, a box, a guard.
#pragma once

#include "engine/simulation/simulation.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace stage {

using namespace firsthand;
using model::Compare;
using model::Condition;
using model::FactKind;
using model::Id;
using simulation::Command;
using simulation::FixedDraw;
using simulation::Refusal;
using simulation::Seed;
using simulation::World;

constexpr model::Quanta unit = model::quanta_per_unit;

inline Condition is(std::string path, std::vector<Id> values) {
  Condition test;
  test.kind = Condition::Kind::test;
  test.path = std::move(path);
  test.values = std::move(values);
  return test;
}
inline Condition is(std::string path, const char* value) { return is(std::move(path), std::vector<Id>{value}); }
inline Condition amount(std::string path, Compare compare, model::Quanta quanta) {
  Condition test = is(std::move(path), std::vector<Id>{});
  test.compare = compare;
  test.quanta = quanta;
  return test;
}
inline Condition group(Condition::Kind kind, std::vector<Condition> parts) {
  Condition all;
  all.kind = kind;
  all.parts = std::move(parts);
  return all;
}
inline Condition all(std::vector<Condition> parts) { return group(Condition::Kind::all, std::move(parts)); }
inline Condition any(std::vector<Condition> parts) { return group(Condition::Kind::any, std::move(parts)); }
inline Condition none(std::vector<Condition> parts) { return group(Condition::Kind::none, std::move(parts)); }

inline model::StateVariable state(Id name, std::vector<Id> values) { return {std::move(name), std::move(values), {}, {}}; }
inline model::StateVariable drawn(Id name, std::vector<model::Weighted> weighted) {
  model::StateVariable variable = state(std::move(name), {});
  for (const model::Weighted& each : weighted)
    variable.values.push_back(each.outcome);
  variable.drawn = std::move(weighted);
  return variable;
}
inline model::Setting setting(Id name, base::Seconds seconds) { return {std::move(name), {{seconds, 1}}, {}}; }
inline model::Relation relation(Id name, std::vector<Id> traits = {}) {
  model::Relation made;
  made.name = std::move(name);
  made.traits = std::move(traits);
  return made;
}
inline model::Cue glance(Id name, std::vector<model::Case> cases) {
  model::Cue cue;
  cue.name = std::move(name);
  cue.cases = std::move(cases);
  return cue;
}
inline model::Cue hidden(Id name, std::vector<model::Case> cases) {
  model::Cue cue = glance(std::move(name), std::move(cases));
  cue.seeing = model::Seeing::reveal;
  return cue;
}
inline model::Gauge gauge(Id name, model::Quanta maximum, model::Quanta start, std::vector<model::Rate> rates = {}) {
  model::Gauge made;
  made.name = std::move(name);
  made.maximum = maximum;
  made.start = start;
  made.rates = std::move(rates);
  return made;
}

inline model::Effects sets(std::vector<std::pair<std::string, Id>> given) {
  model::Effects effects;
  for (auto& [path, value] : given)
    effects.sets.push_back({path, value, {}});
  return effects;
}
inline model::Effects signals(std::vector<std::string> given) {
  model::Effects effects;
  effects.signals = std::move(given);
  return effects;
}

inline model::Verb verb(Id name, base::Seconds takes, model::Effects effects = {}) {
  model::Verb made;
  made.name = std::move(name);
  made.takes = takes;
  made.effects = std::move(effects);
  return made;
}

inline model::Event event(Id name, model::Trigger trigger, Condition condition, model::Effects effects) {
  model::Event made;
  made.name = std::move(name);
  made.trigger = trigger;
  made.condition = std::move(condition);
  made.effects = std::move(effects);
  return made;
}
inline model::Event when(Id name, Condition condition, model::Effects effects) {
  return event(std::move(name), model::Trigger::when, std::move(condition), std::move(effects));
}
inline model::Event on(Id name, std::string signal, Condition only_if, model::Effects effects) {
  model::Event made = event(std::move(name), model::Trigger::on, {}, std::move(effects));
  made.on = {std::move(signal)};
  made.only_if = std::move(only_if);
  return made;
}
inline model::Event holds_for(Id name, Condition condition, base::Seconds seconds, model::Effects effects,
                              std::vector<std::string> since = {}) {
  model::Event made = event(std::move(name), model::Trigger::holds_for, std::move(condition), std::move(effects));
  made.delay.seconds = seconds;
  made.since = std::move(since);
  return made;
}
inline model::Event at(Id name, base::Seconds seconds, model::Effects effects) {
  model::Event made = event(std::move(name), model::Trigger::at, {}, std::move(effects));
  made.delay.seconds = seconds;
  return made;
}
inline model::Event every(Id name, Condition condition, base::Seconds seconds, model::Effects effects) {
  model::Event made = event(std::move(name), model::Trigger::every, std::move(condition), std::move(effects));
  made.delay.seconds = seconds;
  return made;
}

inline model::EntityModel thing(Id id, std::vector<Id> traits = {}) {
  model::EntityModel made;
  made.id = std::move(id);
  made.traits = std::move(traits);
  return made;
}

class Stage {
 public:
  // The entity has the model's id.
  Stage& add(model::EntityModel made, std::vector<std::pair<Id, Id>> start = {}, Id zone = {}) {
    const Id id = made.id;
    return add_as(id, std::move(made), std::move(start), std::move(zone));
  }
  Stage& add_as(Id id, model::EntityModel made, std::vector<std::pair<Id, Id>> start = {}, Id zone = {}) {
    model::EntityUse use;
    use.id = std::move(id);
    use.model = made.id;
    use.state = std::move(start);
    use.zone = std::move(zone);
    scenario.entities.push_back(std::move(use));
    scenario.models.push_back(std::move(made));
    return *this;
  }
  model::EntityUse& use(std::string_view id) {
    for (model::EntityUse& each : scenario.entities)
      if (each.id == id) return each;
    throw std::logic_error("no such entity");
  }
  Stage& holds(std::string_view entity, Id item, Id kind, std::int32_t value = 10) {
    use(entity).holds.push_back({std::move(item), std::move(kind), value, {}, {}, {}, {}});
    return *this;
  }

  Stage& begin(std::vector<FixedDraw> fixed_draws = {}, std::uint8_t seed = 7) {
    auto prepared = simulation::Scene::prepare(scenario, symbols);
    if (!prepared.ok()) throw std::logic_error(prepared.error().message);
    scene = *prepared;
    Seed bytes;
    bytes.bytes.fill(seed);
    facts.facts.clear();
    world = scene.begin(bytes, fixed_draws, facts);
    return *this;
  }

  Command command(std::string_view verb_name, std::string_view entity, std::string_view with = {}) const {
    Command given;
    given.verb = symbols.find(verb_name);
    given.entity = symbols.find(entity);
    given.with = symbols.find(with);
    return given;
  }
  Refusal act(std::string_view verb_name, std::string_view entity, std::string_view with = {}) {
    return scene.apply(world, command(verb_name, entity, with), facts);
  }
  Refusal task(std::string_view person, std::string_view verb_name, std::string_view entity) {
    Command given = command(verb_name, entity);
    given.kind = Command::Kind::task;
    given.by = symbols.find(person);
    return scene.apply(world, given, facts);
  }
  Refusal wait(base::Seconds seconds) {
    Command given;
    given.kind = Command::Kind::wait;
    given.seconds = seconds;
    return scene.apply(world, given, facts);
  }
  void pass(base::Seconds seconds) { scene.pass(world, seconds, facts); }

  std::string value(std::string_view entity, std::string_view name) const {
    return symbols.word(scene.value(world, symbols.find(entity), symbols.find(name)));
  }
  std::string seen(std::string_view entity, std::string_view cue) const {
    return symbols.word(scene.seen_value(world.seen, symbols.find(entity), symbols.find(cue)));
  }
  std::int64_t level(std::string_view entity, std::string_view name) const {
    return scene.gauge(world, symbols.find(entity), symbols.find(name));
  }
  simulation::ItemState item(std::string_view name) const {
    for (const simulation::ItemState& each : scene.items(world))
      if (symbols.word(each.item) == name) return each;
    throw std::logic_error("no such item");
  }

  // The first such fact; `to` empty matches all. `fact` throws if there is none, so that a test fails instead of crashing.
  const model::Fact* find(FactKind kind, std::string_view name, std::string_view to = {}) const {
    for (const model::Fact& each : facts.facts)
      if (each.kind == kind && symbols.word(each.name) == name && (to.empty() || symbols.word(each.to) == to)) return &each;
    return nullptr;
  }
  const model::Fact* fact(FactKind kind, std::string_view name, std::string_view to = {}) const {
    const model::Fact* found = find(kind, name, to);
    if (!found) throw std::logic_error("no such fact");
    return found;
  }
  base::Seconds when_was(FactKind kind, std::string_view name, std::string_view to = {}) const { // base::never: it was not
    const model::Fact* found = find(kind, name, to);
    return found ? found->at : base::never;
  }
  std::size_t count(FactKind kind, std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(facts.facts.begin(), facts.facts.end(), [&](const model::Fact& each) {
      return each.kind == kind && symbols.word(each.name) == name;
    }));
  }
  std::string word(model::Symbol symbol) const { return symbols.word(symbol); }
  std::string digest() const { return digest_of(world); }
  std::string digest_of(const World& other) const {
    crypto::Sha256 hash;
    scene.digest(other, hash);
    return hash.finish().hex();
  }

  model::Scenario scenario;
  model::Symbols symbols;
  simulation::Scene scene;
  World world;
  model::FactList facts;
};

} // namespace stage
