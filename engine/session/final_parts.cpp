// See final_parts.h.
#include "engine/session/final_parts.h"

#include <algorithm>
#include <set>

namespace firsthand::session {

namespace {

// The first of the passes, in order of time, with which each part was passed not longer than `within` before.
std::optional<base::Moment> whole_at(std::size_t parts, const std::vector<PartPassed>& passes, base::Seconds within) {
  for (const PartPassed& last : passes) {
    std::set<std::size_t> there;
    for (const PartPassed& each : passes) {
      const std::int64_t before = last.at.milliseconds - each.at.milliseconds;
      if (before >= 0 && (within == 0 || before <= std::int64_t{within} * 1000)) there.insert(each.part);
    }
    if (there.size() >= parts) return last.at;
  }
  return std::nullopt;
}

} // namespace

std::optional<FinalPassed> final_passed(std::size_t parts, std::vector<PartPassed> passes, base::Seconds within) {
  std::stable_sort(passes.begin(), passes.end(), [](const PartPassed& one, const PartPassed& other) { return one.at < other.at; });
  const auto at = whole_at(parts, passes, within);
  if (!at || parts == 0) return std::nullopt;
  std::erase_if(passes, [](const PartPassed& each) { return !each.supervised; });
  return FinalPassed{*at, whole_at(parts, passes, within).has_value()};
}

FinalTally::Brings FinalTally::add(std::size_t parts, PartPassed pass, base::Seconds within) {
  const auto before = final_passed(parts, passes_, within);
  passes_.push_back(pass);
  const auto now = final_passed(parts, passes_, within);
  if (!now || (before && before->supervised == now->supervised)) return Brings::part;
  return now->supervised ? Brings::supervised : Brings::unsupervised;
}

} // namespace firsthand::session
