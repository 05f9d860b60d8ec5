// See word_places.h.
#include "engine/app/word_places.h"

#include <algorithm>

namespace firsthand::app {

namespace {

WordFit fit_of(std::string_view key, std::size_t at, std::size_t length) {
  if (at > 0 && !ends_words(key[at - 1])) return WordFit::inside;
  return at + length == key.size() || ends_words(key[at + length]) ? WordFit::whole_word : WordFit::begins_word;
}

} // namespace

bool ends_words(char c) {
  const auto sign = static_cast<unsigned char>(c);
  return sign < 0x80 && !(sign >= '0' && sign <= '9') && !(sign >= 'a' && sign <= 'z');
}

std::vector<std::string> words_typed(std::string_view typed) {
  const std::string key = text::folded_name(typed).key;
  std::vector<std::string> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::optional<WordPlace> best_place(std::string_view key, std::string_view word) {
  std::optional<WordPlace> best;
  for (std::size_t at = key.find(word); at != key.npos; at = key.find(word, at + 1)) {
    const WordFit fit = fit_of(key, at, word.size());
    if (!best || fit < best->fit) best = WordPlace{fit, at};
  }
  return best;
}

std::pair<std::uint32_t, std::uint32_t> place_in_text(const text::FoldedName& folded, std::size_t at, std::size_t length) {
  return {folded.from[at], folded.to[at + length - 1]};
}

} // namespace firsthand::app
