// What the learner sees, what is offered by it, and what must not leak.
#include "tests/simulation/workshop.h"

#include <doctest/doctest.h>

using stage::FactKind;
using stage::Refusal;
using stage::Stage;

TEST_CASE("simulation: what lies in plain sight is seen at the start, the rest is not") {
  Stage s = stage::workshop().begin(stage::tight());
  CHECK(s.seen("mill", "panel") == "desk");
  CHECK(s.when_was(FactKind::seen, "panel", "desk") == 0);
  CHECK(s.fact(FactKind::seen, "panel")->from == 0);
  CHECK(s.seen("mill", "light").empty());
  s.act("look", "mill");
  CHECK(s.seen("mill", "light") == "steady");
  CHECK(s.scene.seen_at(s.world.seen, s.symbols.find("mill"), s.symbols.find("light")) == 15);
}

TEST_CASE("simulation: offered goes by what was seen, works by what is true") {
  auto safe = stage::thing("safe");
  safe.state = {stage::state("door", {"open", "shut"})};
  safe.cues = {stage::hidden("door-seen", {{"open", stage::is("door", "open")}, {"shut", {}}})};
  auto look = stage::verb("look", 5);
  look.effects.reveals = {"door-seen"};
  auto take = stage::verb("take", 5);
  take.offered = stage::is("door-seen", "open");
  take.works = stage::is("door", "open");
  safe.verbs = {look, take};
  safe.events = {stage::at("swings", 60, stage::sets({{"door", "shut"}}))};
  Stage s;
  s.add(safe).begin();
  CHECK(s.act("take", "safe") == Refusal::not_offered);
  CHECK(s.world.now == 0);
  s.act("look", "safe");
  CHECK(s.act("take", "safe") == Refusal::none);
  CHECK(s.count(FactKind::done, "take") == 1);
  s.pass(60);
  CHECK(s.act("take", "safe") == Refusal::none); // the last look still says "open"
  CHECK(s.count(FactKind::failed, "take") == 1);
}

TEST_CASE("simulation: offers ask the instrument and follow relations in plain sight") {
  auto box = stage::thing("box", {"shield"});
  box.cues = {stage::glance("size", {{"small", stage::is("size", "small")}, {"big", {}}})};
  box.state = {stage::state("size", {"small", "big"})};
  auto coin = stage::thing("coin");
  coin.relations = {stage::relation("in", {"shield"})};
  auto put = stage::verb("put", 3, stage::sets({{"in", "with"}}));
  put.with_traits = {"shield"};
  put.offered = stage::is("with.size", "big");
  auto shake = stage::verb("shake", 3);
  shake.offered = stage::is("in.size", "big");
  coin.verbs = {put, shake};
  Stage s;
  s.add(coin).add_as("crate", box, {{"size", "big"}}).add_as("tin", box).begin();
  CHECK(s.act("put", "coin") == Refusal::needs_instrument);
  CHECK(s.act("put", "coin", "tin") == Refusal::not_offered);
  CHECK(s.act("shake", "coin") == Refusal::not_offered);
  CHECK(s.scene.offers(s.world.seen).size() == 1);
  CHECK(s.act("put", "coin", "crate") == Refusal::none);
  CHECK(s.word(s.scene.seen_relation(s.world.seen, s.symbols.find("coin"), s.symbols.find("in"))) == "crate");
  CHECK(s.act("shake", "coin") == Refusal::none);
}

TEST_CASE("simulation: refusals say why, change nothing and take no time") {
  Stage s = stage::workshop().begin(stage::tight());
  const stage::World before = s.world;
  const std::size_t facts = s.facts.facts.size();
  CHECK(s.act("fly", "mill") == Refusal::unknown_verb);
  CHECK(s.act("look", "moon") == Refusal::unknown_entity);
  CHECK(s.act("look", "mill", "box") == Refusal::needs_instrument);
  CHECK(s.act("bag", "beacon", "tether") == Refusal::needs_instrument);
  CHECK(s.act("call", "beacon") == Refusal::not_offered);
  CHECK(s.task("guard", "look", "mill") == Refusal::not_a_task);
  CHECK(s.task("box", "keep", "mill") == Refusal::not_a_task);
  CHECK(s.task("you", "keep", "mill") == Refusal::not_a_task);
  CHECK(s.task("nobody", "keep", "mill") == Refusal::unknown_entity);
  CHECK(s.wait(0) == Refusal::bad_wait);
  CHECK(s.wait(-5) == Refusal::bad_wait);
  CHECK(s.world == before);
  CHECK(s.facts.facts.size() == facts);
  CHECK(stage::simulation::refusal_code(Refusal::not_offered).text() == "not-offered");
}

