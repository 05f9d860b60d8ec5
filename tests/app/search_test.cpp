// What is found among lessons, words and notes by what is typed: six scripts, best first, and never more than was put in.
#include "engine/app/search.h"
#include "engine/base/utf8.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

namespace {

using firsthand::app::SearchGroup;
using firsthand::app::SearchIndex;
using firsthand::app::SearchKind;
namespace app = firsthand::app;

SearchIndex index_of(std::vector<app::SearchItem> items) {
  SearchIndex index;
  for (app::SearchItem& each : items)
    index.add(std::move(each));
  return index;
}

std::string ids(const SearchIndex& index, const std::string& typed) {
  std::string all;
  for (const SearchGroup& group : index.find(typed))
    for (const app::SearchHit& hit : group.hits)
      all += (all.empty() ? "" : " ") + index.item(hit.which).id;
  return all;
}

std::string marked(const std::string& text, const app::Places& places) {
  std::string all;
  for (const auto& [from, to] : places)
    all += "[" + text.substr(from, to - from) + "]";
  return all;
}

} // namespace

TEST_CASE("search: each word has to stand in the title or in the text, in any case") {
  const SearchIndex index = index_of({{SearchKind::lesson, "one", "1 A lamp", "A lamp in a hall, and a cup."},
                                      {SearchKind::word, "cup", "Cup", "Something to drink from"},
                                      {SearchKind::note, "n1", "", "The CUP was warm.\nNobody near it"}});
  CHECK(ids(index, "cup") == "one cup n1");
  CHECK(ids(index, "lamp cup") == "one");
  CHECK(ids(index, "warm nobody") == "n1"); // what ends a line ends a word
  CHECK(ids(index, "warm.nobody") == "");
  CHECK(ids(index, "lamp zebra") == "");
  CHECK(ids(index, "").empty());
  CHECK(ids(index, "  ").empty());
}

TEST_CASE("search: groups come in their order; in each the title before the text, and whole words before parts") {
  const SearchIndex index = index_of({{SearchKind::word, "text-part", "A", "rebagged"},
                                      {SearchKind::word, "text-whole", "B", "a bag"},
                                      {SearchKind::word, "title-part", "Handbag", ""},
                                      {SearchKind::word, "title-begins", "Baggage", ""},
                                      {SearchKind::word, "title-whole", "Bag 1", ""},
                                      {SearchKind::lesson, "lesson", "x", "bags"},
                                      {SearchKind::word, "text-begins", "C", "bags"}});
  CHECK(ids(index, "bag") == "lesson title-whole title-begins title-part text-whole text-begins text-part");
}

TEST_CASE("search: words of six scripts are found without what many leave out, and the hit is marked") {
  const std::pair<const char*, std::pair<const char*, const char*>> cases[] = {
      {"Zoë left the café", {"CAFE", "[café]"}},  {"โทรศัพท์อยู่บนเบาะ", {"เบาะ", "[เบาะ]"}},   {"ถุงฟาราเดย์สองใบ", {"ถุง", "[ถุง]"}},
      {"ကျော်ဇင် ပြောသည်", {"ဇင်", "[ဇင်]"}},          {"វិបុល នៅទីនេះ", {"នៅ", "[នៅ]"}},           {"ສົມພອນ ຢູ່ນີ້", {"ສມພອນ", ""}},
      {"Đỗ Minh nói", {"do minh", "[Đỗ][Minh]"}}, {"على الطاولة", {"الطاولة", "[الطاولة]"}}};
  for (const auto& [text, asked] : cases) {
    CAPTURE(std::string(text));
    const SearchIndex index = index_of({{SearchKind::note, "n", "", text}});
    const auto groups = index.find(asked.first);
    CHECK(groups.empty() == std::string(asked.second).empty());
    if (!groups.empty()) CHECK(marked(text, groups[0].hits[0].text) == asked.second);
  }
}

TEST_CASE("search: two words at one place are marked once") {
  const SearchIndex index = index_of({{SearchKind::word, "w", "Power bank", ""}});
  const auto groups = index.find("power pow bank");
  REQUIRE(groups.size() == 1);
  CHECK(marked("Power bank", groups[0].hits[0].title) == "[Power][bank]");
}

TEST_CASE("search: of many hits the best are told and the rest counted; of too much nothing more is taken in") {
  SearchIndex index;
  for (int i = 0; i < 1000; ++i)
    index.add({SearchKind::note, fmt::format("n{}", i), "", "again"});
  CHECK(index.size() == app::most_search_items);
  const auto groups = index.find("again");
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].hits.size() == app::most_hits_of_a_kind);
  CHECK(groups[0].more == app::most_search_items - app::most_hits_of_a_kind);
  CHECK(index.item(groups[0].hits[0].which).id == "n0");
}

TEST_CASE("search: a text without end is searched at its head, and no letter of it is cut in two") {
  std::string longest;
  while (longest.size() < 200'000)
    longest += "ไ";
  const SearchIndex index = index_of({{SearchKind::note, "n", "", longest + " end"}, {SearchKind::note, "m", "", "end"}});
  CHECK(ids(index, "end") == "m");
  CHECK(ids(index, "ไไ") == "n");
}

TEST_CASE("search: of a long text what stands around the first hit is shown, whole letters and in one line") {
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += "ที่ไหน\n";
  const std::size_t at = text.size();
  text += "the cup";
  for (int i = 0; i < 100; ++i)
    text += " and so on";
  const SearchIndex index = index_of({{SearchKind::note, "n", "", text.substr(at - 300)}});
  const auto groups = index.find("cup");
  REQUIRE(groups.size() == 1);
  const app::Excerpt cut = app::excerpt_of(index.item(0).text, groups[0].hits[0].text);
  CHECK(marked(cut.words, cut.places) == "[cup]");
  CHECK(cut.words.size() < 270);
  CHECK(cut.words.starts_with("… "));
  CHECK(cut.words.ends_with(" …"));
  CHECK(cut.words.find('\n') == cut.words.npos);
  CHECK_FALSE(firsthand::base::first_invalid_utf8(cut.words));
  CHECK(app::excerpt_of("a\nb", {{2, 3}}).words == "a b");
}
