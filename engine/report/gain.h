// What a course brought: the results of the same people before and after. Pairs only; who has one result is counted. Knows no record.
#pragma once

#include "engine/report/figures.h"

#include <cstdint>
#include <string>
#include <vector>

namespace firsthand::report {

struct BeforeAndAfter {
  std::string person;
  Figure before, after; // per mille; nothing: not taken
};

struct PersonGain {
  std::string person;
  double before = 0, after = 0;
  Figure gain; // c: of what was missing, how much came; of what was there, how much went (negative); nothing where both are full
};

struct CohortGain {
  std::size_t enrolled = 0, before_only = 0, after_only = 0, neither = 0;
  std::vector<PersonGain> pairs;     // by person
  Figure gain;                       // G: the mean of what came over the mean of what was missing
  std::optional<Interval> interval;  // 95 %, Fieller's; nothing for fewer than 5 pairs, or where it has no end
  std::optional<Interval> bootstrap; // a check of it; drawn by hashes, so that it is the same at every run. Nothing beyond 2,000 pairs
};

CohortGain cohort_gain(std::vector<BeforeAndAfter> people);

} // namespace firsthand::report
