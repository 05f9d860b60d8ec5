// When what was passed is practised again, and how much of it is likely still there. Never changes a pass.
#pragma once

#include "engine/base/moment.h"

#include <array>
#include <optional>

namespace firsthand::assessment {

constexpr std::int64_t day = 24 * 60 * 60;
constexpr std::array<std::int64_t, 3> refresher_days{30, 90, 180}; // after the pass

// The refresher that is due now (its place in the table), given when the last one ended; nothing if none is. Of several that were missed
// only the latest.
std::optional<std::size_t> due(base::Moment passed, std::optional<base::Moment> last_refresher, base::Moment now);

// Per mille that is still known after `seconds`, by the power curve 1/√(1 + 19t/81S), S in days (30 at first).
int recall(std::int64_t seconds, std::int64_t stability_days = 30);

} // namespace firsthand::assessment
