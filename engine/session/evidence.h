// What became of the evidence of a scene, counted in one way for all: the sealed line, the debrief, tables and statements.
#pragma once

#include "engine/base/json_line.h"
#include "engine/session/session.h"

namespace firsthand::session {

// In the scenario's points. saved + lost <= at_stake; the rest is out of reach.
struct Evidence {
  std::int64_t at_stake = 0;
  std::int64_t saved = 0; // secured, or open now, or sealed under a key that was secured
  std::int64_t lost = 0;  // gone for good, and nothing of it was secured before
};
Evidence evidence_of(const Prepared& prepared, const Attempt& attempt);

base::Json evidence_words(const Evidence& evidence); // [at stake, saved, lost], as it is sealed

bool is_gone(const simulation::ItemState& item); // lost, as above

} // namespace firsthand::session