TEST_CASE("simulation: a verb that is done once is not offered again, a failed one is") {
  auto bell = stage::thing("bell");
  bell.state = {stage::state("rope", {"torn", "whole"})};
  auto ring = stage::verb("ring", 1);
  ring.repeats = false;
  ring.works = stage::is("rope", "whole");
  bell.verbs = {ring, stage::verb("mend", 1, stage::sets({{"rope", "whole"}}))};
  Stage s;
  s.add(bell).begin();
  CHECK(s.act("ring", "bell") == Refusal::none);
  s.act("mend", "bell");
  CHECK(s.act("ring", "bell") == Refusal::none);
  CHECK(s.act("ring", "bell") == Refusal::not_offered);
}

TEST_CASE("simulation: a number is read in whole units and only when it can be read") {
  for (const std::int64_t scale : {1, 1'000, 1'000'000'000}) {
    const std::int64_t unit = stage::unit * scale;
    auto lamp = stage::thing("lamp");
    lamp.state = {stage::state("cap", {"on", "off"})};
    lamp.gauges = {stage::gauge("oil", 90 * unit, 9 * unit + 1)};
    lamp.gauges[0].scale = scale;
    auto cue = stage::hidden("oil-seen", {});
    cue.reads = "oil";
    cue.readable = stage::is("cap", "off");
    lamp.cues = {cue};
    auto look = stage::verb("look", 1);
    look.effects.reveals = {"oil-seen"};
    auto fill = stage::verb("fill", 1);
    fill.offered = stage::amount("oil-seen", stage::Compare::below, 10 * unit);
    lamp.verbs = {look, fill, stage::verb("uncap", 1, stage::sets({{"cap", "off"}}))};
    Stage s;
    s.add(lamp).begin();
    const auto number = [&] { return s.scene.seen_number(s.world.seen, s.symbols.find("lamp"), s.symbols.find("oil-seen")); };
    s.act("look", "lamp");
    CHECK_FALSE(number().has_value());
    CHECK(s.act("fill", "lamp") == Refusal::not_offered); // unknown is not "below"
    s.act("uncap", "lamp");
    s.act("look", "lamp");
    CHECK(number() == 9);
    CHECK(s.fact(FactKind::seen, "oil-seen")->amount == 9);
    CHECK(s.act("fill", "lamp") == Refusal::none);
    CHECK(s.scene.gauge(s.world, s.symbols.find("lamp"), s.symbols.find("oil")) == 9);
  }
}

TEST_CASE("simulation: cases with the same word are one sight") {
  auto lamp = stage::thing("lamp");
  lamp.state = {stage::state("bulb", {"whole", "cracked", "gone"})};
  lamp.cues = {stage::glance("glow", {{"dark", stage::is("bulb", "cracked")}, {"lit", stage::is("bulb", "whole")}, {"dark", {}}})};
  lamp.verbs = {stage::verb("crack", 1, stage::sets({{"bulb", "cracked"}})), stage::verb("drop", 1, stage::sets({{"bulb", "gone"}}))};
  Stage s;
  s.add(lamp).begin();
  s.act("crack", "lamp");
  s.act("drop", "lamp");
  CHECK(s.count(FactKind::seen, "glow") == 2); // lit, dark
}

TEST_CASE("simulation: worlds that differ only in what was not observed are seen alike") {
  const auto seen_after = [](const std::vector<stage::FixedDraw>& fixed_draws, bool call) {
    Stage s = stage::workshop();
    s.begin(fixed_draws);
    s.act("photograph", "mill");
    s.act("bag", "beacon", "box");
    if (call) s.act("call", "beacon");
    return s.world.seen;
  };
  CHECK(seen_after(stage::tight(), false) == seen_after(stage::leaky(), false));
  CHECK_FALSE(seen_after(stage::tight(), true) == seen_after(stage::leaky(), true));
}

