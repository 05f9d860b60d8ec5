// Sums over the items of a scene.
#include "engine/session/evidence.h"

namespace firsthand::session {

const char* fate_word(Fate fate) {
  constexpr const char* words[] = {"saved", "reachable", "out-of-reach", "lost"};
  return words[static_cast<std::size_t>(fate)];
}

Fate fate_of(const simulation::ItemState& item) {
  if (item.secured) return Fate::saved;
  if (!item.alive) return Fate::lost;
  if (!item.within_reach()) return Fate::out_of_reach;
  return item.in_custody ? Fate::saved : Fate::reachable;
}

Evidence evidence_of(const Prepared& prepared, const Attempt& attempt) {
  Evidence evidence;
  constexpr std::int64_t Evidence::*sums[] = {&Evidence::saved, &Evidence::reachable, &Evidence::out_of_reach, &Evidence::lost};
  for (const simulation::ItemState& item : prepared.scene.items(attempt.world)) {
    evidence.at_stake += item.value;
    evidence.*sums[static_cast<std::size_t>(fate_of(item))] += item.value;
  }
  return evidence;
}

} // namespace firsthand::session
