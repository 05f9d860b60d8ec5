#include "engine/report/items.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace firsthand::report {

namespace {

constexpr std::size_t least_for_intervals = 10, least_for_flags = 50;
constexpr double least_discrimination = 0.2, least_ease = 0.3, least_share = 0.05;

// Sums depend on the order of what is summed, so the persons stand in theirs.
std::vector<std::size_t> order_of(const std::vector<std::string>& persons) {
  std::vector<std::size_t> order(persons.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&persons](std::size_t a, std::size_t b) { return persons[a] < persons[b]; });
  return order;
}

Figure quotient(double above, double below) { return is_nothing(below) ? Figure() : Figure(above / below); }

// The largest covariance that two columns of these values can have.
double sorted_covariance(std::vector<double> a, std::vector<double> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return covariance_of(a, b);
}

Figure alpha_of(std::size_t items, double variances, double of_total) {
  if (items < 2 || is_nothing(of_total)) return std::nullopt;
  const auto k = static_cast<double>(items);
  return k / (k - 1) * (1 - variances / of_total);
}

// One item beside the rest of the form, person by person.
struct ItemColumn {
  std::vector<double> worth, rest;
  double variance = 0, of_rest = 0;
};

struct Form {
  const Answers* answers;
  std::vector<std::size_t> order;
  std::vector<double> totals;
  std::vector<double> variances; // of the items
  double of_totals = 0;          // variance
  Weight weight = Weight::counts;

  std::size_t persons() const { return order.size(); }
  std::size_t items() const { return answers->items.size(); }
};

ItemColumn column_of(const Form& form, std::size_t item) {
  ItemColumn column;
  column.worth.reserve(form.persons());
  column.rest.reserve(form.persons());
  for (std::size_t row = 0; row < form.persons(); ++row) {
    const double worth = form.answers->worth(form.order[row], item);
    column.worth.push_back(worth);
    column.rest.push_back(form.totals[row] - worth);
  }
  column.variance = variance_of(column.worth);
  column.of_rest = variance_of(column.rest);
  return column;
}

Form form_of(const Answers& answers) {
  Form form{&answers, order_of(answers.persons), std::vector<double>(answers.persons.size()), {}, 0, weight_of(answers.persons.size())};
  for (std::size_t row = 0; row < form.persons(); ++row)
    for (std::size_t item = 0; item < form.items(); ++item)
      form.totals[row] += answers.worth(form.order[row], item);
  form.of_totals = variance_of(form.totals);
  return form;
}

bool is_below(const std::optional<Interval>& interval, double least) { return interval && interval->high < least; }

OptionFigures option_figures(const Form& form, const ItemColumn& column, std::size_t item, std::size_t option) {
  const AnsweredItem& answered = form.answers->items[item];
  OptionFigures out{answered.options[option], answered.key == option, 0, {}, {}, {}, false, false};
  double rest = 0;
  for (std::size_t row = 0; row < form.persons(); ++row)
    if (form.answers->choice(form.order[row], item) == static_cast<int>(option)) ++out.chosen, rest += column.rest[row];
  const auto n = static_cast<double>(form.persons()), chosen = static_cast<double>(out.chosen);
  if (form.persons() > 0) out.share = chosen / n;
  if (out.chosen > 0) out.mean_rest = rest / chosen;
  if (form.weight != Weight::counts) out.share_interval = wilson(*out.share, n);
  out.rare = form.weight == Weight::flags && !out.is_key && is_below(out.share_interval, least_share);
  return out;
}

// A rare option's few choosers are no reason to doubt the key.
void flag_above_key(const Form& form, const AnsweredItem& answered, std::vector<OptionFigures>& options) {
  if (form.weight != Weight::flags || !answered.key) return;
  const Figure of_key = options[*answered.key].mean_rest;
  for (OptionFigures& option : options)
    option.above_key = of_key && !option.is_key && !option.rare && option.mean_rest && *option.mean_rest > *of_key;
}

void add_intervals(const Form& form, ItemFigures& out) {
  if (form.weight == Weight::counts) return;
  const auto n = static_cast<double>(form.persons());
  out.ease_interval = wilson(*out.ease, n);
  if (out.discrimination) out.discrimination_interval = fisher(*out.discrimination, n);
  if (form.weight != Weight::flags) return;
  out.hard = is_below(out.ease_interval, least_ease);
  out.weak = is_below(out.discrimination_interval, least_discrimination);
}

