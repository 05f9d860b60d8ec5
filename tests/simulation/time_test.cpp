// Time and order: what is due when, what comes first, what ends an act or a wait.
#include "tests/simulation/workshop.h"

#include <doctest/doctest.h>

using stage::FactKind;
using stage::Stage;

namespace {

// A lamp that switches itself on at `second`; what it looks like is seen at a glance unless it is covered.
stage::model::EntityModel lamp_lit_at(stage::Id id, stage::base::Seconds second) {
  auto lamp = stage::thing(std::move(id));
  lamp.state = {stage::state("light", {"off", "on"})};
  lamp.events = {stage::at("lit", second, stage::sets({{"light", "on"}}))};
  return lamp;
}

std::vector<std::string> event_order(const Stage& s) {
  std::vector<std::string> order;
  for (const auto& fact : s.facts.facts)
    if (fact.kind == FactKind::event || fact.kind == FactKind::done || fact.kind == FactKind::cut_short)
      order.push_back(s.word(fact.entity) + "." + s.word(fact.name) + "@" + std::to_string(fact.at));
  return order;
}

using Order = std::vector<std::string>;

} // namespace

TEST_CASE("simulation: equal times fire in the order of the entities, each to a standstill") {
  auto first = lamp_lit_at("first", 5);
  first.events.push_back(stage::when("echo", stage::is("light", "on"), {}));
  Stage s;
  s.add(first).add(lamp_lit_at("second", 5)).add(lamp_lit_at("third", 4)).begin().pass(5);
  CHECK(event_order(s) == Order{"third.lit@4", "first.lit@5", "first.echo@5", "second.lit@5"});
}

TEST_CASE("simulation: at a tie the event comes before the end of the act") {
  auto lamp = lamp_lit_at("lamp", 10);
  lamp.verbs = {stage::verb("dust", 10)};
  Stage s;
  s.add(lamp).begin().act("dust", "lamp");
  CHECK(event_order(s) == Order{"lamp.lit@10", "lamp.dust@10"});
}

TEST_CASE("simulation: an act broken in its last second is cut short") {
  auto lamp = lamp_lit_at("lamp", 10);
  auto paint = stage::verb("paint", 10, stage::sets({{"shade", "red"}}));
  paint.throughout = stage::is("light", "off");
  lamp.state.push_back(stage::state("shade", {"white", "red"}));
  lamp.verbs = {paint};
  Stage s;
  s.add(lamp).begin().act("paint", "lamp");
  CHECK(s.fact(FactKind::cut_short, "paint")->amount == 10);
  CHECK(s.value("lamp", "shade") == "white");
}

TEST_CASE("simulation: the rest of an act that is cut short is not spent") {
  auto lamp = lamp_lit_at("lamp", 3);
  auto paint = stage::verb("paint", 100);
  paint.throughout = stage::is("light", "off");
  paint.cut = stage::sets({{"shade", "streaky"}});
  lamp.state.push_back(stage::state("shade", {"white", "streaky"}));
  lamp.verbs = {paint};
  Stage s;
  s.add(lamp).begin().act("paint", "lamp");
  CHECK(s.world.now == 3);
  CHECK(s.value("lamp", "shade") == "streaky");
}

TEST_CASE("simulation: what does not work fails, spends its time and gives its signals") {
  auto gate = stage::thing("gate");
  gate.state = {stage::state("bolt", {"shut", "free"}), stage::state("leaf", {"closed", "open"}), stage::state("bell", {"still", "rung"})};
  gate.cues = {stage::hidden("bolt-seen", {{"shut", stage::is("bolt", "shut")}, {"free", {}}})};
  auto push = stage::verb("push", 4, stage::sets({{"leaf", "open"}}));
  push.works = stage::is("bolt", "free");
  push.signals = {"pushed"};
  push.effects.reveals = {"bolt-seen"};
  gate.verbs = {push};
  gate.events = {stage::on("rings", "pushed", {}, stage::sets({{"bell", "rung"}}))};
  Stage s;
  s.add(gate).begin().act("push", "gate");
  CHECK(s.when_was(FactKind::begun, "push") == 0);
  CHECK(s.when_was(FactKind::failed, "push") == 4);
  CHECK(s.count(FactKind::done, "push") == 0);
  CHECK(s.value("gate", "leaf") == "closed");
  CHECK(s.when_was(FactKind::changed, "bell", "rung") == 0);
  CHECK(s.seen("gate", "bolt-seen") == "shut");
}

