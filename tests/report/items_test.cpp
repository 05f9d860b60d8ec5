// Figures of items against the vectors that were calculated by hand, and against a second computation that shares nothing with the first.
#include "engine/report/items.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <numeric>

using namespace firsthand::report;

namespace {

Answers answers_of(const std::vector<std::string>& rows) {
  Answers out;
  for (std::size_t item = 0; item < rows.front().size(); ++item)
    out.items.push_back({"i" + std::to_string(item + 1), {}, {}, {}});
  for (std::size_t row = 0; row < rows.size(); ++row) {
    out.persons.push_back("p" + std::to_string(100 + row));
    for (const char c : rows[row])
      out.worths.push_back((c - '0') / (c > '1' ? 10.0 : 1.0));
  }
  return out;
}

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  int below(int n) { return static_cast<int>(((state_ = state_ * 1664525 + 1013904223) >> 8) % static_cast<std::uint32_t>(n)); }

 private:
  std::uint32_t state_;
};

// Worths of 0 and 1, or in tenths; who stands further below is more able.
Answers random_answers(Dice& dice, int persons, int items, bool parts) {
  std::vector<std::string> rows;
  for (int person = 0; person < persons; ++person) {
    std::string row;
    for (int item = 0; item < items; ++item)
      row += parts ? static_cast<char>('0' + dice.below(10)) : dice.below(persons + 4) < person + 2 ? '1' : '0';
    rows.push_back(row);
  }
  return answers_of(rows);
}

// Pearson's correlation by sums of products, as it stands in a table of formulas.
double pearson(const std::vector<double>& x, const std::vector<double>& y) {
  long double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    n += 1, sx += x[i], sy += y[i], sxx += x[i] * x[i], syy += y[i] * y[i], sxy += x[i] * y[i];
  return static_cast<double>((n * sxy - sx * sy) / std::sqrt((n * sxx - sx * sx) * (n * syy - sy * sy)));
}

std::vector<double> column(const Answers& answers, std::size_t item) {
  std::vector<double> out;
  for (std::size_t person = 0; person < answers.persons.size(); ++person)
    out.push_back(answers.worth(person, item));
  return out;
}

std::vector<double> rest(const Answers& answers, std::size_t without) {
  std::vector<double> out(answers.persons.size());
  for (std::size_t person = 0; person < out.size(); ++person)
    for (std::size_t item = 0; item < answers.items.size(); ++item)
      if (item != without) out[person] += answers.worth(person, item);
  return out;
}

double deviation(const std::vector<double>& x) {
  double mean = 0, sum = 0;
  for (const double value : x)
    mean += value / static_cast<double>(x.size());
  for (const double value : x)
    sum += (value - mean) * (value - mean);
  return std::sqrt(sum / static_cast<double>(x.size() - 1));
}

// α as the mean covariance between items over the mean of all (co)variances.
double alpha(const Answers& answers) {
  const std::size_t k = answers.items.size();
  double within = 0, between = 0;
  for (std::size_t a = 0; a < k; ++a)
    for (std::size_t b = 0; b < k; ++b) {
      const auto x = column(answers, a), y = column(answers, b);
      const double both = (std::pow(deviation([&] {
                                      std::vector<double> sum = x;
                                      for (std::size_t i = 0; i < sum.size(); ++i)
                                        sum[i] += y[i];
                                      return sum;
                                    }()),
                                    2) -
                           std::pow(deviation(x), 2) - std::pow(deviation(y), 2)) /
                          2;
      (a == b ? within : between) += both;
    }
  return static_cast<double>(k) / static_cast<double>(k - 1) * between / (within + between);
}

// The greatest covariance of all orders of y: by trying them.
double greatest_covariance(const std::vector<double>& x, std::vector<double> y) {
  double best = -1e9;
  std::sort(y.begin(), y.end());
  do
    best = std::max(best, covariance_of(x, y));
  while (std::next_permutation(y.begin(), y.end()));
  return best;
}

double binomial(std::size_t n, std::size_t k, double p) {
  double out = std::pow(p, static_cast<double>(k)) * std::pow(1 - p, static_cast<double>(n - k));
  for (std::size_t i = 1; i <= k; ++i)
    out *= static_cast<double>(n - k + i) / static_cast<double>(i);
  return out;
}

const std::vector<std::string> vector_rows{"11110", "11101", "11110", "11010", "10001", "10000"};

std::string figures(const FormFigures& form, Figure ItemFigures::*which) {
  std::string out;
  for (const ItemFigures& item : form.items)
    out += (out.empty() ? "" : " ") + in_figures(item.*which);
  return out;
}

} // namespace

