// Texts that have nearly the same words. Of two that are alike the rarest words of each have one in common (prefix filtering), so
// only those are compared: ten thousand questions take no longer than reading them.
#include "engine/reading/item_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace firsthand::reading {
namespace {

using WordSet = std::vector<std::uint32_t>; // sorted, the rarest first

std::vector<WordSet> numbered_words(const std::vector<std::string>& texts) {
  std::vector<std::set<std::string>> all;
  std::map<std::string, std::uint32_t> count;
  for (const std::string& text : texts) {
    const std::vector<std::string> words = plain_words(text);
    all.emplace_back(words.begin(), words.end());
    for (const std::string& word : all.back())
      ++count[word];
  }
  std::vector<std::pair<std::uint32_t, std::string>> rare;
  for (const auto& [word, times] : count)
    rare.emplace_back(times, word);
  std::sort(rare.begin(), rare.end());
  std::map<std::string, std::uint32_t> number;
  for (std::uint32_t i = 0; i < rare.size(); ++i)
    number[rare[i].second] = i;
  std::vector<WordSet> sets;
  for (const auto& words : all) {
    WordSet& set = sets.emplace_back();
    for (const std::string& word : words)
      set.push_back(number[word]);
    std::sort(set.begin(), set.end());
  }
  return sets;
}

bool are_alike(const WordSet& a, const WordSet& b, int alike) {
  WordSet common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const std::size_t all = a.size() + b.size() - common.size();
  return all > 0 && common.size() * 1000 >= all * static_cast<std::size_t>(alike);
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
  const std::vector<WordSet> sets = numbered_words(texts);
  std::map<std::uint32_t, std::vector<std::size_t>> with_word; // texts that have it among their rarest
  std::vector<Alike> found;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const std::size_t prefix = sets[i].size() - sets[i].size() * static_cast<std::size_t>(alike) / 1000 + (sets[i].empty() ? 0 : 1);
    const std::size_t rarest = std::min(prefix, sets[i].size());
    std::set<std::size_t> candidates;
    for (std::size_t w = 0; w < rarest; ++w) {
      std::vector<std::size_t>& others = with_word[sets[i][w]];
      candidates.insert(others.begin(), others.end());
      others.push_back(i);
    }
    const auto same =
        std::find_if(candidates.begin(), candidates.end(), [&](std::size_t one) { return are_alike(sets[i], sets[one], alike); });
    if (same != candidates.end()) found.push_back({i, *same});
  }
  return found;
}

} // namespace firsthand::reading
