// A final of several parts is passed when each of them is, within a time of each other. Pure.
#pragma once

#include "engine/base/moment.h"

#include <optional>
#include <vector>

namespace firsthand::session {

// One pass of one part. Supervised: in a supervised session.
struct PartPassed {
  std::size_t part = 0; // which
  base::Moment at;
  bool supervised = false;
};

struct FinalPassed {
  base::Moment at;         // the first moment at which all parts were passed
  bool supervised = false; // each part was, within the time as well
};

// `within`: how far the parts may lie apart; 0: that does not matter. Nothing: not passed.
std::optional<FinalPassed> final_passed(std::size_t parts, std::vector<PartPassed> passes, base::Seconds within);

// The same of the passes of one person, as they come in any order: what each of them makes of the final.
class FinalTally {
 public:
  enum class Brings : std::uint8_t { part, unsupervised, supervised }; // part: the final is not passed by it, or was before
  Brings add(std::size_t parts, PartPassed pass, base::Seconds within);

 private:
  std::vector<PartPassed> passes_;
};

} // namespace firsthand::session
