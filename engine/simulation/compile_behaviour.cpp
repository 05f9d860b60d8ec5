// Second pass: what things do. Derived values, rates, cues, evidence, verbs and events of every entity, in the scenario's
// order, which is the order in which equal times fire. Remembers which tests belong to what, for the third pass.
#include "engine/simulation/compiler.h"

#include <algorithm>

namespace firsthand::simulation {

namespace {

std::uint16_t first_same(const std::vector<std::string>& all, std::size_t index) {
  const auto found = std::find(all.begin(), all.end(), all[index]);
  return static_cast<std::uint16_t>(found - all.begin());
}

// A delay of nothing would repeat for ever within one second.
DelayCode at_least_a_second(DelayCode delay, std::vector<base::Seconds>& durations, std::uint16_t count) {
  if (delay.slot == no_slot) {
    if (delay.fixed == 0) delay.fixed = 1;
    return delay;
  }
  const auto table = static_cast<std::uint32_t>(durations.size());
  for (std::uint16_t i = 0; i < count; ++i) {
    const base::Seconds seconds = durations[delay.table + i];
    durations.push_back(seconds == 0 ? 1 : seconds);
  }
  delay.table = table;
  return delay;
}

} // namespace

base::Result<std::shared_ptr<const Machine>> Compiler::compile() {
  FH_CHECK(lay_out());
  for (Entity entity = 1; entity <= machine_->entities.size(); ++entity)
    compile_items(entity);
  for (Entity entity = 1; entity <= machine_->entities.size(); ++entity)
    compile_entity(entity);
  const bool fits = !conditions_.too_large && machine_->events.size() <= max_events && machine_->items.size() <= max_items &&
                    machine_->verbs.size() <= max_slots && signals_.size() <= max_slots;
  if (!fits)
    return base::fail("scene-too-large", "The scene has more than 512 events, 256 evidence items, 8,192 verbs or 65,000 tests in "
                                         "its conditions. Leave out what it does not need.");
  number_nodes();
  if (machine_->nodes.end > max_nodes)
    return base::fail("scene-too-large", "The scene has more than 1,024 derived values, events, cues and evidence items.");
  if (too_large_)
    return base::fail("scene-too-large", "A verb has more than 16 values that hold while it runs, or a gauge more than 250 rates.");
  finish_lookups();
  return std::shared_ptr<const Machine>(machine_);
}

Entry Compiler::condition(const model::Condition& condition, Entity entity, Reading reading) {
  return conditions_.compile(condition, entity, reading);
}

void Compiler::compile_entity(Entity entity) {
  const model::EntityModel& model = model_of(entity);
  for (const model::Derived& derived : model.derived)
    compile_derived(entity, derived);
  for (const model::Gauge& gauge : model.gauges)
    compile_gauge(entity, gauge);
  for (const model::Cue& cue : model.cues)
    compile_cue(entity, cue);
  for (const model::Verb& verb : model.verbs)
    compile_verb(entity, verb);
  for (const model::Event& event : model.events)
    compile_event(entity, event);
}

void Compiler::compile_derived(Entity entity, const model::Derived& derived) {
  DerivedCode code;
  code.slot = machine_->entities[entity - 1u].truth.at(derived.name).slot;
  const std::vector<std::string>& names = machine_->value_words[code.slot];
  const auto position = [&](const model::Id& word) {
    return static_cast<std::uint8_t>(std::find(names.begin(), names.end(), word) - names.begin());
  };
  code.otherwise = position(derived.otherwise);
  const std::size_t first_test = machine_->program.tests.size();
  std::vector<CaseCode> cases;
  for (const model::Case& each : derived.cases)
    cases.push_back({condition(each.when, entity), position(each.value)});
  derived_tests_.push_back({first_test, machine_->program.tests.size()});
  code.first = static_cast<std::uint32_t>(machine_->cases.size());
  machine_->cases.insert(machine_->cases.end(), cases.begin(), cases.end());
  code.last = static_cast<std::uint32_t>(machine_->cases.size());
  machine_->nodes.derived.push_back(code);
}

void Compiler::compile_gauge(Entity entity, const model::Gauge& gauge) {
  const std::uint16_t slot = machine_->entities[entity - 1u].truth.at(gauge.name).slot;
  const std::size_t first_test = machine_->program.tests.size();
  machine_->gauges[slot].first_rate = static_cast<std::uint32_t>(machine_->rates.size());
  for (const model::Rate& rate : gauge.rates)
    machine_->rates.push_back({condition(rate.when, entity), rate.per_second});
  machine_->gauges[slot].last_rate = static_cast<std::uint32_t>(machine_->rates.size());
  too_large_ = too_large_ || gauge.rates.size() > max_rates;
  if (gauge.rates.empty()) return;
  machine_->nodes.rates.push_back(slot);
  gauge_tests_.push_back({first_test, machine_->program.tests.size()});
}

void Compiler::compile_cue(Entity entity, const model::Cue& cue) {
  const std::uint16_t slot = machine_->entities[entity - 1u].seen.at(cue.name).slot;
  CueCode& code = machine_->cues[slot];
  const std::size_t first_test = machine_->program.tests.size();
  code.first = static_cast<std::uint32_t>(machine_->cases.size());
  for (std::size_t i = 0; i < cue.cases.size(); ++i)
    machine_->cases.push_back({condition(cue.cases[i].when, entity), first_same(machine_->cue_words[slot], i)});
  code.last = static_cast<std::uint32_t>(machine_->cases.size());
  code.readable = condition(cue.readable, entity);
  if (!code.glance) return;
  machine_->nodes.glances.push_back(slot);
  cue_tests_.push_back({first_test, machine_->program.tests.size()});
}

void Compiler::compile_items(Entity entity) {
  const model::EntityUse& use = scenario_.entities[entity - 1u];
  const std::size_t first_item = machine_->items.size();
  for (const model::EvidenceKind& kind : model_of(entity).evidence) {
    const std::size_t first_test = machine_->program.tests.size();
    ItemCode code;
    code.entity = machine_->entities[entity - 1u].symbol;
    code.kind = symbols_.intern(kind.name);
    code.custody = machine_->entities[entity - 1u].custody;
    code.lives = condition(kind.lives, entity);
    code.open = condition(kind.open, entity);
    const Compiler::TestRange range{first_test, machine_->program.tests.size()};
    const auto keep_item = [&](Symbol item, std::int32_t value, bool quiet) {
      kind_slots_.emplace(std::pair(entity, kind.name), static_cast<std::uint16_t>(machine_->items.size()));
      code.item = item;
      code.value = value;
      code.quiet = quiet;
      machine_->items.push_back(code);
      item_tests_.push_back(range);
    };
    for (const model::Holding& holding : use.holds)
      if (holding.in == kind.name) keep_item(symbols_.intern(holding.id), holding.value, false);
    if (!kind_slots_.count(std::pair(entity, kind.name))) keep_item(code.kind, 0, true);
  }
  for (std::size_t item = first_item; item < machine_->items.size(); ++item)
    for (const model::EvidenceKind& kind : model_of(entity).evidence) {
      const auto key = kind_slots_.find(std::pair(entity, kind.key));
      const bool is_kind = symbols_.word(machine_->items[item].kind) == kind.name;
      if (is_kind && key != kind_slots_.end()) machine_->items[item].key = key->second;
    }
}

void Compiler::compile_verb(Entity entity, const model::Verb& verb) {
  VerbCode code;
  code.entity = machine_->entities[entity - 1u].symbol;
  code.name = symbols_.intern(verb.name);
  code.owner = entity;
  code.task = verb.task;
  code.learner = verb.learner;
  code.once = !verb.repeats;
  code.takes = std::max(verb.takes, 0);
  code.needs_hands = verb.group == model::Group::touch || verb.group == model::Group::secure;
  code.needs_with = !verb.with_traits.empty();
  for (std::size_t other = 0; code.needs_with && other < machine_->entities.size(); ++other)
    if (other + 1 != entity && has_trait(machine_->entities[other], verb.with_traits)) code.withs |= std::uint64_t{1} << (other + 1);
  code.offered = condition(verb.offered, entity, Reading::seen);
  code.works = condition(verb.works, entity);
  code.throughout = condition(verb.throughout, entity);
  code.first_during = static_cast<std::uint32_t>(machine_->durings.size());
  for (const model::Set& set : verb.during) {
    const auto same_path = [&](const model::Set& other) { return other.path == set.path; };
    const auto kept = [&](const model::Effects& given) { return std::any_of(given.sets.begin(), given.sets.end(), same_path); };
    machine_->durings.push_back({set_effect(set, entity), kept(verb.effects), kept(verb.cut)});
  }
  too_large_ = too_large_ || verb.during.size() > max_during;
  code.signals = signals_only(verb.signals, entity);
  code.effects = effects(verb.effects, entity);
  code.cut = effects(verb.cut, entity);
  compile_answers(entity, verb, code);
  code.last_during = code.first_during + static_cast<std::uint32_t>(verb.during.size());
  machine_->verbs.push_back(code);
}

void Compiler::compile_answers(Entity entity, const model::Verb& verb, VerbCode& code) {
  code.first_answer = static_cast<std::uint32_t>(machine_->answers.size());
  for (const model::Answer& answer : verb.answers)
    machine_->answers.push_back({symbols_.intern(answer.name), condition(answer.when, entity), effects(answer.effects, entity)});
  code.last_answer = static_cast<std::uint32_t>(machine_->answers.size());
}

void Compiler::compile_event(Entity entity, const model::Event& event) {
  EventCode code;
  const EntityCode& owner = machine_->entities[entity - 1u];
  code.entity = owner.symbol;
  code.name = symbols_.intern(event.name);
  code.owner = entity;
  code.person = owner.person && !owner.learner ? owner.symbol : Symbol{0};
  code.trigger = event.trigger;
  const std::size_t first_test = machine_->program.tests.size();
  code.entry = condition(event.condition, entity);
  event_tests_.push_back({first_test, machine_->program.tests.size()});
  code.only_if = condition(event.only_if, entity);
  code.delay = delay(entity, event.delay);
  const std::uint16_t count = code.delay.slot == no_slot ? std::uint16_t{0} : machine_->values[code.delay.slot].count;
  if (event.trigger == model::Trigger::every) code.delay = at_least_a_second(code.delay, machine_->durations, count);
  for (const auto& [name, elapsed] : scenario_.entities[entity - 1u].aged)
    if (name == event.name) code.aged = std::max(elapsed, 0);
  if (!event.chance.empty()) {
    add_draw(entity, event.chance, event.odds, no_slot);
    code.draw = draw_slots_[std::pair(entity, event.chance)];
  }
  code.effects = effects(event.effects, entity);
  const auto index = static_cast<std::uint16_t>(machine_->events.size());
  if (event.trigger == model::Trigger::on) listen(event.on, entity, {index, no_slot, 0, false});
  if (event.trigger == model::Trigger::holds_for) listen(event.since, entity, {index, no_slot, 0, true});
  if (event.trigger != model::Trigger::when && event.trigger != model::Trigger::on) {
    code.timer = static_cast<std::uint16_t>(machine_->timers.size());
    machine_->timers.push_back(index);
  }
  machine_->events.push_back(code);
}

void Compiler::listen(const std::vector<std::string>& paths, Entity entity, ListenerCode listener) {
  for (const std::string& given : paths) {
    const Path path = resolve_path(*machine_, given, entity, Reading::truth);
    const Entity count = static_cast<Entity>(machine_->entities.size());
    listener.through = path.via == Via::relation ? path.through : no_slot;
    for (Entity other = 1; other <= count; ++other) {
      const bool meant = path.via == Via::direct ? other == path.entity : (path.candidates >> other & 1) != 0;
      listener.from = other;
      if (meant) listeners_.emplace_back(signal(other, path.name), listener);
    }
  }
}

DelayCode Compiler::delay(Entity entity, const model::Delay& delay) const {
  DelayCode code;
  code.fixed = delay.seconds;
  if (delay.setting.empty()) return code;
  const auto key = std::pair(entity, delay.setting);
  const auto value = setting_values_.find(key);
  code.fixed = value == setting_values_.end() ? base::never : value->second.second;
  const auto slot = setting_slots_.find(key);
  if (slot == setting_slots_.end()) return code;
  code.slot = slot->second;
  code.table = value->second.first;
  return code;
}

} // namespace firsthand::simulation
