#include "engine/report/cut.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace firsthand::report {

Figure CutFigures::per_mille() const {
  if (!points || items.empty()) return std::nullopt;
  return *points / static_cast<double>(items.size()) * 1000;
}

CutFigures cut_figures(std::vector<Rating> ratings) {
  std::sort(ratings.begin(), ratings.end(),
            [](const Rating& a, const Rating& b) { return std::tie(a.judge, a.item) < std::tie(b.judge, b.item); });
  std::map<std::string, double> sums;
  std::map<std::string, std::vector<double>> of_items;
  for (const Rating& rating : ratings) {
    sums[rating.judge] += rating.per_mille / 1000;
    of_items[rating.item].push_back(rating.per_mille / 1000);
  }
  CutFigures out;
  std::vector<double> points;
  for (const auto& [judge, sum] : sums)
    out.judges.push_back({judge, sum}), points.push_back(sum);
  for (const auto& [item, rated] : of_items)
    out.items.push_back({item, mean_of(rated), rated.size() > 1 ? Figure(square_root(variance_of(rated))) : Figure()});
  if (points.empty()) return out;
  out.points = mean_of(points);
  if (points.size() > 1) out.error = square_root(variance_of(points) / static_cast<double>(points.size()));
  return out;
}

} // namespace firsthand::report
