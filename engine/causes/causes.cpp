// What went wrong in an attempt and when, and what was written; the answers are looked for in search.cpp.
#include "engine/causes/search.h"

#include <algorithm>

namespace firsthand::causes {

using judging::Verdict;
using model::Fact;
using model::FactKind;

// ---- what went wrong, and when

namespace {

std::size_t act_of_turn(std::size_t turn) { return turn == 0 ? 0 : turn - 1; } // facts[i + 1] are of acts[i]

} // namespace

// Whose deed it was, if it was the learner's: what was done in that turn or, where time lay between, what set it going.
std::size_t Search::turn_of_deed(const Fact& lost, std::size_t turn) const {
  if (lost.by != prepared_.words.learner) return nowhere;
  if (lost.origin == 0) return turn;
  std::size_t found = nowhere;
  for (std::size_t i = 0; i <= turn; ++i)
    for (const Fact& fact : story_.facts[i]) {
      const bool before = fact.at < lost.origin_at || (fact.at == lost.origin_at && fact.name == lost.origin);
      if (fact.kind == FactKind::begun && fact.by == lost.by && before) found = i;
    }
  return found;
}

// Since when it is out of reach for good; what nobody secured was not secured at the end. Where the learner then lost it by a deed, that
// deed is asked about: it is graver than what came before.
Search::Question Search::question_of_loss(std::size_t index) const {
  const simulation::ItemState& item = items_[index];
  std::size_t gone = nowhere, deed = nowhere;
  for (std::size_t i = 0; i < story_.facts.size(); ++i)
    for (const Fact& fact : story_.facts[i]) {
      if (fact.entity != item.entity || fact.name != item.item) continue;
      if (fact.kind == FactKind::opened) gone = nowhere;
      if (fact.kind == FactKind::lost && gone != nowhere) deed = turn_of_deed(fact, i);
      if ((fact.kind == FactKind::lost || fact.kind == FactKind::sealed) && gone == nowhere) gone = i;
    }
  const bool twice = gone != nowhere && deed != nowhere && deed > gone;
  const std::size_t turn = twice ? deed : gone == nowhere ? record_.acts.size() : gone;
  return {{Mishap::Kind::loss, item.entity, item.item, 0, {}}, index, act_of_turn(turn), twice};
}

std::size_t Search::turn_of_break(std::size_t index) const {
  for (std::size_t i = 0; i + 1 < story_.before.size(); ++i)
    if (prepared_.rule_set.judgements(story_.before[i].judgements)[index].verdict == Verdict::broken) return i;
  return record_.acts.size();
}

Mishap Search::mishap_of_rule(std::size_t index) const {
  Mishap of;
  of.kind = Mishap::Kind::rule, of.rule = judgements_[index].rule, of.entities = judgements_[index].entities;
  return of;
}

std::vector<Search::Question> Search::questions() const {
  std::vector<Question> all;
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (story_.outcome.fate[i] != session::Fate::saved) all.push_back(question_of_loss(i));
  for (std::size_t i = 0; i < judgements_.size(); ++i)
    if (judgements_[i].verdict == Verdict::broken) all.push_back({mishap_of_rule(i), i, act_of_turn(turn_of_break(i)), false});
  return all;
}

// ---- what was written

std::optional<Written> Search::written(const Question& question) const {
  const Fact& trigger = judgements_[question.index].trigger;
  if (trigger.kind != FactKind::module) return std::nullopt;
  const session::Attempt& before = story_.before[question.last];
  if (before.step >= prepared_.steps.size()) return std::nullopt;
  const session::Attempt& after = story_.before[question.last + 1];
  session::Context context = session::context_of(prepared_, before);
  const session::Context then{context.scenario, context.symbols,           context.scene, after.world,        after.judgements,
                              context.spec,     after.states[before.step], context.step,  context.entered_at, context.mode};
  auto entry = prepared_.steps[before.step].module->entry(then, trigger);
  if (!entry) return std::nullopt;
  return Written{question.of, record_.acts[question.last].turn, std::move(*entry)};
}

Causes Search::run() {
  Causes causes;
  for (const Question& question : questions()) {
    if (record_.acts.empty()) continue;
    causes.all.push_back(answer(question));
    if (is_loss(question)) continue;
    if (auto entry = written(question)) causes.written.push_back(std::move(*entry));
  }
  for (const std::size_t index : never_due(prepared_, story_))
    causes.never_due.push_back(mishap_of_rule(index));
  causes.replays = options_.replays();
  return causes;
}

const Cause* cause_of_item(const Causes& causes, Symbol entity, Symbol item) {
  for (const Cause& cause : causes.all)
    if (cause.of.kind == Mishap::Kind::loss && cause.of.entity == entity && cause.of.item == item) return &cause;
  return nullptr;
}

const Cause* cause_of_rule(const Causes& causes, std::size_t rule, const std::vector<Symbol>& entities) {
  for (const Cause& cause : causes.all)
    if (cause.of.kind == Mishap::Kind::rule && cause.of.rule == rule && cause.of.entities == entities) return &cause;
  return nullptr;
}

std::vector<session::Action> remedy_of(const Cause& cause) {
  if (cause.answer != Answer::this_act && cause.answer != Answer::unforeseen) return {};
  if (cause.change == Change::good_way) return cause.part == Part::deed ? std::vector<session::Action>() : cause.needs;
  return cause.change == Change::left_out ? std::vector<session::Action>() : std::vector{cause.act};
}

namespace {

bool is_of_a_deed(const Cause& cause) {
  return cause.answer == Answer::this_act && (cause.change == Change::left_out || cause.part == Part::deed);
}

} // namespace

std::optional<int> distance(const Cause& loss, const Cause& rule) {
  if (is_of_a_deed(loss)) return is_of_a_deed(rule) && rule.turn == loss.turn ? std::optional(0) : std::nullopt;
  const auto remedy = remedy_of(loss), own = remedy_of(rule);
  const auto found = own.empty() ? remedy.end() : std::find(remedy.begin(), remedy.end(), own.front());
  return found == remedy.end() ? std::nullopt : std::optional(static_cast<int>(found - remedy.begin()));
}

const Written* written_against(const Causes& causes, std::size_t rule, const std::vector<Symbol>& entities) {
  for (const Written& written : causes.written)
    if (written.of.rule == rule && written.of.entities == entities) return &written;
  return nullptr;
}

std::optional<Causes> causes_of(const session::Prepared& prepared, const Record& record, Bound bound) {
  const auto story = story_of(prepared, record);
  if (!story) return std::nullopt;
  return Search(prepared, record, *story, bound).run();
}

} // namespace firsthand::causes
