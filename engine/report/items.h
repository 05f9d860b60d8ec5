// What the answers of many people say about the items of one form: how hard each is, whether it tells the able from the others, which
// options nobody takes, and how far the form can be trusted. Knows no record and no content: answers in, figures out. What a figure says
// and what not: docs/station/statistics.md.
#pragma once

#include "engine/report/figures.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firsthand::report {

struct AnsweredItem {
  std::string name;
  std::vector<std::string> options; // where choices are known: those that were seen, the key among them
  std::optional<std::size_t> key;   // of `options`
  Figure guess;                     // the mean worth of random answers, where it is known
};

// One form, the first handed-in attempt of each person; an omitted answer is worth 0.
struct Answers {
  std::vector<std::string> persons; // each once
  std::vector<AnsweredItem> items;
  std::vector<double> worths; // 0…1; person by person, each with all items
  std::vector<int> choices;   // as `worths`: an index of the item's options, −1: none; empty where no item has options
  double worth(std::size_t person, std::size_t item) const { return worths[person * items.size() + item]; }
  int choice(std::size_t person, std::size_t item) const { return choices.empty() ? -1 : choices[person * items.size() + item]; }
};

// How much so many people can say: fewer than 10, counts only; fewer than 50, intervals but no judgement.
enum class Weight { counts, intervals, flags };
Weight weight_of(std::size_t persons);

struct OptionFigures {
  std::string option;
  bool is_key = false;
  std::size_t chosen = 0;
  Figure share, mean_rest; // mean_rest: of the other items, among who chose it
  std::optional<Interval> share_interval;
  bool rare = false;      // flag: surely chosen by fewer than 5 %
  bool above_key = false; // flag: who chose it did better on the rest than who chose the key
};

struct ItemFigures {
  std::string name;
  double points = 0;                                             // the sum of what the answers were worth
  Figure ease, guess, discrimination, efficiency, alpha_without; // F, guess, D, DE
  std::optional<Interval> ease_interval, discrimination_interval;
  bool hard = false, weak = false; // flags: the whole interval below F .30, D .20
  std::vector<OptionFigures> options;
};

struct Consistency {
  double same = 0; // p₀: share of verdicts that a second form like it would give again
  Figure kappa;
};

struct FormFigures {
  std::size_t persons = 0;
  Weight weight = Weight::counts;
  std::vector<ItemFigures> items;
  Figure mean, deviation, alpha, error; // of the totals; error: the standard error of measurement
  std::optional<std::size_t> cut;
  std::optional<Consistency> consistency; // at the cut; nothing without one, or where α is below 0 or cannot be said
};

// `cut`: points that pass. The persons' order makes no difference.
FormFigures form_figures(const Answers& answers, std::optional<std::size_t> cut = std::nullopt);

} // namespace firsthand::report
