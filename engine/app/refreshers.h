// When a lesson of a course that was passed is due again. Pure.
#pragma once

#include "engine/app/cards.h"
#include "engine/reading/library.h"

#include <optional>
#include <span>

namespace firsthand::app {

using AttemptCards = std::span<const AttemptCard>; // of one person, newest first

// How somebody stands with the final of a course. With one part it is passed as soon as that is.
struct FinalStanding {
  std::optional<base::Moment> passed; // since when; nothing: it is not
  bool supervised = false;            // each part was passed in a supervised session
  std::vector<model::Id> left;        // parts that were never passed, or too long ago; none once it is passed
  std::optional<base::Moment> until;  // by when those have to be passed, lest an earlier one lies too far back; nothing: no day is set
};
FinalStanding final_standing(const reading::Course& course, AttemptCards attempts, base::Moment now);

// Whether it counts as passed: of a lesson an attempt that may count; of a part of a final that part, without a draft language.
bool passed(const reading::Course& course, AttemptCards attempts, std::string_view lesson);
bool passed_supervised(AttemptCards attempts, std::string_view lesson); // of a part of a final
// From its time after the course was passed, until its lesson was played to an end again.
bool is_due(const reading::Course& course, const reading::Refresher& refresher, AttemptCards attempts, base::Moment now);
// From 30, 90 and 180 days after the final was first passed, until the questions of a day were all answered again.
bool questions_due(const reading::Course& course, AttemptCards attempts, std::string_view questions, base::Moment now);
// When they were all answered last; nothing: never, or only given up.
std::optional<base::Moment> questions_answered(AttemptCards attempts, std::string_view questions);

} // namespace firsthand::app
