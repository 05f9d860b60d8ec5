// The questions of a day, by what somebody answered before.
#include "engine/assessment/refresher.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace firsthand::assessment {

namespace {

using Ids = std::vector<model::Id>;

// Of each competency two families: "care-a1 care-a2", "care-b1 care-b2" …
std::vector<model::Item> questions() {
  std::vector<model::Item> all;
  for (const char* competency : {"care", "law", "speed"})
    for (const char* family : {"a", "b"})
      for (const char* twin : {"1", "2"}) {
        model::Item item;
        item.competency = competency;
        item.twins = std::string(competency) + "-" + family;
        item.id = item.twins + twin;
        all.push_back(item);
      }
  return all;
}

EarlierAnswer practised(const char* item, Certainty certainty, int worth) { return {item, "", certainty, worth, true, 0}; }
EarlierAnswer measured(const char* competency, Certainty certainty, int worth, int attempt = 1) {
  return {"m-" + std::string(competency), competency, certainty, worth, false, attempt};
}

Ids drawn(const std::vector<EarlierAnswer>& before, int count = 3, std::uint8_t seed = 7) {
  static const std::vector<model::Item> items = questions();
  Seed of{};
  of[0] = seed;
  Ids ids;
  for (const model::Item* item : draw_refresher(of, count, items, before))
    ids.push_back(item->id);
  return ids;
}

} // namespace

TEST_CASE("refresher: sure and wrong comes first, then wrong, then a lucky guess, each as its unseen twin") {
  using enum Certainty;
  for (std::uint8_t seed = 0; seed < 20; ++seed)
    CHECK(drawn({practised("law-b1", guess, 1000), practised("care-a1", fairly, 0), practised("speed-a2", sure, 0),
                 practised("care-b2", sure, 1000)},
                3, seed) == Ids{"speed-a1", "care-a2", "law-b2"});
}

TEST_CASE("refresher: what was answered better since is not first any more") {
  using enum Certainty;
  const std::vector<EarlierAnswer> wrong{practised("speed-a2", sure, 0)};
  CHECK(drawn(wrong, 1) == Ids{"speed-a1"});
  std::vector<EarlierAnswer> better = wrong;
  better.push_back(practised("speed-a1", fairly, 1000));
  for (std::uint8_t seed = 0; seed < 20; ++seed)
    CHECK_FALSE(drawn(better, 1, seed).front().starts_with("speed-"));
}

TEST_CASE("refresher: what was measured speaks for its competency until it was right in practice, and a later test for an earlier one") {
  using enum Certainty;
  std::vector<EarlierAnswer> before{measured("care", fairly, 0), measured("law", sure, 0), measured("law", sure, 1000)};
  const Ids first = drawn(before, 4);
  CHECK(first[0].starts_with("law-"));
  CHECK(first[1].starts_with("law-"));
  CHECK(first[2].starts_with("care-"));
  CHECK(first[3].starts_with("care-"));
  before.push_back(practised("law-a1", guess, 1000)); // luck changes nothing
  CHECK(drawn(before, 1).front().starts_with("law-"));
  before.push_back(practised("law-b1", fairly, 1000));
  const Ids later = drawn(before, 3);
  CHECK(later[0].starts_with("care-"));
  CHECK(later[1].starts_with("care-"));
  CHECK(later[2] == "law-a2"); // a guess in its own family
}

TEST_CASE("refresher: who judges well what they know wins, who is sure and wrong loses most, and part of a point is no right answer") {
  using enum Certainty;
  const std::vector<std::pair<int, int>> of_three{{3, -6}, {2, -2}, {1, 0}}; // right and wrong: sure, fairly, guess
  const Certainty all[] = {sure, fairly, guess};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(certainty_points(all[i], 1000) == of_three[i].first);
    for (const int worth : {0, 500, 999})
      CHECK(certainty_points(all[i], worth) == of_three[i].second);
  }
  CHECK(certainty_points(unsaid, 1000) == 0);
  CHECK(certainty_points(unsaid, 0) == 0);
}

TEST_CASE("refresher: who has no history gets what was seen least, one of each competency, and never twins") {
  for (std::uint8_t seed = 0; seed < 20; ++seed) {
    const Ids ids = drawn({}, 3, seed);
    REQUIRE(ids.size() == 3);
    CHECK(ids[0].substr(0, 3) != ids[1].substr(0, 3));
    CHECK(ids[1].substr(0, 3) != ids[2].substr(0, 3));
    CHECK(ids[0].substr(0, 3) != ids[2].substr(0, 3));
  }
  CHECK(drawn({}, 3, 1) == drawn({}, 3, 1));
  const Ids all = drawn({}, 50);
  CHECK(all.size() == 6); // a family each
  using enum Certainty;
  for (std::uint8_t seed = 0; seed < 20; ++seed)
    for (const model::Id& id : drawn({practised("care-a1", sure, 1000)}, 2, seed))
      CHECK_FALSE(id.starts_with("care-"));
}

} // namespace firsthand::assessment
