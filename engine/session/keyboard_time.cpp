// An entry may state any moment, the first and the last that there are: gaps are unsigned.
#include "engine/session/keyboard_time.h"

namespace firsthand::session {

namespace {

constexpr std::int64_t one_minute = 60'000;

} // namespace

void KeyboardTime::entry(base::Moment at) {
  if (last_ && at > *last_) {
    const auto gap = static_cast<std::uint64_t>(at.milliseconds) - static_cast<std::uint64_t>(last_->milliseconds);
    if (gap <= std::uint64_t{longest_gap}) milliseconds_ += static_cast<std::int64_t>(gap);
  }
  last_ = at;
}

std::int64_t KeyboardTime::minutes() const { return (milliseconds_ + one_minute / 2) / one_minute; }

} // namespace firsthand::session
