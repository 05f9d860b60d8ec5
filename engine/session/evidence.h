// What became of the evidence of a scene, counted in one way for all: the sealed line, the debrief, tables and statements.
#pragma once

#include "engine/base/json_line.h"
#include "engine/session/session.h"

namespace firsthand::session {

enum class Fate : std::uint8_t {
  saved,        // secured; or within reach, and its thing in somebody's custody
  reachable,    // within reach: open now, or sealed under a key that was secured. Nobody has the thing
  out_of_reach, // sealed: a laboratory may open it
  lost          // gone for good, and nothing of it was secured before
};
const char* fate_word(Fate fate); // "out-of-reach"
Fate fate_of(const simulation::ItemState& item);

// In the scenario's points; the four together are what was at stake.
struct Evidence {
  std::int64_t at_stake = 0, saved = 0, reachable = 0, out_of_reach = 0, lost = 0;
};
Evidence evidence_of(const Prepared& prepared, const Attempt& attempt);

// [at stake, saved, reachable, out of reach, lost], as it is sealed. Lines of engine rules 1 and 2 hold three numbers: at stake, saved
// or within reach, lost.
base::Json evidence_words(const Evidence& evidence);

} // namespace firsthand::session
