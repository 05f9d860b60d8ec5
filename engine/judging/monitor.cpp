// Facts pass, monitors turn. Facts of one batch are one change: none of them is "before" another, and `was` looks at the
// values as they stood before the first of them. So the order inside a batch decides nothing.
#include "engine/judging/compiled.h"

#include <algorithm>
#include <limits>
#include <set>

namespace firsthand::judging {
namespace {

using model::Fact;
using model::FactKind;

// Bits of flags_any and fresh_any.
constexpr std::uint8_t any_bit = 1, unless_bit = 2, kept_bit = 4, must_bit = 8, until_bit = 16, held_bit = 32, own_bit = 64;

using Compiled = RuleSet::Compiled;

bool in_set(const Compiled& c, const WordSet& set, Symbol value) {
  if (!set.restricted) return true;
  const bool nothing = value == 0 || value == c.word_none;
  if (nothing ? set.none : set.any) return true;
  const auto first = c.words.begin() + set.first;
  return std::find(first, first + set.count, value) != first + set.count;
}

bool done_by(const Compiled& c, Actor wanted, Symbol by) {
  if (wanted == Actor::anybody) return true;
  const bool learner = by != 0 && (by == c.learner || by == c.learner_entity);
  return wanted == Actor::learner ? learner : by != 0 && !learner;
}

bool matches(const Compiled& c, const Watcher& watcher, const Fact& fact) {
  return done_by(c, watcher.by, fact.by) && in_set(c, watcher.from, fact.from) && in_set(c, watcher.to, fact.to) &&
         in_set(c, watcher.kinds, fact.to);
}

bool test_holds(const Compiled& c, const StateTest& test, const std::vector<Symbol>& values) {
  if (test.direct) return in_set(c, test.values, values[test.slot]);
  const Symbol other = values[test.slot];
  for (const auto& [entity, slot] : test.behind)
    if (entity == other) return in_set(c, test.values, values[slot]);
  return false;
}

bool state_holds(const Compiled& c, const StateNode& node, const std::vector<Symbol>& values, Symbol entity) {
  const auto holds = [&](const StateNode& part) { return state_holds(c, part, values, entity); };
  switch (node.kind) {
  case model::Condition::Kind::always:
    return true;
  case model::Condition::Kind::all:
    return std::all_of(node.parts.begin(), node.parts.end(), holds);
  case model::Condition::Kind::any:
    return std::any_of(node.parts.begin(), node.parts.end(), holds);
  case model::Condition::Kind::none:
    return std::none_of(node.parts.begin(), node.parts.end(), holds);
  case model::Condition::Kind::test:
    break;
  }
  for (std::size_t i = 0; i < node.tests.size(); ++i)
    if (node.owners[i] == 0 || node.owners[i] == entity) return test_holds(c, node.tests[i], values);
  return false; // what is asked about has no such value
}

bool state_holds(const Compiled& c, std::uint16_t condition, const std::vector<Symbol>& values, Symbol entity = 0) {
  return condition == no_condition || state_holds(c, c.conditions[condition], values, entity);
}

bool is_excused(const Compiled& c, const std::vector<Symbol>& values, const Monitor& monitor, const Spec& spec, Symbol entity = 0) {
  if (monitor.flags_any & (unless_bit | until_bit)) return true;
  return std::any_of(spec.unless_states.begin(), spec.unless_states.end(),
                     [&](std::uint16_t each) { return state_holds(c, each, values, entity); });
}

// Whose hands were at work: the learner's, or those of somebody to whom the learner gave a task.
bool is_own(const Compiled& c, const Judgements& state, const Fact& fact) {
  return done_by(c, Actor::learner, fact.by) || (fact.by != 0 && fact.by == state.actor);
}

// The deadline that comes first, if there was one before.
base::Seconds sooner(base::Seconds before, base::Seconds deadline) { return before == base::never ? deadline : std::min(before, deadline); }

// Which act broke it: the one that is running, or the one that armed what happened.
void name_act(const Judgements& state, const Fact& fact, Monitor& monitor) {
  const bool running = state.act != 0 && fact.by != 0 && fact.by == state.actor;
  const bool armed = !running && fact.origin != 0 && fact.origin_at != base::never;
  monitor.act = running ? state.act : armed ? fact.origin : Symbol{0};
  monitor.act_at = running ? state.act_at : armed ? fact.origin_at : base::never;
}

// One fact at work on the monitors that wait for it.
class Passing {
 public:
  Passing(const Compiled& compiled, Judgements& state, const Fact& fact) : c_(compiled), state_(state), fact_(fact) {}

