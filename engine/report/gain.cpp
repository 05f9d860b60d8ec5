#include "engine/report/gain.h"

#include "engine/crypto/hash.h"

#include <algorithm>
#include <array>

namespace firsthand::report {

namespace {

constexpr double full_result = 1000;
constexpr std::size_t least_pairs = 5, most_resampled = 2000, resamples = 2000;

struct Differences {
  std::vector<double> came, missing; // d, r
};

Differences differences_of(const std::vector<PersonGain>& pairs) {
  Differences out;
  for (const PersonGain& pair : pairs) {
    out.came.push_back(pair.after - pair.before);
    out.missing.push_back(full_result - pair.before);
  }
  return out;
}

Figure ratio_of(double came, double missing) { return missing > 0 ? Figure(came / missing) : Figure(); }

Figure person_gain(double before, double after) {
  return after >= before ? ratio_of(after - before, full_result - before) : ratio_of(after - before, before);
}

// 95 % of the quotient of two means (Fieller 1954).
std::optional<Interval> fieller(const Differences& of) {
  if (of.came.size() < least_pairs) return std::nullopt;
  const auto n = static_cast<double>(of.came.size());
  const double t = student_975(of.came.size() - 1), t2 = t * t / n;
  const double d = mean_of(of.came), r = mean_of(of.missing);
  const double a = r * r - t2 * variance_of(of.missing);
  const double b = d * r - t2 * covariance_of(of.came, of.missing);
  const double c = d * d - t2 * variance_of(of.came);
  if (a <= 0) return std::nullopt;
  const double under = std::max(0.0, b * b - a * c); // below 0 by rounding only
  return Interval{(b - square_root(under)) / a, (b + square_root(under)) / a};
}

using EightBytes = std::array<std::uint8_t, 8>;

EightBytes big_endian(std::uint64_t number) {
  EightBytes out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  return out;
}

std::size_t drawn(std::uint64_t resample, std::uint64_t place, std::size_t of) {
  const EightBytes b = big_endian(resample), i = big_endian(place);
  const crypto::Hash hash = crypto::sha256("firsthand-gain-1\n", crypto::Bytes(b), crypto::Bytes(i));
  std::uint64_t first = 0;
  for (std::size_t at = 0; at < 8; ++at)
    first = first << 8 | hash.bytes[at];
  return static_cast<std::size_t>(first % of);
}

std::optional<Interval> bootstrap_of(const Differences& of) {
  const std::size_t n = of.came.size();
  if (n < least_pairs || n > most_resampled) return std::nullopt;
  std::vector<double> gains;
  for (std::size_t resample = 0; resample < resamples; ++resample) {
    double came = 0, missing = 0;
    for (std::size_t place = 0; place < n; ++place) {
      const std::size_t who = drawn(resample, place, n);
      came += of.came[who], missing += of.missing[who];
    }
    if (missing <= 0) return std::nullopt;
    gains.push_back(came / missing);
  }
  std::sort(gains.begin(), gains.end());
  return Interval{gains[49], gains[1949]}; // the 50th and the 1,950th
}

void count(const BeforeAndAfter& person, CohortGain& out) {
  ++out.enrolled;
  if (person.before && person.after)
    out.pairs.push_back({person.person, *person.before, *person.after, person_gain(*person.before, *person.after)});
  else if (person.before)
    ++out.before_only;
  else
    ++(person.after ? out.after_only : out.neither);
}

} // namespace

CohortGain cohort_gain(std::vector<BeforeAndAfter> people) {
  std::sort(people.begin(), people.end(), [](const auto& a, const auto& b) { return a.person < b.person; });
  CohortGain out;
  for (const BeforeAndAfter& person : people)
    count(person, out);
  const Differences differences = differences_of(out.pairs);
  out.gain = ratio_of(mean_of(differences.came), mean_of(differences.missing));
  out.interval = fieller(differences);
  out.bootstrap = bootstrap_of(differences);
  return out;
}

} // namespace firsthand::report
