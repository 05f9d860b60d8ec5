// Chance, amounts and evidence: fixed by the seed, by whole quanta, by what lives.
#include "tests/simulation/workshop.h"

#include <doctest/doctest.h>

#include <map>

using stage::FactKind;
using stage::Stage;

namespace {

stage::model::EntityModel coin_that_may_land() {
  auto coin = stage::thing("coin");
  coin.state = {stage::state("side", {"up", "down"})};
  coin.verbs = {stage::verb("toss", 1, stage::signals({"tossed"}))};
  auto lands = stage::on("lands", "tossed", {}, stage::sets({{"side", "down"}}));
  lands.chance = "turns";
  lands.odds = {{"happens", 1}, {"stays", 1}};
  coin.events = {lands};
  return coin;
}

std::string tosses(std::uint8_t seed, const std::vector<stage::FixedDraw>& fixed_draws = {}) {
  Stage s;
  s.add(coin_that_may_land()).begin(fixed_draws, seed);
  for (int i = 0; i < 12; ++i)
    s.act("toss", "coin");
  std::string outcomes;
  for (const auto& fact : s.facts.facts)
    if (fact.kind == FactKind::drawn) outcomes += s.word(fact.to) == "happens" ? 'H' : '-';
  return outcomes;
}

} // namespace

TEST_CASE("simulation: draws come from the seed and their number, and vary with both") {
  CHECK(tosses(1) == tosses(1));
  CHECK(tosses(1) != tosses(2));
  CHECK(tosses(1).find('H') != std::string::npos);
  CHECK(tosses(1).find('-') != std::string::npos);
}

TEST_CASE("simulation: a draw is the documented function of the seed") {
  Stage s;
  s.add(stage::box()).begin({}, 7);
  std::string input = "firsthand-draw-1\n" + std::string(32, '\x07') + "box" + std::string(1, '\0') + "leak" + std::string(9, '\0');
  const auto hash = stage::crypto::sha256(input);
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i)
    number = number << 8 | hash.bytes[static_cast<std::size_t>(i)];
  CHECK(s.value("box", "leak") == (number % 4 < 3 ? "tight" : "leaks"));
}

TEST_CASE("simulation: weights are kept over many seeds") {
  int leaks = 0;
  for (int seed = 0; seed < 200; ++seed) {
    Stage s;
    s.add(stage::box()).begin({}, static_cast<std::uint8_t>(seed));
    leaks += s.value("box", "leak") == "leaks" ? 1 : 0;
  }
  CHECK(leaks > 30);
  CHECK(leaks < 70); // 50 of 200 are meant
}

TEST_CASE("simulation: a fixed draw decides, an outcome that stays has no effects, and the draw is said") {
  CHECK(tosses(1, {{"coin.turns", "happens"}}) == std::string(12, 'H'));
  CHECK(tosses(1, {{"coin.turns", "stays"}}) == std::string(12, '-'));
  Stage s;
  s.add(coin_that_may_land()).begin({{"coin.turns", "stays"}}).act("toss", "coin");
  CHECK(s.value("coin", "side") == "up");
  CHECK(s.count(FactKind::event, "lands") == 0);
  CHECK(s.count(FactKind::drawn, "turns") == 1);
}

TEST_CASE("simulation: draws of the start do not depend on what else is drawn") {
  Stage alone, crowd;
  alone.add(stage::box()).begin({}, 3);
  crowd.add(coin_that_may_land()).add_as("other", stage::box()).add(stage::box()).begin({}, 3);
  CHECK(alone.value("box", "leak") == crowd.value("box", "leak"));
}

TEST_CASE("simulation: a setting with several choices is drawn once and may be fixed in its own words") {
  auto pipe = stage::thing("pipe");
  auto when = stage::setting("bursts-at", stage::base::never);
  when.choices = {{stage::base::never, 15}, {1200, 3}, {300, 2}};
  pipe.settings = {when};
  pipe.events = {stage::at("bursts", 0, {})};
  pipe.events[0].delay = {0, "bursts-at"};
  const auto burst = [&](const char* outcome) {
    Stage s;
    s.add(pipe).begin({{"pipe.bursts-at", outcome}}).pass(5000);
    return s.when_was(FactKind::event, "bursts");
  };
  CHECK(burst("20 min") == 1200);
  CHECK(burst("300 s") == 300);
  CHECK(burst("never") == stage::base::never);
}

TEST_CASE("simulation: a value that the scenario gives is not drawn") {
  Stage s;
  s.add(stage::box(), {{"leak", "leaks"}}).begin({}, 1);
  CHECK(s.value("box", "leak") == "leaks");
  CHECK(s.count(FactKind::drawn, "leak") == 0);
}

