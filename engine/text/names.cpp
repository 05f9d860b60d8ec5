// See names.h. Unicode's own properties and normal forms do most of it; what they leave open for Thai and Lao is done here.
#include "engine/text/names.h"

#include "engine/text/normal_form.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace firsthand::text {
namespace {

constexpr char32_t non_joiner = 0x200C, joiner = 0x200D;

// ---- what can be seen

// Fillers and the blank Braille cell look like a blank, whatever Unicode calls them.
bool is_blank(char32_t sign) { return u_isUWhiteSpace(static_cast<UChar32>(sign)) || sign == 0x2800 || sign == 0x3164 || sign == 0xFFA0; }

bool is_invisible(char32_t sign) {
  const auto c = static_cast<UChar32>(sign);
  const auto category = u_charType(c);
  const bool format = category == U_FORMAT_CHAR && !u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
  return category == U_CONTROL_CHAR || format || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_foreign(char32_t sign) {
  switch (u_charType(static_cast<UChar32>(sign))) {
  case U_UNASSIGNED:
  case U_PRIVATE_USE_CHAR:
  case U_SURROGATE:
  case U_OTHER_SYMBOL:
    return true;
  default:
    return sign >= 0x1F000 && sign < 0x20000; // parts of emoji
  }
}

bool is_virama(char32_t sign) { return u_getCombiningClass(static_cast<UChar32>(sign)) == 9; }
int joining(char32_t sign) { return u_getIntPropertyValue(static_cast<UChar32>(sign), UCHAR_JOINING_TYPE); }
bool joins_next(char32_t sign) { return joining(sign) == U_JT_LEFT_JOINING || joining(sign) == U_JT_DUAL_JOINING; }
bool joins_previous(char32_t sign) { return joining(sign) == U_JT_RIGHT_JOINING || joining(sign) == U_JT_DUAL_JOINING; }

// A joiner shapes what is seen in two places only, as the rules for domain names have it (RFC 5892, A.1 and A.2): behind a
// virama, and a non-joiner between letters that would join. Anywhere else it hides.
bool shapes(const std::u32string& signs, std::size_t at) {
  if (at == 0) return false;
  if (is_virama(signs[at - 1])) return true;
  if (signs[at] != non_joiner) return false;
  std::size_t before = at, after = at + 1;
  while (before > 0 && joining(signs[before - 1]) == U_JT_TRANSPARENT)
    --before;
  while (after < signs.size() && joining(signs[after]) == U_JT_TRANSPARENT)
    ++after;
  return before > 0 && after < signs.size() && joins_next(signs[before - 1]) && joins_previous(signs[after]);
}

bool is_joiner(char32_t sign) { return sign == joiner || sign == non_joiner; }

std::u32string without_invisible(const std::u32string& signs) {
  std::u32string seen, out;
  for (const char32_t sign : signs)
    if (is_blank(sign))
      seen += U' ';
    else if (is_joiner(sign) || !is_invisible(sign))
      seen += sign;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (!is_joiner(seen[i]) || shapes(seen, i)) out += seen[i];
  return out;
}

std::u32string blanks_joined(const std::u32string& signs) {
  std::u32string out;
  for (const char32_t sign : signs)
    if (sign != U' ' || (!out.empty() && out.back() != U' ')) out += sign;
  while (!out.empty() && out.back() == U' ')
    out.pop_back();
  return out;
}

// ---- Thai and Lao: Unicode leaves their marks in the order of the keys

bool is_thai_mark(char32_t sign) {
  const char32_t lao = sign - 0x80;
  for (const char32_t thai : {sign, lao})
    if (thai == 0xE31 || (thai >= 0xE34 && thai <= 0xE3C) || (thai >= 0xE47 && thai <= 0xE4E)) return sign < 0xF00;
  return false;
}

// Their code points stand in the order in which they are written: vowel, tone, ring. A mark typed twice is seen once.
std::u32string marks_in_order(std::u32string signs) {
  for (auto from = signs.begin(); from != signs.end();) {
    from = std::find_if(from, signs.end(), is_thai_mark);
    const auto to = std::find_if_not(from, signs.end(), is_thai_mark);
    std::sort(from, to);
    from = signs.erase(std::unique(from, to), to);
  }
  return signs;
}

// Ring and long vowel are one sign, "am", and its tone stands before it; two short signs for "e" are one for "ae".
std::u32string vowels_joined(const std::u32string& signs) {
  std::u32string out;
  for (const char32_t sign : signs) {
    const char32_t before = out.empty() ? 0 : out.back(), block = sign >= 0xE80 ? 0x80 : 0;
    const bool am = before == 0xE4D + block && sign == 0xE32 + block, ae = before == 0xE40 + block && sign == before;
    const bool late_tone = before == 0xE33 + block && sign >= 0xE48 + block && sign <= 0xE4B + block;
    if (am || ae)
      out.back() = (am ? 0xE33 : 0xE41) + block;
    else
      out.insert(late_tone ? out.end() - 1 : out.end(), sign);
  }
  return out;
}

// ---- the key

// Letters of other alphabets, small by now, that no reader tells from the Latin ones, and the many forms of apostrophe and hyphen.
constexpr std::pair<char32_t, char> alike[] = {
    {0x0430, 'a'},  {0x0432, 'b'},  {0x0435, 'e'},  {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},  {0x043A, 'k'},  {0x043C, 'm'},
    {0x043D, 'h'},  {0x043E, 'o'},  {0x0440, 'p'},  {0x0441, 'c'}, {0x0442, 't'}, {0x0443, 'y'},  {0x0445, 'x'},  {0x04BB, 'h'},
    {0x0501, 'd'},  {0x051B, 'q'},  {0x051D, 'w'},  {0x03B1, 'a'}, {0x03B2, 'b'}, {0x03B5, 'e'},  {0x03B6, 'z'},  {0x03B7, 'h'},
    {0x03B9, 'i'},  {0x03BA, 'k'},  {0x03BC, 'm'},  {0x03BD, 'n'}, {0x03BF, 'o'}, {0x03C1, 'p'},  {0x03C4, 't'},  {0x03C5, 'y'},
    {0x03C7, 'x'},  {0x0585, 'o'},  {0x0131, 'i'},  {0x0251, 'a'}, {0x0261, 'g'}, {0x2018, '\''}, {0x2019, '\''}, {0x02BC, '\''},
    {0x02B9, '\''}, {0x0060, '\''}, {0x00B4, '\''}, {0x2010, '-'}, {0x2011, '-'}, {0x2012, '-'},  {0x2013, '-'},  {0x2014, '-'},
    {0x2015, '-'},  {0x2212, '-'}};

char32_t as_alike(char32_t sign) {
  for (const auto& [other, latin] : alike)
    if (other == sign) return static_cast<char32_t>(latin);
  return sign;
}

std::u32string key_signs(const std::u32string& shown) {
  std::u32string signs = vowels_joined(marks_in_order(in_form(shown, Form::folded)));
  std::erase_if(signs, is_joiner);
  for (char32_t& sign : signs)
    sign = as_alike(sign);
  return blanks_joined(in_form(signs, Form::composed));
}

} // namespace

VisibleName visible_name(std::string_view typed) {
  const std::u32string signs = signs_of(typed);
  const std::u32string shown = blanks_joined(vowels_joined(marks_in_order(in_form(without_invisible(signs), Form::composed))));
  VisibleName name;
  name.shown = bytes_of(shown);
  name.key = bytes_of(key_signs(shown));
  name.letters = static_cast<int>(shown.size());
  name.unseen =
      shown.empty() && !std::all_of(signs.begin(), signs.end(), [](char32_t sign) { return u_isUWhiteSpace(static_cast<UChar32>(sign)); });
  const auto foreign = std::find_if(shown.begin(), shown.end(), is_foreign);
  if (foreign != shown.end()) name.foreign = *foreign;
  return name;
}

} // namespace firsthand::text
