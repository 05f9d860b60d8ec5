// First pass: every name of every entity gets a slot, in the scenario's order, so that the same content has the same
// layout everywhere. Start values are those of the scenario, else of the model. Knows nothing of behaviour.
#include "engine/simulation/compiler.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::simulation {

namespace {

template<class Pairs> auto last_given(const Pairs& pairs, const model::Id& name) {
  const auto found = std::find_if(pairs.rbegin(), pairs.rend(), [&](const auto& pair) { return pair.first == name; });
  return found == pairs.rend() ? nullptr : &found->second;
}

std::uint8_t position_of(const std::vector<model::Id>& all, const model::Id& word) {
  const auto found = std::find(all.begin(), all.end(), word);
  return found == all.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - all.begin());
}

base::Error too_large(std::string_view what, std::size_t bound) {
  return base::fail("scene-too-large", fmt::format("The scene has more than {} {}. Leave out what it does not need.", bound, what));
}

template<class Names> const Member* find_member(const Names& names, const model::Id& name) {
  const auto found = names.find(name);
  return found == names.end() ? nullptr : &found->second;
}

std::vector<model::Id> words_of(const std::vector<model::Case>& cases) {
  std::vector<model::Id> distinct;
  for (const model::Case& each : cases)
    if (std::find(distinct.begin(), distinct.end(), each.value) == distinct.end()) distinct.push_back(each.value);
  return distinct;
}

} // namespace

bool has_trait(const EntityCode& entity, const std::vector<model::Id>& traits) {
  return traits.empty() || std::any_of(traits.begin(), traits.end(), [&](const model::Id& trait) {
           return std::find(entity.traits.begin(), entity.traits.end(), trait) != entity.traits.end();
         });
}

Compiler::Compiler(const model::Scenario& scenario, model::Symbols& symbols)
    : scenario_(scenario), symbols_(symbols), machine_(std::make_shared<Machine>()), conditions_(*machine_, machine_->program) {}

base::Result<void> Compiler::lay_out() {
  machine_->none_word = symbols_.intern("none");
  machine_->learner_word = symbols_.intern("learner");
  if (scenario_.entities.size() > max_entities) return too_large("entities", max_entities);
  machine_->entities.resize(scenario_.entities.size());
  for (std::size_t i = 0; i < scenario_.entities.size(); ++i)
    machine_->entity_ids.emplace(scenario_.entities[i].id, static_cast<Entity>(i + 1));
  for (std::size_t i = 0; i < scenario_.entities.size(); ++i)
    lay_out_entity(scenario_.entities[i], static_cast<Entity>(i + 1));
  bind_relations();
  return check_bounds();
}

void Compiler::lay_out_entity(const model::EntityUse& use, Entity entity) {
  const model::EntityModel& model = scenario_.model_of(use);
  EntityCode& code = machine_->entities[entity - 1u];
  code.symbol = symbols_.intern(use.id);
  code.traits = model.traits;
  code.zone = use.zone;
  code.learner = has_trait(code, {"learner"});
  code.person = use.kind == model::EntityKind::person || has_trait(code, {"person"});
  if (code.learner && machine_->learner == 0) machine_->learner = entity;
  for (const model::StateVariable& variable : model.state)
    add_state(use, entity, variable);
  for (const model::Derived& derived : model.derived) {
    std::vector<model::Id> all = words_of(derived.cases);
    if (std::find(all.begin(), all.end(), derived.otherwise) == all.end()) all.push_back(derived.otherwise);
    add_value(entity, derived.name, all, position_of(all, derived.otherwise));
  }
  for (const model::Setting& setting : model.settings)
    add_setting(use, entity, setting);
  for (const model::Relation& relation : model.relations)
    add_relation(entity, relation);
  for (const model::Gauge& gauge : model.gauges)
    add_gauge(use, entity, gauge);
  for (const model::Cue& cue : model.cues)
    add_cue(entity, cue);
  add_names(entity);
}

void Compiler::add_names(Entity entity) {
  EntityCode& code = machine_->entities[entity - 1u];
  for (const auto& [name, member] : code.truth)
    code.by_symbol.emplace_back(symbols_.intern(name), member);
  for (const auto& [name, member] : code.seen)
    code.seen_by_symbol.emplace_back(symbols_.intern(name), member);
}

