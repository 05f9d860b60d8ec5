// The table of look-alikes. Names are those of the Unicode standard, in small letters.
#include "engine/reading/signs.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <utility>

namespace firsthand::reading {
namespace {

constexpr Sign look_alikes[] = {
    {0x00A0, SignKind::blank, "no-break space (U+00A0)", " "},
    {0x00AD, SignKind::nothing, "soft hyphen (U+00AD)", ""},
    {0x1680, SignKind::blank, "ogham space (U+1680)", " "},
    {0x2000, SignKind::blank, "en quad (U+2000)", " "},
    {0x2001, SignKind::blank, "em quad (U+2001)", " "},
    {0x2002, SignKind::blank, "en space (U+2002)", " "},
    {0x2003, SignKind::blank, "em space (U+2003)", " "},
    {0x2004, SignKind::blank, "three-per-em space (U+2004)", " "},
    {0x2005, SignKind::blank, "four-per-em space (U+2005)", " "},
    {0x2006, SignKind::blank, "six-per-em space (U+2006)", " "},
    {0x2007, SignKind::blank, "figure space (U+2007)", " "},
    {0x2008, SignKind::blank, "punctuation space (U+2008)", " "},
    {0x2009, SignKind::blank, "thin space (U+2009)", " "},
    {0x200A, SignKind::blank, "hair space (U+200A)", " "},
    {0x200B, SignKind::nothing, "zero-width space (U+200B)", ""},
    {0x200C, SignKind::nothing, "zero-width non-joiner (U+200C)", ""},
    {0x200D, SignKind::nothing, "zero-width joiner (U+200D)", ""},
    {0x200E, SignKind::nothing, "left-to-right mark (U+200E)", ""},
    {0x200F, SignKind::nothing, "right-to-left mark (U+200F)", ""},
    {0x2010, SignKind::dash, "hyphen (U+2010)", "-"},
    {0x2011, SignKind::dash, "non-breaking hyphen (U+2011)", "-"},
    {0x2012, SignKind::dash, "figure dash (U+2012)", "-"},
    {0x2013, SignKind::dash, "en dash (U+2013)", "-"},
    {0x2014, SignKind::dash, "em dash (U+2014)", "-"},
    {0x2015, SignKind::dash, "horizontal bar (U+2015)", "-"},
    {0x2018, SignKind::quote, "left single quotation mark (U+2018)", "'"},
    {0x2019, SignKind::quote, "right single quotation mark (U+2019)", "'"},
    {0x201A, SignKind::quote, "low single quotation mark (U+201A)", "'"},
    {0x201C, SignKind::quote, "left double quotation mark (U+201C)", "\""},
    {0x201D, SignKind::quote, "right double quotation mark (U+201D)", "\""},
    {0x201E, SignKind::quote, "low double quotation mark (U+201E)", "\""},
    {0x2028, SignKind::blank, "line separator (U+2028)", " "},
    {0x2029, SignKind::blank, "paragraph separator (U+2029)", " "},
    {0x202F, SignKind::blank, "narrow no-break space (U+202F)", " "},
    {0x205F, SignKind::blank, "mathematical space (U+205F)", " "},
    {0x2060, SignKind::nothing, "word joiner (U+2060)", ""},
    {0x2212, SignKind::dash, "minus sign (U+2212)", "-"},
    {0x2236, SignKind::colon, "ratio (U+2236)", ":"},
    {0x3000, SignKind::blank, "ideographic space (U+3000)", " "},
    {0x3001, SignKind::comma, "ideographic comma (U+3001)", ","},
    {0xA789, SignKind::colon, "modifier letter colon (U+A789)", ":"},
    {0xFE55, SignKind::colon, "small colon (U+FE55)", ":"},
    {0xFE63, SignKind::dash, "small hyphen-minus (U+FE63)", "-"},
    {0xFEFF, SignKind::nothing, "byte order mark (U+FEFF)", ""},
    {0xFF02, SignKind::quote, "full-width quotation mark (U+FF02)", "\""},
    {0xFF07, SignKind::quote, "full-width apostrophe (U+FF07)", "'"},
    {0xFF0C, SignKind::comma, "full-width comma (U+FF0C)", ","},
    {0xFF0D, SignKind::dash, "full-width hyphen (U+FF0D)", "-"},
    {0xFF1A, SignKind::colon, "full-width colon (U+FF1A)", ":"},
    {0xFF3B, SignKind::bracket, "full-width bracket (U+FF3B)", "["},
    {0xFF3D, SignKind::bracket, "full-width bracket (U+FF3D)", "]"},
    {0xFF5B, SignKind::bracket, "full-width brace (U+FF5B)", "{"},
    {0xFF5D, SignKind::bracket, "full-width brace (U+FF5D)", "}"},
};

// The first digit of each script that writes ten of its own in a row.
constexpr char32_t zeros[] = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0BE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0xFF10};

} // namespace

