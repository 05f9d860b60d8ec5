// See search.h.
#include "engine/app/search.h"

#include "engine/text/text.h"

#include <algorithm>

namespace firsthand::app {

namespace {

// What ends a line ends a word, and takes as much room.
std::string in_one_line(std::string_view words) {
  std::string line(words);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return line;
}

text::FoldedName folded_text(std::string_view words) {
  std::size_t end = std::min(words.size(), most_searched_bytes);
  while (end < words.size() && end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) // whole letters only
    --end;
  return text::folded_name(in_one_line(words.substr(0, end)));
}

// In order, each letter once: two words may stand at one place.
void put_in_order(Places& places) {
  std::sort(places.begin(), places.end());
  Places apart;
  for (const auto& [from, to] : places)
    if (!apart.empty() && from <= apart.back().second)
      apart.back().second = std::max(apart.back().second, to);
    else
      apart.emplace_back(from, to);
  places = std::move(apart);
}

} // namespace

void SearchIndex::add(SearchItem item) {
  if (entries_.size() == most_search_items) return;
  text::FoldedName title = folded_text(item.title), words = folded_text(item.text);
  entries_.push_back({std::move(item), std::move(title), std::move(words)});
}

std::optional<std::pair<int, SearchHit>> SearchIndex::hit(const Entry& entry, const std::vector<std::string>& words) {
  constexpr int in_text = 3; // worse than any place in the title
  int worst = 0;
  SearchHit found;
  for (const std::string& word : words) {
    const auto title = best_place(entry.title.key, word), text = best_place(entry.text.key, word);
    if (!title && !text) return std::nullopt;
    if (title) found.title.push_back(place_in_text(entry.title, title->at, word.size()));
    if (text) found.text.push_back(place_in_text(entry.text, text->at, word.size()));
    worst = std::max(worst, title ? static_cast<int>(title->fit) : in_text + static_cast<int>(text->fit));
  }
  put_in_order(found.title), put_in_order(found.text);
  return std::pair(worst, std::move(found));
}

std::vector<SearchGroup> SearchIndex::find(std::string_view typed) const {
  const std::vector<std::string> words = words_typed(typed);
  if (words.empty()) return {};
  std::vector<std::pair<int, SearchHit>> found;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (auto each = hit(entries_[i], words)) {
      each->second.which = i;
      found.push_back(std::move(*each));
    }
  const auto kind = [this](const SearchHit& each) { return entries_[each.which].item.kind; };
  std::stable_sort(found.begin(), found.end(),
                   [&](const auto& a, const auto& b) { return std::pair(kind(a.second), a.first) < std::pair(kind(b.second), b.first); });
  std::vector<SearchGroup> groups;
  for (auto& [bad, each] : found) {
    if (groups.empty() || groups.back().kind != kind(each)) groups.push_back({kind(each), {}, 0});
    SearchGroup& group = groups.back();
    group.hits.size() < most_hits_of_a_kind ? group.hits.push_back(std::move(each)) : void(++group.more);
  }
  return groups;
}

Excerpt excerpt_of(std::string_view words, const Places& places) {
  constexpr std::uint32_t most = 240, before = 90;
  if (words.size() <= most) return {in_one_line(words), places};
  const std::vector<std::uint32_t> bounds = text::grapheme_boundaries(words.substr(0, std::min<std::size_t>(words.size(), 4000)));
  const auto bound = [&bounds](std::uint32_t at) { return *(std::upper_bound(bounds.begin(), bounds.end(), at) - 1); };
  const std::uint32_t first = places.empty() ? 0 : places.front().first, from = first > before ? bound(first - before) : 0,
                      to = bound(from + most);
  const std::string lead = from > 0 ? "… " : "", tail = to < words.size() ? " …" : "";
  Excerpt out{lead + in_one_line(words.substr(from, to - from)) + tail, {}};
  const auto moved = static_cast<std::uint32_t>(lead.size());
  for (const auto& [begin, end] : places)
    if (begin >= from && end <= to) out.places.emplace_back(begin - from + moved, end - from + moved);
  return out;
}

} // namespace firsthand::app
