// How long somebody worked at an attempt, from the moments of its entries. Must not know what the entries say.
#pragma once

#include "engine/base/moment.h"

#include <cstdint>
#include <optional>

namespace firsthand::session {

constexpr std::int64_t longest_gap = std::int64_t{5} * 60 * 1000; // milliseconds; longer without an entry: the learner had paused

// What lies between neighbouring entries. Longer than five minutes was a break, or a clock that was set forward, and is left out
// whole; a clock that was set back took no time.
class KeyboardTime {
 public:
  void entry(base::Moment at); // in the order of the entries
  std::int64_t milliseconds() const { return milliseconds_; }
  std::int64_t minutes() const; // rounded

 private:
  std::optional<base::Moment> last_;
  std::int64_t milliseconds_ = 0;
};

} // namespace firsthand::session