TEST_CASE("simulation: conditions asked from outside name the entity, or read what was seen") {
  Stage s = stage::workshop().begin(stage::tight());
  CHECK(s.scene.holds(s.world, stage::all({stage::is("mill.power", "on"), stage::is("beacon.in", "none")})));
  CHECK_FALSE(s.scene.holds(s.world, stage::is("mill.lock", "locked")));
  CHECK_FALSE(s.scene.holds(s.world, stage::is("moon.lock", "locked")));
  CHECK(s.scene.holds(s.world, stage::none({stage::amount("mill.charge", stage::Compare::below, 50 * stage::unit)})));
  const auto mill = s.symbols.find("mill");
  CHECK(s.scene.seen_holds(s.world.seen, mill, stage::is("panel", "desk")));
  CHECK_FALSE(s.scene.seen_holds(s.world.seen, mill, stage::is("power", "on"))); // the truth has no place here
  const auto guard = s.scene.guard(stage::is("mill.lock", "locked"));
  s.pass(300);
  CHECK(s.scene.holds(s.world, guard));
}

namespace {

// Boxes that go into boxes, and a coin that goes into any of them.
Stage boxes() {
  auto box = stage::thing("box", {"shield"});
  box.relations = {stage::relation("in", {"shield"})};
  auto put = stage::verb("put", 3, stage::sets({{"in", "with"}}));
  put.with_traits = {"shield"};
  auto take_out = stage::verb("take-out", 3, stage::sets({{"in", "none"}}));
  auto cover = stage::verb("cover", 3, stage::sets({{"with.in", "self"}})); // the box comes over the other
  cover.with_traits = {"shield"};
  box.verbs = {put, take_out, cover};
  auto coin = stage::thing("coin");
  coin.relations = {stage::relation("in", {"shield"})};
  coin.verbs = {put};
  Stage s;
  s.add(coin).add_as("crate", box).add_as("tin", box).add_as("tube", box).begin();
  return s;
}

std::string withs(const Stage& s, const char* verb, const char* entity) {
  std::string all;
  for (const auto& offer : s.scene.offers(s.world.seen))
    if (s.word(offer.verb) == verb && s.word(offer.entity) == entity) all += (all.empty() ? "" : " ") + s.word(offer.with);
  return all;
}

} // namespace

TEST_CASE("simulation: what a thing lies in already is no choice, and is one again when it was taken out") {
  Stage s = boxes();
  CHECK(withs(s, "put", "coin") == "crate tin tube");
  CHECK(s.act("put", "coin", "tin") == Refusal::none);
  CHECK(withs(s, "put", "coin") == "crate tube");
  CHECK(s.act("put", "coin", "tin") == Refusal::not_offered);
  CHECK(s.act("put", "coin", "crate") == Refusal::none);
  CHECK(withs(s, "put", "coin") == "tin tube");
}

TEST_CASE("simulation: nothing is put into itself, however deep") {
  Stage s = boxes();
  CHECK(withs(s, "put", "crate") == "tin tube");
  CHECK(s.act("put", "tin", "crate") == Refusal::none);
  CHECK(withs(s, "put", "crate") == "tube");
  CHECK(s.act("put", "tube", "tin") == Refusal::none); // the tube in the tin in the crate
  CHECK(withs(s, "put", "crate").empty());
  CHECK(withs(s, "put", "tin").empty()); // it is in the crate, and the tube in it
  CHECK(s.act("put", "crate", "tube") == Refusal::not_offered);
  CHECK(withs(s, "put", "coin") == "crate tin tube");
  CHECK(s.act("take-out", "tin") == Refusal::none);
  CHECK(withs(s, "put", "crate") == "tin tube");
}

TEST_CASE("simulation: a box that is put over a thing is held to the same") {
  Stage s = boxes();
  CHECK(s.act("cover", "crate", "tin") == Refusal::none); // the tin is in the crate now
  CHECK(withs(s, "cover", "crate") == "tube");
  CHECK(withs(s, "cover", "tin") == "tube");
  CHECK(s.act("cover", "tin", "crate") == Refusal::not_offered);
}

TEST_CASE("simulation: an act that does more with what it is done with is offered while any of it is not so") {
  auto box = stage::thing("box", {"shield"});
  auto coin = stage::thing("coin");
  coin.relations = {stage::relation("in", {"shield"}), stage::relation("tied", {"shield"})};
  auto put = stage::verb("put", 3, stage::sets({{"in", "with"}}));
  auto tie = stage::verb("tie", 3, stage::sets({{"in", "with"}, {"tied", "with"}}));
  put.with_traits = tie.with_traits = {"shield"};
  coin.verbs = {put, tie};
  Stage s;
  s.add(coin).add_as("tin", box).begin();
  CHECK(s.act("put", "coin", "tin") == Refusal::none);
  CHECK(s.act("tie", "coin", "tin") == Refusal::none);
  CHECK(s.act("tie", "coin", "tin") == Refusal::not_offered);
}
