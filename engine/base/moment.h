// Whole seconds of scene time, and instants of wall time, as integers. Only what happens, never what time it is: there is
// no `now` here. Scene time starts at 0 when the scenario starts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace firsthand::base {

using Seconds = std::int32_t; // scene time or a duration; at most about 60 years of scene time fits

constexpr Seconds never = -1; // a timer that is not armed, a setting that says "never"

// An instant of wall time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Moment {
  std::int64_t milliseconds = 0;
  friend auto operator<=>(const Moment&, const Moment&) = default;
};

// A wall-clock start with the offset that the scenario states ("2026-03-04 09:10 +07:00").
struct LocalStart {
  Moment at;
  int offset_minutes = 0;
};

std::string iso_utc(Moment moment);                              // 2026-11-22T13:05:09.120Z
std::string iso_local(Moment moment, int offset_minutes);        // 2026-11-22T20:05:09+07:00
std::optional<Moment> parse_iso_utc(std::string_view text);      // the form that iso_utc writes
std::optional<LocalStart> parse_local_start(std::string_view t); // 2026-03-04 09:10 +07:00

std::string clock_of(const LocalStart& start, Seconds scene); // 09:14:40, local to the scene
int day_of(const LocalStart& start, Seconds scene);           // the same clock's day, 1 for that of the start
std::string elapsed(Seconds scene);                           // 04:10, or 1:04:10 from an hour on

// "30 s", "5 min", "2 h", "3 d", "1 min 30 s"; "never" gives base::never. Nothing else is accepted.
std::optional<Seconds> parse_duration(std::string_view text);
std::string duration_words(Seconds seconds); // the same form, largest units first

} // namespace firsthand::base
