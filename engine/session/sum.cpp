// See sum.h.
#include "engine/session/sum.h"

#include <algorithm>

namespace firsthand::session {

namespace {

using base::Json;

constexpr std::size_t rule_at = 0, verdict_at = 1, severity_at = 2, rule_parts = 4; // of a row of "rules"

const char* severity_word_of(model::Severity severity) {
  return severity == model::Severity::fatal ? "fatal" : severity == model::Severity::major ? "major" : "minor";
}

const char* sum_verdict(const judging::Judgement& judgement) {
  if (judgement.verdict == judging::Verdict::kept) return "kept";
  return judgement.consequence_of < 0 ? "broken" : "follows";
}

Json rules_of(const Prepared& prepared, const Attempt& attempt) {
  Json::Array rows;
  for (const judging::Judgement& judgement : prepared.rule_set.judgements(attempt.judgements)) {
    if (judgement.verdict != judging::Verdict::kept && judgement.verdict != judging::Verdict::broken) continue;
    const model::Rule& rule = prepared.rule_set.doctrine().rules[judgement.rule];
    rows.push_back(Json::Array{rule.id, sum_verdict(judgement), severity_word_of(rule.severity), rule.competency});
  }
  return rows;
}

void put_test(Json::Object& sum, const assessment::TestResult& result) {
  sum["won"] = result.won, sum["of"] = result.of, sum["cut"] = result.cut, sum["guess"] = result.guess;
  sum["dangers"] = Json::Array(result.dangers.begin(), result.dangers.end());
  if (result.most_dangers >= 0) sum["most"] = result.most_dangers;
  Json::Array parts;
  for (const assessment::CompetencyResult& one : result.competencies)
    parts.push_back(Json::Array{one.competency, one.won, one.of, one.right, one.minimum});
  sum["by"] = std::move(parts);
}

} // namespace

std::optional<Json> sum_words(const Prepared& prepared, const Attempt& attempt) {
  if (attempt.ending == Ending::open) return std::nullopt;
  const auto standing = test_standing(prepared, attempt);
  if (attempt.ending == Ending::closed && !(standing && standing->result.handed_in)) return std::nullopt;
  Json::Object sum;
  sum["rules"] = rules_of(prepared, attempt);
  if (standing) put_test(sum, standing->result);
  return Json(std::move(sum));
}

std::vector<SumPart> sum_parts(const Json& sum) {
  std::vector<SumPart> parts;
  for (const Json& row : sum.at("by").array()) {
    const Json::Array& cells = row.array();
    if (cells.size() == 5) parts.push_back({cells[0].text(), cells[1].number(), cells[2].number(), cells[3].number(), cells[4].number()});
  }
  return parts;
}

std::vector<std::string> broken_rules(const Json& sum, std::string_view severity) {
  std::vector<std::string> broken;
  for (const Json& row : sum.at("rules").array()) {
    const Json::Array& cells = row.array();
    if (cells.size() != rule_parts || cells[verdict_at].text() != "broken") continue;
    if (!severity.empty() && cells[severity_at].text() != severity) continue;
    if (std::find(broken.begin(), broken.end(), cells[rule_at].text()) == broken.end()) broken.push_back(cells[rule_at].text());
  }
  return broken;
}

} // namespace firsthand::session
