// A condition as an author writes it: a mapping is "and", a list of values "any of", a list of mappings "or", `not:` the
// contrary. No arithmetic, no scripts. Paths have at most two parts: "lock", "in.leak", "with.present".
#pragma once

#include "engine/base/moment.h"
#include "engine/model/tree.h"

namespace firsthand::model {

using Id = std::string; // a word: a-z, 0-9, hyphens; begins with a letter

// A gauge's amount: one unit is 86,400,000 quanta, so every rate with three decimals per second, minute, hour or day is a
// whole number of quanta a second.
using Quanta = std::int64_t;
constexpr Quanta quanta_per_unit = 86'400'000;
constexpr std::int64_t most_read = 2'000'000'000; // whole units that a cue can show of a gauge

enum class Compare : std::uint8_t { is_one_of, at_most, at_least, below, above };

struct Condition {
  enum class Kind : std::uint8_t { always, all, any, none, test };
  Kind kind = Kind::always;
  std::vector<Condition> parts; // of all, any, none (none = not one of the parts holds)

  // of a test
  std::string path;
  Compare compare = Compare::is_one_of;
  std::vector<Id> values; // words; for a relation "none", "any" or entity ids
  Quanta quanta = 0;      // for a gauge
  Where where;
};

} // namespace firsthand::model
