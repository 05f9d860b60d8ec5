// Signs that look like others and mean nothing to a reader of YAML: their names and what was meant. Inside this room
// only; must not know what stands in a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace firsthand::reading {

enum class SignKind : std::uint8_t { blank, nothing, quote, dash, colon, comma, bracket };

struct Sign {
  char32_t code = 0;
  SignKind kind = SignKind::nothing;
  const char* name = "";  // "no-break space (U+00A0)"
  const char* meant = ""; // " "
};

// The sign that starts at `at`, if it is a look-alike. `length` becomes its bytes.
const Sign* look_alike(std::string_view text, std::size_t at, std::size_t& length);

// At the beginning or the end of a text; null if an ordinary sign stands there.
const Sign* look_alike_at_start(std::string_view text);
const Sign* look_alike_at_end(std::string_view text, std::size_t& length);

// A text in which an editor has bent straight quotes, as it was meant: with straight ones, without the pair around all of it, and what
// was escaped for the sake of that pair as it reads.
std::string with_straight_quotes(std::string_view text);
// The inside of a pair of these straight quotes as YAML reads it; a backslash that stands for itself is kept.
std::string unescaped(std::string_view inside, char quote);

// The text in the quotes that need the least change.
std::string in_quotes(std::string_view text);

// "๑๒" → "12" if all that is no digit of our own is a digit of another script, and there is one of them.
std::optional<std::string> in_plain_digits(std::string_view text);

} // namespace firsthand::reading
