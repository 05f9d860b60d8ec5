// Marking. Shares of a thousand are cut, never rounded up: only what is whole is whole.
#include "engine/assessment/mark.h"

#include <algorithm>
#include <set>

namespace firsthand::assessment {

namespace {

using model::Id;
using model::Item;
using model::ItemKind;
using model::ItemOption;

int share(std::size_t part, std::size_t all) { return all == 0 ? 0 : static_cast<int>(part * whole_worth / all); }

int mark_one(const Item& item, const Answer& answer, const Positions& positions) {
  if (answer.chosen.size() != 1) return 0;
  const ItemOption* option = item.option(answer.chosen[0]);
  return option && option->right_under(positions) ? whole_worth : 0;
}

int mark_several(const Item& item, const Answer& answer, const Positions& positions) {
  std::size_t right = 0, taken = 0;
  const std::set<Id> chosen(answer.chosen.begin(), answer.chosen.end());
  for (const ItemOption& option : item.options) {
    right += option.right_under(positions);
    taken += option.right_under(positions) && chosen.contains(option.id);
  }
  return worth_of_chosen(taken, chosen.size() - taken, right);
}

std::size_t right_zones(const Item& item, const Positions& positions) {
  return static_cast<std::size_t>(
      std::count_if(item.options.begin(), item.options.end(), [&](const ItemOption& one) { return one.right_under(positions); }));
}

// All of them once, or it is no order.
int mark_order(const Item& item, const Answer& answer) {
  std::vector<std::size_t> places;
  for (const Id& id : answer.chosen) {
    const ItemOption* option = item.option(id);
    if (!option) return 0;
    places.push_back(static_cast<std::size_t>(option - item.options.data()));
  }
  if (std::set<std::size_t>(places.begin(), places.end()).size() != item.options.size() || places.size() != item.options.size()) return 0;
  return worth_of_order(places);
}

int mark_match(const Item& item, const Answer& answer) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < std::min(answer.chosen.size(), item.pairs.size()); ++i)
    kept += !answer.chosen[i].empty() && answer.chosen[i] == item.pairs[i];
  return worth_of_pairs(kept, item.pairs.size());
}

int mark_number(const Item& item, const Answer& answer) {
  if (!answer.amount) return 0;
  const std::int64_t answered = *answer.amount, right = item.number.answer;
  // Unsigned, for their difference may be larger than the type.
  const std::uint64_t off = answered > right ? static_cast<std::uint64_t>(answered) - static_cast<std::uint64_t>(right)
                                             : static_cast<std::uint64_t>(right) - static_cast<std::uint64_t>(answered);
  return off <= static_cast<std::uint64_t>(item.number.tolerance) ? whole_worth : 0;
}

} // namespace

int worth_of_chosen(std::size_t right_chosen, std::size_t wrong_chosen, std::size_t right) {
  return right_chosen > wrong_chosen ? share(right_chosen - wrong_chosen, right) : 0;
}

int worth_of_order(const std::vector<std::size_t>& places) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t j = i + 1; j < places.size(); ++j)
      kept += places[i] < places[j];
  return places.size() < 2 ? 0 : share(kept, places.size() * (places.size() - 1) / 2);
}

int worth_of_pairs(std::size_t kept, std::size_t all) { return share(kept, all); }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::size_t dangers_in(const Item& item, const Answer& answer) {
  const bool chosen = item.kind == ItemKind::one || item.kind == ItemKind::several || item.kind == ItemKind::hotspot;
  const std::set<Id> ids(answer.chosen.begin(), answer.chosen.end());
  const auto is_danger = [&](const ItemOption& one) { return !one.danger.empty() && ids.contains(one.id); };
  return chosen ? static_cast<std::size_t>(std::count_if(item.options.begin(), item.options.end(), is_danger)) : 0;
}

int mark(const Item& item, const Answer& answer, const Positions& positions) {
  switch (item.kind) {
  case ItemKind::one:
    return mark_one(item, answer, positions);
  case ItemKind::several:
    return mark_several(item, answer, positions);
  case ItemKind::hotspot:
    return right_zones(item, positions) == 1 ? mark_one(item, answer, positions) : mark_several(item, answer, positions);
  case ItemKind::order:
    return mark_order(item, answer);
  case ItemKind::match:
    return mark_match(item, answer);
  case ItemKind::number:
    return mark_number(item, answer);
  case ItemKind::copy:
    return !trimmed(answer.text).empty() && trimmed(answer.text) == trimmed(item.copied) ? whole_worth : 0;
  case ItemKind::phrase:
    return std::find(item.phrases.begin(), item.phrases.end(), answer.chosen) != item.phrases.end() ? whole_worth : 0;
  }
  return 0;
}

} // namespace firsthand::assessment
