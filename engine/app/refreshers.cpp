// See refreshers.h.
#include "engine/app/refreshers.h"

#include "engine/assessment/due.h"
#include "engine/assessment/form.h"
#include "engine/session/final_parts.h"
#include "engine/session/rulings.h"

#include <algorithm>

namespace firsthand::app {

namespace {

using session::Ending;

bool passes(const reading::Course& course, const AttemptCard& attempt) {
  if (course.tests_by(attempt.scenario)) return attempt.passed_final();
  return attempt.ending == Ending::passed && attempt.counts;
}

std::optional<base::Moment> first_passed(const reading::Course& course, AttemptCards attempts, std::string_view lesson) {
  std::optional<base::Moment> first;
  for (const AttemptCard& each : attempts)
    if (each.scenario == lesson && each.finished && passes(course, each)) first = each.finished; // newest first: ends at the oldest
  return first;
}

std::vector<session::PartPassed> passes_of(const reading::Course& course, AttemptCards attempts) {
  std::vector<session::PartPassed> all;
  for (std::size_t i = 0; i < course.final_parts.size(); ++i)
    for (const AttemptCard& each : attempts)
      if (each.scenario == course.final_parts[i].scenario && each.finished && each.passed_final())
        all.push_back({i, *each.finished, each.supervised()});
  return all;
}

std::optional<base::Moment> final_passed_at(const reading::Course& course, AttemptCards attempts) {
  const auto passed = session::final_passed(course.final_parts.size(), passes_of(course, attempts), course.within);
  return passed ? std::optional(passed->at) : std::nullopt;
}

// What decides is the final; where there is none, all lessons do. Lessons before a final are played, not passed.
std::optional<base::Moment> passed_at(const reading::Course& course, AttemptCards attempts) {
  if (!course.final_parts.empty()) return final_passed_at(course, attempts);
  std::optional<base::Moment> last;
  for (const reading::ScenarioCard& card : course.scenarios) {
    if (course.tests_by(card.id)) continue; // a baseline is not passed
    const auto first = first_passed(course, attempts, card.id);
    if (!first) return std::nullopt;
    last = std::max(last.value_or(*first), *first);
  }
  return last;
}

} // namespace

bool AttemptCard::is_void() const { return !decisions.empty() && decisions.back().to == ledger::counts_as::nothing; }

bool AttemptCard::passed_final() const {
  return ending == Ending::passed && counts && mode == session::Mode::assessed && assessment::role_of(role) == assessment::Role::final_test;
}

FinalStanding final_standing(const reading::Course& course, AttemptCards attempts, base::Moment now) {
  FinalStanding standing;
  const std::vector<session::PartPassed> passes = passes_of(course, attempts);
  if (const auto whole = session::final_passed(course.final_parts.size(), passes, course.within)) {
    standing.passed = whole->at, standing.supervised = whole->supervised;
    return standing;
  }
  const std::int64_t within = std::int64_t{course.within} * 1000;
  for (std::size_t i = 0; i < course.final_parts.size(); ++i) {
    std::optional<base::Moment> newest;
    for (const session::PartPassed& each : passes)
      if (each.part == i) newest = std::max(newest.value_or(each.at), each.at);
    if (!newest || (within > 0 && newest->milliseconds + within < now.milliseconds)) {
      standing.left.push_back(course.final_parts[i].scenario);
      continue;
    }
    const base::Moment until{newest->milliseconds + within};
    if (within > 0) standing.until = std::min(standing.until.value_or(until), until);
  }
  return standing;
}

bool passed(const reading::Course& course, AttemptCards attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(),
                     [&](const AttemptCard& each) { return each.scenario == lesson && passes(course, each); });
}

bool passed_supervised(AttemptCards attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(),
                     [&](const AttemptCard& each) { return each.scenario == lesson && each.passed_final() && each.supervised(); });
}

bool is_due(const reading::Course& course, const reading::Refresher& refresher, AttemptCards attempts, base::Moment now) {
  const auto course_passed = passed_at(course, attempts);
  if (!course_passed || now < *course_passed) return false;
  const base::Moment due{course_passed->milliseconds + std::int64_t{refresher.after} * 1000};
  const bool again = std::any_of(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    const bool with_verdict = each.ending == Ending::passed || each.ending == Ending::failed;
    return each.scenario == refresher.scenario && with_verdict && each.counts && each.finished >= due;
  });
  return now >= due && !again;
}

std::optional<base::Moment> questions_answered(AttemptCards attempts, std::string_view questions) {
  const auto newest = std::find_if(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    return each.scenario == questions && each.finished && each.answered == each.questions;
  });
  return newest == attempts.end() ? std::nullopt : newest->finished;
}

bool questions_due(const reading::Course& course, AttemptCards attempts, std::string_view questions, base::Moment now) {
  const auto passed = final_passed_at(course, attempts);
  return passed && assessment::due(*passed, questions_answered(attempts, questions), now);
}

} // namespace firsthand::app
