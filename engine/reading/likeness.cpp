// Texts that have nearly the same words. Of two that are alike the rarest words of each have one in common (prefix filtering), so
// only those are compared: ten thousand questions take no longer than reading them.
#include "engine/reading/item_check.h"

#include <algorithm>
#include <functional>
#include <map>

namespace firsthand::reading {
namespace {

using WordSet = std::vector<std::uint32_t>; // sorted, the rarest first

struct CountedWord {
  std::uint32_t times = 0; // in how many texts
  std::uint32_t number = 0;
};
using CountedWords = std::map<std::string, CountedWord>;

// The words of a text, each once.
std::vector<CountedWord*> counted_words(const std::string& text, CountedWords& words) {
  std::vector<CountedWord*> all;
  for (std::string& word : plain_words(text))
    all.push_back(&words[std::move(word)]);
  std::sort(all.begin(), all.end(), std::less<>());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (CountedWord* word : all)
    ++word->times;
  return all;
}

// Numbers by how rare a word is, then by the word. Gives how many there are.
std::size_t number_words(CountedWords& words) {
  std::vector<CountedWord*> rarest;
  for (auto& [word, counted] : words)
    rarest.push_back(&counted);
  std::stable_sort(rarest.begin(), rarest.end(), [](const CountedWord* a, const CountedWord* b) { return a->times < b->times; });
  for (std::size_t i = 0; i < rarest.size(); ++i)
    rarest[i]->number = static_cast<std::uint32_t>(i);
  return rarest.size();
}

struct NumberedTexts {
  std::vector<WordSet> sets; // as the texts
  std::size_t words = 0;
};

NumberedTexts numbered_texts(const std::vector<std::string>& texts) {
  CountedWords words;
  std::vector<std::vector<CountedWord*>> all;
  for (const std::string& text : texts)
    all.push_back(counted_words(text, words));
  NumberedTexts numbered{{}, number_words(words)};
  for (const std::vector<CountedWord*>& text : all) {
    WordSet& set = numbered.sets.emplace_back();
    for (const CountedWord* word : text)
      set.push_back(word->number);
    std::sort(set.begin(), set.end());
  }
  return numbered;
}

bool are_alike(const WordSet& a, const WordSet& b, int alike) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const bool equal = a[i] == b[j];
    common += equal;
    const bool first = a[i] <= b[j];
    j += equal || !first;
    i += first;
  }
  const std::size_t all = a.size() + b.size() - common;
  return all > 0 && common * 1000 >= all * static_cast<std::size_t>(alike);
}

} // namespace

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      word += c;
    else if (c >= 'A' && c <= 'Z')
      word += static_cast<char>(c - 'A' + 'a');
    else if (c != '\'')
      end();
  }
  end();
  return words;
}

std::vector<Alike> alike_texts(const std::vector<std::string>& texts, int alike) {
  const NumberedTexts numbered = numbered_texts(texts);
  const std::vector<WordSet>& sets = numbered.sets;
  std::vector<std::vector<std::size_t>> with_word(numbered.words); // texts that have it among their rarest
  std::vector<Alike> found;
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::size_t prefix = sets[i].size() - sets[i].size() * static_cast<std::size_t>(alike) / 1000 + (sets[i].empty() ? 0 : 1);
    candidates.clear();
    for (std::size_t w = 0; w < std::min(prefix, sets[i].size()); ++w) {
      std::vector<std::size_t>& others = with_word[sets[i][w]];
      candidates.insert(candidates.end(), others.begin(), others.end());
      others.push_back(i);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    const auto same =
        std::find_if(candidates.begin(), candidates.end(), [&](std::size_t one) { return are_alike(sets[i], sets[one], alike); });
    if (same != candidates.end()) found.push_back({i, *same});
  }
  return found;
}

} // namespace firsthand::reading
