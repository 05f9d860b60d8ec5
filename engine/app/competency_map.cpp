// See competency_map.h.
#include "engine/app/competency_map.h"

#include "engine/app/home.h"
#include "engine/assessment/form.h"

#include <algorithm>

namespace firsthand::app {

namespace {

bool asks_of(const AttemptCard& card, const model::Test& test) {
  return std::any_of(card.tested.begin(), card.tested.end(), [&test](const TestedCompetency& each) {
    return std::any_of(test.blueprint.begin(), test.blueprint.end(),
                       [&each](const model::Quota& part) { return part.competency == each.competency; });
  });
}

// The newest of that role, among the parts of the course, that was handed in and asked what this test asks; of a baseline there is one.
const AttemptCard* newest_of(const reading::Course& course, const model::Test& test, AttemptCards attempts, assessment::Role role) {
  const auto found = std::find_if(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    return course.part(each.scenario) && each.parent.empty() && each.finished && !each.is_void() &&
           assessment::role_of(each.role) == role && asks_of(each, test);
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
  const AttemptCard* after = newest_of(course, test, attempts, assessment::Role::final_test);
  const AttemptCard* before = after ? newest_of(course, test, attempts, assessment::Role::baseline) : nullptr;
  CompetencyMap map;
  for (const model::Quota& part : test.blueprint)
    map.competencies.push_back({part.competency, practised(course, part.competency, attempts), of_competency(before, part.competency),
                                of_competency(after, part.competency), after && after->supervised()});
  if (before) map.before = before->finished;
  if (after) map.after = after->finished;
  return map;
}

} // namespace firsthand::app