ItemFigures item_figures(const Form& form, const ItemColumn& column, std::size_t item) {
  const AnsweredItem& answered = form.answers->items[item];
  ItemFigures out;
  out.name = answered.name;
  out.guess = answered.guess;
  out.points = std::accumulate(column.worth.begin(), column.worth.end(), 0.0);
  if (form.persons() > 0) out.ease = mean_of(column.worth);
  if (!is_nothing(column.variance) && !is_nothing(column.of_rest)) {
    const double covariance = covariance_of(column.worth, column.rest);
    out.discrimination = covariance / square_root(column.variance * column.of_rest);
    out.efficiency = quotient(covariance, sorted_covariance(column.worth, column.rest));
  }
  add_intervals(form, out);
  for (std::size_t option = 0; option < answered.options.size(); ++option)
    out.options.push_back(option_figures(form, column, item, option));
  flag_above_key(form, answered, out.options);
  return out;
}

// Pr(at least `least` of `trials` succeed). Counted from the side on which the first term is not too small for a double.
double at_least(std::size_t trials, double chance, std::size_t least) {
  if (least == 0) return 1;
  if (least > trials) return 0;
  if (chance > 0.5) return 1 - at_least(trials, 1 - chance, trials - least + 1);
  double term = 1, below = 0;
  for (std::size_t i = 0; i < trials; ++i)
    term *= 1 - chance;
  for (std::size_t i = 0; i < least; ++i) {
    below += term;
    term *= static_cast<double>(trials - i) / static_cast<double>(i + 1) * chance / (1 - chance);
  }
  return 1 - below;
}

// Subkoviak 1976: what each person's second attempt would give, if the first one tells how able they are.
std::optional<Consistency> consistency_of(const Form& form, double alpha, std::size_t cut) {
  if (alpha < 0) return std::nullopt;
  const auto k = static_cast<double>(form.items());
  const double mean = mean_of(form.totals);
  std::unordered_map<double, double> known; // by the total: there are few
  double same = 0, passing = 0;
  for (const double total : form.totals) {
    const auto [found, is_new] = known.try_emplace(total, 0);
    if (is_new) found->second = at_least(form.items(), alpha * total / k + (1 - alpha) * mean / k, cut);
    const double pass = found->second;
    passing += pass;
    same += pass * pass + (1 - pass) * (1 - pass);
  }
  const auto n = static_cast<double>(form.persons());
  const double share = passing / n, by_chance = share * share + (1 - share) * (1 - share);
  return Consistency{same / n, quotient(same / n - by_chance, 1 - by_chance)};
}

} // namespace

Weight weight_of(std::size_t persons) {
  if (persons < least_for_intervals) return Weight::counts;
  return persons < least_for_flags ? Weight::intervals : Weight::flags;
}

FormFigures form_figures(const Answers& answers, std::optional<std::size_t> cut) {
  const Form form = form_of(answers);
  FormFigures out{form.persons(), form.weight, {}, {}, {}, {}, {}, cut, {}};
  std::vector<double> variances, of_rests;
  for (std::size_t item = 0; item < form.items(); ++item) {
    const ItemColumn column = column_of(form, item);
    variances.push_back(column.variance);
    of_rests.push_back(column.of_rest);
    out.items.push_back(item_figures(form, column, item));
  }
  const double sum = std::accumulate(variances.begin(), variances.end(), 0.0);
  for (std::size_t item = 0; item < form.items(); ++item)
    out.items[item].alpha_without = alpha_of(form.items() - 1, sum - variances[item], of_rests[item]);
  if (form.persons() == 0) return out;
  out.mean = mean_of(form.totals);
  if (form.persons() > 1) out.deviation = square_root(form.of_totals);
  out.alpha = alpha_of(form.items(), sum, form.of_totals);
  if (out.alpha) out.error = *out.deviation * square_root(std::max(0.0, 1 - *out.alpha));
  if (cut && out.alpha) out.consistency = consistency_of(form, *out.alpha, *cut);
  return out;
}

} // namespace firsthand::report
