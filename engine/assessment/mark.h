// What an answer is worth, in whole thousandths, for every kind of question. The same answer is worth the same everywhere: in a test, in
// practice, and when a record is read again. Must not know how it was shown.
#pragma once

#include "engine/model/item.h"

namespace firsthand::assessment {

constexpr int whole_worth = 1000;

struct Answer {
  // Ids: what was chosen (one, several, hotspot), the order (order, phrase), or of match the target of each option, in the order of
  // item.options ("" where none was given).
  std::vector<model::Id> chosen;
  std::optional<std::int64_t> amount; // of number, in the item's thousandths
  std::string text;                   // of copy; the caller brings it to NFC, as the reader's text is
  bool empty() const { return chosen.empty() && !amount && text.empty(); }
};

using Positions = std::vector<model::Position>; // of the doctrine in use

// 0 … 1000. No answer is worth nothing; what is not there (an id of another question) counts as wrong.
int mark(const model::Item& item, const Answer& answer, const Positions& positions = {});

// The same for parts that are known already, for steps of a lesson that ask in their own way.
int worth_of_chosen(std::size_t right_chosen, std::size_t wrong_chosen, std::size_t right); // max(0, right − wrong) of right
int worth_of_order(const std::vector<std::size_t>& places); // of the pairs those kept; `places`: where each should stand
int worth_of_pairs(std::size_t kept, std::size_t all);

// The options of an answer that are dangerous.
std::size_t dangers_in(const model::Item& item, const Answer& answer);

// Without the blanks around it.
std::string_view trimmed(std::string_view text);

} // namespace firsthand::assessment
