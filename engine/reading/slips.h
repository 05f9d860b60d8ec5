// What a person who types YAML gets wrong, looked for in the lines themselves: a parser tells where it lost its way, this
// tells where the slip is. It also finds what a parser accepts and bends: a text cut by " #", by a comma inside { }.
// Inside this room only; must not know what keys mean. Goes over the text once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firsthand::reading {

struct Slip {
  const char* code = "";
  std::size_t at = 0; // byte offset
  std::vector<std::pair<std::string, std::string>> facts;
  bool sure = false;   // a slip even if a parser reads the file; the others only explain why it does not
  bool breaks = false; // what follows cannot be read as it was meant
};

struct Slips {
  std::vector<Slip> all;              // in the order of reading
  std::vector<std::size_t> commented; // where plain values begin that a comment follows in the same line
  std::uint64_t steps = 0;            // signs looked at, for a bound in tests
};

// `text` is valid UTF-8 with '\n' as line end.
Slips find_slips(std::string_view text);

} // namespace firsthand::reading
