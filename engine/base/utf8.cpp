// UTF-8 byte by byte. The well-formed sequences are those of the Unicode standard, table 3-7; nothing is repaired here.
#include "engine/base/utf8.h"

#include <algorithm>
#include <vector>

namespace firsthand::base {
namespace {

struct Sequence {
  int length = 0; // 0: this byte starts nothing
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xBF;
};

// The limits on the second byte are what shuts out overlong forms, surrogates and everything above U+10FFFF.
Sequence sequence_of(unsigned char first) {
  if (first < 0x80) return {1};
  if (first < 0xC2) return {};
  if (first < 0xE0) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first < 0xF4) return {4};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// Most of what is read: a shortcut.
inline bool is_printed_ascii(char c) { return c >= 0x20 && c < 0x7F; }

// The length of the sequence at `at`, 0 if it is broken or cut off.
std::size_t well_formed_length(std::string_view text, std::size_t at) {
  const Sequence sequence = sequence_of(byte_at(text, at));
  const auto length = static_cast<std::size_t>(sequence.length);
  if (length == 0 || text.size() - at < length) return 0;
  if (length == 1) return 1;
  const unsigned char second = byte_at(text, at + 1);
  if (second < sequence.second_low || second > sequence.second_high) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
  return length;
}

struct Span {
  char32_t first, last;
};

// Zero-width space and joiners are not here: Khmer, Thai, Burmese and Indic text needs them.
constexpr Span unwanted[] = {
    {0x00, 0x08},     {0x0B, 0x1F},     {0x7F, 0x9F},      // controls, but tab and line feed
    {0x202A, 0x202E}, {0x2066, 0x2069},                    // embeddings, overrides, isolates
    {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F} // a stray byte order mark, annotations, invisible tags
};

bool is_unwanted(char32_t c) {
  return std::any_of(std::begin(unwanted), std::end(unwanted), [c](Span s) { return c >= s.first && c <= s.last; });
}

} // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = is_printed_ascii(text[at]) ? 1 : well_formed_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_unwanted_control(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_printed_ascii(text[at]))
      ++at;
    else if (is_unwanted(next_code_point(text, at)))
      return start;
  }
  return std::nullopt;
}

// Broken bytes are the caller's mistake, but they must not lead outside the text: they come back as U+FFFD, one by one.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  if (at < text.size() && byte_at(text, at) < 0x80) return byte_at(text, at++);
  const std::size_t length = well_formed_length(text, at);
  if (length == 0) return ++at, 0xFFFD;
  const unsigned char first = byte_at(text, at);
  char32_t code = length == 1 ? first : first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i)
    code = (code << 6) | (byte_at(text, at + i) & 0x3Fu);
  at += length;
  return code;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    next_code_point(text, at);
  return count;
}

// Three rows of the usual table. Only words of nearly the same length get that far, so a hostile word costs nothing.
int edit_distance(std::string_view a, std::string_view b, int limit) {
  constexpr std::size_t longest = 256;
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (a == b) return 0;
  if (limit < 0 || gap > static_cast<std::size_t>(limit) || std::max(a.size(), b.size()) > longest) return limit + 1;
  std::vector<int> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last), last.swap(row);
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return std::min(row[b.size()], limit + 1);
}

} // namespace firsthand::base
