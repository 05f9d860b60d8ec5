// What is found by what was typed, among lessons, words of the glossary, things, notes, facts that were seen and photographs. Pure: who
// asks puts in what this person may be shown, and nothing else can come out. Knows no record, no lesson and no window.
#pragma once

#include "engine/app/word_places.h"

namespace firsthand::app {

enum class SearchKind : std::uint8_t { lesson, word, thing, note, fact, photograph }; // in the order in which they are shown
constexpr std::size_t most_search_items = 600, most_searched_bytes = 1000, most_hits_of_a_kind = 6;

struct SearchItem {
  SearchKind kind = SearchKind::lesson;
  std::string id; // what is opened
  std::string title, text;
  std::string detail = {}; // said beside it, and not searched
};

struct SearchHit {
  std::size_t which = 0; // of the items
  Places title, text;    // what was typed, in each
};

struct SearchGroup {
  SearchKind kind = SearchKind::lesson;
  std::vector<SearchHit> hits; // the best first; at equals as they were put in
  std::size_t more = 0;        // that are not among them
};

class SearchIndex {
 public:
  // Beyond most_search_items nothing is taken; of a long text its first most_searched_bytes are searched.
  void add(SearchItem item);
  const SearchItem& item(std::size_t which) const { return entries_[which].item; }
  void say_beside(std::size_t which, std::string detail) { entries_[which].item.detail = std::move(detail); }
  std::size_t size() const { return entries_.size(); }

  // Items that hold each word of what was typed, in title or text. A word in the title counts more than one in the text, a whole word
  // more than the beginning of one, that more than anything inside. Nothing typed: nothing.
  std::vector<SearchGroup> find(std::string_view typed) const;

 private:
  struct Entry {
    SearchItem item;
    text::FoldedName title, text;
  };
  static std::optional<std::pair<int, SearchHit>> hit(const Entry& entry, const std::vector<std::string>& words); // how bad, and where

  std::vector<Entry> entries_;
};

// A long text around the first of its hits, in one line; a short one as it is.
struct Excerpt {
  std::string words;
  Places places;
};
Excerpt excerpt_of(std::string_view words, const Places& places);

} // namespace firsthand::app
