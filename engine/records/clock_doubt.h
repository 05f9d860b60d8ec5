// Can the machine's clock be believed? Nothing is decided about it: training goes on either way, and the record carries both
// times where a person said what day it is.
#pragma once

#include "engine/base/moment.h"

#include <optional>

namespace firsthand::records {

enum class ClockFault : std::uint8_t {
  before_program, // earlier than this version of the program was made
  other_calendar, // about 543 years ahead: somebody set the Buddhist year as if it were the common one
  far_ahead,      // more than twenty years after this version
  before_record   // more than a day earlier than the newest entry
};

struct ClockDoubt {
  ClockFault fault = ClockFault::before_program;
  base::Moment says;
  base::Moment newest;                // entry, if that is the reason
  std::optional<base::Moment> likely; // what was meant, where that can be guessed
};

// `released` 0: not known; `newest` 0: no entry yet.
std::optional<ClockDoubt> clock_doubt(base::Moment says, base::Moment released, base::Moment newest);

// The same day and time 543 years earlier; 29 February becomes the 28th where that year has none.
std::optional<base::Moment> from_buddhist_year(base::Moment moment);

} // namespace firsthand::records
