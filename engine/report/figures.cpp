#include "engine/report/figures.h"

#include <cmath>
#include <fmt/format.h>

namespace firsthand::report {

namespace {

constexpr double normal_975 = 1.959963984540054;
constexpr double half_of_pi = 1.5707963267948966;

// Its continued fraction, from the innermost of so many that no more change a place.
double hyperbolic_tangent(double x) {
  double below = 1;
  for (int odd = 41; odd >= 1; odd -= 2)
    below = odd + x * x / below;
  return x / below;
}

// Pr(|t| ≤ value), by the finite series for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4).
double student_within(double value, std::size_t freedom) {
  const auto n = static_cast<double>(freedom);
  const double cosine_squared = n / (n + value * value);
  const double sine = value / std::sqrt(n + value * value);
  const bool odd = freedom % 2 == 1;
  double term = odd ? std::sqrt(cosine_squared) : 1, sum = freedom == 1 ? 0 : term;
  for (std::size_t k = odd ? 3 : 2; k + 2 <= freedom; k += 2) {
    term *= cosine_squared * static_cast<double>(k - 1) / static_cast<double>(k);
    sum += term;
  }
  return odd ? (std::atan(value / std::sqrt(n)) + sine * sum) / half_of_pi : sine * sum;
}

} // namespace

double square_root(double value) { return std::sqrt(value); }

double mean_of(Values values) {
  double sum = 0;
  for (const double value : values)
    sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double covariance_of(Values a, Values b) {
  if (a.size() < 2) return 0;
  const double mean_a = mean_of(a), mean_b = mean_of(b);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += (a[i] - mean_a) * (b[i] - mean_b);
  return sum / static_cast<double>(a.size() - 1);
}

bool is_nothing(double variance) { return variance < 1e-12 && variance > -1e-12; }

Interval wilson(double share, double n) {
  const double z2 = normal_975 * normal_975;
  const double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const double half = normal_975 / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  return {middle - half, middle + half};
}

// tanh(artanh r ± h) without a logarithm.
Interval fisher(double correlation, double n) {
  const double h = hyperbolic_tangent(normal_975 / std::sqrt(n - 3));
  return {(correlation - h) / (1 - correlation * h), (correlation + h) / (1 + correlation * h)};
}

double student_975(std::size_t freedom) {
  double low = 1.9, high = 12.8; // of one degree it is 12.706, of endlessly many 1.960
  for (int halving = 0; halving < 60; ++halving) {
    const double middle = (low + high) / 2;
    (student_within(middle, freedom) < 0.95 ? low : high) = middle;
  }
  return (low + high) / 2;
}

std::string in_figures(Figure value) {
  if (!value) return "–";
  const double whole = std::round(*value);
  const bool is_whole = std::fabs(*value - whole) < 1e-9;
  std::string text = is_whole ? fmt::format("{:.0f}", std::fabs(whole)) : fmt::format("{:.3f}", std::fabs(*value));
  if (text.starts_with("0.")) text.erase(0, 1);
  const bool negative = *value < 0 && text != "0" && text != ".000";
  return negative ? "−" + text : text;
}

std::string in_figures(const std::optional<Interval>& interval) {
  if (!interval) return "–";
  return fmt::format("[{}, {}]", in_figures(interval->low), in_figures(interval->high));
}

} // namespace firsthand::report
