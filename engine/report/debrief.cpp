// Folds facts and judgements into the debrief. The order of what is said is decided here: the gravest loss is the headline,
// the rule that explains it is the main one.
#include "engine/report/debrief.h"

#include <algorithm>

namespace firsthand::report {

namespace {

using judging::Verdict;
using model::Fact;
using model::FactKind;

constexpr int defensible_per_mille = 500; // what an `answered` fact is worth that only another doctrine calls right

const model::Holding* holding_of(const AttemptTimeline& timeline, Symbol entity, Symbol item) {
  const model::EntityUse* use = entity_of(timeline.prepared, entity);
  if (!use) return nullptr;
  for (const model::Holding& holding : use->holds)
    if (holding.id == timeline.prepared.symbols.word(item)) return &holding;
  return nullptr;
}

// Since when it is out of reach: what was opened again in between does not count, and what is lost for good after it was
// sealed was out of reach already.
void find_loss(const AttemptTimeline& timeline, ItemOutcome& outcome) {
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts) {
      if (fact.entity != outcome.entity || fact.name != outcome.item) continue;
      if (fact.kind == FactKind::opened) outcome.at = outcome.lost_at = base::never;
      if (fact.kind != FactKind::lost && fact.kind != FactKind::sealed) continue;
      if (outcome.at != base::never && fact.kind == FactKind::lost) outcome.lost_at = fact.at;
      if (outcome.at != base::never) continue;
      outcome.at = fact.at, outcome.by = fact.by;
      outcome.turn = turn.number;
      outcome.cause = fact.cause;
      outcome.origin = fact.origin;
      outcome.origin_at = fact.origin_at;
    }
}

bool is_loss(const ItemOutcome& item) { return item.fate == session::Fate::out_of_reach || item.fate == session::Fate::lost; }

std::vector<ItemOutcome> items_of(const AttemptTimeline& timeline, const session::Attempt& attempt) {
  std::vector<ItemOutcome> outcomes;
  for (const simulation::ItemState& state : timeline.prepared.scene.items(attempt.world)) {
    ItemOutcome outcome;
    outcome.entity = state.entity;
    outcome.item = state.item;
    outcome.holding = holding_of(timeline, state.entity, state.item);
    outcome.fate = session::fate_of(state);
    outcome.found = was_found(timeline, state.entity);
    if (is_loss(outcome)) find_loss(timeline, outcome);
    if (outcome.holding) outcomes.push_back(outcome);
  }
  return outcomes;
}

void take_act(const AttemptTimeline& timeline, const Turn& turn, const Fact& begun, ActRef& act) {
  const model::Verb* verb = verb_of(timeline.prepared, begun.entity, begun.name);
  if (!verb) return;
  act.turn = turn.number;
  act.at = begun.at;
  act.entity = begun.entity;
  act.name = name_of(timeline.prepared, begun.entity);
  act.text = verb->log.empty() ? &verb->label : &verb->log;
  act.detail = detail_of(timeline, turn, begun);
}

// What the learner did that led to a fact: the act it happened in or, where time lay between, the act that armed it. An event
// that nobody armed has no act: something was left undone; what somebody else did meanwhile is no act of the learner.
ActRef act_of(const AttemptTimeline& timeline, const Fact& trigger) {
  ActRef act;
  act.at = trigger.at;
  act.turn = turn_of(timeline, trigger);
  act.entity = trigger.entity;
  act.name = name_of(timeline.prepared, trigger.entity);
  act.handed_in = trigger.kind == FactKind::module || trigger.kind == FactKind::answered;
  const bool at_once = trigger.by != 0 || trigger.origin_at == base::never || trigger.origin == 0;
  const int of_turn = act.turn;
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts) {
      if (fact.kind != FactKind::begun) continue;
      const bool armed = fact.name == trigger.origin && fact.at <= trigger.origin_at;
      const bool did_it = trigger.by != 0 && fact.by == trigger.by && turn.number == of_turn;
      if (at_once ? did_it : armed) take_act(timeline, turn, fact, act);
    }
  return act;
}

const model::Source* source_of(const model::Doctrine& doctrine, const model::Id& id) {
  const auto found =
      std::find_if(doctrine.sources.begin(), doctrine.sources.end(), [&](const model::Source& source) { return source.id == id; });
  return found == doctrine.sources.end() ? nullptr : &*found;
}

JudgedRule judged(const AttemptTimeline& timeline, const judging::Judgement& judgement) {
  const model::Doctrine& doctrine = timeline.prepared.rule_set.doctrine();
  JudgedRule result;
  result.rule = &doctrine.rules[judgement.rule];
  result.source = source_of(doctrine, result.rule->source);
  result.entities = judgement.entities;
  result.verdict = judgement.verdict;
  result.own = judgement.own;
  result.decided_at = judgement.decided_at;
  result.follows = judgement.consequence_of;
  result.act = act_of(timeline, judgement.trigger);
  const bool undone = result.rule->must.has_value(); // what broke it is that nothing came
  if (undone && judgement.verdict == Verdict::broken) {
    result.act.text = nullptr, result.act.detail = {};
    result.act.at = judgement.triggered_at;
  }
  return result;
}

