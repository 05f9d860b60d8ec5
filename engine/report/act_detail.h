// What tells an act from another one of the same name: what it was done with, and which line of the own notebook was read out with it.
// Read from the act that was sealed and from the content; must not know how any of it is worded.
#pragma once

#include "engine/report/attempt_timeline.h"

#include <optional>
#include <vector>

namespace firsthand::report {

// A line of the notebook, as whoever reads it out has it before them. `text` may hold {value}, to be replaced by `numbers`: all that the
// learner had read there by then, since a line is known by what it is about.
struct ReadOut {
  const model::Text* name = nullptr; // of the thing or person
  const model::Text* text = nullptr;
  std::vector<std::int64_t> numbers;
};

struct ActDetail {
  const model::Text* with = nullptr; // null: it needs nothing, or nothing else in the lesson would have done
  std::optional<ReadOut> read;       // nothing: no line was read out
};

// The name of `with`, if the lesson has another thing that the verb could be done with; else null.
const model::Text* instrument_of(const session::Prepared& prepared, Symbol entity, Symbol verb, Symbol with);

ActDetail detail_of(const AttemptTimeline& timeline, const session::Action& action);
// Of a fact begun, done, failed or cut-short that stands in that turn.
ActDetail detail_of(const AttemptTimeline& timeline, const Turn& turn, const model::Fact& deed);

} // namespace firsthand::report
