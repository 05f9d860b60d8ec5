// Verdicts to lines of the debrief, a score in per mille and a digest. Integers only.
#include "engine/judging/compiled.h"

namespace firsthand::judging {
namespace {

constexpr int weight_of(model::Severity severity) {
  switch (severity) {
  case model::Severity::fatal:
    return 0; // a gate, no points
  case model::Severity::major:
    return 10;
  case model::Severity::minor:
    return 4;
  }
  return 0;
}

// ⌊1000·(a·R + b·S)/(a + b)⌋ with R and S as fractions; a part that has nothing in it leaves the other alone.
int per_mille(const Score& score, std::int64_t a, std::int64_t b) {
  const std::int64_t all_rules = score.rules_all, all_steps = score.steps_all;
  if (all_rules == 0 && all_steps == 0) return 1000;
  if (all_rules == 0) return static_cast<int>(1000 * std::int64_t{score.steps_won} / all_steps);
  if (all_steps == 0) return static_cast<int>(1000 * std::int64_t{score.rules_won} / all_rules);
  const std::int64_t won = a * score.rules_won * all_steps + b * score.steps_won * all_rules;
  return static_cast<int>(1000 * won / ((a + b) * all_rules * all_steps));
}

void count(Score& score, const model::Rule& rule, std::size_t index, Verdict verdict) {
  if (verdict != Verdict::kept && verdict != Verdict::broken) return;
  const int weight = weight_of(rule.severity);
  score.rules_all += weight;
  if (verdict == Verdict::kept) score.rules_won += weight;
  if (verdict == Verdict::kept || rule.severity != model::Severity::fatal) return;
  score.fatal = true;
  if (score.fatal_rules.empty() || score.fatal_rules.back() != index) score.fatal_rules.push_back(index);
}

// Numbers in a fixed width and order, lowest byte first, whatever the machine.
class Bytes {
 public:
  template<class Number> Bytes& put(Number number) {
    const auto bits = static_cast<std::uint64_t>(number);
    for (std::size_t i = 0; i < sizeof(Number); ++i)
      bytes_.push_back(static_cast<std::uint8_t>(bits >> (8 * i)));
    return *this;
  }
  const std::vector<std::uint8_t>& all() const { return bytes_; }

 private:
  std::vector<std::uint8_t> bytes_;
};

void put_fact(Bytes& bytes, const model::Fact& fact) {
  bytes.put(static_cast<std::uint8_t>(fact.kind)).put(fact.at).put(fact.entity).put(fact.name).put(fact.from).put(fact.to);
  bytes.put(fact.by).put(fact.cause).put(fact.origin).put(fact.origin_at).put(fact.amount);
}

void put_monitor(Bytes& bytes, const Monitor& monitor) {
  bytes.put(static_cast<std::uint8_t>(monitor.verdict)).put(monitor.flags).put(monitor.flags_any);
  bytes.put(monitor.fresh).put(monitor.fresh_any).put(static_cast<std::uint8_t>(monitor.excused));
  bytes.put(monitor.triggered_at).put(monitor.decided_at).put(monitor.deadline);
  if (monitor.triggered_at != base::never) put_fact(bytes, monitor.trigger);
}

} // namespace

std::vector<Judgement> RuleSet::judgements(const Judgements& state) const {
  std::vector<Judgement> lines;
  for (std::size_t i = 0; i < state.monitors.size(); ++i) {
    const Monitor& monitor = state.monitors[i];
    const Spec& spec = compiled_->specs[i];
    lines.push_back({spec.rule, spec.entities, monitor.verdict, monitor.triggered_at, monitor.decided_at, monitor.trigger});
  }
  return lines;
}

Score RuleSet::score(const Judgements& state, const std::vector<std::pair<int, int>>& steps) const {
  Score score;
  for (std::size_t i = 0; i < state.monitors.size(); ++i) {
    const std::size_t rule = compiled_->specs[i].rule;
    count(score, compiled_->doctrine.rules[rule], rule, state.monitors[i].verdict);
  }
  for (const auto& [points, won] : steps) {
    score.steps_won += points * won;
    score.steps_all += points * 1000;
  }
  score.per_mille = per_mille(score, compiled_->weight_rules, compiled_->weight_steps);
  score.passed = !score.fatal && score.per_mille >= compiled_->doctrine.cut_per_mille;
  return score;
}

const model::Doctrine& RuleSet::doctrine() const { return compiled_->doctrine; }

void RuleSet::digest(const Judgements& state, crypto::Sha256& hash) const {
  Bytes bytes;
  bytes.put(static_cast<std::uint32_t>(state.monitors.size())).put(static_cast<std::uint32_t>(state.shadow.size()));
  for (const Monitor& monitor : state.monitors)
    put_monitor(bytes, monitor);
  for (const std::vector<Symbol>* values : {&state.shadow, &state.pending})
    for (const Symbol value : *values)
      bytes.put(value);
  bytes.put(state.batch).put(static_cast<std::uint8_t>(state.in_batch));
  hash.add(bytes.all());
}

} // namespace firsthand::judging
