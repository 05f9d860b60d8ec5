// See competency_map.h.
#include "engine/app/competency_map.h"

#include "engine/app/home.h"
#include "engine/assessment/form.h"

#include <algorithm>

namespace firsthand::app {

namespace {

// The newest of that role that was handed in; of a baseline there is one.
const AttemptCard* newest_of(AttemptCards attempts, std::string_view lesson, assessment::Role role) {
  const auto found = std::find_if(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    return each.scenario == lesson && each.parent.empty() && each.finished && !each.is_void() && !each.tested.empty() &&
           assessment::role_of(each.role) == role;
  });
  return found == attempts.end() ? nullptr : &*found;
}

std::optional<TestedCompetency> of_competency(const AttemptCard* card, const model::Id& competency) {
  for (const TestedCompetency& each : card ? card->tested : std::vector<TestedCompetency>())
    if (each.competency == competency) return each;
  return std::nullopt;
}

bool practised(const reading::Course& course, const model::Id& competency, AttemptCards attempts) {
  return std::any_of(course.scenarios.begin(), course.scenarios.end(), [&](const reading::ScenarioCard& card) {
    const bool teaches = std::find(card.competencies.begin(), card.competencies.end(), competency) != card.competencies.end();
    return teaches && !course.tests_by(card.id) && played_before(attempts, card.id);
  });
}

} // namespace

CompetencyMap competency_map(const reading::Course& course, const model::Test& test, AttemptCards attempts) {
  const AttemptCard* after = newest_of(attempts, course.final_test, assessment::Role::final_test);
  const AttemptCard* before = after ? newest_of(attempts, course.baseline, assessment::Role::baseline) : nullptr;
  CompetencyMap map;
  for (const model::Quota& part : test.blueprint)
    map.competencies.push_back({part.competency, practised(course, part.competency, attempts), of_competency(before, part.competency),
                                of_competency(after, part.competency), after && after->supervised()});
  if (before) map.before = before->finished;
  if (after) map.after = after->finished;
  return map;
}

} // namespace firsthand::app
