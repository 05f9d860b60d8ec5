// Checking plays.
#include "engine/content/play_check.h"

#include "engine/base/utf8.h"
#include "engine/content/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace firsthand::content {

namespace {

const std::string* fact_of(const model::Finding& finding, std::string_view name) {
  for (const auto& [fact, value] : finding.facts)
    if (fact == name) return &value;
  return nullptr;
}

// What the scenario's kinds of steps refuse with, each for itself.
std::map<std::string, std::string> own_refusals(const session::Prepared& prepared) {
  std::map<std::string, std::string> all;
  for (const session::Prepared::Step& step : prepared.steps)
    for (const session::Refusal& each : step.module->refusals())
      all.emplace(each.code, each.sentence);
  return all;
}

// Why, in the words that a learner reads.
void give_reason(const session::Prepared& prepared, model::Finding& finding) {
  const std::string* code = fact_of(finding, "code");
  if (finding.code != "F1006" || !code) return;
  const std::map<std::string, std::string> own = own_refusals(prepared);
  const auto found = own.find(*code);
  finding.facts.emplace_back("reason", Words().refusal(*code, found == own.end() ? std::string() : found->second));
}

// A refusal that no step gives can only be a slip.
void check_refusals(const session::Play& play, const session::Prepared& prepared, model::Findings& findings) {
  std::vector<std::string> known = refusal_codes();
  for (const auto& [code, sentence] : own_refusals(prepared))
    known.push_back(code);
  for (const session::PlayLine& line : play.lines) {
    const auto* expectation = std::get_if<session::Expectation>(&line.content);
    const auto* wanted = expectation ? std::get_if<session::RefusalWanted>(expectation) : nullptr;
    if (!wanted || std::find(known.begin(), known.end(), wanted->code) != known.end()) continue;
    const std::uint32_t column = line.column + static_cast<std::uint32_t>(line.words.find(wanted->code));
    findings.push_back({"F1002",
                        {0, static_cast<std::uint32_t>(line.number), column},
                        {{"word", wanted->code}, {"wanted", "a code of a refusal"}},
                        base::did_you_mean(wanted->code, known).value_or("")});
  }
}

// The first alone; the lines of the others stand in it.
void keep_first(model::Findings& findings) {
  if (findings.size() < 2) return;
  constexpr std::size_t most = 10;
  std::string lines;
  for (std::size_t i = 1; i < findings.size() && i <= most; ++i)
    lines += fmt::format("{}{}", i > 1 ? ", " : "", findings[i].where.line);
  findings.front().facts.emplace_back("others", findings.size() > most + 1 ? lines + ", …" : lines);
  findings.resize(1);
}

bool does_nothing(const session::Play& play) {
  return std::none_of(play.lines.begin(), play.lines.end(),
                      [](const session::PlayLine& line) { return std::holds_alternative<session::Action>(line.content); });
}

std::string fatal_words(const session::Prepared& prepared, const judging::Score& score) {
  std::string all;
  for (const std::size_t rule : score.fatal_rules)
    all += (all.empty() ? "" : ", ") + prepared.scenario.doctrine.rules[rule].id;
  return all.empty() ? "none" : all;
}

} // namespace

PlayCheck check_play(std::string_view text, const session::Prepared& prepared, const session::Start& start) {
  session::PlayReading reading = session::parse_play(text, prepared);
  PlayCheck check{std::move(reading.play), std::nullopt, std::move(reading.faults)};
  if (check.findings.empty()) check_refusals(check.play, prepared, check.findings);
  keep_first(check.findings);
  if (!check.findings.empty()) return check;
  check.rehearsal = session::rehearse(prepared, check.play, start);
  check.findings = check.rehearsal->failed;
  for (model::Finding& finding : check.findings)
    give_reason(prepared, finding);
  if (check.findings.empty() && does_nothing(check.play)) check.findings.push_back({"F1022", {0, 1, 1}, {}, {}});
  return check;
}

model::Findings exemplar_findings(const session::Prepared& prepared, const session::Rehearsal& rehearsal) {
  const session::Attempt& attempt = rehearsal.attempt;
  const model::Where start{0, 1, 1};
  if (attempt.ending == session::Ending::open) {
    const model::Step& step = prepared.scenario.steps[attempt.step];
    const bool may_go = session::leaving(prepared, attempt) != session::Leaving::not_yet;
    return {{"F1016",
             start,
             {{"step", step.id},
              {"place", fmt::format("scenario.yaml:{}", step.where.line)},
              {"wants", may_go ? "“go on” first" : prepared.steps[attempt.step].module->wants()}},
             {}}};
  }
  if (!rehearsal.score.passed)
    return {
        {"F1017", start, {{"score", std::to_string(rehearsal.score.per_mille)}, {"fatal", fatal_words(prepared, rehearsal.score)}}, {}}};
  model::Findings findings;
  for (const judging::Judgement& judged : prepared.rule_set.judgements(attempt.judgements))
    if (judged.verdict == judging::Verdict::broken)
      findings.push_back({"F1018", start, {{"rule", prepared.scenario.doctrine.rules[judged.rule].id}}, {}});
  return findings;
}

std::string cause_of(const model::Finding& finding) {
  const bool of_step = finding.code == "F1004" || finding.code == "F1005" || finding.code == "F1006";
  const std::string* step = fact_of(finding, "step");
  if (of_step && step && finding.code != "F1006") return "step " + *step;
  std::string cause = finding.code;
  for (const auto& [name, value] : finding.facts)
    if (name != "later" && name != "others" && name != "offers" && name != "also") cause += "\n" + value;
  return cause;
}

} // namespace firsthand::content