const Sign* look_alike(std::string_view text, std::size_t at, std::size_t& length) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0xC2) return nullptr;
  std::size_t behind = at;
  const char32_t code = base::next_code_point(text, behind);
  const auto found = std::lower_bound(std::begin(look_alikes), std::end(look_alikes), code,
                                      [](const Sign& sign, char32_t wanted) { return sign.code < wanted; });
  if (found == std::end(look_alikes) || found->code != code) return nullptr;
  length = behind - at;
  return found;
}

const Sign* look_alike_at_start(std::string_view text) {
  std::size_t length = 0;
  return look_alike(text, 0, length);
}

const Sign* look_alike_at_end(std::string_view text, std::size_t& length) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80)
    --at;
  return at == 0 ? nullptr : look_alike(text, at - 1, length);
}

namespace {

const Sign* bent_quote(std::string_view text, std::size_t at, std::size_t& length) {
  const Sign* sign = look_alike(text, at, length);
  return sign && sign->kind == SignKind::quote ? sign : nullptr;
}

std::string straightened(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0, length = 1; at < text.size(); at += std::exchange(length, 1)) {
    const Sign* quote = bent_quote(text, at, length);
    if (!quote) length = 1;
    plain += quote ? std::string_view(quote->meant) : text.substr(at, 1);
  }
  return plain;
}

// Of a straightened text: do its first and last sign belong together? In `"Yes" or "no"` they do not.
bool is_one_pair(std::string_view text) {
  if (text.size() < 2 || text.front() != text.back()) return false;
  const char quote = text.front();
  const auto in_word = [](char c) { return c != ' ' && std::string_view(".,;:!?)\"'-").find(c) == std::string_view::npos; };
  int depth = 1;
  for (std::size_t i = 1; i + 1 < text.size() && depth > 0; ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i; // what is escaped is no end
      continue;
    }
    if (quote == '\'' && text.substr(i, 2) == "''" && i + 2 < text.size()) {
      ++i; // it''s
      continue;
    }
    if (text[i] != quote) continue;
    const bool opens = text[i - 1] == ' ' || text[i - 1] == '(' || i == 1;
    if (!opens && quote == '\'' && in_word(text[i + 1])) continue; // it's
    depth += opens ? 1 : -1;
  }
  return depth > 0;
}

} // namespace

std::string unescaped(std::string_view inside, char quote) {
  const bool doubled = quote == '"';
  bool all = doubled; // every backslash begins an escape of these two
  for (std::size_t i = 0; doubled && i < inside.size(); ++i)
    if (inside[i] == '\\') {
      ++i;
      all = all && i < inside.size() && (inside[i] == '"' || inside[i] == '\\');
    }
  std::string plain;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const char next = i + 1 < inside.size() ? inside[i + 1] : '\0';
    const bool escapes = doubled ? inside[i] == '\\' && (next == '"' || (all && next == '\\')) : inside[i] == '\'' && next == '\'';
    plain += escapes ? inside[++i] : inside[i];
  }
  return plain;
}

std::string with_straight_quotes(std::string_view text) {
  const std::string plain = straightened(text);
  if (!is_one_pair(plain)) return plain;
  return unescaped(std::string_view(plain).substr(1, plain.size() - 2), plain.front());
}

std::string in_quotes(std::string_view text) {
  if (text.find_first_of("\"\\") == text.npos) return "\"" + std::string(text) + "\"";
  std::string quoted = "'";
  for (const char c : text)
    quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

std::optional<std::string> in_plain_digits(std::string_view text) {
  std::string plain;
  bool foreign = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t code = base::next_code_point(text, at);
    const auto zero = std::find_if(std::begin(zeros), std::end(zeros), [code](char32_t z) { return code >= z && code <= z + 9; });
    foreign = foreign || zero != std::end(zeros);
    plain += zero == std::end(zeros) ? std::string(text.substr(from, at - from)) : std::string(1, static_cast<char>('0' + (code - *zero)));
  }
  return foreign ? std::optional(plain) : std::nullopt;
}

} // namespace firsthand::reading
