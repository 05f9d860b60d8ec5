// Lines of the chain that tell of the list of people: a list that was taken in, a typed person who was joined to a number, and one for
// whom that was taken back. No name and no number stands in them: only the hash of what the rows commit to.
#pragma once

#include "engine/base/json_line.h"
#include "engine/base/moment.h"

#include <optional>
#include <string>
#include <string_view>

namespace firsthand::ledger {

constexpr std::string_view roster_place = "administrative.roster"; // where they stand in the chain, as the turns of an attempt do

namespace act {
constexpr std::string_view roster_imported = "roster-imported";
constexpr std::string_view number_joined = "number-joined"; // by the trainer
constexpr std::string_view number_parted = "number-parted"; // the same
} // namespace act

struct RosterAct {
  std::string what; // one of the words above
  int turn = 0;     // 0, 1, 2 …
  std::int64_t rows = 0;
  std::string list;        // what the rows commit to, 64 hex digits
  std::string workstation; // id
  base::Moment at;
  std::optional<base::Moment> machine; // see Administrative
};

base::Json roster_line(const RosterAct& act);
std::optional<RosterAct> parse_roster_act(std::string_view line); // nothing: it is none, or is not as it must be

} // namespace firsthand::ledger
