// See competency_map.h.
#include "engine/app/competency_map.h"

#include "engine/app/home.h"
#include "engine/assessment/form.h"

#include <algorithm>

namespace firsthand::app {

namespace {

const TestedCompetency* asked_in(const AttemptCard& card, const model::Id& competency) {
  const auto found = std::find_if(card.tested.begin(), card.tested.end(), [&](const auto& each) { return each.competency == competency; });
  return found == card.tested.end() ? nullptr : &*found;
}

// By the newest attempt of that role at a part of the course that was handed in, counts, and asked it; of a baseline there is one a part.
std::optional<CompetencyShown> shown_in(const reading::Course& course, const model::Id& competency, AttemptCards attempts,
                                        assessment::Role role) {
  for (const AttemptCard& each : attempts) {
    const bool handed_in = course.part(each.scenario) && each.parent.empty() && each.finished && !each.is_void();
    if (!handed_in || assessment::role_of(each.role) != role) continue;
    if (const TestedCompetency* counts = asked_in(each, competency)) return CompetencyShown{*counts, *each.finished, each.supervised()};
  }
  return std::nullopt;
}

bool names(const reading::ScenarioCard* card, const model::Id& competency) {
  return card && std::find(card->competencies.begin(), card->competencies.end(), competency) != card->competencies.end();
}

std::optional<base::Moment> scene_passed(const reading::Course& course, const model::Id& competency, AttemptCards attempts) {
  for (const AttemptCard& each : attempts) {
    const reading::CoursePart* part = course.decides_by(each.scenario) ? course.part(each.scenario) : nullptr;
    if (!part || part->kind != reading::CoursePart::Kind::scene || !names(course.card(each.scenario), competency)) continue;
    if (each.finished && each.passed_final()) return each.finished;
  }
  return std::nullopt;
}

bool practised(const reading::Course& course, const model::Id& competency, AttemptCards attempts) {
  return std::any_of(course.scenarios.begin(), course.scenarios.end(), [&](const reading::ScenarioCard& card) {
    return names(&card, competency) && !course.tests_by(card.id) && played_before(attempts, card.id);
  });
}

} // namespace

std::vector<CompetencyState> competency_map(const reading::Course& course, const std::vector<model::Id>& competencies,
                                            AttemptCards attempts) {
  std::vector<CompetencyState> map;
  for (const model::Id& competency : competencies) {
    const auto after = shown_in(course, competency, attempts, assessment::Role::final_test);
    const auto before = after ? shown_in(course, competency, attempts, assessment::Role::baseline) : std::nullopt;
    map.push_back({competency, practised(course, competency, attempts), before, after, scene_passed(course, competency, attempts)});
  }
  return map;
}

} // namespace firsthand::app
