// What effects do: relations, hands, signals, groups, amounts, values that hold while an act runs, and whom the facts name.
#include "tests/simulation/workshop.h"

#include <doctest/doctest.h>

using stage::FactKind;
using stage::Stage;

namespace {

// Two lamps that a person can hold; a `hold` is a standing task.
stage::model::EntityModel held_lamp(stage::Id id) {
  auto lamp = stage::thing(std::move(id), {"lamp"});
  lamp.relations = {stage::relation("holder", {"person"})};
  lamp.relations[0].exclusive = true;
  lamp.state = {stage::state("light", {"on", "off"})};
  auto hold = stage::verb("hold", 1, stage::sets({{"holder", "by"}}));
  hold.task = true;
  auto tend = stage::verb("tend", 10);
  tend.during = {{"holder", "by", {}}};
  lamp.verbs = {hold, tend};
  return lamp;
}

Stage two_lamps() {
  Stage s;
  s.add(held_lamp("left")).add(held_lamp("right")).add(stage::person("guard")).add(stage::person("you", {"person", "learner"}));
  return s;
}

} // namespace

TEST_CASE("simulation: a person takes up one exclusive relation and lets go of the other") {
  Stage s = two_lamps().begin();
  s.task("guard", "hold", "left");
  s.task("guard", "hold", "right");
  CHECK(s.value("left", "holder") == "none");
  CHECK(s.value("right", "holder") == "guard");
  CHECK(s.fact(FactKind::changed, "holder", "none")->by == s.symbols.find("guard"));
}

TEST_CASE("simulation: `by` is the learner's own person in an act") {
  Stage s = two_lamps().begin();
  s.act("hold", "left");
  CHECK(s.value("left", "holder") == "you");
  CHECK(s.word(s.fact(FactKind::changed, "holder", "you")->by) == "learner");
  CHECK(s.word(s.fact(FactKind::changed, "holder", "you")->cause) == "hold");
}

TEST_CASE("simulation: what holds while an act runs is restored, unless an event changed it") {
  Stage s = two_lamps().begin();
  s.task("guard", "hold", "left");
  s.act("tend", "left");
  CHECK(s.when_was(FactKind::changed, "holder", "you") == 1);
  CHECK(s.value("left", "holder") == "guard");

  Stage disturbed = two_lamps();
  disturbed.scenario.models[0].events = {stage::at("gust", 5, stage::sets({{"holder", "none"}}))};
  disturbed.begin();
  disturbed.task("guard", "hold", "left");
  disturbed.act("tend", "left");
  CHECK(disturbed.value("left", "holder") == "none");
}

TEST_CASE("simulation: effects at the end win over restoring the same path") {
  Stage s = two_lamps();
  s.scenario.models[0].verbs[1].effects = stage::sets({{"holder", "by"}});
  s.begin().act("tend", "left");
  CHECK(s.value("left", "holder") == "you");
  CHECK(s.count(FactKind::changed, "holder") == 1);
}

TEST_CASE("simulation: custody is moved, anything else is changed") {
  auto coin = stage::thing("coin");
  coin.relations = {stage::relation("holder", {"person"})};
  coin.relations[0].custody = true;
  auto give = stage::verb("give", 5, stage::sets({{"holder", "with"}}));
  give.with_traits = {"person"};
  coin.verbs = {give};
  Stage s;
  s.add(coin, {{"holder", "clerk"}}).add(stage::person("clerk")).add(stage::person("guard")).begin();
  s.act("give", "coin", "guard");
  const auto* moved = s.fact(FactKind::moved, "holder");
  REQUIRE(moved);
  CHECK(s.word(moved->from) == "clerk");
  CHECK(s.word(moved->to) == "guard");
  CHECK(s.count(FactKind::changed, "holder") == 0);
}

TEST_CASE("simulation: a thing is in the custody of one, of nobody, or can be in nobody's") {
  auto coin = stage::thing("coin"), stone = stage::thing("stone");
  coin.relations = {stage::relation("by", {"person"}), stage::relation("holder", {"person"})};
  coin.relations[1].custody = true;
  auto purse = coin;
  purse.id = "purse", purse.relations[1].sight = firsthand::model::Sight::hidden;
  stone.relations = {stage::relation("holder", {"person"})};
  Stage s;
  s.add(coin, {{"holder", "clerk"}, {"by", "guard"}}).add(purse, {{"holder", "guard"}}).add_as("found", coin, {{"by", "guard"}});
  s.add(stone, {{"holder", "clerk"}}).add(stage::person("clerk")).add(stage::person("guard")).begin();
  const auto has = [&](const char* thing) { return s.word(s.scene.custodian(s.world, s.symbols.find(thing))); };
  const auto seen = [&](const char* thing) { return s.word(s.scene.seen_custodian(s.world.seen, s.symbols.find(thing))); };
  CHECK(has("coin") == "clerk");
  CHECK(seen("coin") == "clerk");
  CHECK(has("purse") == "guard");
  CHECK(seen("purse").empty());
  for (const char* thing : {"found", "stone", "clerk", "nothing-of-the-kind"}) {
    CHECK(has(thing).empty());
    CHECK(seen(thing).empty());
  }
}