TEST_CASE("items: the vector comes out to its last digit") {
  const FormFigures form = form_figures(answers_of(vector_rows), 3);
  CHECK(figures(form, &ItemFigures::ease) == "1 .667 .500 .500 .333");
  CHECK(figures(form, &ItemFigures::discrimination) == "– .791 .655 .174 −.378");
  CHECK(figures(form, &ItemFigures::efficiency) == "– 1 1 .200 −.500");
  CHECK(in_figures(form.mean) == "3");
  CHECK(in_figures(form.deviation) == "1.265");
  CHECK(in_figures(form.alpha) == ".365");
  CHECK(in_figures(form.items[4].alpha_without) == ".714");
  CHECK(in_figures(form.error) == "1.008");
  REQUIRE(form.consistency);
  CHECK(in_figures(form.consistency->same) == ".604");
  CHECK(in_figures(form.consistency->kappa) == ".098");
}

TEST_CASE("items: the persons' order makes no difference, to the last bit") {
  Dice dice(7);
  Answers answers = random_answers(dice, 40, 9, true), turned;
  turned.items = answers.items;
  for (std::size_t i = 0; i < 40; ++i) {
    const std::size_t person = (i * 17 + 5) % 40;
    turned.persons.push_back(answers.persons[person]);
    for (std::size_t item = 0; item < 9; ++item)
      turned.worths.push_back(answers.worth(person, item));
  }
  const FormFigures one = form_figures(answers, 5), other = form_figures(turned, 5);
  CHECK(*one.alpha == *other.alpha);
  CHECK(*one.deviation == *other.deviation);
  for (std::size_t item = 0; item < 9; ++item) {
    CHECK(*one.items[item].discrimination == *other.items[item].discrimination);
    CHECK(*one.items[item].efficiency == *other.items[item].efficiency);
  }
  if (one.consistency) CHECK(one.consistency->same == other.consistency->same);
}

TEST_CASE("items: random tables agree with a second computation") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    Dice dice(seed);
    const Answers answers = random_answers(dice, 4 + dice.below(3), 3 + dice.below(5), seed % 2 == 0);
    const FormFigures form = form_figures(answers);
    CAPTURE(seed);
    for (std::size_t item = 0; item < answers.items.size(); ++item) {
      const auto x = column(answers, item), r = rest(answers, item);
      const ItemFigures& told = form.items[item];
      CHECK(*told.ease == doctest::Approx(std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size())));
      CHECK(told.discrimination.has_value() == (deviation(x) > 1e-6 && deviation(r) > 1e-6));
      if (!told.discrimination) continue;
      CHECK(*told.discrimination == doctest::Approx(pearson(x, r)));
      CHECK(std::fabs(*told.discrimination) <= 1 + 1e-12);
      CHECK(std::fabs(*told.discrimination) <= std::fabs(*told.efficiency) + 1e-12);
      CHECK(*told.efficiency == doctest::Approx(covariance_of(x, r) / greatest_covariance(x, r)));
    }
    const auto totals = rest(answers, answers.items.size());
    if (deviation(totals) < 1e-6) continue;
    CHECK(*form.alpha == doctest::Approx(alpha(answers)));
    CHECK(*form.error >= 0); // and no nan
    CHECK(*form.error == doctest::Approx(deviation(totals) * std::sqrt(std::max(0.0, 1 - alpha(answers)))));
    Answers fewer;
    fewer.persons = answers.persons;
    fewer.items.assign(answers.items.begin() + 1, answers.items.end());
    for (std::size_t person = 0; person < answers.persons.size(); ++person)
      for (std::size_t item = 1; item < answers.items.size(); ++item)
        fewer.worths.push_back(answers.worth(person, item));
    if (form.items[0].alpha_without) CHECK(*form.items[0].alpha_without == doctest::Approx(alpha(fewer)));
  }
}

TEST_CASE("items: where all items say the same, nothing is left to chance and nothing is below it") {
  for (std::size_t items = 2; items < 12; ++items)
    for (std::uint32_t seed = 1; seed < 12; ++seed) {
      Dice dice(seed);
      std::vector<std::string> rows;
      for (int person = 0; person < 7; ++person)
        rows.push_back(std::string(items, static_cast<char>('0' + (person + dice.below(3)) % 10)));
      const FormFigures form = form_figures(answers_of(rows), 1);
      CHECK(*form.alpha == doctest::Approx(1));
      CHECK(*form.error >= 0);
      CHECK(*form.error < 1e-6);
    }
}

