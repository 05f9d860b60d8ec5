// A code that scripts and tests may rely on: one of codes.def, checked while compiling. Knows no sentence.
#pragma once

#include <string_view>

namespace firsthand::base {

constexpr std::string_view codes[] = {
#define FH_CODE(text) text,
#include "engine/base/codes.def"
#undef FH_CODE
};

class Code {
 public:
  consteval Code(const char* text) : text_(text) {
    for (const std::string_view code : codes)
      if (code == text_) return;
    throw "this code does not stand in engine/base/codes.def";
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

} // namespace firsthand::base
