// What somebody gets who knows nothing: by chance, by leaving out, by always taking the first or the longest. A test that such a person
// passes measures nothing.
#pragma once

#include "engine/assessment/mark.h"

namespace firsthand::assessment {

constexpr std::int64_t certain = 1'000'000'000; // a probability in parts of this

// What guessing brings: the mean of a random answer's worth, drawn evenly among all that can be given. Written answers are never guessed.
int guess(const model::Item& item, const Positions& positions = {});

enum class Strategy : std::uint8_t { blank, first, longest, random };
inline constexpr std::array all_strategies{Strategy::blank, Strategy::first, Strategy::longest, Strategy::random};
const char* strategy_word(Strategy strategy); // "always first"

struct StrategyResult {
  Strategy strategy = Strategy::blank;
  int won = 0, of = 0;     // in thousandths of points; of random: the mean
  std::int64_t chance = 0; // of reaching the cut; 0 or `certain` but for random
  bool passes = false;     // of random: more often than once in a thousand
};
// Over one form. "First" is what stands first in the author's file; an order is then given as it is written, backwards.
StrategyResult try_strategy(Strategy strategy, const std::vector<const model::Item*>& form, int cut_per_mille,
                            const Positions& positions = {});

} // namespace firsthand::assessment
