// Numbers of a picture in fixed point: the same on every machine, and never too large for the sums made with them.
// Knows nothing of SVG but how it writes a number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace firsthand::reading {

using Fixed = std::int64_t; // 1/1024 of a unit

constexpr Fixed fixed_one = 1024;
constexpr Fixed fixed_limit = Fixed{1} << 40; // where reading saturates: beyond every range that a picture may use
constexpr Fixed fine_one = 1 << 20;           // factors count finer

// Takes one number from the front of `text` ("-.5", "1e3"), in 1/`one`. Nothing if none stands there; `text` is then unchanged.
std::optional<Fixed> take_number(std::string_view& text, Fixed one = fixed_one);
// A whole value, `px` behind it allowed.
std::optional<Fixed> read_length(std::string_view value);
// Numbers between spaces and commas; nothing if anything else is among them.
std::optional<std::vector<Fixed>> read_numbers(std::string_view value, Fixed one = fixed_one);

bool is_picture_space(char c);
void skip_separators(std::string_view& text); // spaces and commas

std::int64_t whole_root(std::int64_t square); // the whole part of the root of a number that is not negative

struct Turn {
  std::int64_t sine, cosine; // in 1/fine_one
};
Turn turn_of(Fixed degrees); // any number of degrees up to fixed_limit

} // namespace firsthand::reading
