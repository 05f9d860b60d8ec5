// What statistics share: means, (co)variances, limits of confidence, and how a figure is printed. Fractions with + − × ÷ √ only (and
// one arc tangent for Student's t), over values in an order that the caller fixed, so that every machine prints the same.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace firsthand::report {

using Figure = std::optional<double>; // nothing: it cannot be said, as where all values are equal; printed "–"
using Values = std::span<const double>;

struct Interval {
  double low = 0, high = 0;
};

double mean_of(Values values);
double covariance_of(Values a, Values b); // of n − 1; 0 for fewer than two
inline double variance_of(Values values) { return covariance_of(values, values); }
double square_root(double value);

// Equal values leave no more than this of a variance, and then nothing is divided by it.
bool is_nothing(double variance);

// 95 % of a share of n (Wilson), and of a correlation over n (Fisher's z); n > 3.
Interval wilson(double share, double n);
Interval fisher(double correlation, double n);
double student_975(std::size_t freedom); // the quantile at 97.5 %

// ".667", "−.378", "1.265"; whole numbers without places: "3"; nothing: "–".
std::string in_figures(Figure value);
std::string in_figures(const std::optional<Interval>& interval); // "[.180, .834]"

} // namespace firsthand::report