  void wake(const Watcher& watcher) {
    Monitor& monitor = state_.monitors[watcher.monitor];
    const Spec& spec = c_.specs[watcher.monitor];
    if (settled(monitor, spec) || !matches(c_, watcher, fact_)) return;
    if (!state_holds(c_, watcher.only_if, state_.shadow, fact_.entity)) return;
    switch (watcher.part) {
    case Part::on:
      return spec.never ? apply_from_now(monitor, spec) : trigger(monitor, spec);
    case Part::must:
      return must(monitor);
    case Part::never:
      return never(monitor, spec);
    case Part::before:
      return remember(monitor.fresh, static_cast<std::uint8_t>(1u << watcher.bit)), remember_hands(monitor);
    case Part::before_any:
      return remember(monitor.fresh_any, any_bit), remember_hands(monitor);
    case Part::until:
      return remember(monitor.fresh_any, until_bit);
    case Part::unless:
      return remember(monitor.fresh_any, unless_bit);
    }
  }

 private:
  static bool settled(const Monitor& monitor, const Spec& spec) {
    if (monitor.verdict == Verdict::broken || monitor.over) return true;
    return !spec.never && !spec.each_time && (monitor.verdict == Verdict::kept || monitor.excused);
  }

  void remember(std::uint8_t& bits, std::uint8_t bit) {
    bits |= bit;
    state_.any_fresh = true;
  }

  void remember_hands(Monitor& monitor) {
    if (is_own(c_, state_, fact_)) monitor.fresh_any |= own_bit;
  }

  bool stands(std::uint16_t condition) const { return state_holds(c_, condition, state_.shadow, fact_.entity); }
  bool excuses(const Monitor& monitor, const Spec& spec) const { return is_excused(c_, state_.shadow, monitor, spec, fact_.entity); }

  // What had to be there before the trigger: facts that had happened, states that stood.
  bool was_ready(const Monitor& monitor, const Spec& spec) const {
    const auto stood = [&](std::uint16_t each) { return stands(each); };
    if ((monitor.flags & spec.all) != spec.all) return false;
    if (!std::all_of(spec.before_states.begin(), spec.before_states.end(), stood)) return false;
    return !spec.wants_any || (monitor.flags_any & any_bit) || std::any_of(spec.any_states.begin(), spec.any_states.end(), stood);
  }

  void trigger(Monitor& monitor, const Spec& spec) {
    const bool running = monitor.verdict == Verdict::open;
    if (running && !spec.each_time) return; // the first trigger counts
    if (!state_holds(c_, spec.was, state_.shadow, fact_.entity)) return;
    if (excuses(monitor, spec)) return excuse(monitor, spec);
    if (!was_ready(monitor, spec)) return decide(monitor, Verdict::broken, fact_);
    const bool done = !spec.wants_must || (monitor.fresh_any & must_bit);
    if (done && !running) return decide(monitor, Verdict::kept, fact_, is_own(c_, state_, fact_) || hands_helped(monitor));
    if (!running) open(monitor, spec);
  }

  static bool hands_helped(const Monitor& monitor) { return ((monitor.flags_any | monitor.fresh_any) & own_bit) != 0; }

  // It was a deed of the learner that made it apply: then to keep it is one, too.
  void apply_from_now(Monitor& monitor, const Spec& spec) {
    if (monitor.verdict != Verdict::not_applicable || !state_holds(c_, spec.was, state_.shadow, fact_.entity)) return;
    monitor.verdict = Verdict::open;
    monitor.own = is_own(c_, state_, fact_);
  }

  void open(Monitor& monitor, const Spec& spec) {
    monitor.verdict = Verdict::open;
    monitor.trigger = fact_;
    monitor.triggered_at = fact_.at;
    monitor.decided_at = base::never;
    if (spec.must_state != no_condition) {
      state_.any_fresh = true; // it may stand already, by this very change
      if (stands(spec.must_state)) monitor.flags_any |= held_bit;
    }
    if (spec.within == base::never) return;
    constexpr std::int64_t latest = std::numeric_limits<base::Seconds>::max();
    monitor.deadline = static_cast<base::Seconds>(std::min(std::int64_t{fact_.at} + spec.within, latest));
    state_.next_deadline = sooner(state_.next_deadline, monitor.deadline);
  }

