// What a handed-in test comes to: points, competencies, dangers, and whether it is passed. Parts are joined by "and", never averaged.
#pragma once

#include "engine/assessment/guess.h"
#include "engine/model/test.h"

#include <map>

namespace firsthand::assessment {

struct CompetencyResult {
  model::Id competency;
  int won = 0, of = 0; // in thousandths of points
  int right = 0;       // wholly
  int minimum = 0;     // of them at least; 0: none
  bool reached() const { return right >= minimum; }
};

struct TestResult {
  bool handed_in = false;
  int won = 0, of = 0, cut = 0;               // thousandths of points; the cut per mille
  int guess = 0;                              // what random answers would have won
  std::vector<CompetencyResult> competencies; // in the order of the test
  std::vector<model::Id> dangers;             // the competency of each dangerous option that was chosen
  int most_dangers = -1;                      // -1: any number

  // One question more: what its answer is worth, and how many dangerous options it has.
  void add(const model::Item& item, int worth, std::size_t dangerous);
  bool minima_reached() const;
  bool passed() const; // handed in ∧ 1000·won ≥ cut·of ∧ minima ∧ dangers
};

// `items`: the form; what was not answered stands in it and is worth nothing.
TestResult result_of(const model::Test& test, const std::vector<const model::Item*>& items, const std::map<model::Id, Answer>& answers,
                     bool handed_in, const Positions& positions = {});

} // namespace firsthand::assessment
