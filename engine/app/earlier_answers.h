// What one attempt at a test says of each of its questions: how sure, and what the answer was worth. From its sealed lines alone.
#pragma once

#include "engine/assessment/refresher.h"
#include "engine/base/json_line.h"

#include <optional>

namespace firsthand::app {

struct ItemAnswer {
  model::Id item;
  assessment::Certainty certainty = assessment::Certainty::unsaid;
  int worth = 0; // per mille
};

// Those that were answered and whose worth stands in the record: of a test that was handed in, and of each answer of a practice.
std::vector<ItemAnswer> answers_in(const std::vector<base::Json>& lines);

} // namespace firsthand::app
