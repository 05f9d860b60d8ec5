// What could be chosen now, judged by what was seen alone: the same question for one command and for all of them. Reads no
// World, so an offer cannot tell the learner more than was observed.
#include "engine/simulation/offers.h"

namespace firsthand::simulation {

namespace {

constexpr base::Seconds longest_wait = 366 * 86'400;

Refusal check_actor(const Machine& machine, const VerbCode& verb, const Command& command, Scope& scope) {
  if (command.kind == Command::Kind::act) {
    if (command.by != 0) return Refusal::not_a_task;
    scope.by = machine.learner;
    return verb.learner ? Refusal::none : Refusal::not_offered;
  }
  scope.by = machine.entity_index(command.by);
  if (scope.by == 0) return Refusal::unknown_entity;
  const EntityCode& actor = machine.entities[scope.by - 1u];
  return verb.task && actor.person && !actor.learner ? Refusal::none : Refusal::not_a_task;
}

Refusal check_instrument(const Machine& machine, const VerbCode& verb, const Command& command, Scope& scope) {
  if (command.with == 0) return verb.needs_with ? Refusal::needs_instrument : Refusal::none;
  scope.with = machine.entity_index(command.with);
  if (scope.with == 0) return Refusal::unknown_entity;
  return verb.withs >> scope.with & 1 ? Refusal::none : Refusal::needs_instrument;
}

// Of the learner, judged by what she sees: hands that keep one thing do nothing to another.
bool hands_are_bound(const Machine& machine, const Seen& seen, const VerbCode& verb) {
  if (!verb.needs_hands || machine.hands == no_slot) return false;
  const std::uint16_t held = seen.relations[machine.hands];
  return held != 0 && held != verb.owner;
}

// ---- what is put where it is already, or into itself

// A relation that an act would lead somewhere with the instrument: the thing into a bag, or a bag over the thing.
struct Binding {
  const RelationCode* relation = nullptr;
  std::uint16_t to = 0; // entity counted from 1
};

// Of an effect in which the instrument takes part; nothing: it leads nothing anywhere.
std::optional<Binding> binding_of(const Machine& machine, const EffectCode& effect, Scope scope) {
  if (effect.via != Via::direct && effect.via != Via::with) return std::nullopt;
  const Target& target = effect.via == Via::with ? machine.targets[effect.table + scope.with - 1u] : effect.target;
  const bool to_instrument = target.value == to_with;
  if (target.kind != EffectKind::set_relation || (effect.via == Via::direct && !to_instrument)) return std::nullopt;
  const std::uint16_t to = to_instrument ? scope.with : target.value == to_by ? scope.by : target.value;
  return to == 0 ? std::nullopt : std::optional(Binding{&machine.relations[target.slot], to});
}

// Where a thing's relation of that name leads, in plain sight; 0: nowhere.
std::uint16_t seen_leading(const Machine& machine, const Seen& seen, std::uint16_t entity, Symbol name) {
  for (const auto& [symbol, member] : machine.entities[entity - 1u].seen_by_symbol)
    if (symbol == name && member.kind == MemberKind::seen_relation) return seen.relations[member.slot];
  return 0;
}

bool is_so_already(const Machine& machine, const Seen& seen, const Binding& binding) {
  const std::uint16_t owner = machine.entity_index(binding.relation->entity);
  return seen_leading(machine, seen, owner, binding.relation->name) == binding.to;
}

// From there the same relation leads back to the thing: it would be in itself, however deep.
bool leads_back(const Machine& machine, const Seen& seen, const Binding& binding) {
  const std::uint16_t owner = machine.entity_index(binding.relation->entity);
  std::uint16_t at = binding.to;
  for (std::size_t steps = 0; at != 0 && steps <= machine.entities.size(); ++steps) {
    if (at == owner) return true;
    at = seen_leading(machine, seen, at, binding.relation->name);
  }
  return false;
}

// With this instrument nothing would come of it but what is seen to be so, or a thing would be in itself: that is no choice.
bool is_no_choice(const Machine& machine, const Seen& seen, const VerbCode& verb, Scope scope) {
  if (scope.with == 0) return false;
  bool any = false, all_so = true;
  for (std::uint32_t i = verb.effects.first; i < verb.effects.last; ++i) {
    const auto binding = binding_of(machine, machine.effects[i], scope);
    if (!binding) continue;
    if (leads_back(machine, seen, *binding)) return true;
    any = true, all_so = all_so && is_so_already(machine, seen, *binding);
  }
  return any && all_so;
}

bool offered_now(const Machine& machine, const Seen& seen, const VerbCode& verb, Scope scope) {
  if (verb.once && seen.done[machine.index_of(verb)] != 0) return false;
  return entry_holds(machine.program, verb.offered, seen, scope) && !is_no_choice(machine, seen, verb, scope);
}

// Calls `found(scope)` for every instrument with which the verb is offered to that actor.
template<class Found>
void each_instrument(const Machine& machine, const Seen& seen, const VerbCode& verb, std::uint16_t by, const Found& found) {
  if (!verb.needs_with) {
    if (offered_now(machine, seen, verb, {0, by})) found(Scope{0, by});
    return;
  }
  for (std::uint16_t with = 1; with <= machine.entities.size(); ++with)
    if ((verb.withs >> with & 1) != 0 && offered_now(machine, seen, verb, {with, by})) found(Scope{with, by});
}

} // namespace

Refusal check_command(const Machine& machine, const Seen& seen, const Command& command, const VerbCode*& verb, Scope& scope) {
  if (command.kind == Command::Kind::wait)
    return command.seconds > 0 && command.seconds <= longest_wait ? Refusal::none : Refusal::bad_wait;
  const std::uint16_t entity = machine.entity_index(command.entity);
  if (entity == 0) return Refusal::unknown_entity;
  verb = machine.verb(entity, command.verb);
  if (!verb) return Refusal::unknown_verb;
  if (const Refusal refusal = check_actor(machine, *verb, command, scope); refusal != Refusal::none) return refusal;
  if (const Refusal refusal = check_instrument(machine, *verb, command, scope); refusal != Refusal::none) return refusal;
  if (command.kind == Command::Kind::act && hands_are_bound(machine, seen, *verb)) return Refusal::hands_bound;
  return offered_now(machine, seen, *verb, scope) ? Refusal::none : Refusal::not_offered;
}

std::vector<Offer> all_offers(const Machine& machine, const Seen& seen) {
  std::vector<Offer> offers;
  const auto word = [&](std::uint16_t entity) { return entity == 0 ? Symbol{0} : machine.entities[entity - 1u].symbol; };
  for (const VerbCode& verb : machine.verbs) {
    if (verb.learner && !hands_are_bound(machine, seen, verb))
      each_instrument(machine, seen, verb, machine.learner, [&](Scope scope) {
        offers.push_back({verb.name, verb.entity, word(scope.with), 0});
      });
    for (std::uint16_t by = 1; verb.task && by <= machine.entities.size(); ++by) {
      const EntityCode& actor = machine.entities[by - 1u];
      if (!actor.person || actor.learner) continue;
      each_instrument(machine, seen, verb, by, [&](Scope scope) {
        offers.push_back({verb.name, verb.entity, word(scope.with), actor.symbol});
      });
    }
  }
  return offers;
}

} // namespace firsthand::simulation
