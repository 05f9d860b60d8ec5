// See folded_name.h. Unicode says which marks are accents: by their combining class.
#include "engine/text/folded_name.h"

#include "engine/text/names.h"
#include "engine/text/normal_form.h"
#include "engine/text/text.h"

#include <unicode/uchar.h>

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

std::string without_accents(std::string_view key) {
  std::u32string kept;
  for (const char32_t sign : in_form(signs_of(key), Form::apart))
    if (!is_accent(static_cast<UChar32>(sign))) kept += static_cast<char32_t>(plain_letter(static_cast<UChar32>(sign)));
  return bytes_of(kept);
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
