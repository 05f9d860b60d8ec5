// The system's clock, and the stamp of file names.
#include "engine/records/services.h"

#include "engine/platform/platform.h"

#include <chrono>

namespace firsthand::records {

base::Moment SystemClock::machine() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count()};
}

std::int64_t SystemClock::elapsed() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int SystemClock::offset_minutes() { return platform::local_offset_minutes(now().milliseconds / 1000); }

std::string stamp_of(base::Moment moment) {
  std::string stamp;
  for (const char c : base::iso_utc(moment).substr(0, 19))
    if (c != '-' && c != ':') stamp += c;
  return stamp + "Z";
}

} // namespace firsthand::records
