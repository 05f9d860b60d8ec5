// What a debrief says of verdict and points, against what was sealed: the verdict is the ending, the rows are what was broken or not
// wholly right, each costs its share, and all of them add up.
#pragma once

#include "engine/screens/debrief/state.h"
#include "tests/screens/sealed.h"

namespace firsthand::claims {

inline bool is_verdict(const Tale& t, const std::string& words) {
  const bool assessed = t.end().mode == session::Mode::assessed;
  switch (t.end().ending) {
  case session::Ending::passed:
    return words == (assessed ? "Passed" : "This would pass");
  case session::Ending::failed:
    return words == (assessed ? "Not passed" : "Not yet");
  default:
    return words == "Ended early";
  }
}

inline bool counts_fatal(const Tale& t, const std::string& badge) {
  const auto judged = t.p.rule_set.judgements(t.end().judgements);
  const auto fatal = std::count_if(judged.begin(), judged.end(), [&](const judging::Judgement& each) {
    return each.verdict == judging::Verdict::broken && t.p.rule_set.doctrine().rules[each.rule].severity == model::Severity::fatal;
  });
  if (fatal == 0) return badge.empty();
  return badge == (fatal == 1 ? "1 fatal error" : std::to_string(fatal) + " fatal errors");
}

inline int points_in(const std::string& words) { return words == "under 1" ? 0 : std::atoi(words.substr(std::string("−").size()).c_str()); }

// Of 100, what a broken rule of that weight or a step costs, as the score counts: no more than a point off.
inline bool costs_its_share(const Tale& t, int weight, int missing, int points) {
  const judging::Score score = session::score(t.p, t.end());
  const bool both = score.rules_all > 0 && score.steps_all > 0;
  const int a = both ? t.p.scenario.weight_rules : 100, b = both ? t.p.scenario.weight_steps : 100;
  const std::int64_t share = weight > 0 ? std::int64_t{1000} * a * weight / std::max(1, score.rules_all)
                                        : std::int64_t{1000} * b * missing / std::max(1, score.steps_all);
  const std::int64_t told = std::int64_t{1000} * points * (both ? a + b : 100) / 100;
  return std::abs(told - share) <= 1001;
}

inline bool row_is_rule(const Tale& t, const screens::DebriefCost& row, const std::string& time) {
  const auto judged = t.p.rule_set.judgements(t.end().judgements);
  return std::any_of(judged.begin(), judged.end(), [&](const judging::Judgement& each) {
    const model::Rule& rule = t.p.rule_set.doctrine().rules[each.rule];
    if (each.verdict != judging::Verdict::broken || each.consequence_of >= 0 || rule.severity == model::Severity::fatal) return false;
    const int weight = rule.severity == model::Severity::major ? 10 : 4;
    return row.words.starts_with(rule.title.source) && !time.empty() && costs_its_share(t, weight, 0, points_in(row.points));
  });
}

inline bool row_is_step(const Tale& t, const screens::DebriefCost& row) {
  for (std::size_t i = 0; i < t.p.scenario.steps.size(); ++i) {
    const model::Step& step = t.p.scenario.steps[i];
    const int grade = t.end().grades[i];
    if (row.words == "Answer: " + step.title.source && grade >= 0 && grade < 1000 &&
        costs_its_share(t, 0, step.points * (1000 - grade), points_in(row.points)))
      return true;
  }
  return false;
}

inline int sum_of(const std::vector<screens::DebriefCost>& rows, std::size_t from) {
  int sum = 0;
  for (std::size_t i = from; i < rows.size(); ++i)
    sum += points_in(rows[i].points);
  return sum;
}

inline std::vector<std::string> false_points(const Tale& t, const screens::DebriefState& s) {
  std::vector<std::string> all;
  const auto check = [&](bool holds, const std::string& claim) {
    if (!holds) all.push_back(claim);
  };
  check(is_verdict(t, s.verdict.words), "verdict: " + s.verdict.words);
  if (t.end().ending == session::Ending::closed) return all;
  check(counts_fatal(t, s.verdict.fatal), "fatal: " + s.verdict.fatal);
  const int kept = std::atoi(s.costs.kept_points.c_str());
  check(kept == session::score(t.p, t.end()).per_mille / 10, "kept: " + s.costs.kept_points);
  check(sum_of(s.costs.rows, 0) + kept == 100,
        "does not add up: " + std::to_string(sum_of(s.costs.rows, 0)) + " and " + s.costs.kept_points);
  for (std::size_t shown = s.costs.first; shown < s.costs.rows.size(); ++shown)
    check(points_in(s.costs.rest[shown].points) == sum_of(s.costs.rows, shown), "the rest: " + s.costs.rest[shown].points);
  for (const screens::DebriefCost& row : s.costs.rows)
    check(row_is_rule(t, row, row.time) || row_is_step(t, row), "cost: " + row.time + " " + row.words + " " + row.points);
  return all;
}

} // namespace firsthand::claims
