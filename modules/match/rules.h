// Things to be put to where they belong, pair by pair. Several may belong to one place only where the author says so. An answer is worth
// the share of its right pairs.
#pragma once

#include "engine/session/question.h"

namespace firsthand::modules::match {

struct Target {
  model::Id id;
  model::Symbol symbol = 0;
  model::Text text;
};

struct Item {
  model::Id id;
  model::Symbol symbol = 0;
  model::Text text, why;
  std::size_t target = 0; // where it belongs, by index
};

struct MatchSpec : session::QuestionSpec {
  bool several = false;        // several items may go to one target
  std::vector<Item> items;     // 2 to 8, as shown
  std::vector<Target> targets; // 2 to 8, as shown; one may be nobody's
};

struct Matched : session::Given {
  std::vector<std::size_t> targets; // of each item, by index; empty before the first try
};
Matched matched(const MatchSpec& spec, const session::StepState& state);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::match
