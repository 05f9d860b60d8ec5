// The search of `prove`: how far a lesson can go. First the plays of the lesson and those who do not care; then each of them with one act
// left out, put in or changed at every turn; then every state from the beginning, breadth first, until the bound. The bound counts
// acts, never time, so that the same lesson gives the same proof on every machine.
#pragma once

#include "engine/proving/proof.h"

namespace firsthand::proving {

struct Bound {
  int acts = 150'000; // tried, all in all
};

// `plays`: those of the lesson, the exemplar first if there is one.
Proof search(const Prepared& prepared, const std::vector<NamedPlay>& plays, bool has_exemplar, const Bound& bound = {});

} // namespace firsthand::proving
