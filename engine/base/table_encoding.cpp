#include "engine/base/table_encoding.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>

namespace firsthand::base {

namespace {

unsigned char unsigned_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

void append_utf8(std::string& out, char32_t c) {
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) return add(0xC0 | c >> 6), add(0x80 | (c & 0x3F));
  if (c < 0x10000) return add(0xE0 | c >> 12), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
  add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 0x3F)), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
}

// A line ends with CR LF, with LF, or on old Macs with CR.
std::string with_line_feeds(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::size_t to = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    text[to++] = text[at] == '\r' ? '\n' : text[at];
  }
  text.resize(to);
  return text;
}

DecodedTable faulty(TableFault::Kind kind, std::size_t line, std::string says) {
  return {{}, TableEncoding::utf8, TableFault{kind, line, 0, std::move(says)}};
}

enum class ByteOrder { little, big };

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const char32_t first = unsigned_at(bytes, at), second = unsigned_at(bytes, at + 1);
  return order == ByteOrder::little ? first | second << 8 : first << 8 | second;
}

DecodedTable decode_utf16(std::string_view bytes, ByteOrder order) {
  const auto broken = [](const std::string& text) {
    return faulty(TableFault::Kind::encoding, line_at(text, text.size()),
                  "this UTF-16 text is cut or damaged; save the sheet again as \"CSV UTF-8\"");
  };
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    if (at + 1 == bytes.size()) return broken(text);
    char32_t c = unit_at(bytes, at, order);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit_at(bytes, at += 2, order);
      if (low < 0xDC00 || low > 0xDFFF) return broken(text);
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    if (c >= 0xD800 && c < 0xE000) return broken(text);
    append_utf8(text, c);
  }
  return {std::move(text), TableEncoding::utf16, std::nullopt};
}

// 0: nothing stands for this byte.
char32_t thai_windows_sign(unsigned char byte) {
  constexpr std::array<char32_t, 7> quotes{0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014};
  if (byte < 0x80) return byte;
  if (byte == 0x80) return 0x20AC;
  if (byte == 0x85) return 0x2026;
  if (byte >= 0x91 && byte <= 0x97) return quotes[byte - 0x91U];
  if (byte == 0xA0) return 0xA0;
  const bool letter = (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
  return letter ? 0x0E00U + byte - 0xA0U : 0;
}

// What stands above or below a consonant. In another page of Windows these bytes are letters, and stand behind Latin ones.
bool is_thai_mark(char32_t c) { return c == 0xE31 || (c >= 0xE34 && c <= 0xE3A) || (c >= 0xE47 && c <= 0xE4E); }
bool can_carry_mark(char32_t c) { return (c >= 0xE01 && c <= 0xE2E) || is_thai_mark(c); }

DecodedTable decode_thai_windows(std::string_view bytes) {
  std::string text;
  char32_t before = 0;
  bool is_thai = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char32_t c = thai_windows_sign(unsigned_at(bytes, at));
    if ((c == 0 && bytes[at] != 0) || (is_thai_mark(c) && !can_carry_mark(before)))
      return faulty(TableFault::Kind::encoding, line_at(bytes, at),
                    "a letter here is neither UTF-8 nor of the Thai Windows code page; save the sheet as \"CSV UTF-8\"");
    is_thai = is_thai || (c >= 0xE01 && c <= 0xE2E);
    append_utf8(text, c);
    before = c;
  }
  if (is_thai) return {std::move(text), TableEncoding::thai_windows, std::nullopt};
  return faulty(TableFault::Kind::encoding, 0, "the letters are not UTF-8; save the sheet as \"CSV UTF-8\"");
}

DecodedTable decode_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes.substr(2), ByteOrder::little);
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes.substr(2), ByteOrder::big);
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  if (marked) bytes.remove_prefix(3);
  const auto broken = first_invalid_utf8(bytes);
  if (!broken) return {std::string(bytes), TableEncoding::utf8, std::nullopt};
  if (!marked && bytes.find('\0') == std::string_view::npos) return decode_thai_windows(bytes);
  return faulty(TableFault::Kind::encoding, line_at(bytes, *broken), "a letter here is not UTF-8; save the sheet again as \"CSV UTF-8\"");
}

bool is_workbook(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"); }

} // namespace

std::size_t line_at(std::string_view text, std::size_t offset) {
  const auto count = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n');
  return static_cast<std::size_t>(count) + 1;
}

DecodedTable decode_table(std::string_view bytes) {
  if (is_workbook(bytes))
    return faulty(TableFault::Kind::workbook, 0, "this is a workbook, not a list; open it and save the sheet as \"CSV UTF-8\"");
  DecodedTable decoded = decode_bytes(bytes);
  if (decoded.fault) return decoded;
  decoded.text = with_line_feeds(std::move(decoded.text));
  if (const auto control = first_unwanted_control(decoded.text))
    decoded.fault = TableFault{TableFault::Kind::control, line_at(decoded.text, *control), 0,
                               "there is a sign here that cannot be seen, or that turns the order of letters; type the cell again"};
  return decoded;
}

} // namespace firsthand::base
