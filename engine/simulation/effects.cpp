// What a verb or an event changes: each small change marks who depends on it and says itself as a fact. Nothing is
// evaluated here. Signals are given after the values are set, in the same change.
#include "engine/simulation/run.h"

#include <algorithm>

namespace firsthand::simulation {

Target Run::resolve(const EffectCode& effect, Scope scope) const {
  if (effect.via == Via::direct) return effect.target;
  const std::uint16_t other = effect.via == Via::relation ? world_.relations[effect.through]
                              : effect.via == Via::with   ? scope.with
                                                          : scope.by;
  return other == 0 ? Target{} : machine_.targets[effect.table + other - 1];
}

void Run::apply(const EffectsCode& effects, Scope scope) {
  for (std::uint32_t i = effects.first; i < effects.last; ++i) {
    const EffectCode& effect = machine_.effects[i];
    apply_one(resolve(effect, scope), effect.quanta, scope);
  }
}

void Run::reveal_all(const EffectsCode& effects, Scope scope) {
  for (std::uint32_t i = effects.first_reveal; i < effects.last_reveal; ++i) {
    const Target target = resolve(machine_.effects[i], scope);
    if (target.kind == EffectKind::reveal) reveal(target.slot);
  }
}

void Run::apply_one(const Target& target, std::int64_t quanta, Scope scope) {
  switch (target.kind) {
  case EffectKind::set_value:
    set_value(target.slot, static_cast<std::uint8_t>(target.value));
    return;
  case EffectKind::set_relation:
    set_relation(target.slot, target.value == to_with ? scope.with : target.value == to_by ? scope.by : target.value);
    return;
  case EffectKind::add:
    add_quanta(target.slot, quanta);
    return;
  case EffectKind::signal:
    give_signal(target.slot);
    return;
  case EffectKind::secure:
    secure(target.slot);
    return;
  case EffectKind::none:
  case EffectKind::reveal:
    return;
  }
}

void Run::set_value(std::uint16_t slot, std::uint8_t value) {
  const std::uint8_t before = world_.values[slot];
  if (before == value) return;
  world_.values[slot] = value;
  mark(machine_.value_nodes, slot);
  const ValueCode& code = machine_.values[slot];
  emit(model::FactKind::changed, code.entity, code.name, machine_.words[code.words + before], machine_.words[code.words + value]);
}

// Whoever takes up one exclusive relation lets go of every other: one pair of hands.
void Run::set_relation(std::uint16_t slot, std::uint16_t other) {
  if (world_.relations[slot] == other) return;
  if (other != 0 && machine_.relations[slot].exclusive)
    for (const std::uint16_t elsewhere : machine_.exclusives)
      if (elsewhere != slot && world_.relations[elsewhere] == other) write_relation(elsewhere, 0);
  write_relation(slot, other);
}

void Run::write_relation(std::uint16_t slot, std::uint16_t other) {
  const RelationCode& code = machine_.relations[slot];
  const std::uint16_t before = world_.relations[slot];
  world_.relations[slot] = other;
  if (code.seen != no_slot) world_.seen.relations[code.seen] = other;
  mark(machine_.relation_nodes, slot);
  const model::FactKind kind = code.custody ? model::FactKind::moved : model::FactKind::changed;
  emit(kind, code.entity, code.name, machine_.word_of_entity(before), machine_.word_of_entity(other));
}

void Run::add_quanta(std::uint16_t slot, std::int64_t quanta) {
  const std::int64_t maximum = machine_.gauges[slot].maximum;
  std::int64_t& level = world_.gauges[slot];
  const std::int64_t before = level;
  if (quanta > 0)
    level = quanta > maximum - level ? maximum : level + quanta;
  else
    level = quanta < -level ? 0 : level + quanta;
  if (level != before) mark(machine_.gauge_nodes, slot);
}

void Run::give_signal(std::uint16_t signal) {
  for (std::uint32_t i = machine_.listeners_at[signal]; i < machine_.listeners_at[signal + 1u]; ++i) {
    const ListenerCode& listener = machine_.listeners[i];
    if (listener.through != no_slot && world_.relations[listener.through] != listener.from) continue;
    if (listener.restarts)
      restarted_[listener.event / 64] |= std::uint64_t{1} << (listener.event % 64);
    else
      await(listener.event);
  }
}

void Run::begin_during(const VerbCode& verb, Scope scope) {
  for (std::uint32_t i = verb.first_during; i < verb.last_during; ++i) {
    const EffectCode& effect = machine_.durings[i].effect;
    const Target target = resolve(effect, scope);
    During& during = durings_[i - verb.first_during];
    during = {target.kind, target.slot, 0, 0};
    const auto now = [&] { return target.kind == EffectKind::set_value ? world_.values[target.slot] : world_.relations[target.slot]; };
    if (target.kind == EffectKind::none) continue;
    during.before = now();
    apply_one(target, 0, scope);
    during.during = now();
  }
}

// The last is restored first. A value that an event has changed meanwhile stays as the event left it.
void Run::end_during(const VerbCode& verb, bool done) {
  for (std::uint32_t i = verb.last_during; i-- > verb.first_during;) {
    const DuringCode& code = machine_.durings[i];
    const During& during = durings_[i - verb.first_during];
    if (during.kind == EffectKind::none || (done ? code.kept_when_done : code.kept_when_cut)) continue;
    if (during.kind == EffectKind::set_value) {
      if (world_.values[during.slot] == during.during) set_value(during.slot, static_cast<std::uint8_t>(during.before));
    } else if (world_.relations[during.slot] == during.during) {
      set_relation(during.slot, during.before);
    }
  }
}

} // namespace firsthand::simulation
