// Chances are whole parts of a thousand million, so that every machine says the same.
#include "engine/assessment/guess.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <map>

namespace firsthand::assessment {

namespace {

using model::Id;
using model::Item;
using model::ItemKind;
using model::ItemOption;

using Chances = std::map<int, std::int64_t>; // by a number (worth, or how many)

Chances combined(const Chances& a, const Chances& b) {
  Chances all;
  for (const auto& [x, p] : a)
    for (const auto& [y, q] : b)
      all[x + y] += p * q / certain;
  return all;
}

// How many of `count` come, each once in `one_of`.
Chances how_many(std::size_t count, std::int64_t one_of) {
  Chances all{{0, certain}};
  for (std::size_t i = 0; i < count; ++i)
    all = combined(all, {{0, certain - certain / one_of}, {1, certain / one_of}});
  return all;
}

std::size_t right_options(const Item& item, const Positions& positions) {
  return static_cast<std::size_t>(
      std::count_if(item.options.begin(), item.options.end(), [&](const ItemOption& one) { return one.right_under(positions); }));
}

Chances one_of_them(const Item& item, const Positions& positions) {
  if (item.options.empty()) return {{0, certain}};
  const auto right = static_cast<std::int64_t>(right_options(item, positions)), all = static_cast<std::int64_t>(item.options.size());
  return {{0, certain - certain * right / all}, {whole_worth, certain * right / all}};
}

// Each option taken or not, evenly.
Chances any_of_them(const Item& item, const Positions& positions) {
  const std::size_t right = right_options(item, positions);
  Chances worths;
  for (const auto& [hits, p] : how_many(right, 2))
    for (const auto& [misses, q] : how_many(item.options.size() - right, 2))
      worths[worth_of_chosen(static_cast<std::size_t>(hits), static_cast<std::size_t>(misses), right)] += p * q / certain;
  return worths;
}

// Of random orders, how many pairs are kept: the i-th thing put in keeps 0 … i pairs, each as likely.
Chances any_order(const Item& item) {
  const std::size_t count = item.options.size();
  Chances kept{{0, certain}};
  for (std::size_t i = 1; i < count; ++i) {
    Chances one;
    for (std::size_t k = 0; k <= i; ++k)
      one[static_cast<int>(k)] = certain / static_cast<std::int64_t>(i + 1);
    kept = combined(kept, one);
  }
  Chances worths;
  const auto pairs = static_cast<int>(count * (count - 1) / 2);
  for (const auto& [number, p] : kept)
    worths[pairs == 0 ? 0 : number * whole_worth / pairs] += p;
  return worths;
}

Chances any_pairs(const Item& item) {
  Chances worths;
  if (item.targets.empty()) return {{0, certain}};
  for (const auto& [kept, p] : how_many(item.pairs.size(), static_cast<std::int64_t>(item.targets.size())))
    worths[worth_of_pairs(static_cast<std::size_t>(kept), item.pairs.size())] += p;
  return worths;
}

// Of all rows of one phrase or more, in any order.
Chances any_row(const Item& item) {
  std::int64_t rows = 0, of_length = 1;
  for (std::size_t k = 0; k < item.options.size(); ++k) {
    of_length *= static_cast<std::int64_t>(item.options.size() - k);
    rows += of_length;
  }
  const std::int64_t right = rows == 0 ? 0 : static_cast<std::int64_t>(item.phrases.size()) * certain / rows;
  return {{0, certain - right}, {whole_worth, right}};
}

Chances random_chances(const Item& item, const Positions& positions) {
  switch (item.kind) {
  case ItemKind::one:
    return one_of_them(item, positions);
  case ItemKind::several:
    return any_of_them(item, positions);
  case ItemKind::hotspot:
    return right_options(item, positions) == 1 ? one_of_them(item, positions) : any_of_them(item, positions);
  case ItemKind::order:
    return any_order(item);
  case ItemKind::match:
    return any_pairs(item);
  case ItemKind::phrase:
    return any_row(item);
  case ItemKind::number:
  case ItemKind::copy:
    break;
  }
  return {{0, certain}};
}

// What lies first: of an order the last, for who leaves a list as it is shown has no order.
Answer first_answer(const Item& item) {
  Answer answer;
  if (item.kind == ItemKind::match) {
    answer.chosen.assign(item.pairs.size(), item.targets.empty() ? Id() : item.targets[0].id);
  } else if (item.kind == ItemKind::order) {
    for (const ItemOption& option : item.options)
      answer.chosen.insert(answer.chosen.begin(), option.id);
  } else if (!item.options.empty()) {
    answer.chosen.push_back(item.options[0].id);
  }
  return answer;
}

std::vector<ItemOption> by_length(std::vector<ItemOption> options) {
  std::stable_sort(options.begin(), options.end(), [](const ItemOption& a, const ItemOption& b) {
    return base::count_code_points(a.text.source) > base::count_code_points(b.text.source);
  });
  return options;
}

Answer longest_answer(Item item) {
  item.options = by_length(item.options);
  item.targets = by_length(item.targets);
  Answer answer = first_answer(item);
  std::reverse(answer.chosen.begin(), answer.chosen.end()); // an order: the longest first; of all others nothing changes
  return answer;
}

StrategyResult try_random(const std::vector<const Item*>& form, int cut, const Positions& positions) {
  StrategyResult result{Strategy::random, 0, static_cast<int>(form.size()) * whole_worth, 0, false};
  Chances all{{0, certain}};
  for (const Item* item : form) {
    all = combined(all, random_chances(*item, positions));
    result.won += guess(*item, positions);
  }
  for (const auto& [won, p] : all)
    if (std::int64_t{won} * 1000 >= std::int64_t{cut} * result.of) result.chance += p;
  result.passes = result.chance > certain / 1000;
  return result;
}

} // namespace

int guess(const Item& item, const Positions& positions) {
  std::int64_t mean = 0;
  for (const auto& [worth, chance] : random_chances(item, positions))
    mean += worth * chance;
  return static_cast<int>((mean + certain / 2) / certain);
}

const char* strategy_word(Strategy strategy) {
  switch (strategy) {
  case Strategy::blank:
    return "blank";
  case Strategy::first:
    return "always first";
  case Strategy::longest:
    return "always longest";
  case Strategy::random:
    return "random";
  }
  return "";
}

StrategyResult try_strategy(Strategy strategy, const std::vector<const Item*>& form, int cut_per_mille, const Positions& positions) {
  if (strategy == Strategy::random) return try_random(form, cut_per_mille, positions);
  StrategyResult result{strategy, 0, static_cast<int>(form.size()) * whole_worth, 0, false};
  for (const Item* item : form)
    result.won += strategy == Strategy::blank
                      ? mark(*item, {}, positions)
                      : mark(*item, strategy == Strategy::first ? first_answer(*item) : longest_answer(*item), positions);
  result.passes = result.of > 0 && std::int64_t{result.won} * 1000 >= std::int64_t{cut_per_mille} * result.of;
  result.chance = result.passes ? certain : 0;
  return result;
}

} // namespace firsthand::assessment
