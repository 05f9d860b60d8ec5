// UTF-8 as bytes: valid or not, one code point at a time. No tables, no locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace firsthand::base {

// The offset of the first byte that is not well-formed UTF-8 (surrogates and overlong forms count), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Control characters other than tab and line feed, and the Unicode controls that reorder or hide text (bidi overrides).
std::optional<std::size_t> first_unwanted_control(std::string_view text);

// The code point that starts at `at` (text must be valid) and moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);
std::size_t count_code_points(std::string_view text);

// How alike two words are: the edits between them (insert, delete, replace, swap of neighbours), counted up to `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

// The candidate nearest to `word`, if it is near enough to be a slip of the fingers.
template<class Range> std::optional<std::string> did_you_mean(std::string_view word, const Range& candidates) {
  const int limit = word.size() <= 4 ? 1 : word.size() <= 8 ? 2 : 3;
  std::optional<std::string> best;
  int best_distance = limit + 1;
  for (const auto& candidate : candidates) {
    const int distance = edit_distance(word, candidate, limit);
    if (distance < best_distance) best_distance = distance, best = std::string(candidate);
  }
  return best;
}

} // namespace firsthand::base
