// Texts that have nearly the same words. Of two that are alike the rarest words of each have one in common (prefix filtering), so
// only those are compared: ten thousand questions take no longer than reading them.
#include "engine/reading/item_check.h"

#include <algorithm>

namespace firsthand::reading {
namespace {

using WordSet = std::vector<std::uint32_t>; // sorted, the rarest first

// Numbers words in the order in which they come, and counts in how many texts each stands. A table of its own: the words of ten thousand
// questions are half a million, and in an order nobody needs.
class WordTable {
 public:
  WordTable() : places_(1u << 10, none) {}

  // Words of one text, which must stay where they are; each once, by number.
  std::vector<std::uint32_t> add(std::string_view plain_text) {
    std::vector<std::uint32_t> all;
    for (std::size_t at = 0; at < plain_text.size();) {
      const std::size_t end = std::min(plain_text.find(' ', at), plain_text.size());
      all.push_back(number_of(plain_text.substr(at, end - at)));
      at = end + 1;
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const std::uint32_t word : all)
      ++times_[word];
    return all;
  }
  const std::vector<std::uint32_t>& times() const { return times_; }

 private:
  static constexpr std::uint32_t none = ~0u;
  static std::uint32_t digest(std::string_view word) { // FNV-1a
    std::uint32_t value = 2166136261u;
    for (const char c : word)
      value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
    return value;
  }
  std::uint32_t number_of(std::string_view word) {
    const std::uint32_t own = digest(word);
    std::size_t place = own & (places_.size() - 1);
    for (; places_[place] != none; place = (place + 1) & (places_.size() - 1))
      if (digests_[places_[place]] == own && words_[places_[place]] == word) return places_[place];
    const auto number = places_[place] = static_cast<std::uint32_t>(words_.size());
    words_.push_back(word), digests_.push_back(own), times_.push_back(0);
    if (words_.size() * 2 > places_.size()) grow();
    return number;
  }
  void grow() {
    places_.assign(places_.size() * 4, none);
    for (std::uint32_t number = 0; number < words_.size(); ++number) {
      std::size_t place = digests_[number] & (places_.size() - 1);
      while (places_[place] != none)
        place = (place + 1) & (places_.size() - 1);
      places_[place] = number;
    }
  }

  std::vector<std::uint32_t> places_; // a power of two of them, half of them free
  std::vector<std::string_view> words_;
  std::vector<std::uint32_t> digests_, times_; // like words_
};

struct NumberedTexts {
  std::vector<WordSet> sets;        // as the texts
  std::vector<std::uint32_t> times; // how many texts have each word
};

// Numbered anew by how rare a word is.
NumberedTexts numbered_texts(const std::vector<std::string>& texts) {
  WordTable words;
  NumberedTexts numbered;
  std::vector<std::string> plain;
  plain.reserve(texts.size()); // what is viewed stays where it is
  for (const std::string& text : texts) {
    plain.push_back(plain_text(text));
    numbered.sets.push_back(words.add(plain.back()));
  }
  std::vector<std::uint32_t> rarest(words.times().size()), rank(rarest.size());
  for (std::uint32_t i = 0; i < rarest.size(); ++i)
    rarest[i] = i;
  std::stable_sort(rarest.begin(), rarest.end(), [&](std::uint32_t a, std::uint32_t b) { return words.times()[a] < words.times()[b]; });
  for (std::uint32_t i = 0; i < rarest.size(); ++i) {
    rank[rarest[i]] = i;
    numbered.times.push_back(words.times()[rarest[i]]);
  }
  for (WordSet& set : numbered.sets) {
    for (std::uint32_t& word : set)
      word = rank[word];
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

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool parted = false; // from what follows
  const auto add = [&](char c) {
    if (parted && !plain.empty()) plain += ' ';
    parted = false;
    plain += c;
  };
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      add(c);
    else if (c >= 'A' && c <= 'Z')
      add(static_cast<char>(c - 'A' + 'a'));
    else if (c != '\'')
      parted = true;
  }
  return plain;
}

std::size_t count_plain_words(std::string_view text) {
  const std::string plain = plain_text(text);
  return plain.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(plain.begin(), plain.end(), ' '));
}

std::vector<Alike> alike_texts(const std::vector<std::string>& texts, int alike) {
  const NumberedTexts numbered = numbered_texts(texts);
  const std::vector<WordSet>& sets = numbered.sets;
  constexpr std::size_t nobody = std::size_t(-1);
  struct Earlier { // a text that has the word among its rarest, and the one before it that has it too
    std::size_t text, before;
  };
  std::vector<std::size_t> newest(numbered.times.size(), nobody);
  std::vector<Earlier> chain;
  std::vector<Alike> found;
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::size_t prefix = sets[i].size() - sets[i].size() * static_cast<std::size_t>(alike) / 1000 + (sets[i].empty() ? 0 : 1);
    candidates.clear();
    for (std::size_t w = 0; w < std::min(prefix, sets[i].size()); ++w) {
      const std::uint32_t word = sets[i][w];
      if (numbered.times[word] < 2) continue; // nobody else has it
      for (std::size_t at = newest[word]; at != nobody; at = chain[at].before)
        candidates.push_back(chain[at].text);
      chain.push_back({i, newest[word]});
      newest[word] = chain.size() - 1;
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
