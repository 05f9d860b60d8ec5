// Is every attempt there? The first line of each holds which try it is of its person and scenario. Looks at nothing else.
#pragma once

#include "engine/storage/database.h"

#include <string>
#include <vector>

namespace firsthand::records {

struct NumberGap {
  std::string person, scenario; // ids; person "" is a guest
  std::int64_t number = 0;
  std::int64_t times = 0; // 0: it is missing; more than 1: it is there that often

  std::string message(std::string_view name) const; // a sentence; `name` of the person, or ""
};

// At most 100, in the order of persons and scenarios. Attempts that branch off another one have no number of their own.
base::Result<std::vector<NumberGap>> number_gaps(storage::Database& database);

} // namespace firsthand::records
