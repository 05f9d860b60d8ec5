// See refreshers.h.
#include "engine/app/refreshers.h"

#include "engine/assessment/due.h"
#include "engine/assessment/form.h"
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

std::optional<base::Moment> passed_at(const reading::Course& course, AttemptCards attempts) {
  std::optional<base::Moment> last;
  for (const reading::ScenarioCard& card : course.scenarios) {
    if (course.tests_by(card.id) && course.final_test != card.id) continue; // a baseline is not passed
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
  const auto passed = course.final_test.empty() ? std::nullopt : first_passed(course, attempts, course.final_test);
  return passed && assessment::due(*passed, questions_answered(attempts, questions), now);
}

} // namespace firsthand::app
