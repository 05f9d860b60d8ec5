// What is asked of acts: an alarm has one that answers it, a hint's act breaks no rule, a right act done earlier is right.
#include "engine/proving/meaning.h"

#include <algorithm>
#include <map>
#include <set>

namespace firsthand::proving {

namespace {

using model::Findings;

// Every act that some step lists, and the standing tasks of what is placed.
std::set<model::Id> verbs_listed(const Prepared& prepared, std::set<model::Id>& placed) {
  std::set<model::Id> verbs;
  for (const Prepared::Step& step : prepared.steps)
    for (const session::ListedAct& act : step.module->listed_acts(*step.spec))
      verbs.insert(prepared.symbols.word(act.verb)), placed.insert(prepared.symbols.word(act.entity));
  for (const model::EntityUse& use : prepared.scenario.entities)
    for (const model::Verb& verb : prepared.scenario.model_of(use).verbs)
      if (verb.task && placed.count(use.id)) verbs.insert(verb.name);
  return verbs;
}

std::vector<bool> broken_in(const Attempt& attempt) {
  std::vector<bool> broken;
  for (const judging::Monitor& monitor : attempt.judgements.monitors)
    broken.push_back(monitor.verdict == judging::Verdict::broken);
  return broken;
}

// The rule that `act` breaks at once, by the number of its monitor.
std::optional<std::size_t> broken_by(const Prepared& prepared, const Attempt& attempt, const Action& act) {
  Attempt next = attempt;
  model::FactList ignored;
  if (session::advance(prepared, next, act, next.turn, ignored)) return std::nullopt;
  const std::vector<bool> before = broken_in(attempt), after = broken_in(next);
  for (std::size_t i = 0; i < after.size(); ++i)
    if (after[i] && !before[i]) return i;
  return std::nullopt;
}

struct Tried { // of one hint
  bool offered = false, harmless = false;
  std::string rule;
};

void try_advice(const Lesson& lesson, const Attempt& attempt, const session::Advice& advice, Tried& tried) {
  Action act = advice.act;
  if (act.kind == Action::Kind::act) act.step = lesson.prepared.steps[attempt.step].id;
  const auto offers = session::offers(lesson.prepared, attempt).actions;
  const auto same = [&](const Action& one) {
    return one.kind == act.kind && one.verb == act.verb && one.entity == act.entity && one.by == act.by &&
           (act.with == 0 || one.with == act.with);
  };
  const auto found = std::find_if(offers.begin(), offers.end(), same);
  if (found == offers.end()) return;
  tried.offered = true;
  const std::vector<bool> so_far = broken_in(attempt);
  if (std::find(so_far.begin(), so_far.end(), true) != so_far.end()) return; // who is in the wrong already shows nothing
  const auto broken = broken_by(lesson.prepared, attempt, *found);
  if (!broken) return void(tried.harmless = true);
  const auto judged = lesson.prepared.rule_set.judgements(attempt.judgements);
  tried.rule = lesson.prepared.scenario.doctrine.rules[judged[*broken].rule].id;
}

} // namespace

Findings alarm_findings(const Lesson& lesson) {
  std::set<model::Id> placed;
  const std::set<model::Id> verbs = verbs_listed(lesson.prepared, placed);
  Findings findings;
  for (const model::EntityUse& use : lesson.prepared.scenario.entities) {
    if (!placed.count(use.id)) continue;
    for (const model::Cue& cue : lesson.prepared.scenario.model_of(use).cues)
      for (const model::Alarm& alarm : cue.alarms) {
        const auto is_listed = [&](const model::Id& verb) { return verbs.count(verb) != 0; };
        if (std::any_of(alarm.answers.begin(), alarm.answers.end(), is_listed)) continue;
        findings.push_back({"F1106", use.where, {{"thing", use.id}, {"cue", cue.name}, {"value", alarm.value}}, {}});
      }
  }
  return findings;
}

// At one moment at least at which a play could take it, it breaks no rule: some acts must wait for others.
Findings hint_findings(const Lesson& lesson) {
  const Prepared& prepared = lesson.prepared;
  std::vector<std::vector<Tried>> tried;
  for (const Prepared::Step& step : prepared.steps)
    tried.emplace_back(step.module->advice(*step.spec).size());
  for (const NamedPlay& play : lesson.plays)
    Player(prepared, play.chance, [&](const Attempt& attempt, const std::vector<model::Fact>&) {
      if (attempt.ending != session::Ending::open) return;
      const auto advice = prepared.steps[attempt.step].module->advice(*prepared.steps[attempt.step].spec);
      for (std::size_t i = 0; i < advice.size(); ++i)
        if (!tried[attempt.step][i].harmless) try_advice(lesson, attempt, advice[i], tried[attempt.step][i]);
    }).follow(play.acts);
  Findings findings;
  for (std::size_t step = 0; step < tried.size(); ++step) {
    const auto advice = prepared.steps[step].module->advice(*prepared.steps[step].spec);
    for (std::size_t i = 0; i < advice.size(); ++i) {
      Action act = advice[i].act;
      const std::string words = prepared.symbols.word(act.verb) + " " + prepared.symbols.word(act.entity);
      const Tried& one = tried[step][i];
      if (!one.offered)
        findings.push_back({"F1111", advice[i].hint.where, {{"act", words}}, {}});
      else if (!one.harmless && !one.rule.empty())
        findings.push_back({"F1110", advice[i].hint.where, {{"act", words}, {"rule", one.rule}}, {}});
    }
  }
  return findings;
}

namespace {

// Of one monitor in the exemplar: the turns at which it began and was kept.
struct Kept {
  std::size_t monitor = 0, rule = 0, began = 0, kept = 0; // turns; an act's turn is its place, counted from 1
};

std::vector<Kept> kept_in_exemplar(const Lesson& lesson) {
  const Prepared& prepared = lesson.prepared;
  std::vector<Kept> all;
  std::vector<judging::Verdict> before;
  std::map<std::size_t, std::size_t> began;
  std::size_t turn = 0;
  Player player(prepared, lesson.plays.front().chance, [&](const Attempt& attempt, const std::vector<model::Fact>&) {
    const auto judged = prepared.rule_set.judgements(attempt.judgements);
    for (std::size_t i = 0; i < judged.size(); ++i) {
      const judging::Verdict was = i < before.size() ? before[i] : judging::Verdict::not_applicable;
      const bool is_open = judged[i].verdict == judging::Verdict::open;
      if (is_open && was != judging::Verdict::open) began[i] = turn;
      const model::Rule& rule = prepared.scenario.doctrine.rules[judged[i].rule];
      const bool answers = rule.on && rule.on->kind == model::FactKind::seen; // what was not seen yet cannot be answered
      const bool waits = rule.must.has_value() && !answers;
      if (waits && judged[i].verdict == judging::Verdict::kept && was == judging::Verdict::open && began[i] > 0)
        all.push_back({i, judged[i].rule, began[i], turn});
    }
    before.clear();
    for (const judging::Judgement& one : judged)
      before.push_back(one.verdict);
    ++turn;
  });
  player.follow(lesson.plays.front().acts);
  return player.refused() == 0 ? all : std::vector<Kept>();
}

// Whether the act that kept the rule, done just before the one that began it, breaks it, though the play ran as before.
bool is_punished_earlier(const Lesson& lesson, const Kept& kept) {
  std::vector<Action> acts = lesson.plays.front().acts;
  const auto moved = acts.begin() + static_cast<std::ptrdiff_t>(kept.kept) - 1;
  std::rotate(acts.begin() + static_cast<std::ptrdiff_t>(kept.began) - 1, moved, moved + 1);
  Player player(lesson.prepared, lesson.plays.front().chance);
  player.follow(acts);
  return player.refused() == 0 && player.attempt().judgements.monitors[kept.monitor].verdict == judging::Verdict::broken;
}

} // namespace

Findings earlier_findings(const Lesson& lesson) {
  Findings findings;
  if (!lesson.has_exemplar) return findings;
  std::set<std::size_t> told;
  for (const Kept& kept : kept_in_exemplar(lesson)) {
    const Action& act = lesson.plays.front().acts[kept.kept - 1];
    if (!is_act(act) || kept.began >= kept.kept || !is_punished_earlier(lesson, kept) || !told.insert(kept.rule).second) continue;
    const model::Rule& rule = lesson.prepared.scenario.doctrine.rules[kept.rule];
    findings.push_back({"F1109", rule.where, {{"rule", rule.id}, {"act", session::action_words(act, lesson.prepared.symbols)}}, {}});
  }
  return findings;
}

} // namespace firsthand::proving