void Compiler::add_value(Entity entity, const model::Id& name, const std::vector<model::Id>& value_words, std::uint8_t start) {
  EntityCode& code = machine_->entities[entity - 1u];
  const auto slot = static_cast<std::uint16_t>(machine_->values.size());
  ValueCode value;
  value.entity = code.symbol;
  value.name = symbols_.intern(name);
  value.words = static_cast<std::uint32_t>(machine_->words.size());
  value.count = static_cast<std::uint16_t>(value_words.size());
  value.start = start;
  for (const model::Id& word : value_words)
    machine_->words.push_back(symbols_.intern(word));
  machine_->values.push_back(value);
  machine_->value_words.push_back(value_words);
  code.truth.emplace(name, Member{MemberKind::value, slot});
}

void Compiler::add_state(const model::EntityUse& use, Entity entity, const model::StateVariable& variable) {
  const auto slot = static_cast<std::uint16_t>(machine_->values.size());
  const model::Id* given = last_given(use.state, variable.name);
  add_value(entity, variable.name, variable.values, given ? position_of(variable.values, *given) : std::uint8_t{0});
  if (!given && !variable.drawn.empty()) add_draw(entity, variable.name, variable.drawn, slot);
}

// A setting with several choices is drawn once: its choice is a value like any other, with durations for words.
void Compiler::add_setting(const model::EntityUse& use, Entity entity, const model::Setting& setting) {
  const base::Seconds* given = last_given(use.settings, setting.name);
  const auto key = std::pair(entity, setting.name);
  if (given || setting.choices.size() <= 1) {
    setting_values_[key] = {0, given ? *given : setting.choices.empty() ? base::never : setting.choices.front().seconds};
    return;
  }
  std::vector<model::Weighted> weighted;
  std::vector<model::Id> all;
  setting_values_[key] = {static_cast<std::uint32_t>(machine_->durations.size()), base::never};
  for (const model::Setting::Choice& choice : setting.choices) {
    all.push_back(choice.seconds == base::never ? "never" : base::duration_words(choice.seconds));
    weighted.push_back({all.back(), choice.weight});
    machine_->durations.push_back(choice.seconds);
  }
  const auto slot = static_cast<std::uint16_t>(machine_->values.size());
  setting_slots_[key] = slot;
  add_value(entity, setting.name, all, 0);
  add_draw(entity, setting.name, weighted, slot);
}

void Compiler::add_relation(Entity entity, const model::Relation& relation) {
  EntityCode& code = machine_->entities[entity - 1u];
  const auto slot = static_cast<std::uint16_t>(machine_->relations.size());
  RelationCode compiled;
  compiled.entity = code.symbol;
  compiled.name = symbols_.intern(relation.name);
  compiled.custody = relation.custody;
  if (relation.custody && code.custody == no_slot) code.custody = slot;
  compiled.exclusive = relation.exclusive;
  if (relation.exclusive) machine_->exclusives.push_back(slot);
  if (relation.sight == model::Sight::plain) {
    compiled.seen = static_cast<std::uint16_t>(machine_->seen_relations++);
    machine_->seen_relation_of.push_back(slot);
    code.seen.emplace(relation.name, Member{MemberKind::seen_relation, compiled.seen});
    if (relation.binds_hands && code.learner) machine_->hands = compiled.seen;
  }
  machine_->relations.push_back(compiled);
  code.truth.emplace(relation.name, Member{MemberKind::relation, slot});
}

void Compiler::add_gauge(const model::EntityUse& use, Entity entity, const model::Gauge& gauge) {
  EntityCode& code = machine_->entities[entity - 1u];
  GaugeCode compiled;
  compiled.entity = code.symbol;
  compiled.name = symbols_.intern(gauge.name);
  compiled.maximum = std::max<std::int64_t>(gauge.maximum, 0);
  compiled.shown_unit = model::quanta_per_unit * gauge.scale;
  const model::Quanta* given = last_given(use.gauges, gauge.name);
  compiled.start = std::clamp<std::int64_t>(given ? *given : gauge.start, 0, compiled.maximum);
  code.truth.emplace(gauge.name, Member{MemberKind::gauge, static_cast<std::uint16_t>(machine_->gauges.size())});
  machine_->gauges.push_back(compiled);
}