TEST_CASE("simulation: effects and signals reach through a relation, and only to where it leads") {
  auto bell = stage::thing("bell", {"bell"});
  bell.state = {stage::state("tone", {"still", "high"})};
  bell.events = {stage::on("rings", "pulled", {}, stage::sets({{"tone", "high"}}))};
  auto cord = stage::thing("cord");
  cord.relations = {stage::relation("bell", {"bell"})};
  cord.verbs = {stage::verb("pull", 1, stage::signals({"bell.pulled"}))};
  Stage s;
  s.add_as("near", bell).add_as("far", bell).add(cord, {{"bell", "near"}}).begin().act("pull", "cord");
  CHECK(s.value("near", "tone") == "high");
  CHECK(s.value("far", "tone") == "still");
}

TEST_CASE("simulation: a signal is heard through a relation only from the one it leads to") {
  auto cord = stage::thing("cord", {"cord"});
  cord.verbs = {stage::verb("pull", 1, stage::signals({"pulled"}))};
  auto bell = stage::thing("bell");
  bell.relations = {stage::relation("line", {"cord"})};
  bell.events = {stage::on("rings", "line.pulled", {}, {})};
  Stage s;
  s.add_as("red", cord).add_as("blue", cord).add(bell, {{"line", "red"}}).begin();
  s.act("pull", "blue");
  CHECK(s.count(FactKind::event, "rings") == 0);
  s.act("pull", "red");
  CHECK(s.count(FactKind::event, "rings") == 1);
}

TEST_CASE("simulation: `for each` reaches the trait in the zone") {
  auto lamp = stage::thing("lamp", {"lamp"});
  lamp.state = {stage::state("light", {"on", "off"})};
  auto panel = stage::thing("panel");
  panel.verbs = {stage::verb("dim", 1)};
  panel.verbs[0].effects.for_each = {{"lamp", "hall", stage::sets({{"light", "off"}})}};
  Stage s;
  s.add_as("a", lamp, {}, "hall").add_as("b", lamp, {}, "yard").add_as("c", lamp, {}, "hall").add(panel).begin().act("dim", "panel");
  CHECK(s.value("a", "light") + s.value("b", "light") + s.value("c", "light") == "offonoff");
}

TEST_CASE("simulation: a person's own event is that person's act, also as a reaction") {
  auto gate = stage::thing("gate");
  gate.state = {stage::state("leaf", {"open", "closed"})};
  auto guard = stage::thing("guard", {"person"});
  guard.relations = {stage::relation("gate")};
  guard.verbs = {stage::verb("greet", 2, stage::signals({"greeted"}))};
  guard.events = {stage::on("startled", "greeted", {}, stage::sets({{"gate.leaf", "closed"}}))};
  Stage s;
  s.add(gate).add(guard, {{"gate", "gate"}}).begin().act("greet", "guard");
  CHECK(s.word(s.fact(FactKind::changed, "leaf")->by) == "guard");
  CHECK(s.word(s.fact(FactKind::event, "startled")->cause) == "greet");
  CHECK(s.word(s.fact(FactKind::changed, "leaf")->cause) == "startled");
}

TEST_CASE("simulation: facts of one change share a number, and the next change has another") {
  Stage s = stage::workshop().begin(stage::tight());
  s.act("unplug", "mill");
  const auto* power = s.fact(FactKind::changed, "power", "off");
  CHECK(power->batch == s.fact(FactKind::changed, "lock", "locked")->batch);
  CHECK(power->batch == s.fact(FactKind::lost, "open-books")->batch);
  CHECK(power->batch == s.fact(FactKind::done, "unplug")->batch);
  CHECK(power->batch != s.fact(FactKind::begun, "unplug")->batch);
}

TEST_CASE("simulation: a person answers with the first answer that holds, judged before the asking has its effects") {
  auto guard = stage::thing("guard", {"person"});
  guard.state = {stage::state("mood", {"calm", "cross"})};
  auto ask = stage::verb("ask", 20, stage::sets({{"mood", "cross"}}));
  ask.answers = {{"grumbles", stage::is("mood", "cross"), {}, {}}, {"tells", {}, {}, stage::sets({{"said", "yes"}})}};
  guard.state.push_back(stage::state("said", {"no", "yes"}));
  guard.verbs = {ask};
  Stage s;
  s.add(guard).begin();
  s.act("ask", "guard");
  CHECK(s.when_was(FactKind::said, "ask", "tells") == 20);
  CHECK(s.value("guard", "said") == "yes");
  s.act("ask", "guard");
  CHECK(s.when_was(FactKind::said, "ask", "grumbles") == 40);
}