TEST_CASE("simulation: `when` fires each time its condition becomes true, and not for the start") {
  auto lamp = stage::thing("lamp");
  lamp.state = {stage::state("light", {"on", "off"})};
  lamp.verbs = {stage::verb("off", 1, stage::sets({{"light", "off"}})), stage::verb("on", 1, stage::sets({{"light", "on"}}))};
  lamp.events = {stage::when("glows", stage::is("light", "on"), {})};
  Stage s;
  s.add(lamp).begin();
  CHECK(s.count(FactKind::event, "glows") == 0);
  s.act("on", "lamp"); // it is on already
  CHECK(s.count(FactKind::event, "glows") == 0);
  s.act("off", "lamp");
  s.act("on", "lamp");
  s.act("off", "lamp");
  s.act("on", "lamp");
  CHECK(s.count(FactKind::event, "glows") == 2);
}

TEST_CASE("simulation: a delay is dropped with its condition and comes again only after that was false") {
  auto lamp = stage::thing("lamp");
  lamp.state = {stage::state("light", {"off", "on"})};
  lamp.verbs = {stage::verb("off", 1, stage::sets({{"light", "off"}})), stage::verb("on", 1, stage::sets({{"light", "on"}}))};
  lamp.events = {stage::holds_for("warm", stage::is("light", "on"), 20, {})};
  Stage s;
  s.add(lamp).begin();
  s.act("on", "lamp"); // 1 s
  s.pass(10);
  s.act("off", "lamp"); // 12 s
  s.pass(60);
  CHECK(s.count(FactKind::event, "warm") == 0);
  s.act("on", "lamp"); // 73 s
  s.pass(1000);
  CHECK(s.when_was(FactKind::event, "warm") == 93);
  CHECK(s.count(FactKind::event, "warm") == 1);
}

TEST_CASE("simulation: a repeated event keeps its beat while its condition holds") {
  auto lamp = stage::thing("lamp");
  lamp.state = {stage::state("light", {"on", "off"})};
  lamp.verbs = {stage::verb("off", 1, stage::sets({{"light", "off"}}))};
  lamp.events = {stage::every("blink", stage::is("light", "on"), 10, {})};
  Stage s;
  s.add(lamp).begin().pass(35);
  CHECK(s.count(FactKind::event, "blink") == 3);
  s.act("off", "lamp");
  s.pass(100);
  CHECK(s.count(FactKind::event, "blink") == 3);
}

TEST_CASE("simulation: a delay may have been running before the scene starts") {
  auto lamp = stage::thing("lamp");
  lamp.events = {stage::holds_for("tires", {}, 3600, {}), stage::every("ticks", {}, 60, {})};
  Stage s;
  s.add(lamp).use("lamp").aged = {{"tires", 3000}, {"ticks", 70}};
  s.begin().pass(700);
  CHECK(s.when_was(FactKind::event, "tires") == 600);
  CHECK(s.when_was(FactKind::event, "ticks") == 50);
}

TEST_CASE("simulation: a wait is cut only by what is seen at a glance, and the second is finished first") {
  auto seen_lamp = lamp_lit_at("seen", 30);
  seen_lamp.cues = {stage::glance("glow", {{"bright", stage::is("light", "on")}, {"dull", {}}})};
  Stage s;
  s.add(lamp_lit_at("unseen", 10)).add(seen_lamp).add(lamp_lit_at("late", 30)).begin().wait(60);
  CHECK(s.world.now == 30);
  CHECK(s.value("unseen", "light") == "on");
  CHECK(s.value("late", "light") == "on");
  CHECK(s.fact(FactKind::waited, "")->amount == 30);
  s.wait(60);
  CHECK(s.world.now == 90);
}

