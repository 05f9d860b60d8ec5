// Names of signs in HTML: those of Latin 1 in their order, and what people's editors write besides.
#include "engine/exchange/html.h"

#include <array>
#include <charconv>

namespace firsthand::exchange {

namespace {

// From U+00A0 to U+00FF.
constexpr std::array<const char*, 96> latin_signs{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",   "laquo",
    "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",  "para",   "middot",
    "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",
    "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute",
    "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct NamedSign {
  const char* name;
  char32_t sign;
};
constexpr NamedSign other_signs[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},    {"ndash", 0x2013},
    {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"bdquo", 0x201E},  {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"hellip", 0x2026}, {"bull", 0x2022},  {"dagger", 0x2020},
    {"permil", 0x2030}, {"prime", 0x2032},  {"Prime", 0x2033},  {"euro", 0x20AC},   {"trade", 0x2122}, {"larr", 0x2190},
    {"uarr", 0x2191},   {"rarr", 0x2192},   {"darr", 0x2193},   {"harr", 0x2194},   {"rArr", 0x21D2},  {"minus", 0x2212},
    {"radic", 0x221A},  {"infin", 0x221E},  {"asymp", 0x2248},  {"ne", 0x2260},     {"equiv", 0x2261}, {"le", 0x2264},
    {"ge", 0x2265},     {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009}, {"zwnj", 0x200C},  {"zwj", 0x200D},
    {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},  {"scaron", 0x161},  {"tilde", 0x2DC},  {"circ", 0x2C6},
    {"Omega", 0x3A9},   {"alpha", 0x3B1},   {"beta", 0x3B2},    {"gamma", 0x3B3},   {"delta", 0x3B4},  {"mu", 0x3BC},
    {"pi", 0x3C0},      {"sigma", 0x3C3}};

// "#233", "#xE9".
char32_t numbered_sign(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t sign = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sign, hex ? 16 : 10);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && sign <= 0x10FFFF && (sign < 0xD800 || sign > 0xDFFF) ? sign : 0;
}

} // namespace

char32_t entity(std::string_view name) {
  if (name.starts_with('#')) return numbered_sign(name.substr(1));
  for (const NamedSign& one : other_signs)
    if (name == one.name) return one.sign;
  for (std::size_t i = 0; i < latin_signs.size(); ++i)
    if (name == latin_signs[i]) return static_cast<char32_t>(0xA0 + i);
  return 0;
}

void append_sign(std::string& out, char32_t c) {
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) return add(0xC0 | c >> 6), add(0x80 | (c & 0x3F));
  if (c < 0x10000) return add(0xE0 | c >> 12), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
  add(0xF0 | c >> 18), add(0x80 | (c >> 12 & 0x3F)), add(0x80 | (c >> 6 & 0x3F)), add(0x80 | (c & 0x3F));
}

} // namespace firsthand::exchange