bool graver(const JudgedRule& a, const JudgedRule& b) {
  return std::pair(a.rule->severity, a.act.at) < std::pair(b.rule->severity, b.act.at);
}

bool concerns(const JudgedRule& judged, Symbol entity) {
  return std::find(judged.entities.begin(), judged.entities.end(), entity) != judged.entities.end();
}

bool was_handed_in(const AttemptTimeline& timeline, const Fact& fact) {
  const auto& steps = timeline.prepared.steps;
  return std::any_of(steps.begin(), steps.end(), [&](const auto& step) { return step.module->hands_in(*step.spec, fact); });
}

// What must never be found in a form is no merit of somebody who handed none in.
bool was_never_tried(const AttemptTimeline& timeline, const JudgedRule& judged) {
  const auto& never = judged.rule->never;
  if (!never || never->kind != FactKind::module) return false;
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts)
      if (concerns(judged, fact.entity) && was_handed_in(timeline, fact)) return false;
  return true;
}

void judge(const AttemptTimeline& timeline, const session::Attempt& attempt, Debrief& debrief) {
  int line = 0;
  for (const judging::Judgement& judgement : timeline.prepared.rule_set.judgements(attempt.judgements)) {
    JudgedRule found = judged(timeline, judgement);
    found.line = line++;
    if (judgement.verdict == Verdict::broken)
      debrief.broken.push_back(std::move(found));
    else if (judgement.verdict == Verdict::kept && !was_never_tried(timeline, found))
      debrief.kept.push_back(std::move(found));
  }
  std::stable_sort(debrief.broken.begin(), debrief.broken.end(), graver);
  std::stable_sort(debrief.kept.begin(), debrief.kept.end(), graver);
}

// A broken rule wanted just this secured first, and it is gone for good.
bool was_to_be_secured(const Debrief& debrief, const ItemOutcome& item) {
  return item.fate == session::Fate::lost && std::any_of(debrief.broken.begin(), debrief.broken.end(), [&](const JudgedRule& judged) {
           return concerns(judged, item.entity) &&
                  std::any_of(judged.rule->before.begin(), judged.rule->before.end(), [&](const auto& before) {
                    return before.kind == FactKind::secured &&
                           std::find(before.names.begin(), before.names.end(), item.holding->in) != before.names.end();
                  });
         });
}

// The worth first; what was found and lost before what was never found; then what a broken rule was there to save.
bool graver_loss(const Debrief& debrief, const ItemOutcome& a, const ItemOutcome& b) {
  const bool a_happened = a.at != base::never, b_happened = b.at != base::never;
  if (a_happened != b_happened) return a_happened;
  if (a.holding->value != b.holding->value) return a.holding->value > b.holding->value;
  return was_to_be_secured(debrief, a) && !was_to_be_secured(debrief, b);
}

void choose_headline(Debrief& debrief) {
  for (const ItemOutcome& item : debrief.items) {
    if (item.fate != session::Fate::saved && (!debrief.headline || graver_loss(debrief, item, *debrief.headline))) debrief.headline = &item;
  }
  if (debrief.broken.empty()) return;
  debrief.main = &debrief.broken.front();
  if (!debrief.headline) return;
  for (const JudgedRule& judged : debrief.broken) // a grave rule about the thing that was lost explains more than another
    if (judged.rule->severity == debrief.main->rule->severity && concerns(judged, debrief.headline->entity)) {
      debrief.main = &judged;
      return;
    }
}

ExhibitOutcome outcome_of(const AttemptTimeline& timeline, const Debrief& debrief, const model::EntityUse& use) {
  ExhibitOutcome outcome;
  outcome.entity = timeline.prepared.symbols.find(use.id);
  outcome.number = use.number;
  outcome.found = was_found(timeline, outcome.entity);
  for (const ItemOutcome& item : debrief.items) {
    if (item.entity != outcome.entity) continue;
    outcome.evidence_held = true;
    outcome.evidence_lost |= item.fate != session::Fate::saved;
  }
  bool grave = outcome.evidence_lost;
  for (const JudgedRule& judged : debrief.broken) {
    if (!concerns(judged, outcome.entity)) continue;
    if (judged.follows >= 0) continue; // what is asked about the graver one asks it
    outcome.asked.push_back(judged.rule);
    grave |= judged.rule->severity == model::Severity::fatal;
  }
  outcome.standing = grave ? Standing::at_risk : outcome.asked.empty() ? Standing::solid : Standing::open_to_challenge;
  return outcome;
}