TEST_CASE("items: flags stand where the whole interval is below the limit, and nowhere else") {
  std::size_t weak = 0, hard = 0, neither = 0;
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    Dice dice(seed);
    Answers answers = random_answers(dice, 120, 8, false);
    for (std::size_t person = 0; person < 120; ++person) {
      answers.worths[person * 8] = dice.below(2);
      answers.worths[person * 8 + 1] = dice.below(6) ? 0 : 1;
    }
    for (const ItemFigures& item : form_figures(answers).items) {
      CHECK(item.weak == (fisher(*item.discrimination, 120).high < 0.2));
      CHECK(item.hard == (wilson(*item.ease, 120).high < 0.3));
      ++(item.weak ? weak : item.hard ? hard : neither);
    }
  }
  CHECK(weak > 3);
  CHECK(hard > 0);
  CHECK(neither > 50);
}

TEST_CASE("items: who turns an item round turns its discrimination") {
  Dice dice(3);
  const Answers answers = random_answers(dice, 30, 8, false);
  Answers turned = answers;
  for (std::size_t person = 0; person < 30; ++person)
    turned.worths[person * 8 + 2] = 1 - turned.worths[person * 8 + 2];
  const ItemFigures one = form_figures(answers).items[2], other = form_figures(turned).items[2];
  CHECK(*one.discrimination > 0);
  CHECK(*other.discrimination == doctest::Approx(-*one.discrimination));
  CHECK(*other.ease == doctest::Approx(1 - *one.ease));
}

TEST_CASE("items: verdicts that a second form would give, by all its terms") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    Dice dice(seed);
    const Answers answers = random_answers(dice, 20, 10, false);
    for (std::size_t cut = 1; cut <= 10; ++cut) {
      const FormFigures form = form_figures(answers, cut);
      CHECK(form.consistency.has_value() == (*form.alpha >= 0));
      if (!form.consistency) continue;
      double same = 0, passing = 0;
      for (const double total : rest(answers, 10)) {
        const double p = *form.alpha * total / 10 + (1 - *form.alpha) * *form.mean / 10;
        double pass = 0;
        for (std::size_t right = cut; right <= 10; ++right)
          pass += binomial(10, right, p);
        same += (pass * pass + (1 - pass) * (1 - pass)) / 20;
        passing += pass / 20;
      }
      const double chance = passing * passing + (1 - passing) * (1 - passing);
      CHECK(form.consistency->same == doctest::Approx(same));
      CHECK(*form.consistency->kappa == doctest::Approx((same - chance) / (1 - chance)));
    }
  }
}

TEST_CASE("items: long forms do not fall out of what a double can hold") {
  std::vector<std::string> rows;
  for (std::size_t person = 0; person < 20; ++person)
    rows.push_back(std::string(990 - person, '1') + std::string(10 + person, '0'));
  const FormFigures form = form_figures(answers_of(rows), 975);
  REQUIRE(form.consistency);
  double same = 0;
  for (std::size_t person = 0; person < 20; ++person) {
    const double p = *form.alpha * static_cast<double>(990 - person) / 1000 + (1 - *form.alpha) * *form.mean / 1000;
    double pass = 0;
    for (int right = 975; right <= 1000; ++right)
      pass += std::exp(std::lgamma(1001) - std::lgamma(right + 1) - std::lgamma(1001 - right) + right * std::log(p) +
                       (1000 - right) * std::log(1 - p));
    same += (pass * pass + (1 - pass) * (1 - pass)) / 20;
  }
  CHECK(form.consistency->same == doctest::Approx(same));
}

TEST_CASE("items: what cannot be said is a dash") {
  const FormFigures same = form_figures(answers_of({"101", "101", "101"}), 2);
  CHECK(figures(same, &ItemFigures::discrimination) == "– – –");
  CHECK(in_figures(same.alpha) == "–");
  CHECK(in_figures(same.error) == "–");
  CHECK(in_figures(same.deviation) == "0");
  CHECK_FALSE(same.consistency);
  const FormFigures alone = form_figures(answers_of({"10"}));
  CHECK(in_figures(alone.deviation) == "–");
  CHECK(in_figures(form_figures(answers_of({"1", "0"})).alpha) == "–"); // one item
  CHECK(figures(alone, &ItemFigures::discrimination) == "– –");
  CHECK(in_figures(alone.alpha) == "–");
  CHECK(form_figures({}).items.empty());
  const FormFigures against = form_figures(answers_of({"10", "01", "11", "10"}), 1);
  CHECK(*against.alpha < 0);
  CHECK_FALSE(against.consistency);
}

TEST_CASE("items: fewer than 10 persons count, fewer than 50 have intervals, then flags") {
  CHECK(weight_of(9) == Weight::counts);
  CHECK(weight_of(10) == Weight::intervals);
  CHECK(weight_of(49) == Weight::intervals);
  CHECK(weight_of(50) == Weight::flags);
  std::vector<std::string> rows;
  for (int person = 0; person < 49; ++person)
    rows.push_back(person % 2 ? "110" : "010"); // the third is never right
  CHECK_FALSE(form_figures(answers_of(rows)).items[2].hard);
  CHECK(form_figures(answers_of(rows)).items[2].ease_interval);
  rows.push_back("110");
  CHECK(form_figures(answers_of(rows)).items[2].hard);
  CHECK_FALSE(form_figures(answers_of(rows)).items[0].hard);
  CHECK_FALSE(form_figures(answers_of({"10", "01"})).items[0].ease_interval);
}

