// Effects become rows of small changes. What is known beforehand (own slots, entities of a trait and zone) is settled here;
// what goes through a relation or an instrument gets a table with one target for every entity.
#include "engine/simulation/compiler.h"

#include <algorithm>

namespace firsthand::simulation {

namespace {

const Member* truth_member(const EntityCode& entity, std::string_view name) {
  const auto found = entity.truth.find(name);
  return found == entity.truth.end() ? nullptr : &found->second;
}

} // namespace

template<class MakeTarget> EffectCode Compiler::effect(std::string_view path_text, Entity entity, const MakeTarget& make) {
  const Path path = resolve_path(*machine_, path_text, entity, Reading::truth);
  EffectCode code;
  code.via = path.via;
  code.through = path.through;
  if (path.via == Via::direct) {
    if (path.entity != 0) code.target = make(path.entity, path.name);
    return code;
  }
  code.table = static_cast<std::uint32_t>(machine_->targets.size());
  const Entity count = static_cast<Entity>(machine_->entities.size());
  for (Entity other = 1; other <= count; ++other)
    machine_->targets.push_back((path.candidates >> other & 1) != 0 ? make(other, path.name) : Target{});
  return code;
}

Target Compiler::set_target(Entity entity, std::string_view name, const model::Id& value, Entity self) const {
  const Member* member = truth_member(machine_->entities[entity - 1u], name);
  if (!member || member->kind == MemberKind::gauge) return {};
  Target target{EffectKind::set_value, member->slot, 0};
  if (member->kind == MemberKind::value) {
    const auto& names = machine_->value_words[member->slot];
    const auto found = std::find(names.begin(), names.end(), value);
    target.value = static_cast<std::uint16_t>(found - names.begin());
    return found == names.end() ? Target{} : target;
  }
  target.kind = EffectKind::set_relation;
  const auto other = machine_->entity_ids.find(value);
  if (value == "none")
    target.value = 0;
  else if (value == "with")
    target.value = to_with;
  else if (value == "by")
    target.value = to_by;
  else if (value == "self")
    target.value = self;
  else if (other != machine_->entity_ids.end())
    target.value = other->second;
  else
    return {};
  return target;
}

EffectCode Compiler::set_effect(const model::Set& set, Entity entity) {
  return effect(set.path, entity, [&](Entity other, std::string_view name) { return set_target(other, name, set.value, entity); });
}

EffectCode Compiler::add_effect(const model::Add& add, Entity entity) {
  EffectCode code = effect(add.path, entity, [&](Entity other, std::string_view name) {
    const Member* member = truth_member(machine_->entities[other - 1u], name);
    return member && member->kind == MemberKind::gauge ? Target{EffectKind::add, member->slot, 0} : Target{};
  });
  code.quanta = add.quanta;
  return code;
}

EffectCode Compiler::signal_effect(const std::string& path, Entity entity) {
  return effect(path, entity, [&](Entity other, std::string_view name) {
    return Target{EffectKind::signal, static_cast<std::uint16_t>(signal(other, name)), 0};
  });
}

EffectCode Compiler::reveal_effect(const std::string& path, Entity entity) {
  return effect(path, entity, [&](Entity other, std::string_view name) {
    const EntityCode& owner = machine_->entities[other - 1u];
    const auto found = owner.seen.find(name);
    const bool is_cue = found != owner.seen.end() && found->second.kind == MemberKind::cue;
    return is_cue ? Target{EffectKind::reveal, found->second.slot, 0} : Target{};
  });
}

std::size_t Compiler::signal(Entity entity, std::string_view name) {
  return signals_.emplace(std::pair(entity, std::string(name)), signals_.size()).first->second;
}

// Things of a trait and a zone do not change during a scene, so a "for each" is written out here. Within it `self` and bare
// paths mean the thing that the effects are done to.
void Compiler::gather(const model::Effects& effects, Entity entity, std::vector<EffectCode>& changes, std::vector<EffectCode>& reveals) {
  for (const model::Set& set : effects.sets)
    changes.push_back(set_effect(set, entity));
  for (const model::Add& add : effects.adds)
    changes.push_back(add_effect(add, entity));
  for (const model::Id& kind : effects.secures)
    for (std::size_t item = 0; item < machine_->items.size(); ++item) {
      const ItemCode& code = machine_->items[item];
      if (code.entity != machine_->entities[entity - 1u].symbol || symbols_.word(code.kind) != kind) continue;
      EffectCode secure;
      secure.target = {EffectKind::secure, static_cast<std::uint16_t>(item), 0};
      changes.push_back(secure);
    }
  for (const std::string& path : effects.signals)
    changes.push_back(signal_effect(path, entity));
  for (const std::string& path : effects.reveals)
    reveals.push_back(reveal_effect(path, entity));
  const Entity count = static_cast<Entity>(machine_->entities.size());
  for (const model::ForEach& each : effects.for_each)
    for (Entity other = 1; other <= count; ++other) {
      const EntityCode& code = machine_->entities[other - 1u];
      const bool in_zone = each.zone.empty() || each.zone == code.zone;
      if (in_zone && has_trait(code, {each.trait})) gather(each.effects, other, changes, reveals);
    }
}

EffectsCode Compiler::keep(const std::vector<EffectCode>& changes, const std::vector<EffectCode>& reveals) {
  EffectsCode code;
  std::vector<EffectCode>& all = machine_->effects;
  code.first = static_cast<std::uint32_t>(all.size());
  all.insert(all.end(), changes.begin(), changes.end());
  code.last = code.first_reveal = static_cast<std::uint32_t>(all.size());
  all.insert(all.end(), reveals.begin(), reveals.end());
  code.last_reveal = static_cast<std::uint32_t>(all.size());
  return code;
}

EffectsCode Compiler::effects(const model::Effects& effects, Entity entity) {
  std::vector<EffectCode> changes, reveals;
  gather(effects, entity, changes, reveals);
  return keep(changes, reveals);
}

EffectsCode Compiler::signals_only(const std::vector<std::string>& signals, Entity entity) {
  std::vector<EffectCode> changes;
  for (const std::string& path : signals)
    changes.push_back(signal_effect(path, entity));
  return keep(changes, {});
}

} // namespace firsthand::simulation
