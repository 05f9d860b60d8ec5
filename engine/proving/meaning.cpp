// See meaning.h. One function a question; each looks at the plays anew, which is cheap.
#include "engine/proving/meaning.h"

#include "engine/proving/possible.h"
#include "engine/proving/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace firsthand::proving {

namespace {

using model::Finding;
using model::Findings;

const char* way_words(Idle how) {
  switch (how) {
  case Idle::goes_on:
    return "only go on";
  case Idle::waits:
    return "only wait";
  case Idle::looks:
    return "only look";
  case Idle::takes_the_first:
    return "always the first option";
  }
  return "";
}

// The lesson's own plays, and those that the search found.
std::vector<NamedPlay> all_plays_of(const Lesson& lesson) {
  std::vector<NamedPlay> all = lesson.plays;
  for (const Claim& claim : lesson.proof ? lesson.proof->claims : std::vector<Claim>())
    if (claim.play.name.empty() && claim.answer == Answer::shown) all.push_back(claim.play);
  return all;
}

void watch_all(const Lesson& lesson, const std::vector<NamedPlay>& plays, const std::function<Watch(const NamedPlay&)>& watch) {
  for (const NamedPlay& play : plays)
    Player(lesson.prepared, play.chance, watch(play)).follow(play.acts);
}

} // namespace

model::Where head_of(const Prepared& prepared) { return {prepared.scenario.steps[0].where.file, 1, 1}; }

Findings idle_findings(const Lesson& lesson) {
  Findings findings;
  for (const Idle how : all_idle) {
    const Idled idled = idle(lesson.prepared, how);
    if (idled.passed_something_by && idled.attempt.ending == session::Ending::passed)
      findings.push_back({"F1101", head_of(lesson.prepared), {{"how", way_words(how)}}, {}});
  }
  return findings;
}

Findings tried_findings(const Lesson& lesson) {
  std::vector<std::string> never_kept, never_broken;
  const Table table = table_of(lesson.prepared, all_plays_of(lesson));
  const Possible possible(lesson.prepared);
  for (const Row& row : table.rows) {
    const model::Rule& meant = lesson.prepared.scenario.doctrine.rules[row.rule];
    const std::string& rule = meant.id;
    const auto impossible = [&](Claim::Kind kind) {
      const Claim* claim = lesson.proof ? lesson.proof->claim(kind, rule) : nullptr;
      return claim && claim->answer == Answer::impossible;
    };
    if (!row.any_kept() && !impossible(Claim::Kind::kept)) never_kept.push_back(rule);
    if (!row.any_broken() && possible.can_break(meant) && !impossible(Claim::Kind::broken)) never_broken.push_back(rule);
  }
  Findings findings;
  const model::Where head = head_of(lesson.prepared);
  if (!never_kept.empty()) findings.push_back({"F1102", head, {{"rules", fmt::format("{}", fmt::join(never_kept, ", "))}}, {}});
  if (!never_broken.empty()) findings.push_back({"F1103", head, {{"rules", fmt::format("{}", fmt::join(never_broken, ", "))}}, {}});
  return findings;
}

Findings form_findings(const Lesson& lesson) {
  Findings findings;
  std::set<std::string> told;
  watch_all(lesson, all_plays_of(lesson), [&](const NamedPlay& play) {
    return [&](const Attempt& attempt, const std::vector<model::Fact>&) {
      if (attempt.ending != session::Ending::open) return;
      const std::string& step = lesson.prepared.scenario.steps[attempt.step].id;
      const session::Module& module = *lesson.prepared.steps[attempt.step].module;
      for (const session::Unanswerable& one : module.unanswerable(session::context_of(lesson.prepared, attempt)))
        if (told.insert(step + "/" + one.path).second)
          findings.push_back({"F1107", one.where, {{"field", one.path}, {"play", play.name.empty() ? "prove" : play.name}}, {}});
    };
  });
  return findings;
}

Findings chance_findings(const Lesson& lesson) {
  Findings findings;
  if (!lesson.has_exemplar) return findings;
  const auto excused = [&](const Chance& chance) {
    const auto& losses = lesson.prepared.scenario.exemplar_losses;
    return std::any_of(losses.begin(), losses.end(), [&](const model::ExemplarLoss& loss) {
      return std::any_of(chance.begin(), chance.end(), [&](const auto& draw) { return loss.chance == draw.draw + " " + draw.outcome; });
    });
  };
  for (const Chance& chance : all_chances(lesson.prepared).ways) {
    Player player(lesson.prepared, chance);
    player.follow(lesson.plays.front().acts);
    if (player.attempt().ending == session::Ending::passed || excused(chance)) continue;
    findings.push_back({"F1108", head_of(lesson.prepared), {{"chance", chance_words(chance)}}, {}});
    break; // one is enough to look at
  }
  return findings;
}

Findings meaning_findings(const Lesson& lesson) {
  Findings all;
  for (const auto ask : {idle_findings, tried_findings, warning_findings, alarm_findings, form_findings, chance_findings, earlier_findings,
                         hint_findings, question_findings, proof_findings})
    for (Finding& finding : ask(lesson))
      all.push_back(std::move(finding));
  return all;
}

} // namespace firsthand::proving
