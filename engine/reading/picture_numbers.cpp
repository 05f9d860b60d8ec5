// Decimal digits to fixed point by whole numbers only; roots and sines without a mathematics library, whose last digits
// differ between systems.
#include "engine/reading/picture_numbers.h"

#include <algorithm>

namespace firsthand::reading {
namespace {

constexpr std::size_t longest_number = 60; // drawers cut longer ones

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Decimal {
  std::int64_t digits = 0;
  int exponent = 0; // of ten
  bool any = false;
};

void take_digits(std::string_view text, std::size_t& at, Decimal& number, bool fraction) {
  for (; at < text.size() && is_digit(text[at]); ++at) {
    number.any = true;
    const bool room = number.digits < 100'000'000'000;
    if (room) number.digits = number.digits * 10 + (text[at] - '0');
    number.exponent += (room ? 0 : 1) - (fraction ? 1 : 0);
  }
}

// "e5" behind a number; an `e` without digits is none.
void take_exponent(std::string_view text, std::size_t& at, Decimal& number) {
  if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) return;
  std::size_t digit = at + 1;
  const bool negative = digit < text.size() && text[digit] == '-';
  if (digit < text.size() && (text[digit] == '-' || text[digit] == '+')) ++digit;
  if (digit >= text.size() || !is_digit(text[digit])) return;
  int exponent = 0;
  for (; digit < text.size() && is_digit(text[digit]); ++digit)
    exponent = std::min(exponent * 10 + (text[digit] - '0'), 1000);
  number.exponent += negative ? -exponent : exponent;
  at = digit;
}

Fixed fixed_of(Decimal number, Fixed one) {
  Fixed value = number.digits * one; // below 10^12 times 2^20
  for (; number.exponent > 0 && value > 0 && value < fixed_limit; --number.exponent)
    value *= 10;
  for (; number.exponent < 0 && value > 0; ++number.exponent)
    value /= 10;
  return std::min(value, fixed_limit);
}

} // namespace

bool is_picture_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

void skip_separators(std::string_view& text) {
  while (!text.empty() && (is_picture_space(text.front()) || text.front() == ','))
    text.remove_prefix(1);
}

std::optional<Fixed> take_number(std::string_view& text, Fixed one) {
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) ++at;
  Decimal number;
  take_digits(text, at, number, false);
  if (at < text.size() && text[at] == '.') take_digits(text, ++at, number, true);
  if (!number.any) return std::nullopt;
  take_exponent(text, at, number);
  if (at > longest_number) return std::nullopt;
  text.remove_prefix(at);
  return negative ? -fixed_of(number, one) : fixed_of(number, one);
}

std::optional<Fixed> read_length(std::string_view value) {
  const auto number = take_number(value);
  return number && (value.empty() || value == "px") ? number : std::nullopt;
}

std::optional<std::vector<Fixed>> read_numbers(std::string_view value, Fixed one) {
  std::vector<Fixed> numbers;
  for (skip_separators(value); !value.empty(); skip_separators(value)) {
    const auto number = take_number(value, one);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::int64_t whole_root(std::int64_t square) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 31; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= square) root += bit;
  return root;
}

Turn turn_of(Fixed degrees) {
  const Fixed circle = 360 * fixed_one;
  const Fixed angle = (degrees % circle + circle) % circle;
  // Of the first quarter, by its series in 1/2^30.
  const auto sine = [](Fixed quarter) {
    const std::int64_t one = std::int64_t{1} << 30;
    const std::int64_t x = quarter * 18'740'330 / fixed_one; // π / 180 in 1/2^30
    const std::int64_t square = x * x / one;
    std::int64_t term = x, sum = x;
    for (int i = 2; i <= 12; i += 2)
      term = -term * square / one / (i * (i + 1)), sum += term;
    return sum >> 10;
  };
  const Fixed right = 90 * fixed_one;
  const auto any = [&](Fixed at) {
    const Fixed rest = at % right;
    const std::int64_t value = (at / right) % 2 == 0 ? sine(rest) : sine(right - rest);
    return at / right < 2 ? value : -value;
  };
  return {any(angle), any((angle + right) % circle)};
}

} // namespace firsthand::reading
