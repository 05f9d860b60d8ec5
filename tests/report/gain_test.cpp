#include "engine/crypto/hash.h"
#include "engine/report/gain.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

using namespace firsthand::report;

namespace {

std::vector<BeforeAndAfter> people(const std::vector<std::pair<int, int>>& results) {
  std::vector<BeforeAndAfter> out;
  for (const auto& [before, after] : results)
    out.push_back({"p" + std::to_string(100 + out.size()), before < 0 ? Figure() : Figure(before), after < 0 ? Figure() : Figure(after)});
  return out;
}

const std::vector<std::pair<int, int>> vector_pairs{{400, 750}, {500, 800}, {350, 700}, {600, 850}, {450, 400}, {550, 900}};

} // namespace

TEST_CASE("gain: the vector comes out to its last digit") {
  const CohortGain gain = cohort_gain(people(vector_pairs));
  std::string persons;
  for (const PersonGain& pair : gain.pairs)
    persons += in_figures(pair.gain) + " ";
  CHECK(persons == ".583 .600 .538 .625 −.111 .778 ");
  CHECK(in_figures(gain.gain) == ".492");
  CHECK(in_figures(gain.interval) == "[.180, .834]");
  CHECK(in_figures(gain.bootstrap) == "[.246, .667]");
}

TEST_CASE("gain: the bootstrap draws by hashes as it is written down") {
  std::vector<std::pair<int, int>> pairs{{100, 900}, {200, 300}, {700, 750}, {50, 800}, {600, 590}, {333, 777}, {512, 641}};
  std::vector<double> gains;
  for (int b = 0; b < 2000; ++b) {
    double came = 0, missing = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      std::string drawn("firsthand-gain-1\n" + std::string(16, '\0'));
      drawn[17 + 6] = static_cast<char>(b / 256), drawn[17 + 7] = static_cast<char>(b % 256), drawn[17 + 15] = static_cast<char>(i);
      const auto hash = firsthand::crypto::sha256(drawn).bytes;
      std::size_t rest = 0; // of the first eight bytes as a number
      for (std::size_t at = 0; at < 8; ++at)
        rest = (rest * 256 + hash[at]) % pairs.size();
      came += pairs[rest].second - pairs[rest].first, missing += 1000 - pairs[rest].first;
    }
    gains.push_back(came / missing);
  }
  std::sort(gains.begin(), gains.end());
  REQUIRE(gains[49] < gains[50]);
  const CohortGain gain = cohort_gain(people(pairs));
  CHECK(gain.bootstrap->low == doctest::Approx(gains[50 - 1]).epsilon(1e-12));
  CHECK(gain.bootstrap->high == doctest::Approx(gains[1950 - 1]).epsilon(1e-12));
}

TEST_CASE("gain: where all gained the same the interval is that gain") {
  for (int step = 0; step < 150; ++step) {
    std::vector<BeforeAndAfter> all = people(std::vector<std::pair<int, int>>(7, {0, 0}));
    for (BeforeAndAfter& each : all)
      each.before = step / 0.37, each.after = 1000 - (1000 - *each.before) / 3;
    const CohortGain gain = cohort_gain(all);
    REQUIRE(gain.interval);
    CHECK(gain.interval->low == doctest::Approx(*gain.gain));
    CHECK(gain.interval->high == doctest::Approx(*gain.gain));
  }
}

TEST_CASE("gain: the persons' order makes no difference, to the last bit") {
  std::vector<BeforeAndAfter> turned = people(vector_pairs);
  std::reverse(turned.begin(), turned.end());
  const CohortGain one = cohort_gain(people(vector_pairs)), other = cohort_gain(turned);
  CHECK(*one.gain == *other.gain);
  CHECK(one.interval->low == other.interval->low);
  CHECK(one.bootstrap->high == other.bootstrap->high);
  CHECK(one.pairs.front().person == other.pairs.front().person);
}

