// Lines of the chain that tell of decisions: two people decided afterwards what the result of a test counts as. What was sealed of the
// attempt stays as it is. People stand in them by their ids alone, so that a name can be erased.
#pragma once

#include "engine/base/json_line.h"
#include "engine/base/moment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ledger {

constexpr std::string_view ruling_kind = "decision";  // of the entry, and in the line
constexpr std::string_view ruling_place = "decision"; // where they stand in the chain, as the turns of an attempt do

// What a result counts as: a verdict, or nothing at all.
namespace counts_as {
constexpr std::string_view passed = "passed", failed = "failed", nothing = "void";
}

struct Ruling {
  int turn = 0;                // 0, 1, 2 … over all decisions
  std::string attempt;         // id: on its result
  std::string from, to;        // what it counted as until then, and from then on; never the same
  std::string code;            // why, a word
  std::vector<std::string> by; // ids of two people
  std::string workstation;     // id
  base::Moment at;
  std::optional<base::Moment> machine = {}; // see Administrative
};

struct SealedRuling {
  std::int64_t seq = 0; // of the entry
  Ruling ruling;
};

bool is_ruling(std::string_view line); // cheap; says nothing of the rest of it
base::Json ruling_line(const Ruling& ruling);
std::optional<Ruling> parse_ruling(std::string_view line); // nothing: it is none, or is not as it must be

} // namespace firsthand::ledger
