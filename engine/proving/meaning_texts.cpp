// What is asked of a rule's warnings, of a step's texts, and of what the search found.
#include "engine/proving/meaning.h"

#include "engine/base/utf8.h"
#include "engine/proving/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace firsthand::proving {

namespace {

using model::Findings;

constexpr int most_words_on_screen = 90;

bool has_word(const std::vector<model::Id>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the fact shows what one of the rule's warnings names, of a thing that this judgement is about.
bool warns(const Prepared& prepared, const model::Rule& rule, const judging::Judgement& judged, const model::Fact& fact) {
  if (fact.kind != model::FactKind::seen) return false;
  return std::any_of(rule.warned_by.begin(), rule.warned_by.end(), [&](const model::FactPattern& pattern) {
    const auto& about = judged.entities;
    const bool its_own = pattern.role == "any" || about.empty() || std::find(about.begin(), about.end(), fact.entity) != about.end();
    return its_own && has_word(pattern.names, prepared.symbols.word(fact.name)) && has_word(pattern.to, prepared.symbols.word(fact.to));
  });
}

// Fatal rules of which a warning was seen before they were broken, in whichever play.
std::set<std::size_t> rules_warned_of(const Lesson& lesson) {
  std::set<std::size_t> warned;
  const auto& rules = lesson.prepared.scenario.doctrine.rules;
  for (const NamedPlay& play : lesson.plays)
    Player(lesson.prepared, play.chance, [&](const Attempt& attempt, const std::vector<model::Fact>& facts) {
      for (const judging::Judgement& judged : lesson.prepared.rule_set.judgements(attempt.judgements))
        for (const model::Fact& fact : facts)
          if (judged.verdict != judging::Verdict::broken && warns(lesson.prepared, rules[judged.rule], judged, fact))
            warned.insert(judged.rule);
    }).follow(play.acts);
  return warned;
}

std::size_t letters(const model::Text& text) { return base::count_code_points(text.source); }

// The one right option is longer than each other.
bool right_is_longest(const session::OptionList& list) {
  std::size_t right = 0, longest_wrong = 0, count = 0;
  for (const auto& option : list.options) {
    if (option.right) right = letters(option.text), ++count;
    if (!option.right) longest_wrong = std::max(longest_wrong, letters(option.text));
  }
  return count == 1 && right > longest_wrong;
}

} // namespace

Findings warning_findings(const Lesson& lesson) {
  Findings findings;
  const std::set<std::size_t> warned = rules_warned_of(lesson);
  for (const std::size_t index : rules_at_work(lesson.prepared)) {
    const model::Rule& rule = lesson.prepared.scenario.doctrine.rules[index];
    if (rule.severity != model::Severity::fatal) continue;
    if (rule.warned_by.empty())
      findings.push_back({"F1104", rule.where, {{"rule", rule.id}}, {}});
    else if (!warned.count(index))
      findings.push_back({"F1105", rule.warned_by.front().where, {{"rule", rule.id}}, {}});
  }
  return findings;
}

Findings question_findings(const Lesson& lesson) {
  Findings findings;
  std::size_t lists = 0, told_by_length = 0;
  model::Where first;
  for (std::size_t i = 0; i < lesson.prepared.steps.size(); ++i) {
    const Prepared::Step& step = lesson.prepared.steps[i];
    int words = 0;
    step.module->on_screen(*step.spec, [&](const model::Text& text) { words += reading::count_words(text.source); });
    if (words > most_words_on_screen)
      findings.push_back({"F1114",
                          lesson.prepared.scenario.steps[i].where,
                          {{"step", lesson.prepared.scenario.steps[i].id},
                           {"words", std::to_string(words)},
                           {"most", std::to_string(most_words_on_screen)}},
                          {}});
    for (const session::OptionList& list : step.module->option_lists(*step.spec)) {
      if (list.options.empty()) continue;
      if (lists++ == 0) first = list.options.front().text.where;
      told_by_length += right_is_longest(list);
    }
  }
  if (lists > 1 && told_by_length == lists) findings.push_back({"F1113", first, {{"count", std::to_string(lists)}}, {}});
  return findings;
}

namespace {

model::Where place_of_claim(const Lesson& lesson, const Claim& claim) {
  for (const model::Step& step : lesson.prepared.scenario.steps)
    if (claim.kind == Claim::Kind::step && step.id == claim.about) return step.where;
  for (std::size_t i = 0; claim.kind == Claim::Kind::verb && i < lesson.prepared.steps.size(); ++i)
    for (const session::ListedAct& act : lesson.prepared.steps[i].module->listed_acts(*lesson.prepared.steps[i].spec))
      if (lesson.prepared.symbols.word(act.entity) + " " + lesson.prepared.symbols.word(act.verb) == claim.about)
        return lesson.prepared.scenario.steps[i].where;
  for (const model::Rule& rule : lesson.prepared.scenario.doctrine.rules)
    if (claim.kind == Claim::Kind::kept && rule.id == claim.about) return rule.where;
  return head_of(lesson.prepared);
}

// A rule that nothing here can set off has nothing to do here; one that can only be broken is a trap.
void tell_claim(const Lesson& lesson, const Claim& claim, Findings& findings) {
  if (claim.answer == Answer::shown || claim.kind == Claim::Kind::broken) return;
  const model::Where where = place_of_claim(lesson, claim);
  if (claim.kind == Claim::Kind::kept) {
    const Claim* broken = lesson.proof->claim(Claim::Kind::broken, claim.about);
    if (claim.answer == Answer::impossible && broken && broken->answer == Answer::shown)
      findings.push_back({"F1119", where, {{"rule", claim.about}}, {}});
  } else {
    findings.push_back(
        {"F1112",
         where,
         {{"what", fmt::format("the {}", kind_word(claim.kind))}, {"name", claim.about}, {"answer", answer_word(claim.answer)}},
         {}});
  }
}

} // namespace

Findings proof_findings(const Lesson& lesson) {
  Findings findings;
  if (!lesson.proof) return findings;
  for (const Claim& claim : lesson.proof->claims)
    tell_claim(lesson, claim, findings);
  for (const Fault& fault : lesson.proof->faults)
    if (fault.kind == Fault::Kind::stuck) findings.push_back({"F1120", head_of(lesson.prepared), {{"step", fault.about}}, {}});
  return findings;
}

} // namespace firsthand::proving
