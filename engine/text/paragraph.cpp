// Decoding and splitting. The only place where bytes that are not UTF-8 are seen.
#include "engine/text/paragraph.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace firsthand::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

char32_t decode_one(std::string_view text, std::int32_t& at) {
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  U8_NEXT_OR_FFFD(bytes, at, size, c);
  return static_cast<char32_t>(c);
}

void append(Paragraph& paragraph, char32_t c, std::int32_t byte) {
  const auto from = static_cast<std::uint32_t>(byte);
  if (c > 0xFFFF) {
    paragraph.units.push_back(static_cast<char16_t>(U16_LEAD(c)));
    paragraph.byte_of.push_back(from);
    paragraph.units.push_back(static_cast<char16_t>(U16_TRAIL(c)));
  } else {
    paragraph.units.push_back(static_cast<char16_t>(c));
  }
  paragraph.byte_of.push_back(from);
}

bool ends_paragraph(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

char32_t drawable(char32_t c) {
  if (c == '\t') return ' ';
  return u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR ? replacement : c;
}

void close(std::vector<Paragraph>& all, Paragraph& open, std::int32_t content_end, std::int32_t end) {
  open.byte_of.push_back(static_cast<std::uint32_t>(content_end));
  open.end = static_cast<std::uint32_t>(end);
  all.push_back(std::move(open));
  open = {};
}

} // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  std::vector<Paragraph> all;
  Paragraph open;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    const char32_t c = decode_one(text, at);
    if (!ends_paragraph(c)) {
      append(open, drawable(c), start);
      continue;
    }
    if (c == '\r' && at < size && text[static_cast<std::size_t>(at)] == '\n') ++at;
    close(all, open, start, at);
  }
  close(all, open, size, size);
  return all;
}

Paragraph decode(std::string_view text) {
  Paragraph whole;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    append(whole, decode_one(text, at), start);
  }
  whole.byte_of.push_back(static_cast<std::uint32_t>(size));
  whole.end = static_cast<std::uint32_t>(size);
  return whole;
}

char32_t code_point_at(const std::u16string& units, std::int32_t at) {
  UChar32 c = 0;
  U16_GET(units.data(), 0, at, static_cast<std::int32_t>(units.size()), c);
  return static_cast<char32_t>(c);
}

bool is_ignorable(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool is_hanging_space(char32_t c) { return u_isWhitespace(static_cast<UChar32>(c)) || c == 0x200B; }

} // namespace firsthand::text
