// Names as people type and paste them. What looks the same to a reader has one key, however it was typed; what cannot be seen
// is no part of a name. Knows no person and no length that is allowed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace firsthand::text {

struct VisibleName {
  std::string shown;    // composed, blanks joined to one, nothing invisible; empty if there is nothing to see
  std::string key;      // equal for names that look the same or differ in capitals only; for comparing, never shown
  int letters = 0;      // code points of `shown`
  bool unseen = false;  // something stood there, and nothing of it can be seen
  char32_t foreign = 0; // the first sign that is no letter, figure or punctuation of a script (an emoji, one that is not assigned)
};

// `typed` is valid UTF-8. Giving `shown` in again changes nothing.
VisibleName visible_name(std::string_view typed);

} // namespace firsthand::text