TEST_CASE("gain: who has one result is counted, and no more") {
  const CohortGain gain = cohort_gain(people({{400, 750}, {500, -1}, {-1, 700}, {-1, -1}, {-1, 3}}));
  CHECK(gain.enrolled == 5);
  CHECK(gain.pairs.size() == 1);
  CHECK(gain.before_only == 1);
  CHECK(gain.after_only == 2);
  CHECK(gain.neither == 1);
  CHECK(in_figures(gain.gain) == ".583");
  CHECK_FALSE(gain.interval);
}

TEST_CASE("gain: no interval below five pairs, or where it would have no end") {
  std::vector<std::pair<int, int>> pairs(vector_pairs.begin(), vector_pairs.begin() + 4);
  CHECK_FALSE(cohort_gain(people(pairs)).interval);
  CHECK_FALSE(cohort_gain(people(pairs)).bootstrap);
  pairs.push_back(vector_pairs[4]);
  CHECK(cohort_gain(people(pairs)).interval);
  CHECK_FALSE(cohort_gain(people({{1000, 1000}, {1000, 1000}, {1000, 1000}, {1000, 990}, {0, 1000}})).interval); // A ≤ 0
}

TEST_CASE("gain: what cannot be said is a dash") {
  CHECK(in_figures(cohort_gain({}).gain) == "–");
  const CohortGain full = cohort_gain(people({{1000, 1000}, {1000, 900}, {0, 0}}));
  CHECK(in_figures(full.pairs[0].gain) == "–");
  CHECK(in_figures(full.pairs[1].gain) == "−.100");
  CHECK(in_figures(full.pairs[2].gain) == "0");
  const CohortGain all = cohort_gain(people(std::vector<std::pair<int, int>>(6, {1000, 1000})));
  CHECK(in_figures(all.gain) == "–");
  CHECK(in_figures(all.interval) == "–");
  CHECK(in_figures(all.bootstrap) == "–");
}

TEST_CASE("gain: at both ends of the interval the difference is just not zero, and the gain lies between") {
  std::uint32_t state = 5;
  const auto below = [&state](int n) {
    return static_cast<int>(((state = state * 1664525 + 1013904223) >> 8) % static_cast<std::uint32_t>(n));
  };
  for (int round = 0; round < 40; ++round) {
    std::vector<std::pair<int, int>> pairs;
    for (int i = 0; i < 5 + below(30); ++i)
      pairs.emplace_back(below(800), below(1001));
    while (pairs.size() < 5)
      pairs.emplace_back(100, 500 + below(100));
    const CohortGain gain = cohort_gain(people(pairs));
    if (!gain.interval) continue;
    CHECK(gain.interval->low <= *gain.gain);
    CHECK(gain.interval->high >= *gain.gain);
    for (const double g : {gain.interval->low, gain.interval->high}) {
      std::vector<double> left; // d − g r
      for (const auto& [before, after] : pairs)
        left.push_back(after - before - g * (1000 - before));
      const double n = static_cast<double>(left.size());
      const double t = mean_of(left) / std::sqrt(variance_of(left) / n);
      CHECK(std::fabs(t) == doctest::Approx(student_975(left.size() - 1)).epsilon(1e-6));
    }
  }
}

TEST_CASE("gain: Student's t as in the tables") {
  CHECK(student_975(1) == doctest::Approx(12.7062).epsilon(1e-5));
  CHECK(student_975(2) == doctest::Approx(4.30265).epsilon(1e-5));
  CHECK(student_975(3) == doctest::Approx(3.18245).epsilon(1e-5));
  CHECK(student_975(4) == doctest::Approx(2.77645).epsilon(1e-5));
  CHECK(student_975(5) == doctest::Approx(2.57058).epsilon(1e-5));
  CHECK(student_975(29) == doctest::Approx(2.04523).epsilon(1e-5));
  CHECK(student_975(100) == doctest::Approx(1.98397).epsilon(1e-5));
  CHECK(student_975(20000) == doctest::Approx(1.96008).epsilon(1e-5));
}
