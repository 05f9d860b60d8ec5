// Where what is typed stands in a text: word by word, without capitals and accents (engine/text/folded_name.h). Pure; what people and
// what lessons are found by.
#pragma once

#include "engine/text/folded_name.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firsthand::app {

enum class WordFit : std::uint8_t { whole_word, begins_word, inside }; // the better comes first

struct WordPlace {
  WordFit fit = WordFit::inside;
  std::size_t at = 0; // in the key
};

using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>; // in a text, in bytes: from, to

bool ends_words(char c); // of a key
std::vector<std::string> words_typed(std::string_view typed);
std::optional<WordPlace> best_place(std::string_view key, std::string_view word); // the best of the places where it stands
// The same in the text that was folded.
std::pair<std::uint32_t, std::uint32_t> place_in_text(const text::FoldedName& folded, std::size_t at, std::size_t length);

} // namespace firsthand::app
