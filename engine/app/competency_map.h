// What one person has shown of each competency of a course's test, and when: before the lessons, after them, and in practice. Pure; of
// attempts as lists tell them.
#pragma once

#include "engine/app/refreshers.h"

namespace firsthand::app {

struct CompetencyState {
  model::Id competency;
  bool practised = false;                        // a lesson that teaches it was played to its end
  std::optional<TestedCompetency> before, after; // of the baseline, told once there is a final; of the newest final
  bool after_supervised = false;                 // that final was sat in a supervised session
};

struct CompetencyMap {
  std::vector<CompetencyState> competencies; // in the order of the test's blueprint
  std::optional<base::Moment> before, after; // when they were handed in
};
CompetencyMap competency_map(const reading::Course& course, const model::Test& test, AttemptCards attempts);

} // namespace firsthand::app
