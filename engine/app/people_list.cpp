// See people_list.h.
#include "engine/app/people_list.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace firsthand::app {

namespace {

// ---- the alphabet

bool stands_before_its_consonant(char32_t vowel) { return (vowel >= 0xE40 && vowel <= 0xE44) || (vowel >= 0xEC0 && vowel <= 0xEC4); }

// Dictionaries of Thai and Lao look at the consonant first.
std::string consonants_first(std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t from = at;
    const char32_t sign = base::next_code_point(key, at);
    const std::size_t next = at;
    if (stands_before_its_consonant(sign) && at < key.size()) {
      base::next_code_point(key, at);
      out += key.substr(next, at - next);
    }
    out += key.substr(from, next - from);
  }
  return out;
}

// "sgt. maj. dara" and "ร.ต.อ.ดารา" are looked for as Dara. What is nothing but a rank stays.
std::string_view without_rank(std::string_view key) {
  for (;;) {
    const std::size_t word = std::min(key.find(' '), key.size()), dot = key.substr(0, word).rfind('.');
    if (dot == key.npos) return key;
    std::string_view rest = key.substr(dot + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (rest.empty()) return key;
    key = rest;
  }
}

std::string alphabet_key(const text::FoldedName& name) { return consonants_first(without_rank(name.key)); }

} // namespace

std::vector<PersonCard> in_order(std::vector<PersonCard> cards) {
  if (cards.size() <= most_without_search) return cards;
  const auto place = [](const PersonCard& card) {
    const bool lately = card.lately > 0;
    return std::tuple(lately ? card.lately : most_lately + 1, lately ? std::string() : alphabet_key(text::folded_name(card.name)));
  };
  std::map<std::string, decltype(place(cards.front()))> places; // by id
  for (const PersonCard& each : cards)
    places.emplace(each.id, place(each));
  std::stable_sort(cards.begin(), cards.end(), [&](const PersonCard& a, const PersonCard& b) { return places.at(a.id) < places.at(b.id); });
  return cards;
}

std::vector<PersonCard> without_doubles(std::vector<PersonCard> cards) {
  std::set<std::string> taken; // numbers of people with a PIN
  for (const PersonCard& each : cards)
    if (each.has_pin && !each.number.empty()) taken.insert(each.number);
  std::erase_if(cards, [&taken](const PersonCard& each) { return !each.has_pin && taken.contains(each.number); });
  return cards;
}

bool has_list(std::span<const PersonCard> cards) {
  return std::any_of(cards.begin(), cards.end(), [](const PersonCard& each) { return !each.number.empty(); });
}

std::vector<std::string> first_letters(std::span<const text::FoldedName> names) {
  std::vector<std::string> letters;
  for (const text::FoldedName& each : names) {
    const std::string key = alphabet_key(each);
    std::size_t end = 0;
    if (key.empty() || ends_words(key.front())) continue;
    base::next_code_point(key, end);
    letters.push_back(key.substr(0, end));
  }
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

std::vector<NameHit> find_names(std::span<const text::FoldedName> names, std::string_view typed) {
  const std::vector<std::string> words = words_typed(typed);
  std::vector<std::pair<WordFit, NameHit>> found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    WordFit worst = WordFit::whole_word;
    NameHit hit{i, {}};
    for (const std::string& word : words) {
      const auto place = best_place(names[i].key, word);
      if (!place) break;
      worst = std::max(worst, place->fit);
      hit.places.push_back(place_in_text(names[i], place->at, word.size()));
    }
    if (hit.places.size() == words.size()) found.emplace_back(worst, std::move(hit));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<NameHit> hits;
  for (auto& each : found)
    hits.push_back(std::move(each.second));
  return hits;
}

} // namespace firsthand::app
