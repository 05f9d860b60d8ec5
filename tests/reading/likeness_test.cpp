// Texts that are nearly the same: what the quick way finds is what comparing every pair finds.
#include "engine/reading/item_check.h"

#include <doctest/doctest.h>

#include <set>

namespace {

using namespace firsthand;

std::set<std::string> distinct_words(const std::string& text) {
  const std::string plain = reading::plain_text(text);
  std::set<std::string> words;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    words.insert(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<std::pair<std::size_t, std::size_t>> every_pair(const std::vector<std::string>& texts, std::size_t alike) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const std::set<std::string> a = distinct_words(texts[i]), b = distinct_words(texts[j]);
      std::set<std::string> all = a;
      all.insert(b.begin(), b.end());
      const std::size_t common = a.size() + b.size() - all.size();
      if (all.empty() || common * 1000 < all.size() * alike) continue;
      found.emplace_back(i, j);
      break;
    }
  return found;
}

} // namespace

TEST_CASE("likeness: plain text has lower-case words, one blank between two, and no apostrophe parts a word") {
  CHECK(reading::plain_text("  It isn't  (the) LAST one!") == "it isnt the last one");
  CHECK(reading::plain_text("…") == "…");
  CHECK(reading::plain_text("?!") == "");
  CHECK(reading::plain_text("ยกเว้น A") == "ยกเว้น a");
  CHECK(reading::count_plain_words("") == 0);
  CHECK(reading::count_plain_words("One. Two?") == 2);
}

TEST_CASE("likeness: the quick way finds what comparing every pair finds") {
  std::uint32_t state = 23;
  const auto random = [&state](std::uint32_t below) { return (state = state * 1664525U + 1013904223U) / 65536U % below; };
  std::size_t pairs = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> texts;
    const std::uint32_t many = 4 + random(40); // different words
    for (std::uint32_t i = 0; i < 40; ++i) {
      if (!texts.empty() && random(3) == 0) { // nearly an earlier one
        texts.push_back(texts[random(static_cast<std::uint32_t>(texts.size()))] + " W" + std::to_string(random(many)));
        continue;
      }
      std::string& text = texts.emplace_back();
      for (std::uint32_t word = random(14); word > 0; --word)
        text += "w" + std::to_string(random(many)) + (random(2) ? ", " : " ");
    }
    for (const int alike : {500, 800, 1000}) {
      std::vector<std::pair<std::size_t, std::size_t>> found;
      for (const reading::Alike& each : reading::alike_texts(texts, alike))
        found.emplace_back(each.text, each.earlier);
      CHECK(found == every_pair(texts, static_cast<std::size_t>(alike)));
      pairs += found.size();
    }
  }
  CHECK(pairs > 500);
}
