// How many points pass, as judges see it (Angoff): each says of every item of a form how many of a thousand people who are just good enough
// would get it right. Knows no form and no record.
#pragma once

#include "engine/report/figures.h"

#include <string>
#include <vector>

namespace firsthand::report {

struct Rating {
  std::string judge, item;
  double per_mille = 0;
};

constexpr std::size_t least_judges = 6; // below, a cut is provisional

struct CutFigures {
  struct Judge {
    std::string name;
    double points = 0; // of all items
  };
  struct Item {
    std::string name;
    double mean = 0;  // points
    Figure deviation; // between judges
  };
  std::vector<Judge> judges; // by name
  std::vector<Item> items;   // by name
  Figure points, error;      // the mean of the judges' sums, and its standard error
  Figure per_mille() const;  // of all points
};

// Each judge has rated each item once. The order of the ratings makes no difference.
CutFigures cut_figures(std::vector<Rating> ratings);

} // namespace firsthand::report
