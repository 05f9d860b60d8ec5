// A decision of two people about a result, as it is wanted and as lists show it. What is done with it is the data folder's.
#pragma once

#include "engine/app/cards.h"

#include <array>

namespace firsthand::app {

// What a result may be decided to count as.
constexpr std::string_view decided_void = "void", decided_passed = "passed", decided_failed = "failed";

struct Decider {
  std::string person, pin; // id
};

struct DecisionWanted {
  std::string attempt, to, code; // to: what it counts as from then on; code: one of session::ruling_codes
  std::array<Decider, 2> by;
};

// What may be decided of it now; empty: nothing. A test before the lessons has no verdict: it is left out, or counts again.
std::vector<std::string> decidable(const AttemptCard& card);
// The reasons that can make it count so: of session::ruling_codes.
std::vector<std::string> reasons(const AttemptCard& card, std::string_view to);

} // namespace firsthand::app
