// Where a text may be cut: lines, graphemes, words. Wraps the break iterators, whose opening is dear, so they are kept.
// Knows Unicode and languages; nothing of fonts or widths.
#pragma once

#include <unicode/ubrk.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firsthand::text {

using Offsets = std::vector<std::int32_t>; // unit offsets, rising

// Thread-confined.
class Breaks {
 public:
  // Both with the end of the text, without 0; empty for an empty text. Line breaks lie on grapheme boundaries.
  Offsets graphemes(const std::u16string& units);
  Offsets lines(const std::u16string& units, std::string_view language, const Offsets& graphemes);
  int words(const std::u16string& units, std::string_view language);

 private:
  struct Close {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
  };
  UBreakIterator* iterator(UBreakIteratorType type, std::string_view language); // null where there are no data

  std::map<std::pair<int, std::string>, std::unique_ptr<UBreakIterator, Close>> open_;
};

Breaks& breaks_of_this_thread();

// A tag that is safe to hand to the libraries: short, letters, digits and hyphens; "und" for anything else.
std::string clean_language(std::string_view language);

} // namespace firsthand::text
