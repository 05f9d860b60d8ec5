// What one person has shown of each competency that the baseline and the final of a course are about, and when: before the lessons, after
// them, and in practice. Each part of a baseline or a final tells of what it asked. Pure; of attempts as lists tell them.
#pragma once

#include "engine/app/refreshers.h"

namespace firsthand::app {

// By one attempt at a test.
struct CompetencyShown {
  TestedCompetency counts;
  base::Moment at; // when it was handed in
  bool supervised = false;
};

struct CompetencyState {
  model::Id competency;
  bool practised = false;                       // a lesson that teaches it was played to its end
  std::optional<CompetencyShown> before, after; // of the newest test that asked it; before: told once there is an after
  std::optional<base::Moment> scene;            // since when a scene of the final that calls for it is passed; the newest
};

// Of `competencies`, in that order.
std::vector<CompetencyState> competency_map(const reading::Course& course, const std::vector<model::Id>& competencies,
                                            AttemptCards attempts);

} // namespace firsthand::app
