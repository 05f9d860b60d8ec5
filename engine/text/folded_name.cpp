// See folded_name.h. Unicode says which marks are accents: by their combining class.
#include "engine/text/folded_name.h"

#include "engine/base/utf8.h"
#include "engine/text/names.h"
#include "engine/text/text.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

namespace firsthand::text {
namespace {

// Not the vowels of Thai (103), Lao (118) and Tibetan, not what stacks consonants (9), not the marks of kana (8).
bool is_accent(UChar32 sign) {
  const int mark = u_getCombiningClass(sign);
  return mark == 7 || (mark >= 10 && mark <= 36) || mark == 107 || mark == 122 || mark >= 202;
}

// Letters with a stroke, which Unicode does not take apart.
constexpr std::pair<UChar32, char> stroked[] = {{0x111, 'd'}, {0xF0, 'd'},  {0x127, 'h'}, {0x142, 'l'},
                                                {0xF8, 'o'},  {0x167, 't'}, {0x180, 'b'}, {0x268, 'i'}};

UChar32 plain_letter(UChar32 sign) {
  for (const auto& [other, letter] : stroked)
    if (other == sign) return letter;
  const int figure = u_charType(sign) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue(sign) : -1;
  return figure >= 0 ? '0' + figure : sign;
}

std::u16string taken_apart(std::u16string units) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const form = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return units;
  std::u16string out(units.size() * 4 + 16, u'\0'); // the growth that Unicode promises not to exceed
  const std::int32_t size = unorm2_normalize(form, units.data(), static_cast<std::int32_t>(units.size()), out.data(),
                                             static_cast<std::int32_t>(out.size()), &status);
  if (U_FAILURE(status)) return units;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::u16string units_of(std::string_view words) {
  std::u16string units;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t sign = base::next_code_point(words, at);
    char16_t pair[U16_MAX_LENGTH];
    std::int32_t size = 0;
    U16_APPEND_UNSAFE(pair, size, sign);
    units.append(pair, static_cast<std::size_t>(size));
  }
  return units;
}

std::string without_accents(std::string_view key) {
  const std::u16string units = taken_apart(units_of(key));
  std::string out;
  for (std::size_t at = 0; at < units.size();) {
    UChar32 sign = 0;
    U16_NEXT(units.data(), at, units.size(), sign);
    if (is_accent(sign)) continue;
    const auto plain = static_cast<std::uint32_t>(plain_letter(sign));
    char piece[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(piece, size, plain);
    out.append(piece, static_cast<std::size_t>(size));
  }
  return out;
}

} // namespace

FoldedName folded_name(std::string_view name) {
  FoldedName folded;
  const std::vector<std::uint32_t> bounds = grapheme_boundaries(name);
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    const std::string_view letter = name.substr(bounds[i], bounds[i + 1] - bounds[i]);
    const std::string key = visible_name(letter).key;
    folded.key += key.empty() ? (letter == " " ? " " : "") : without_accents(key);
    folded.from.resize(folded.key.size(), bounds[i]), folded.to.resize(folded.key.size(), bounds[i + 1]);
  }
  return folded;
}

} // namespace firsthand::text
