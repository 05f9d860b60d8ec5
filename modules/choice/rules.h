// A question with options: one or several are right, each has its reason. An option takes a position; the doctrine says
// whether that is right here, defensible elsewhere, or wrong. The scenario itself contains no rule.
#pragma once

#include "engine/session/question.h"

namespace firsthand::modules::choice {

using session::right_per_mille;
constexpr int defensible_per_mille = 500;

struct Option {
  model::Id id;
  model::Symbol symbol = 0;
  model::Text text, why;
  std::string position;       // "D4/A", or empty: wrong
  model::Symbol question = 0; // "D4"
  int worth = 0;              // per mille under the scenario's doctrine
};

struct ChoiceSpec : session::QuestionSpec {
  bool several = false;
  bool law = false;            // what is asked is law, and holds "under your law"
  std::vector<Option> options; // at most 12
  model::Symbol option = 0;    // the key, in a play
};

// What was chosen so far, for the view.
struct Chosen : session::Given {
  std::uint32_t options = 0; // bit i: option i, of the last try
};
Chosen chosen(const ChoiceSpec& spec, const session::StepState& state);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::choice
