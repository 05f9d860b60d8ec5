// The rules come from ICU with its dictionaries; we tailor graphemes where they would cut a written syllable in two.
#include "engine/text/breaks.h"

#include "engine/text/line_edges.h"
#include "engine/text/paragraph.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

namespace firsthand::text {
namespace {

constexpr std::size_t most_open_iterators = 64;

int syllable_class(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_INDIC_SYLLABIC_CATEGORY); }

char32_t code_point_before(const std::u16string& units, std::int32_t at) {
  UChar32 c = 0;
  U16_PREV(units.data(), 0, at, c);
  return static_cast<char32_t>(c);
}

// Unicode 15 cuts before Burmese vowel signs and behind stackers; a reader sees one sign there.
bool keeps_together(const std::u16string& units, std::int32_t at) {
  const char32_t before = code_point_before(units, at), after = code_point_at(units, at);
  if (is_mark(after)) return !is_hanging_space(before) && before != 0xFFFD;
  if (before < 0x900) return false;
  const int joint = syllable_class(before);
  return (joint == U_INSC_INVISIBLE_STACKER || joint == U_INSC_VIRAMA) && syllable_class(after) == U_INSC_CONSONANT;
}

std::string locale_of(const std::string& tag) {
  std::array<char, ULOC_FULLNAME_CAPACITY> name{};
  std::int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(tag.c_str(), name.data(), static_cast<std::int32_t>(name.size()) - 1, &parsed, &status);
  return U_SUCCESS(status) ? name.data() : "";
}

bool set_text(UBreakIterator* iterator, const std::u16string& units) {
  UErrorCode status = U_ZERO_ERROR;
  if (iterator) ubrk_setText(iterator, units.data(), static_cast<std::int32_t>(units.size()), &status);
  return iterator && U_SUCCESS(status);
}

// Without break data a text still wraps: at spaces.
Offsets breaks_at_spaces(const std::u16string& units) {
  Offsets found;
  for (std::size_t i = 1; i < units.size(); ++i)
    if (is_hanging_space(units[i - 1]) && !is_hanging_space(units[i])) found.push_back(static_cast<std::int32_t>(i));
  found.push_back(static_cast<std::int32_t>(units.size()));
  return found;
}

Offsets every_code_point(const std::u16string& units) {
  Offsets found;
  for (std::size_t i = 1; i <= units.size(); ++i)
    if (i == units.size() || !U16_IS_TRAIL(units[i])) found.push_back(static_cast<std::int32_t>(i));
  return found;
}

} // namespace

std::string clean_language(std::string_view language) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
  const bool clean = !language.empty() && language.size() <= 35 && std::all_of(language.begin(), language.end(), plain);
  return clean ? std::string(language) : "und";
}

UBreakIterator* Breaks::iterator(UBreakIteratorType type, std::string_view language) {
  const std::pair<int, std::string> key{type, clean_language(language)};
  if (const auto found = open_.find(key); found != open_.end()) return found->second.get();
  if (open_.size() >= most_open_iterators) open_.clear();
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* opened = ubrk_open(type, locale_of(key.second).c_str(), nullptr, 0, &status);
  if (U_FAILURE(status)) opened = nullptr;
  return open_.emplace(key, opened).first->second.get();
}

Offsets Breaks::graphemes(const std::u16string& units) {
  if (units.empty()) return {};
  UBreakIterator* const found = iterator(UBRK_CHARACTER, "und");
  Offsets all;
  if (!set_text(found, units)) {
    all = every_code_point(units);
  } else {
    ubrk_first(found);
    for (std::int32_t at = ubrk_next(found); at != UBRK_DONE; at = ubrk_next(found))
      all.push_back(at);
  }
  const auto size = static_cast<std::int32_t>(units.size());
  std::erase_if(all, [&](std::int32_t at) { return at < size && keeps_together(units, at); });
  return all;
}

Offsets Breaks::lines(const std::u16string& units, std::string_view language, const Offsets& graphemes) {
  if (units.empty()) return {};
  UBreakIterator* const found = iterator(UBRK_LINE, language);
  if (!set_text(found, units)) return breaks_at_spaces(units);
  const auto size = static_cast<std::int32_t>(units.size());
  Offsets all;
  ubrk_first(found);
  for (std::int32_t at = ubrk_next(found); at != UBRK_DONE; at = ubrk_next(found)) {
    // A soft hyphen would need a drawn hyphen at the cut, so it is no place to cut.
    const bool soft_hyphen = at < size && units[static_cast<std::size_t>(at) - 1] == 0x00AD;
    if (!soft_hyphen && std::binary_search(graphemes.begin(), graphemes.end(), at)) all.push_back(at);
  }
  return with_good_edges(units, all);
}

int Breaks::words(const std::u16string& units, std::string_view language) {
  UBreakIterator* const found = iterator(UBRK_WORD, language);
  if (units.empty() || !set_text(found, units)) return 0;
  int count = 0;
  ubrk_first(found);
  while (ubrk_next(found) != UBRK_DONE)
    if (ubrk_getRuleStatus(found) >= UBRK_WORD_NONE_LIMIT) ++count;
  return count;
}

Breaks& breaks_of_this_thread() {
  thread_local Breaks breaks;
  return breaks;
}

} // namespace firsthand::text
