// What an attempt came to that ended with a verdict, or with a test handed in that has none, as the line that ends it seals it: whoever
// reads a record later needs neither the content nor the rules of play to tell it. Words and whole numbers only.
//   "rules" [[rule, kept | broken | follows, fatal | major | minor, competency] …], one for each thing that a rule was about; follows:
//   broken
//           by an act that broke something graver, and costs nothing
// of a test besides, in thousandths of points:
//   "won" "of"   "cut" per mille that passes   "guess" what random answers would have won   "dangers" [competency of each that was chosen
//   …] "most" dangers that pass; left out: any number   "by" [[competency, won, of, wholly right, least of them that pass] …]
#pragma once

#include "engine/base/json_line.h"
#include "engine/session/session.h"

#include <optional>

namespace firsthand::session {

constexpr const char* sum_key = "sum";
constexpr const char* sum_time_key = "ms"; // in it: milliseconds at the keyboard, of KeyboardTime; from the moments of the lines

constexpr std::int64_t sum_point = 1000; // what is one point in it

// Nothing of what was given up.
std::optional<base::Json> sum_words(const Prepared& prepared, const Attempt& attempt);

// One competency of a test as a line tells it.
struct SumPart {
  std::string competency;
  std::int64_t won = 0, of = 0, right = 0, least = 0;
};
std::vector<SumPart> sum_parts(const base::Json& sum); // of a lesson, and of a line without sum, none
// The rules of that severity that were broken, each once, as they stand; "" is any severity. What only follows is none.
std::vector<std::string> broken_rules(const base::Json& sum, std::string_view severity);

} // namespace firsthand::session