TEST_CASE("simulation: an amount crosses at the first whole second, either way") {
  auto tank = stage::thing("tank");
  tank.state = {stage::state("tap", {"in", "out"})};
  tank.gauges = {stage::gauge("water", 10 * stage::unit, 4 * stage::unit,
                              {{stage::unit * 3 / 10, stage::is("tap", "in")}, {-stage::unit * 3 / 10, stage::is("tap", "out")}})};
  tank.events = {stage::when("half", stage::amount("water", stage::Compare::at_least, 5 * stage::unit), stage::sets({{"tap", "out"}})),
                 stage::when("low", stage::amount("water", stage::Compare::below, 4 * stage::unit), {}),
                 stage::when("empty", stage::amount("water", stage::Compare::at_most, 0), {})};
  Stage s;
  s.add(tank).begin().pass(100);
  CHECK(s.when_was(FactKind::event, "half") == 4);   // 4.0 + 4 × 0.3 = 5.2
  CHECK(s.when_was(FactKind::event, "low") == 9);    // 5.2 − 4 × 0.3 = 4.0 is not below, 3.7 is
  CHECK(s.when_was(FactKind::event, "empty") == 22); // 5.2 ÷ 0.3 = 17.3 s
  CHECK(s.level("tank", "water") == 0);
}

TEST_CASE("simulation: an amount stays within its bounds and can be asked for exactly") {
  auto tank = stage::thing("tank");
  tank.gauges = {stage::gauge("water", 10 * stage::unit, 9 * stage::unit, {{stage::unit, {}}})};
  tank.events = {stage::when("full", stage::amount("water", stage::Compare::is_one_of, 10 * stage::unit), {}),
                 stage::when("over", stage::amount("water", stage::Compare::above, 10 * stage::unit), {})};
  tank.verbs = {stage::verb("drain", 0)};
  tank.verbs[0].effects.adds = {{"water", -50 * stage::unit, {}}};
  Stage s;
  s.add(tank).begin().pass(1000);
  CHECK(s.level("tank", "water") == 10);
  CHECK(s.when_was(FactKind::event, "full") == 1);
  CHECK(s.count(FactKind::event, "over") == 0);
  s.act("drain", "tank");
  CHECK(s.level("tank", "water") == 0);
}

TEST_CASE("simulation: evidence is sealed and opened, lost once, and lost for good") {
  auto chest = stage::thing("chest");
  chest.state = {stage::state("lid", {"open", "shut"}), stage::state("wood", {"whole", "burnt"})};
  chest.verbs = {stage::verb("shut", 1, stage::sets({{"lid", "shut"}})), stage::verb("open", 1, stage::sets({{"lid", "open"}})),
                 stage::verb("burn", 1, stage::sets({{"wood", "burnt"}})), stage::verb("rebuild", 1, stage::sets({{"wood", "whole"}}))};
  chest.evidence = {{"papers", stage::is("wood", "whole"), stage::is("lid", "open"), {}, {}}};
  Stage s;
  s.add(chest).holds("chest", "deed", "papers", 25).begin();
  CHECK(s.item("deed").within_reach());
  s.act("shut", "chest");
  CHECK(s.when_was(FactKind::sealed, "deed") == 1);
  CHECK_FALSE(s.item("deed").within_reach());
  s.act("open", "chest");
  CHECK(s.when_was(FactKind::opened, "deed") == 2);
  s.act("burn", "chest");
  CHECK(s.fact(FactKind::lost, "deed")->amount == 25);
  s.act("rebuild", "chest");
  s.act("burn", "chest");
  CHECK_FALSE(s.item("deed").alive);
  CHECK(s.count(FactKind::lost, "deed") == 1);
  CHECK(s.count(FactKind::opened, "deed") == 1);
}

TEST_CASE("simulation: what a verb may do is read off the scene") {
  Stage s = stage::workshop();
  s.add(coin_that_may_land()).begin(stage::tight());
  std::map<std::string, std::string> may;
  for (const auto& each : s.scene.verb_effects())
    may[s.word(each.entity) + "." + s.word(each.verb)] =
        std::string(each.changes ? "c" : "") + (each.timers ? "t" : "") + (each.chance ? "d" : "");
  CHECK(may["mill.photograph"].empty());
  CHECK(may["mill.look"].empty());
  CHECK(may["mill.unplug"] == "ct");
  CHECK(may["mill.touch"] == "ct");
  CHECK(may["beacon.bag"] == "ct");
  CHECK(may["coin.toss"] == "cd");
}