  void excuse(Monitor& monitor, const Spec& spec) {
    if (monitor.triggered_at == base::never) monitor.trigger = fact_, monitor.triggered_at = fact_.at;
    monitor.excused = true;
    if (!spec.each_time) monitor.flags = monitor.flags_any = monitor.fresh = monitor.fresh_any = 0;
  }

  void must(Monitor& monitor) {
    remember(monitor.fresh_any, must_bit); // the trigger may stand later in the same change
    if (monitor.verdict == Verdict::open) decide(monitor, Verdict::kept, monitor.trigger, is_own(c_, state_, fact_));
  }

  void never(Monitor& monitor, const Spec& spec) {
    if (!state_holds(c_, spec.was, state_.shadow, fact_.entity)) return;
    if (excuses(monitor, spec)) {
      monitor.excused = true;
      return;
    }
    decide(monitor, Verdict::broken, fact_);
  }

  // What a settled monitor still remembers would only make equal states look different.
  void decide(Monitor& monitor, Verdict verdict, Fact trigger, bool own = false) {
    const bool again = verdict == Verdict::kept && c_.specs[index_of(monitor)].each_time;
    monitor.verdict = verdict;
    monitor.own = verdict == Verdict::kept && (own || monitor.own);
    monitor.trigger = trigger;
    if (verdict == Verdict::broken) name_act(state_, fact_, monitor);
    monitor.triggered_at = trigger.at;
    monitor.decided_at = fact_.at;
    monitor.deadline = base::never;
    if (again)
      monitor.flags_any |= kept_bit;
    else
      monitor.flags = monitor.flags_any = monitor.fresh = monitor.fresh_any = 0;
  }

  std::size_t index_of(const Monitor& monitor) const { return static_cast<std::size_t>(&monitor - state_.monitors.data()); }

