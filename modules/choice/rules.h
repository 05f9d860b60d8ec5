// A question with options: one or several are right, each has its reason. An option takes a position; the doctrine says
// whether that is right here, defensible elsewhere, or wrong. The scenario itself contains no rule.
#pragma once

#include "engine/session/contract.h"
#include "engine/session/stage_picture.h"

namespace firsthand::modules::choice {

constexpr int right_per_mille = 1000, defensible_per_mille = 500;

struct Option {
  model::Id id;
  model::Symbol symbol = 0;
  model::Text text, why;
  std::string position;       // "D4/A", or empty: wrong
  model::Symbol question = 0; // "D4"
  int worth = 0;              // per mille under the scenario's doctrine
};

struct ChoiceSpec : session::Spec {
  model::Text prompt;
  bool several = false, certainty = false;
  int tries = 1;
  std::vector<Option> options; // at most 12
  session::StagePicture picture;
  model::Symbol choose = 0, option = 0, sure = 0, yes = 0, no = 0;
};

// What was chosen so far, for the view.
struct Chosen {
  int tries_used = 0;
  std::uint32_t options = 0; // bit i: option i, of the last try
  int per_mille = 0;         // of the last try
  int certainty = 0;         // 0 not asked, 1 sure, 2 not sure
  bool closed = false;       // right, or no try left
};
Chosen chosen(const ChoiceSpec& spec, const session::StepState& state);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::choice
