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

bool offered_now(const Machine& machine, const Seen& seen, const VerbCode& verb, Scope scope) {
  if (verb.once && seen.done[machine.index_of(verb)] != 0) return false;
  return entry_holds(machine.program, verb.offered, seen, scope);
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
