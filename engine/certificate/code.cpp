// See code.h.
#include "engine/certificate/code.h"

#include "engine/base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firsthand::certificate {

namespace {

constexpr std::size_t sign_count = 16, group = 4, bits_a_sign = 5;

std::string in_groups(std::string_view signs) {
  std::string grouped;
  for (std::size_t i = 0; i < signs.size(); i += group)
    grouped.append(grouped.empty() ? "" : " ").append(signs.substr(i, group));
  return grouped;
}

// What stands between groups where somebody typed or copied them.
bool between_groups(char32_t c) {
  constexpr std::array others{U'\u00A0', U'\u00AD', U'\u2212', U'\uFEFF'};
  const bool dash_or_space = (c >= 0x2000 && c <= 0x2015) || (c >= 0x2028 && c <= 0x202F);
  return c <= ' ' || c == '-' || c == '_' || c == '.' || dash_or_space || std::find(others.begin(), others.end(), c) != others.end();
}

base::Error no_such_sign(std::string_view sign) {
  return base::fail("code-sign", fmt::format("No code holds “{}”: its signs are the digits 2 to 9 and the letters without I and O.", sign));
}

} // namespace

std::string code_of(const crypto::Hash& entry) {
  const crypto::Hash digest = crypto::sha256(entry);
  std::string signs;
  for (std::size_t sign = 0; sign < sign_count; ++sign) {
    unsigned value = 0;
    for (std::size_t bit = sign * bits_a_sign; bit < (sign + 1) * bits_a_sign; ++bit)
      value = value << 1 | ((digest.bytes[bit / 8] >> (7 - bit % 8)) & 1U);
    signs += code_signs[value];
  }
  return in_groups(signs);
}

base::Result<std::string> read_code(std::string_view typed) {
  if (base::first_invalid_utf8(typed)) return no_such_sign("?");
  std::string signs;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t from = at;
    const char32_t c = base::next_code_point(typed, at);
    if (between_groups(c)) continue;
    const char sign = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    if (c > 'z' || code_signs.find(sign) == code_signs.npos) return no_such_sign(typed.substr(from, at - from));
    signs += sign;
  }
  if (signs.size() != sign_count)
    return base::fail("code-length", fmt::format("A code has {} signs, here are {}.", sign_count, signs.size()));
  return in_groups(signs);
}

} // namespace firsthand::certificate
