// What a message must not have where an empty word was put into it: quotes with nothing between them, and places left bare.
#pragma once

#include <string>

namespace firsthand::reading_test {

inline bool has_hole(const std::string& message) {
  for (const char* hole : {"“”", "“ ", " ”", "  ", "()", "( ", " )", " ,", " ;"})
    if (message.find(hole) != message.npos) return true;
  return message.empty() || message.front() == ' ' || message.back() == ' ' || message.back() == ':';
}

} // namespace firsthand::reading_test
