// Things to put in order. The author states a partial order; every order that keeps it is right, and one that breaks part
// of it is worth the share of the pairs that it keeps.
#pragma once

#include "engine/session/question.h"

namespace firsthand::modules::sequence {

struct Item {
  model::Id id;
  model::Symbol symbol = 0;
  model::Text text;
};

struct SequenceSpec : session::QuestionSpec {
  model::Text why;
  std::vector<Item> items;                                // 2 to 9, as shown at first
  std::vector<std::pair<std::size_t, std::size_t>> pairs; // first item before second, by index
  model::Symbol item = 0;                                 // the key, in a play
};

struct Arranged : session::Given {
  std::vector<std::size_t> order; // indices of items; empty before the first try
};
Arranged arranged(const SequenceSpec& spec, const session::StepState& state);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::sequence