TEST_CASE("items: a flag needs the whole interval, so that D of 0 takes 97 persons") {
  CHECK(fisher(0, 96).high > 0.2);
  CHECK(fisher(0, 97).high < 0.2);
  CHECK(in_figures(fisher(0.5, 50)) == "[.257, .683]");
  CHECK(in_figures(fisher(-0.5, 50)) == "[−.683, −.257]");
  CHECK(in_figures(wilson(0.5, 10)) == "[.237, .763]");
  CHECK(wilson(0, 10).low == doctest::Approx(0));
  CHECK(wilson(0, 72).high > 0.05);
  CHECK(wilson(0, 73).high < 0.05);
}

TEST_CASE("items: an option that the able choose is a reason to look at the key") {
  Answers answers = answers_of(std::vector<std::string>(60, "00"));
  answers.items[0] = {"i1", {"A", "B", "C"}, 0, {}};
  answers.choices.assign(120, -1);
  for (std::size_t person = 0; person < 60; ++person) {
    const bool able = person % 3 == 0;
    answers.choices[person * 2] = able ? 1 : 0;
    answers.worths[person * 2] = able ? 0 : 1;
    answers.worths[person * 2 + 1] = able ? 1 : 0;
  }
  const std::vector<OptionFigures> options = form_figures(answers).items[0].options;
  REQUIRE(options.size() == 3);
  CHECK(options[0].is_key);
  CHECK(options[0].chosen == 40);
  CHECK(options[1].chosen == 20);
  CHECK(in_figures(options[1].share) == ".333");
  CHECK(*options[1].mean_rest == 1);
  CHECK(*options[0].mean_rest == 0);
  CHECK(options[1].above_key);
  CHECK_FALSE(options[0].above_key);
  CHECK(in_figures(options[2].mean_rest) == "–");
  CHECK_FALSE(options[2].above_key);
  CHECK_FALSE(options[2].rare); // 0 of 60: up to 6 % may be
}

TEST_CASE("items: an option that nobody takes is flagged from 73 persons, an item that tells nothing apart from 97") {
  const auto form = [](std::size_t persons) {
    Answers answers = answers_of(std::vector<std::string>(persons, "000"));
    answers.items[0] = {"i1", {"A", "B", "C"}, 0, {}}; // nobody takes the right one either
    answers.choices.assign(persons * 3, -1);
    for (std::size_t person = 0; person < persons; ++person) {
      answers.choices[person * 3] = 1;
      answers.worths[person * 3 + 1] = person % 2 ? 1 : 0;
      answers.worths[person * 3 + 2] = person / 2 % 2 ? 1 : 0;
    }
    return form_figures(answers);
  };
  CHECK_FALSE(form(72).items[0].options[2].rare);
  CHECK(form(73).items[0].options[2].rare);
  CHECK_FALSE(form(73).items[0].options[0].is_key == form(73).items[0].options[0].rare);
  CHECK_FALSE(form(73).items[0].options[1].rare);
  CHECK_FALSE(form(96).items[1].weak);
  CHECK(form(100).items[1].weak);
  CHECK_FALSE(form(100).items[1].hard);
  CHECK_FALSE(form(49).items[0].hard);
  CHECK_FALSE(form(49).items[0].options[2].rare);
}

TEST_CASE("items: no option is held against the key below 50 persons, nor rare") {
  Answers answers = answers_of(std::vector<std::string>(49, "00"));
  answers.items[0] = {"i1", {"A", "B"}, 0, {}};
  answers.choices.assign(98, -1);
  for (std::size_t person = 0; person < 49; ++person) {
    answers.choices[person * 2] = person % 2 ? 1 : 0;
    answers.worths[person * 2 + 1] = person % 2 ? 1 : 0;
  }
  CHECK_FALSE(form_figures(answers).items[0].options[1].above_key);
}

TEST_CASE("items: figures are printed with three places, or none") {
  CHECK(in_figures(0.6666) == ".667");
  CHECK(in_figures(-0.6666) == "−.667");
  CHECK(in_figures(1.0) == "1");
  CHECK(in_figures(0.99999) == "1.000");
  CHECK(in_figures(-0.0001) == ".000"); // no minus before nothing
  CHECK(in_figures(0.0) == "0");
  CHECK(in_figures(-12.5) == "−12.500");
  CHECK(in_figures(Figure()) == "–");
}
