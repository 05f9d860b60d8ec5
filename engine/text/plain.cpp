// What can be asked of a text without any font: caret places, normal form, words. Nothing here draws.
#include "engine/text/breaks.h"
#include "engine/text/normal_form.h"
#include "engine/text/paragraph.h"
#include "engine/text/text.h"

namespace firsthand::text {
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
  const Paragraph whole = decode(text);
  std::vector<std::uint32_t> bytes{0};
  for (const std::int32_t at : breaks_of_this_thread().graphemes(whole.units))
    bytes.push_back(whole.byte_of[static_cast<std::size_t>(at)]);
  return bytes;
}

std::string nfc(std::string_view text) { return bytes_of(in_form(signs_of(text), Form::composed)); }

int count_words(std::string_view text, std::string_view language) { return breaks_of_this_thread().words(decode(text).units, language); }

} // namespace firsthand::text
