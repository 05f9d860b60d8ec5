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
constexpr std::uint8_t any_bit = 1, unless_bit = 2, kept_bit = 4, must_bit = 8;

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

bool test_holds(const Compiled& c, const WasTest& test, const std::vector<Symbol>& values) {
  if (test.direct) return in_set(c, test.values, values[test.slot]);
  const Symbol other = values[test.slot];
  for (const auto& [entity, slot] : test.behind)
    if (entity == other) return in_set(c, test.values, values[slot]);
  return false;
}

bool was_holds(const Compiled& c, const WasNode& node, const std::vector<Symbol>& values, Symbol entity) {
  const auto holds = [&](const WasNode& part) { return was_holds(c, part, values, entity); };
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

// The deadline that comes first, if there was one before.
base::Seconds sooner(base::Seconds before, base::Seconds deadline) { return before == base::never ? deadline : std::min(before, deadline); }

// One fact at work on the monitors that wait for it.
class Passing {
 public:
  Passing(const Compiled& compiled, Judgements& state, const Fact& fact) : c_(compiled), state_(state), fact_(fact) {}

  void wake(const Watcher& watcher) {
    Monitor& monitor = state_.monitors[watcher.monitor];
    const Spec& spec = c_.specs[watcher.monitor];
    if (settled(monitor, spec) || !matches(c_, watcher, fact_)) return;
    switch (watcher.part) {
    case Part::on:
      return trigger(monitor, spec);
    case Part::must:
      return must(monitor);
    case Part::never:
      return never(monitor, spec);
    case Part::before:
      return remember(monitor.fresh, static_cast<std::uint8_t>(1u << watcher.bit));
    case Part::before_any:
      return remember(monitor.fresh_any, any_bit);
    case Part::unless:
      return remember(monitor.fresh_any, unless_bit);
    }
  }

 private:
  static bool settled(const Monitor& monitor, const Spec& spec) {
    if (monitor.verdict == Verdict::broken) return true;
    return !spec.never && !spec.each_time && (monitor.verdict == Verdict::kept || monitor.excused);
  }

  void remember(std::uint8_t& bits, std::uint8_t bit) {
    bits |= bit;
    state_.any_fresh = true;
  }

  void trigger(Monitor& monitor, const Spec& spec) {
    const bool running = monitor.verdict == Verdict::open;
    if (running && !spec.each_time) return; // the first trigger counts
    if (!was_holds(c_, spec.was, state_.shadow, fact_.entity)) return;
    if (monitor.flags_any & unless_bit) return excuse(monitor, spec);
    const bool early = (monitor.flags & spec.all) == spec.all && (!spec.wants_any || (monitor.flags_any & any_bit));
    if (!early) return decide(monitor, Verdict::broken, fact_);
    if (!spec.wants_must || (monitor.fresh_any & must_bit)) return running ? void() : decide(monitor, Verdict::kept, fact_);
    if (!running) open(monitor, spec);
  }

  void open(Monitor& monitor, const Spec& spec) {
    monitor.verdict = Verdict::open;
    monitor.trigger = fact_;
    monitor.triggered_at = fact_.at;
    monitor.decided_at = base::never;
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
    if (monitor.verdict == Verdict::open) decide(monitor, Verdict::kept, monitor.trigger);
  }

  void never(Monitor& monitor, const Spec& spec) {
    if (!was_holds(c_, spec.was, state_.shadow, fact_.entity)) return;
    if (monitor.flags_any & unless_bit) {
      monitor.excused = true;
      return;
    }
    decide(monitor, Verdict::broken, fact_);
  }

  // What a settled monitor still remembers would only make equal states look different.
  void decide(Monitor& monitor, Verdict verdict, Fact trigger) {
    const bool again = verdict == Verdict::kept && c_.specs[index_of(monitor)].each_time;
    monitor.verdict = verdict;
    monitor.trigger = trigger;
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

// The running batch becomes the past.
void settle(Judgements& state) {
  state.in_batch = false;
  if (!state.any_fresh) return;
  state.any_fresh = false;
  state.shadow = state.pending; // same size: nothing is allocated
  for (Monitor& monitor : state.monitors) {
    monitor.flags |= monitor.fresh;
    monitor.flags_any |= static_cast<std::uint8_t>(monitor.fresh_any & ~must_bit);
    monitor.fresh = monitor.fresh_any = 0;
  }
}

void break_at(Monitor& monitor, base::Seconds when) {
  monitor.verdict = Verdict::broken;
  monitor.decided_at = when;
  monitor.deadline = base::never;
  monitor.flags = monitor.flags_any = monitor.fresh = monitor.fresh_any = 0;
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
  state.any_fresh = true;
}

// Of a rule for the whole attempt each test has an owner: it holds if it does for one of them.
bool was_holds_now(const Compiled& c, const WasNode& node, const std::vector<Symbol>& values, const std::set<Symbol>& owners) {
  return owners.empty() ? was_holds(c, node, values, 0)
                        : std::any_of(owners.begin(), owners.end(), [&](Symbol owner) { return was_holds(c, node, values, owner); });
}

void collect_owners(const WasNode& node, std::set<Symbol>& owners) {
  for (const Symbol owner : node.owners)
    if (owner != 0) owners.insert(owner);
  for (const WasNode& part : node.parts)
    collect_owners(part, owners);
}

bool about_the_attempt(FactKind kind) { return kind >= FactKind::step_entered && kind != FactKind::module; }

} // namespace

Judgements RuleSet::begin(const StartValue& start) const {
  Judgements state;
  state.monitors.resize(compiled_->specs.size());
  for (std::size_t i = 0; i < state.monitors.size(); ++i)
    if (compiled_->specs[i].never) state.monitors[i].verdict = Verdict::open;
  for (const Compiled::Slot& slot : compiled_->slots)
    state.shadow.push_back(slot.cue ? Symbol{0} : start(slot.entity, slot.name));
  state.pending = state.shadow;
  return state;
}

void RuleSet::note(Judgements& judgements, const Fact& fact) const {
  if (fact.kind == FactKind::drawn) return; // chance that nobody could know
  const Compiled& c = *compiled_;
  if (!judgements.in_batch || fact.batch != judgements.batch) settle(judgements);
  judgements.batch = fact.batch;
  judgements.in_batch = true;
  expire(judgements, fact.at);
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
    for (std::size_t i = 0; i < compiled_->doctrine.rules[judgement.rule].before.size(); ++i)
      one.before.push_back((monitor.flags >> i & 1) != 0);
    one.excused = monitor.excused;
    std::set<Symbol> owners;
    collect_owners(spec.was, owners);
    one.was = was_holds_now(*compiled_, spec.was, state.pending, owners);
    all.push_back(std::move(one));
  }
  return all;
}

void RuleSet::advance_to(Judgements& judgements, base::Seconds now) const {
  settle(judgements);
  judgements.batch = 0;
  expire(judgements, now);
}

void RuleSet::end(Judgements& judgements, base::Seconds now) const {
  advance_to(judgements, now);
  for (std::size_t i = 0; i < judgements.monitors.size(); ++i) {
    Monitor& monitor = judgements.monitors[i];
    if (monitor.verdict != Verdict::open) continue;
    const Spec& spec = compiled_->specs[i];
    if (!spec.never && monitor.deadline <= now) { // at this very second, or never: by the end
      break_at(monitor, now);
      continue;
    }
    const bool kept = spec.never || (monitor.flags_any & kept_bit);
    monitor.verdict = kept ? Verdict::kept : Verdict::not_applicable;
    monitor.decided_at = kept ? now : base::never;
    monitor.deadline = base::never;
  }
  judgements.next_deadline = base::never;
}

} // namespace firsthand::judging
