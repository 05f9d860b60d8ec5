// Names for looking them up by what is typed of them. Knows no person and no order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::text {

// The key of a name (see names.h) without what many leave out when they type: accents, the points of Arabic and Hebrew, the tone marks of
// Thai, Lao and Vietnamese. Vowels stay, figures of every script are those of ASCII, and Korean syllables stand letter by letter.
struct FoldedName {
  std::string key;
  std::vector<std::uint32_t> from, to; // of each byte of `key`: where in the name the letter begins and ends that it came from
};

FoldedName folded_name(std::string_view name); // valid UTF-8

} // namespace firsthand::text
