// See normal_form.h.
#include "engine/text/normal_form.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

namespace firsthand::text {
namespace {

const UNormalizer2* normalizer(Form form, UErrorCode& status) {
  switch (form) {
  case Form::composed:
    return unorm2_getNFCInstance(&status);
  case Form::apart:
    return unorm2_getNFDInstance(&status);
  case Form::folded:
    return unorm2_getNFKCCasefoldInstance(&status);
  }
  return nullptr;
}

std::u16string units_of(const std::u32string& signs) {
  std::u16string units;
  for (const char32_t sign : signs) {
    char16_t pair[U16_MAX_LENGTH];
    std::int32_t size = 0;
    U16_APPEND_UNSAFE(pair, size, sign);
    units.append(pair, static_cast<std::size_t>(size));
  }
  return units;
}

std::u32string signs_of_units(const std::u16string& units) {
  std::u32string signs;
  for (std::size_t at = 0; at < units.size();) {
    UChar32 sign = 0;
    U16_NEXT(units.data(), at, units.size(), sign);
    signs += static_cast<char32_t>(sign);
  }
  return signs;
}

} // namespace

std::u32string signs_of(std::string_view words) {
  std::u32string signs;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(words.data());
  const auto size = static_cast<std::int32_t>(words.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 sign = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, sign);
    signs += static_cast<char32_t>(sign);
  }
  return signs;
}

std::string bytes_of(const std::u32string& signs) {
  std::string bytes;
  for (const char32_t sign : signs) {
    char piece[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(piece, size, sign);
    bytes.append(piece, static_cast<std::size_t>(size));
  }
  return bytes;
}

std::u32string in_form(const std::u32string& signs, Form form) {
  UErrorCode missing = U_ZERO_ERROR, status = U_BUFFER_OVERFLOW_ERROR;
  const UNormalizer2* const to = normalizer(form, missing);
  if (U_FAILURE(missing)) return signs;
  const std::u16string units = units_of(signs);
  std::u16string out(units.size() + 16, u'\0');
  while (status == U_BUFFER_OVERFLOW_ERROR) { // it says then how much room it needs
    status = U_ZERO_ERROR;
    const std::int32_t size = unorm2_normalize(to, units.data(), static_cast<std::int32_t>(units.size()), out.data(),
                                               static_cast<std::int32_t>(out.size()), &status);
    out.resize(static_cast<std::size_t>(size));
  }
  return U_FAILURE(status) ? signs : signs_of_units(out);
}

} // namespace firsthand::text
