// Plausibility of a clock, from what the program itself knows.
#include "engine/records/clock_doubt.h"

#include <fmt/format.h>

#include <string>

namespace firsthand::records {

namespace {

constexpr std::int64_t day = 86'400'000;
constexpr std::int64_t year = 31'556'952'000; // of the calendar, on average
constexpr int buddhist_years_ahead = 543;

bool far_ahead(base::Moment says, base::Moment released) {
  return released.milliseconds > 0 && says.milliseconds > released.milliseconds + 20 * year;
}

} // namespace

std::optional<base::Moment> from_buddhist_year(base::Moment moment) {
  std::string text = base::iso_utc(moment);
  if (text.size() != 24) return std::nullopt; // a year of other than four digits
  text.replace(0, 4, fmt::format("{:04}", std::stoi(text.substr(0, 4)) - buddhist_years_ahead));
  if (const auto found = base::parse_iso_utc(text)) return found;
  return base::parse_iso_utc(text.replace(8, 2, "28"));
}

std::optional<ClockDoubt> clock_doubt(base::Moment says, base::Moment released, base::Moment newest) {
  if (says.milliseconds < released.milliseconds - day) return ClockDoubt{ClockFault::before_program, says, {}, std::nullopt};
  if (far_ahead(says, released)) {
    const auto likely = from_buddhist_year(says);
    const bool fits = likely && likely->milliseconds >= released.milliseconds - day && !far_ahead(*likely, released);
    return fits ? ClockDoubt{ClockFault::other_calendar, says, {}, likely} : ClockDoubt{ClockFault::far_ahead, says, {}, std::nullopt};
  }
  // An entry that was itself made under an impossible clock says nothing about this one.
  if (says.milliseconds < newest.milliseconds - day && !far_ahead(newest, released))
    return ClockDoubt{ClockFault::before_record, says, newest, std::nullopt};
  return std::nullopt;
}

} // namespace firsthand::records
