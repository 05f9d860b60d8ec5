// What can be asked of a text without any font: caret places, normal form, words. Nothing here draws.
#include "engine/text/breaks.h"
#include "engine/text/paragraph.h"
#include "engine/text/text.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

namespace firsthand::text {
namespace {

std::string to_utf8(const std::u16string& units) {
  std::string bytes(units.size() * 3, '\0');
  std::int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &size, units.data(), static_cast<std::int32_t>(units.size()), &status);
  bytes.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
  return bytes;
}

std::u16string composed(const std::u16string& units) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const form = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return units;
  std::u16string out(units.size() * 3 + 16, u'\0'); // the growth that Unicode promises not to exceed
  const std::int32_t size = unorm2_normalize(form, units.data(), static_cast<std::int32_t>(units.size()), out.data(),
                                             static_cast<std::int32_t>(out.size()), &status);
  if (U_FAILURE(status)) return units;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

} // namespace

std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
  const Paragraph whole = decode(text);
  std::vector<std::uint32_t> bytes{0};
  for (const std::int32_t at : breaks_of_this_thread().graphemes(whole.units))
    bytes.push_back(whole.byte_of[static_cast<std::size_t>(at)]);
  return bytes;
}

std::string nfc(std::string_view text) {
  if (text.empty()) return {};
  return to_utf8(composed(decode(text).units));
}

int count_words(std::string_view text, std::string_view language) { return breaks_of_this_thread().words(decode(text).units, language); }

} // namespace firsthand::text
