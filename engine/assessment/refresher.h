// Which questions somebody practises today: what was sure and wrong first, then what was wrong, then what was guessed, then what was seen
// least. From what this person answered before; drawn once, before an attempt begins.
#pragma once

#include "engine/assessment/draw.h"
#include "engine/assessment/mark.h"

namespace firsthand::assessment {

enum class Certainty : std::uint8_t { unsaid, sure, fairly, guess };

// What an answer brings somebody who learns to judge what they know: right 3, 2, 1 (sure, fairly, guess), else −6, −2, 0. It changes no
// points.
int certainty_points(Certainty certainty, int worth);
constexpr int most_certainty_points = 3;

// Of a practice or of a test, and only what was answered.
struct EarlierAnswer {
  model::Id item, competency;
  Certainty certainty = Certainty::unsaid;
  int worth = 0;          // per mille
  bool practised = false; // else it was measured
  int attempt = 0;        // those of one attempt have one number
};

// The dearest first. An answer speaks for its family of twins; one that was measured speaks for its competency, until something of that
// was right in practice, and not by a guess. Never two twins.
std::vector<const model::Item*> draw_refresher(const Seed& seed, int count, const std::vector<model::Item>& items,
                                               const std::vector<EarlierAnswer>& oldest_first);

} // namespace firsthand::assessment
