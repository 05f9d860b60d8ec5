// A finding: a numbered message to an author. The words live in docs/findings/<code>.md, one page a code, which is
// catalogue entry, manual page and test at once; here is only which finding, where, and about what.
#pragma once

#include "engine/model/tree.h"

#include <string>
#include <utility>
#include <vector>

namespace firsthand::model {

enum class Gravity : std::uint8_t { error, warning, note };

// As its page says, or as a note: what a later format asks for is no fault of a file that was written before.
enum class Telling : std::uint8_t { as_listed, as_note };

struct Finding {
  std::string code; // "F0103"
  Where where;
  std::vector<std::pair<std::string, std::string>> facts; // placeholder of the template → value ("key" → "sreen")
  std::string suggestion;                                 // "did you mean" word, or empty
  Telling telling = Telling::as_listed;
};

using Findings = std::vector<Finding>;

} // namespace firsthand::model