  const Compiled& c_;
  Judgements& state_;
  const Fact& fact_;
};

void close_at(Monitor& monitor, Verdict verdict, base::Seconds when, bool own = false) {
  monitor.verdict = verdict;
  monitor.own = own;
  monitor.decided_at = when;
  monitor.deadline = base::never;
  monitor.flags = monitor.flags_any = monitor.fresh = monitor.fresh_any = 0;
}

void break_at(Monitor& monitor, base::Seconds when) { close_at(monitor, Verdict::broken, when); }

// What ended the duty came: what is kept by then stays kept.
void end_duty(Monitor& monitor, const Spec& spec, base::Seconds when) {
  const bool kept = spec.never || (monitor.flags_any & kept_bit);
  close_at(monitor, kept ? Verdict::kept : Verdict::not_applicable, kept ? when : base::never, kept && monitor.own);
  monitor.over = true;
}

// A state that had to come about, or never: as it stands when a change is over.
void look_at_state(const Compiled& c, Judgements& state, Monitor& monitor, const Spec& spec) {
  const Fact& latest = state.latest;
  if (spec.never_state != no_condition && state_holds(c, spec.never_state, state.shadow)) {
    if (is_excused(c, state.shadow, monitor, spec)) return;
    monitor.trigger = latest;
    monitor.triggered_at = latest.at;
    name_act(state, latest, monitor);
    break_at(monitor, latest.at);
  } else if (spec.must_state != no_condition && !spec.wanted_at_a_moment() && state_holds(c, spec.must_state, state.shadow)) {
    const bool held = (monitor.flags_any & held_bit) != 0;
    close_at(monitor, Verdict::kept, std::max(latest.at, monitor.triggered_at), !held && is_own(c, state, latest));
  }
}

// The running batch becomes the past.
void settle(const Compiled& c, Judgements& state) {
  state.in_batch = false;
  if (!state.any_fresh) return;
  state.any_fresh = false;
  state.shadow = state.pending; // same size: nothing is allocated
  for (std::size_t i = 0; i < state.monitors.size(); ++i) {
    Monitor& monitor = state.monitors[i];
    monitor.flags |= monitor.fresh;
    monitor.flags_any |= static_cast<std::uint8_t>(monitor.fresh_any & ~must_bit);
    monitor.fresh = monitor.fresh_any = 0;
    if (monitor.verdict != Verdict::open) continue;
    look_at_state(c, state, monitor, c.specs[i]);
    if (monitor.verdict == Verdict::open && (monitor.flags_any & until_bit)) end_duty(monitor, c.specs[i], state.latest.at);
  }
  state.latest = {}; // would only make equal states look different
}

// Deadlines before `now` have passed.
void expire(Judgements& state, base::Seconds now) {
  if (state.next_deadline == base::never || now <= state.next_deadline) return;
  state.next_deadline = base::never;
  for (Monitor& monitor : state.monitors) {
    if (monitor.verdict != Verdict::open || monitor.deadline == base::never) continue;
    if (monitor.deadline < now)
      break_at(monitor, monitor.deadline);
    else
      state.next_deadline = sooner(state.next_deadline, monitor.deadline);
  }
}

void update_pending(const Compiled& c, Judgements& state, const Fact& fact) {
  const bool change = fact.kind == FactKind::changed || fact.kind == FactKind::moved;
  if (!change && fact.kind != FactKind::seen) return;
  const Compiled::Slot wanted{fact.entity, fact.name, !change};
  const auto found = std::lower_bound(c.slots.begin(), c.slots.end(), wanted);
  if (found == c.slots.end() || *found != wanted) return;
  state.pending[static_cast<std::size_t>(found - c.slots.begin())] = fact.to;
  state.latest = fact;
  state.any_fresh = true;
}

// Since when it is out of reach or gone: what is opened again is no loss, and what was out of reach before stays so.
void note_loss(const Compiled& c, Judgements& state, const Fact& fact) {
  if (fact.kind < FactKind::lost || fact.kind > FactKind::secured) return;
  const auto found = std::lower_bound(c.items.begin(), c.items.end(), std::pair(fact.entity, fact.name));
  if (found == c.items.end() || *found != std::pair(fact.entity, fact.name)) return;
  Loss& loss = state.losses[static_cast<std::size_t>(found - c.items.begin())];
  if (fact.kind == FactKind::secured) loss.secured = true;
  if (fact.kind == FactKind::opened) loss = {base::never, 0, 0, loss.secured};
  if (fact.kind <= FactKind::sealed && loss.at == base::never) loss = {fact.at, fact.cause, fact.origin, loss.secured};
}

void note_actor(Judgements& state, const Fact& fact) {
  if (fact.kind == FactKind::begun) state.actor = fact.by, state.act = fact.name, state.act_at = fact.at;
}

// Of a rule for the whole attempt each test has an owner: it holds if it does for one of them.
bool holds_now(const Compiled& c, const StateNode& node, const std::vector<Symbol>& values, const std::set<Symbol>& owners) {
  return owners.empty() ? state_holds(c, node, values, 0)
                        : std::any_of(owners.begin(), owners.end(), [&](Symbol owner) { return state_holds(c, node, values, owner); });
}

void collect_owners(const StateNode& node, std::set<Symbol>& owners) {
  for (const Symbol owner : node.owners)
    if (owner != 0) owners.insert(owner);
  for (const StateNode& part : node.parts)
    collect_owners(part, owners);
}

bool about_the_attempt(FactKind kind) { return kind >= FactKind::step_entered && kind != FactKind::module; }

} // namespace

Judgements RuleSet::begin(const StartValue& start) const {
  Judgements state;
  state.monitors.resize(compiled_->specs.size());
  for (std::size_t i = 0; i < state.monitors.size(); ++i)
    if (compiled_->specs[i].never && !compiled_->specs[i].applies_from) state.monitors[i].verdict = Verdict::open;
  for (const Compiled::Slot& slot : compiled_->slots)
    state.shadow.push_back(slot.cue ? Symbol{0} : start(slot.entity, slot.name));
  state.pending = state.shadow;
  state.losses.resize(compiled_->items.size());
  for (std::size_t i = 0; i < state.monitors.size(); ++i)
    if (!state_holds(*compiled_, compiled_->specs[i].each_if, state.shadow, 0))
      state.monitors[i].over = true, state.monitors[i].verdict = Verdict::not_applicable;
  return state;
}

void RuleSet::note(Judgements& judgements, const Fact& fact) const {
  if (fact.kind == FactKind::drawn) return; // chance that nobody could know
  const Compiled& c = *compiled_;
  if (!judgements.in_batch || fact.batch != judgements.batch) settle(c, judgements);
  judgements.batch = fact.batch;
  judgements.in_batch = true;
  expire(judgements, fact.at);
  note_actor(judgements, fact);
  note_loss(c, judgements, fact);
  update_pending(c, judgements, fact);
  const std::uint32_t bit = 1u << static_cast<unsigned>(fact.kind);
  const Symbol entity = fact.entity == 0 || about_the_attempt(fact.kind) ? no_entity : fact.entity;
  const auto wake_all = [&](Symbol name) {
    const Compiled::Bucket* bucket = c.find(Compiled::key(fact.kind, entity, name));
    if (!bucket) return;
    Passing passing(c, judgements, fact);
    for (std::uint32_t i = bucket->first; i < bucket->last; ++i)
      passing.wake(c.watchers[i]);
  };
  if (fact.name < c.kinds_by_name.size() && (c.kinds_by_name[fact.name] & bit)) wake_all(fact.name);
  if (c.kinds_any_name & bit) wake_all(0);
}

std::vector<Progress> RuleSet::progress(const Judgements& state) const {
  std::vector<Progress> all;
  for (const Judgement& judgement : judgements(state)) {
    const Monitor& monitor = state.monitors[all.size()];
    const Spec& spec = compiled_->specs[all.size()];
    Progress one{judgement, monitor.deadline, {}, (monitor.flags_any & any_bit) != 0, (monitor.flags_any & unless_bit) != 0};
    std::size_t states = 0;
    const std::vector<model::FactPattern>& before = compiled_->doctrine.rules[judgement.rule].before;
    for (std::size_t i = 0; i < before.size(); ++i)
      one.before.push_back(before[i].is_state() ? state_holds(*compiled_, spec.before_states[states++], state.pending)
                                                : (monitor.flags >> i & 1) != 0);
    one.excused = monitor.excused;
    std::set<Symbol> owners;
    collect_owners(spec.was, owners);
    one.was = holds_now(*compiled_, spec.was, state.pending, owners);
    all.push_back(std::move(one));
  }
  return all;
}

void RuleSet::advance_to(Judgements& judgements, base::Seconds now) const {
  settle(*compiled_, judgements);
  judgements.batch = 0;
  judgements.actor = judgements.act = 0;
  judgements.act_at = base::never;
  expire(judgements, now);
}

namespace {

// The moment by which it had to be, or a deadline that lies ahead: what could have been done and was not is missed.
void fall_due(const Compiled& c, Judgements& state, std::size_t index, base::Seconds now) {
  Monitor& monitor = state.monitors[index];
  const Spec& spec = c.specs[index];
  const bool stands = spec.must_state != no_condition && state_holds(c, spec.must_state, state.shadow);
  if (!stands) return break_at(monitor, now);
  close_at(monitor, Verdict::kept, now, (monitor.flags_any & held_bit) == 0);
}

} // namespace

void RuleSet::leave(Judgements& judgements, base::Seconds now) const {
  advance_to(judgements, now);
  for (std::size_t i = 0; i < judgements.monitors.size(); ++i) {
    const Spec& spec = compiled_->specs[i];
    const bool due = spec.by_leaving || spec.within != base::never;
    if (due && !spec.never && judgements.monitors[i].verdict == Verdict::open) fall_due(*compiled_, judgements, i, now);
  }
  judgements.next_deadline = base::never;
}

void RuleSet::end(Judgements& judgements, base::Seconds now) const {
  advance_to(judgements, now);
  for (std::size_t i = 0; i < judgements.monitors.size(); ++i) {
    Monitor& monitor = judgements.monitors[i];
    if (monitor.verdict != Verdict::open) continue;
    if (compiled_->specs[i].never)
      close_at(monitor, Verdict::kept, now, monitor.own);
    else
      fall_due(*compiled_, judgements, i, now);
  }
  judgements.next_deadline = base::never;
}

} // namespace firsthand::judging
