// Sums over the items of a scene.
#include "engine/session/evidence.h"

namespace firsthand::session {

bool is_gone(const simulation::ItemState& item) { return !item.alive && !item.saved; }

Evidence evidence_of(const Prepared& prepared, const Attempt& attempt) {
  Evidence evidence;
  for (const simulation::ItemState& item : prepared.scene.items(attempt.world)) {
    evidence.at_stake += item.value;
    if (item.saved) evidence.saved += item.value;
    if (is_gone(item)) evidence.lost += item.value;
  }
  return evidence;
}

} // namespace firsthand::session