void tell_luck(const AttemptTimeline& timeline, Debrief& debrief) {
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts)
      if (fact.kind == FactKind::drawn) debrief.luck.push_back({fact.entity, name_of(timeline.prepared, fact.entity), fact.name, fact.to});
}

// How right an answer was, as the kind of its step counts.
std::optional<int> right_in(const session::Prepared& prepared, const Fact& answered) {
  for (const session::Prepared::Step& step : prepared.steps)
    if (step.id == answered.name) return step.module->answered(answered);
  return std::nullopt;
}

// The facts of the last answer: an answer is one batch.
std::vector<Fact> last_answer(const AttemptTimeline& timeline, Symbol step) {
  std::vector<Fact> parts;
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts) {
      if (fact.kind != FactKind::answered || fact.name != step) continue;
      if (!parts.empty() && parts.back().batch != fact.batch) parts.clear();
      parts.push_back(fact);
    }
  return parts;
}

void tell_wrong_steps(const AttemptTimeline& timeline, const session::Attempt& attempt, Debrief& debrief) {
  const session::Prepared& prepared = timeline.prepared;
  for (std::size_t i = 0; i < attempt.grades.size(); ++i) {
    if (attempt.grades[i] < 0 || attempt.grades[i] >= 1000) continue;
    WrongStep wrong{prepared.steps[i].id, &prepared.scenario.steps[i].title, attempt.grades[i], base::never, {}};
    for (const Turn& turn : timeline.turns)
      for (const Fact& fact : turn.facts)
        if (fact.kind == FactKind::graded && fact.name == wrong.step) wrong.at = fact.at;
    for (const Fact& part : last_answer(timeline, wrong.step)) {
      const model::Text* reason = prepared.steps[i].module->reason(*prepared.steps[i].spec, part);
      if (reason && std::find(wrong.reasons.begin(), wrong.reasons.end(), reason) == wrong.reasons.end()) wrong.reasons.push_back(reason);
    }
    debrief.wrong_steps.push_back(std::move(wrong));
  }
}

void tell_costs(const AttemptTimeline& timeline, const session::Attempt& attempt, Debrief& debrief) {
  const judging::Costs costs = session::costs(timeline.prepared, attempt);
  debrief.kept_points = costs.kept;
  for (const judging::Cost& cost : costs.rows) {
    CostRow row{nullptr, nullptr, cost.points};
    for (const JudgedRule& judged : debrief.broken)
      if (cost.kind == judging::Cost::Kind::rule && judged.line == static_cast<int>(cost.index)) row.rule = &judged;
    for (const WrongStep& wrong : debrief.wrong_steps)
      if (cost.kind == judging::Cost::Kind::step && wrong.step == timeline.prepared.steps[cost.index].id) row.step = &wrong;
    debrief.costs.push_back(row);
  }
}

void tell_elsewhere(const AttemptTimeline& timeline, Debrief& debrief) {
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts) {
      if (fact.kind != FactKind::answered || right_in(timeline.prepared, fact) != defensible_per_mille) continue;
      for (const model::Position& position : timeline.prepared.scenario.doctrine.positions)
        if (position.question == timeline.prepared.symbols.word(fact.cause)) debrief.elsewhere.push_back({fact.name, fact.to, &position});
    }
}

} // namespace

const JudgedRule* graver_of(const Debrief& debrief, const JudgedRule& judged) {
  for (const JudgedRule& other : debrief.broken)
    if (judged.follows >= 0 && other.line == judged.follows) return &other;
  return nullptr;
}

bool was_found(const AttemptTimeline& timeline, Symbol entity) {
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts)
      if (fact.kind == FactKind::seen && fact.entity == entity && cue_words(timeline.prepared, entity, fact.name, fact.to)) return true;
  return false;
}

Debrief debrief_of(const AttemptTimeline& timeline, const session::Attempt& attempt) {
  Debrief debrief;
  debrief.ending = attempt.ending;
  debrief.mode = attempt.mode;
  debrief.score = session::score(timeline.prepared, attempt);
  debrief.duration = duration_of(timeline);
  debrief.minutes = minutes_of(timeline);
  debrief.items = items_of(timeline, attempt);
  const session::Evidence evidence = session::evidence_of(timeline.prepared, attempt);
  debrief.value_all = static_cast<int>(evidence.at_stake), debrief.value_saved = static_cast<int>(evidence.saved);
  judge(timeline, attempt, debrief);
  choose_headline(debrief);
  for (const model::EntityUse& use : timeline.prepared.scenario.entities)
    if (use.kind == model::EntityKind::exhibit) debrief.exhibits.push_back(outcome_of(timeline, debrief, use));
  debrief.lanes = lanes_of(timeline);
  tell_luck(timeline, debrief);
  tell_wrong_steps(timeline, attempt, debrief);
  tell_costs(timeline, attempt, debrief);
  if (attempt.mode == session::Mode::practice) tell_elsewhere(timeline, debrief);
  return debrief;
}

} // namespace firsthand::report
