// What a record that is only looked at cannot say of itself: whether its newest part is there, and whether it is an earlier copy.
// The same words for verify, station and export.
#pragma once

#include "tools/firsthand/command.h"

#include "engine/storage/database.h"

namespace firsthand::tools {

struct Doubts {
  storage::Completeness completeness = storage::Completeness::whole;
  std::optional<std::int64_t> marked_after; // see storage::Database
  std::optional<records::RolledBack> earlier;
  std::vector<std::string> gone_on; // when somebody went on with it though something was missing, a sentence each

  bool whole() const; // nothing of all that

  bool may_be_short() const; // something may be missing at the end
  std::vector<std::string> sentences() const;
};

base::Result<Doubts> doubts_about(storage::Database& database, const Request& request);

} // namespace firsthand::tools