TEST_CASE("simulation: time that a step costs is not cut") {
  auto lamp = lamp_lit_at("lamp", 30);
  lamp.cues = {stage::glance("glow", {{"bright", stage::is("light", "on")}, {"dull", {}}})};
  Stage s;
  s.add(lamp).begin().pass(60);
  CHECK(s.world.now == 60);
  CHECK(s.seen("lamp", "glow") == "bright");
}

TEST_CASE("simulation: reactions that drive each other in circles end, and the scene goes on") {
  auto toy = stage::thing("toy");
  toy.state = {stage::state("side", {"left", "right"})};
  toy.verbs = {stage::verb("tip", 1, stage::sets({{"side", "right"}}))};
  toy.events = {stage::when("back", stage::is("side", "right"), stage::sets({{"side", "left"}})),
                stage::when("forth", stage::is("side", "left"), stage::sets({{"side", "right"}}))};
  Stage s;
  s.add(toy).begin();
  CHECK(s.act("tip", "toy") == stage::Refusal::none);
  CHECK(s.count(FactKind::event, "back") + s.count(FactKind::event, "forth") == 1000);
  CHECK(s.count(FactKind::done, "tip") == 1);
  CHECK(s.wait(10) == stage::Refusal::none);
  CHECK(s.world.now == 11);
}

TEST_CASE("simulation: a condition that fails again before its turn sets nothing off") {
  auto gate = stage::thing("gate");
  gate.state = {stage::state("bolt", {"free", "shut"}), stage::state("leaf", {"closed", "open"})};
  gate.verbs = {stage::verb("open", 1, stage::sets({{"leaf", "open"}}))};
  gate.events = {stage::when("slams", stage::is("leaf", "open"), stage::sets({{"leaf", "closed"}})),
                 stage::when("creaks", stage::is("leaf", "open"), {})};
  Stage s;
  s.add(gate).begin().act("open", "gate");
  CHECK(s.count(FactKind::event, "slams") == 1);
  CHECK(s.count(FactKind::event, "creaks") == 0);
}

TEST_CASE("simulation: the next due second is a timer or a threshold, whichever is earlier") {
  auto lamp = lamp_lit_at("lamp", 500);
  lamp.gauges = {stage::gauge("oil", 100 * stage::unit, 10 * stage::unit, {{-stage::unit / 10, {}}})};
  lamp.events.push_back(stage::when("dry", stage::amount("oil", stage::Compare::at_most, 0), {}));
  Stage s;
  s.add(lamp).begin();
  CHECK(s.scene.next_due(s.world) == 100);
  s.pass(100);
  CHECK(s.when_was(FactKind::event, "dry") == 100);
  CHECK(s.scene.next_due(s.world) == 500);
  s.pass(400);
  CHECK(s.scene.next_due(s.world) == stage::base::never);
}

TEST_CASE("simulation: `if` is read when an event would fire, and what is missed is missed") {
  auto gate = stage::thing("gate");
  gate.state = {stage::state("watch", {"asleep", "awake"})};
  gate.verbs = {stage::verb("knock", 1, stage::signals({"knocked"})), stage::verb("wake", 1, stage::sets({{"watch", "awake"}}))};
  auto round = stage::at("round", 10, {});
  round.only_if = stage::is("watch", "awake");
  gate.events = {stage::on("opens", "knocked", stage::is("watch", "awake"), {}), round};
  Stage s;
  s.add(gate).begin();
  s.act("knock", "gate");
  s.pass(60);
  CHECK(s.count(FactKind::event, "opens") == 0);
  CHECK(s.count(FactKind::event, "round") == 0);
  s.act("wake", "gate");
  CHECK(s.count(FactKind::event, "opens") == 0);
  s.act("knock", "gate");
  CHECK(s.count(FactKind::event, "opens") == 1);
}
