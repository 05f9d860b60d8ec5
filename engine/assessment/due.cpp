#include "engine/assessment/due.h"

#include <algorithm>

namespace firsthand::assessment {

std::optional<std::size_t> due(base::Moment passed, std::optional<base::Moment> last_refresher, base::Moment now) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < refresher_days.size(); ++i) {
    const base::Moment at{passed.milliseconds + refresher_days[i] * day * 1000};
    if (at <= now && (!last_refresher || *last_refresher < at)) found = i;
  }
  return found;
}

// The largest whole number whose square is at most that.
static std::int64_t whole_root(std::int64_t square) {
  std::int64_t low = 0, high = 1'000'000;
  while (low < high) {
    const std::int64_t middle = (low + high + 1) / 2;
    if (middle * middle <= square)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

int recall(std::int64_t seconds, std::int64_t stability_days) {
  constexpr std::int64_t longest = 100 * 365 * day;
  const std::int64_t stable = 81 * std::max<std::int64_t>(stability_days, 1) * day;
  const std::int64_t faded = 19 * std::clamp<std::int64_t>(seconds, 0, longest);
  return static_cast<int>((whole_root(1'000'000 * 100 * stable / (stable + faded)) + 5) / 10); // in ten-thousandths, rounded
}

} // namespace firsthand::assessment
