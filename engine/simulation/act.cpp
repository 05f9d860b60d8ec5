// One act from its beginning to its end: begun, time event by event, then done, failed or cut short. Waits and the time that
// steps cost pass here too. Whether an act is offered was settled before.
#include "engine/simulation/run.h"

namespace firsthand::simulation {

// What the person could do before is what counts: answers are chosen before the effects of asking.
void Run::act(const VerbCode& verb, Scope scope, Symbol by) {
  const Cause own{by, verb.name, 0, 0, static_cast<std::uint32_t>(machine_.index_of(verb)) + 1};
  const base::Seconds began = world_.now;
  const bool works = holds(verb.works, scope);
  cause_ = own;
  begin_act(verb, scope, works);
  advance(later(began, verb.takes));
  watch_ = Watch::nothing;
  cause_ = own;
  new_change();
  if (!works)
    fail(verb, scope);
  else if (broken_)
    cut_short(verb, scope, world_.now - began);
  else
    finish(verb, scope);
  broken_ = false;
  advance(world_.now); // what has become due without delay
}

void Run::begin_act(const VerbCode& verb, Scope scope, bool works) {
  new_change();
  emit(model::FactKind::begun, verb.entity, verb.name, 0, with_word(scope));
  if (works) begin_during(verb, scope);
  apply(verb.signals, scope);
  settle();
  if (!works) return;
  watch_ = Watch::throughout;
  throughout_ = verb.throughout;
  throughout_scope_ = scope;
  check_throughout();
}

// No effects, but the time is spent and what can be seen is seen.
void Run::fail(const VerbCode& verb, Scope scope) {
  reveal_all(verb.effects, scope);
  emit(model::FactKind::failed, verb.entity, verb.name, 0, with_word(scope));
}

void Run::cut_short(const VerbCode& verb, Scope scope, base::Seconds lasted) {
  end_during(verb, false);
  apply(verb.cut, scope);
  settle();
  reveal_all(verb.cut, scope);
  emit(model::FactKind::cut_short, verb.entity, verb.name, 0, with_word(scope), lasted);
}

void Run::finish(const VerbCode& verb, Scope scope) {
  const AnswerCode* answer = nullptr;
  for (std::uint32_t i = verb.first_answer; i < verb.last_answer && !answer; ++i)
    if (holds(machine_.answers[i].entry, scope)) answer = &machine_.answers[i];
  end_during(verb, true);
  if (answer) emit(model::FactKind::said, verb.entity, verb.name, 0, answer->name);
  apply(verb.effects, scope);
  if (answer) apply(answer->effects, scope);
  if (verb.once) world_.seen.done[machine_.index_of(verb)] = 1;
  settle();
  reveal_all(verb.effects, scope);
  if (answer) reveal_all(answer->effects, scope);
  emit(model::FactKind::done, verb.entity, verb.name, 0, with_word(scope));
}

void Run::wait(base::Seconds seconds) {
  const base::Seconds began = world_.now;
  watch_ = Watch::glances;
  advance(later(began, seconds));
  watch_ = Watch::nothing;
  cause_ = {machine_.learner_word, 0, 0, 0, 0};
  new_change();
  emit(model::FactKind::waited, 0, 0, 0, 0, world_.now - began);
}

void Run::pass(base::Seconds seconds) { advance(later(world_.now, seconds)); }

} // namespace firsthand::simulation
