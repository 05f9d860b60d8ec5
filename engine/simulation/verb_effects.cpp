// What a verb could do at most, read off the compiled scene without running it: its effects, the reactions that they may set
// off, the timers that those arm or drop. Errs towards "may": it follows every relation to everyone it could lead to.
#include "engine/simulation/offers.h"

namespace firsthand::simulation {

namespace {

class Reach {
 public:
  explicit Reach(const Machine& machine) : machine_(machine), nodes_(machine.nodes.words, 0), fired_(machine.events.size(), false) {}

  void effects(const EffectsCode& effects) {
    for (std::uint32_t i = effects.first; i < effects.last; ++i)
      effect(machine_.effects[i]);
  }
  void effect(const EffectCode& effect) {
    if (effect.via == Via::direct) {
      target(effect.target);
      return;
    }
    for (std::size_t other = 0; other < machine_.entities.size(); ++other)
      target(machine_.targets[effect.table + other]);
  }
  void follow() { // to the end of what reactions may add
    std::size_t node = 0;
    while (node < machine_.nodes.end) {
      const bool again = touched(node) && reach(node);
      node = again ? 0 : node + 1;
    }
  }

  bool changes = false, timers = false, chance = false;

 private:
  bool touched(std::size_t node) const { return nodes_[node / 64] >> (node % 64) & 1; }
  void touch(const std::vector<std::uint64_t>& masks, std::size_t slot) {
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      nodes_[i] |= masks[slot * nodes_.size() + i];
  }

  void target(const Target& target) {
    switch (target.kind) {
    case EffectKind::set_value:
      changes = true;
      touch(machine_.value_nodes, target.slot);
      return;
    case EffectKind::set_relation:
      changes = true;
      relation(target.slot);
      return;
    case EffectKind::add:
      changes = true;
      touch(machine_.gauge_nodes, target.slot);
      return;
    case EffectKind::secure:
      changes = true;
      return;
    case EffectKind::signal:
      signal(target.slot);
      return;
    case EffectKind::none:
    case EffectKind::reveal:
      return;
    }
  }

  void relation(std::uint16_t slot) {
    touch(machine_.relation_nodes, slot);
    for (const std::uint16_t other : machine_.exclusives)
      if (machine_.relations[slot].exclusive) touch(machine_.relation_nodes, other);
  }

  void signal(std::uint16_t given) {
    for (std::uint32_t i = machine_.listeners_at[given]; i < machine_.listeners_at[given + 1u]; ++i) {
      const ListenerCode& listener = machine_.listeners[i];
      if (listener.restarts)
        timer(listener.event);
      else
        event(listener.event);
    }
  }

  void timer(std::uint16_t index) {
    timers = true;
    if (machine_.events[index].draw != no_slot) chance = true;
  }

  bool event(std::uint16_t index) {
    if (fired_[index]) return false;
    fired_[index] = true;
    if (machine_.events[index].draw != no_slot) chance = true;
    effects(machine_.events[index].effects);
    return true;
  }

  // True if it may have touched nodes that were already passed.
  bool reach(std::size_t node) {
    const Nodes& nodes = machine_.nodes;
    if (node < nodes.items_at)
      touch(machine_.value_nodes, nodes.derived[node].slot);
    else if (node >= nodes.whens_at && node < nodes.timers_at)
      return event(nodes.whens[node - nodes.whens_at]);
    else if (node >= nodes.timers_at && node < nodes.rates_at)
      timer(nodes.timers[node - nodes.timers_at]);
    return false;
  }

  const Machine& machine_;
  std::vector<std::uint64_t> nodes_;
  std::vector<bool> fired_;
};

Scene::VerbEffect effect_of(const Machine& machine, const VerbCode& verb) {
  Reach reach(machine);
  reach.effects(verb.signals);
  for (std::uint32_t i = verb.first_during; i < verb.last_during; ++i)
    reach.effect(machine.durings[i].effect);
  reach.effects(verb.effects);
  reach.effects(verb.cut);
  for (std::uint32_t i = verb.first_answer; i < verb.last_answer; ++i)
    reach.effects(machine.answers[i].effects);
  reach.follow();
  return {verb.entity, verb.name, reach.changes, reach.timers, reach.chance};
}

} // namespace

std::vector<Scene::VerbEffect> effects_of_verbs(const Machine& machine) {
  std::vector<Scene::VerbEffect> all;
  for (const VerbCode& verb : machine.verbs)
    if (verb.learner) all.push_back(effect_of(machine, verb));
  return all;
}

} // namespace firsthand::simulation