void Compiler::add_cue(Entity entity, const model::Cue& cue) {
  EntityCode& code = machine_->entities[entity - 1u];
  CueCode compiled;
  compiled.entity = code.symbol;
  compiled.name = symbols_.intern(cue.name);
  compiled.glance = cue.seeing == model::Seeing::glance && cue.reads.empty();
  compiled.words = static_cast<std::uint32_t>(machine_->words.size());
  for (const model::Case& each : cue.cases)
    machine_->words.push_back(symbols_.intern(each.value));
  compiled.last = static_cast<std::uint32_t>(cue.cases.size()); // a count until the cases are compiled
  const Member* reads = cue.reads.empty() ? nullptr : find_member(code.truth, cue.reads);
  if (reads && reads->kind == MemberKind::gauge) compiled.gauge = reads->slot;
  std::vector<std::string>& names = machine_->cue_words.emplace_back();
  for (const model::Case& each : cue.cases)
    names.push_back(each.value);
  code.seen.emplace(cue.name, Member{MemberKind::cue, static_cast<std::uint16_t>(machine_->cues.size())});
  machine_->cues.push_back(compiled);
}

// Draws of one name on one entity share a count, whoever makes them.
void Compiler::add_draw(Entity entity, const model::Id& name, const std::vector<model::Weighted>& weighted, std::uint16_t slot) {
  const auto key = std::pair(entity, name);
  if (draw_slots_.count(key)) return;
  draw_slots_[key] = static_cast<std::uint16_t>(machine_->draws.size());
  DrawCode draw;
  draw.entity = machine_->entities[entity - 1u].symbol;
  draw.name = symbols_.intern(name);
  draw.entity_word = scenario_.entities[entity - 1u].id;
  draw.name_word = name;
  draw.slot = slot;
  draw.first = static_cast<std::uint32_t>(machine_->odds.size());
  for (const model::Weighted& each : weighted) {
    const auto weight = static_cast<std::uint32_t>(std::max(each.weight, 0));
    machine_->odds.push_back({symbols_.intern(each.outcome), each.outcome, weight, each.outcome == "happens"});
  }
  draw.last = static_cast<std::uint32_t>(machine_->odds.size());
  machine_->draws.push_back(std::move(draw));
}

// Only now every entity has its symbol and traits.
void Compiler::bind_relations() {
  std::size_t slot = 0;
  for (std::size_t i = 0; i < scenario_.entities.size(); ++i) {
    const model::EntityUse& use = scenario_.entities[i];
    for (const model::Relation& relation : scenario_.model_of(use).relations) {
      RelationCode& code = machine_->relations[slot++];
      for (std::size_t other = 0; other < machine_->entities.size(); ++other)
        if (has_trait(machine_->entities[other], relation.traits)) code.candidates |= std::uint64_t{1} << (other + 1);
      const model::Id* given = last_given(use.state, relation.name);
      const model::EntityUse* target = given ? scenario_.entity(*given) : nullptr;
      if (!target) continue;
      code.start = static_cast<std::uint16_t>(target - scenario_.entities.data() + 1);
      code.candidates |= std::uint64_t{1} << code.start;
    }
  }
}

base::Result<void> Compiler::check_bounds() const {
  const auto too_many_words = [](const ValueCode& value) { return value.count > max_values; };
  if (std::any_of(machine_->values.begin(), machine_->values.end(), too_many_words)) return too_large("values of one variable", max_values);
  const auto too_many_cases = [](const CueCode& cue) { return cue.last > max_cases; };
  if (std::any_of(machine_->cues.begin(), machine_->cues.end(), too_many_cases)) return too_large("cases of one cue", max_cases);
  if (machine_->values.size() > max_slots) return too_large("variables", max_slots);
  if (machine_->relations.size() > max_slots) return too_large("relations", max_slots);
  if (machine_->cues.size() > max_slots || machine_->gauges.size() > max_slots) return too_large("cues or gauges", max_slots);
  return {};
}

} // namespace firsthand::simulation
