// Verdicts to lines of the debrief, a score in per mille and a digest. Integers only.
#include "engine/judging/compiled.h"

#include <algorithm>

namespace firsthand::judging {
namespace {

// ⌊1000·(a·R + b·S)/(a + b)⌋ with R and S as fractions; a part that has nothing in it leaves the other alone.
int per_mille(const Score& score, std::int64_t a, std::int64_t b) {
  const std::int64_t all_rules = score.rules_all, all_steps = score.steps_all;
  if (all_rules == 0 && all_steps == 0) return 1000;
  if (all_rules == 0) return static_cast<int>(1000 * std::int64_t{score.steps_won} / all_steps);
  if (all_steps == 0) return static_cast<int>(1000 * std::int64_t{score.rules_won} / all_rules);
  const std::int64_t won = a * score.rules_won * all_steps + b * score.steps_won * all_rules;
  return static_cast<int>(1000 * won / ((a + b) * all_rules * all_steps));
}

void add_once(std::vector<std::size_t>& rules, std::size_t index) {
  if (rules.empty() || rules.back() != index) rules.push_back(index);
}

void count(Score& score, const model::Rule& rule, const Judgement& judgement) {
  const bool kept = judgement.verdict == Verdict::kept;
  if (!kept && judgement.verdict != Verdict::broken) return;
  const int weight = judgement.consequence_of < 0 ? weight_of(rule.severity) : 0;
  score.rules_all += weight;
  if (kept) score.rules_won += weight;
  if (kept || rule.severity != model::Severity::fatal) return;
  score.fatal = true;
  add_once(score.fatal_rules, judgement.rule);
}

bool contains(const std::vector<Symbol>& words, Symbol word) { return std::find(words.begin(), words.end(), word) != words.end(); }

// What it guards against came, after it was broken, and took something of the thing that it is about.
bool lost_something(const RuleSet::Compiled& c, const Judgements& state, const Spec& spec, const Monitor& monitor) {
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    const Loss& loss = state.losses[i];
    const bool lost = loss.at != base::never && !loss.secured && loss.at >= monitor.triggered_at;
    if (lost && contains(spec.entities, c.items[i].first) && (contains(spec.against, loss.cause) || contains(spec.against, loss.origin)))
      return true;
  }
  return false;
}

// Broken by the same act, at once or by what that act armed.
bool same_act(const Monitor& a, const Monitor& b) {
  if (a.act == 0 || a.act != b.act) return false;
  if (a.act_at == b.act_at) return true;
  const auto armed = [](const Monitor& monitor) { return monitor.trigger.origin == monitor.act && monitor.trigger.by == 0; };
  if (armed(a) == armed(b)) return false;
  const Monitor& at_once = armed(a) ? b : a;
  const base::Seconds when = armed(a) ? a.act_at : b.act_at;
  return at_once.act_at <= when && when <= at_once.decided_at;
}

// A stable order of gravity: the severer, then the earlier, then as the doctrine lists them.
bool is_graver(const model::Doctrine& doctrine, const Judgement& a, const Judgement& b) {
  const auto severity = [&](const Judgement& each) { return doctrine.rules[each.rule].severity; };
  return std::pair(severity(a), a.decided_at) < std::pair(severity(b), b.decided_at);
}

bool share_a_thing(const Judgement& a, const Judgement& b) {
  return std::any_of(a.entities.begin(), a.entities.end(), [&](Symbol each) { return contains(b.entities, each); });
}

// One act, one finding: of what it broke of one kind (the same harm, the same thing) the gravest is told.
int graver_of_same_act(const model::Doctrine& doctrine, const Judgements& state, const std::vector<Judgement>& lines, std::size_t index) {
  const Judgement& one = lines[index];
  int found = -1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Judgement& other = lines[i];
    if (i == index || other.verdict != Verdict::broken || doctrine.rules[other.rule].harm != doctrine.rules[one.rule].harm) continue;
    if (!same_act(state.monitors[i], state.monitors[index]) || !share_a_thing(one, other)) continue;
    const bool graver = is_graver(doctrine, other, one) || (!is_graver(doctrine, one, other) && i < index);
    if (graver && (found < 0 || is_graver(doctrine, other, lines[static_cast<std::size_t>(found)]))) found = static_cast<int>(i);
  }
  return found;
}

bool was_shown(const model::Doctrine& doctrine, const std::vector<Judgement>& lines, const model::Id& competency) {
  return std::any_of(lines.begin(), lines.end(), [&](const Judgement& line) {
    return line.verdict == Verdict::kept && line.own && doctrine.rules[line.rule].competency == competency;
  });
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
  bytes.put(static_cast<std::uint8_t>(monitor.over)).put(static_cast<std::uint8_t>(monitor.own)).put(monitor.act).put(monitor.act_at);
  bytes.put(monitor.triggered_at).put(monitor.decided_at).put(monitor.deadline);
  if (monitor.triggered_at != base::never) put_fact(bytes, monitor.trigger);
}

} // namespace

std::vector<Judgement> RuleSet::judgements(const Judgements& state) const {
  std::vector<Judgement> lines;
  for (std::size_t i = 0; i < state.monitors.size(); ++i) {
    const Monitor& monitor = state.monitors[i];
    const Spec& spec = compiled_->specs[i];
    lines.push_back({spec.rule, spec.entities, monitor.verdict, monitor.triggered_at, monitor.decided_at, monitor.trigger, monitor.own});
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].verdict == Verdict::broken) lines[i].consequence_of = graver_of_same_act(compiled_->doctrine, state, lines, i);
  return lines;
}

Score RuleSet::score(const Judgements& state, const std::vector<std::pair<int, int>>& steps) const {
  Score score;
  const model::Doctrine& doctrine = compiled_->doctrine;
  const std::vector<Judgement> lines = judgements(state);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const model::Rule& rule = doctrine.rules[lines[i].rule];
    count(score, rule, lines[i]);
    const bool broken = lines[i].verdict == Verdict::broken && rule.severity == model::Severity::major;
    if (broken && lost_something(*compiled_, state, compiled_->specs[i], state.monitors[i])) add_once(score.losing_rules, lines[i].rule);
  }
  for (const model::Id& competency : compiled_->competencies)
    if (!was_shown(doctrine, lines, competency)) score.not_shown.push_back(competency);
  for (const auto& [points, won] : steps) {
    score.steps_won += points * won;
    score.steps_all += points * 1000;
  }
  score.per_mille = per_mille(score, compiled_->weight_rules, compiled_->weight_steps);
  score.below_cut = score.per_mille < doctrine.cut_per_mille;
  score.passed = !score.fatal && score.losing_rules.empty() && score.not_shown.empty() && !score.below_cut;
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
  for (const Loss& loss : state.losses)
    bytes.put(loss.at).put(loss.cause).put(loss.origin).put(static_cast<std::uint8_t>(loss.secured));
  bytes.put(state.batch).put(static_cast<std::uint8_t>(state.in_batch));
  hash.add(bytes.all());
}

} // namespace firsthand::judging
