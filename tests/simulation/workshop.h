// The two models and the link of the settled sketch, under neutral names: a mill that locks, sleeps, forgets and loses; a
// beacon that may be emptied from afar; a box that shields, or leaks; a tie that locks the mill when the beacon goes.
#pragma once

#include "tests/simulation/stage.h"

namespace stage {

inline model::EntityModel mill() {
  model::EntityModel made = thing("mill", {"engine"});
  made.state = {state("power", {"on", "asleep", "off"}), state("door", {"open", "closed"}), state("lock", {"unlocked", "locked"}),
                state("memory", {"held", "gone"})};
  made.settings = {setting("auto-lock", 300)};
  made.relations = {relation("mains", {"source"}), relation("cord", {"tether"}), relation("keeper", {"person"})};
  made.relations[2].exclusive = true;
  made.gauges = {gauge("charge", 100 * unit, 100 * unit, {{30 * unit / 3600, is("mains", "any")}, {-14 * unit / 3600, is("power", "on")}}),
                 gauge("altered", 2'000'000 * unit, 0)};
  const Condition open_and_on = all({is("power", "on"), is("door", "open")});
  made.cues = {glance("panel", {{"desk", all({open_and_on, is("lock", "unlocked")})}, {"gate", open_and_on}, {"dark", {}}}),
               hidden("light", {{"steady", is("power", "on")}, {"pulsing", is("power", "asleep")}, {"none", {}}})};

  model::Verb look = verb("look", 15);
  look.effects.reveals = {"light"};
  model::Verb touch = verb("touch", 5);
  touch.offered = is("panel", "desk");
  touch.signals = {"input"};
  touch.effects.adds = {{"altered", 10 * unit, {}}};
  model::Verb keep = verb("keep", 15, sets({{"keeper", "by"}}));
  keep.offered = is("panel", "desk");
  keep.works = is("lock", "unlocked");
  keep.signals = {"input"};
  keep.task = true;
  model::Verb close = verb("close", 2, sets({{"door", "closed"}}));
  close.offered = is("panel", {"desk", "gate"});
  model::Verb stop = verb("stop", 8, sets({{"power", "off"}}));
  model::Verb unplug = verb("unplug", 2, sets({{"cord", "none"}}));
  unplug.offered = is("cord", "any");
  unplug.effects.signals = {"cord-pulled"};
  model::Verb capture = verb("capture", 240);
  capture.offered = is("panel", "desk");
  capture.works = capture.throughout = all({is("power", "on"), is("lock", "unlocked"), is("door", "open")});
  capture.during = {{"keeper", "by", {}}};
  capture.effects.adds = {{"altered", 20'000 * unit, {}}};
  capture.effects.secures = {"disk-key", "session"};
  capture.cut.adds = {{"altered", 8'000 * unit, {}}};
  made.verbs = {verb("photograph", 40), look, touch, keep, close, stop, unplug, capture};

  model::Event auto_lock = holds_for("auto-lock", all({is("power", "on"), is("lock", "unlocked"), is("keeper", "none")}), 0,
                                     sets({{"lock", "locked"}}), {"input"});
  auto_lock.delay = {0, "auto-lock"};
  made.events = {auto_lock,
                 when("door-sleep", all({is("door", "closed"), is("power", "on")}),
                      sets({{"power", "asleep"}, {"lock", "locked"}, {"keeper", "none"}})),
                 on("killed", "cord-pulled", is("power", {"on", "asleep"}), sets({{"power", "off"}})),
                 when("flat", amount("charge", Compare::at_most, 0), sets({{"power", "off"}})),
                 when("shut", is("power", "off"), sets({{"lock", "locked"}, {"keeper", "none"}})),
                 holds_for("fade", all({is("power", "off"), is("memory", "held")}), 5, sets({{"memory", "gone"}}))};
  made.evidence = {{"session", is("power", {"on", "asleep"}), all({is("power", "on"), is("lock", "unlocked")}), {}, {}},
                   {"disk-key", is("memory", "held"), all({is("power", "on"), is("lock", "unlocked")}), {}, {}},
                   {"volume", {}, is("lock", "unlocked"), "disk-key", {}}};
  return made;
}

inline model::EntityModel beacon() {
  model::EntityModel made = thing("beacon", {"mobile"});
  made.state = {state("power", {"on", "off"}), state("radio", {"on", "quiet"}), state("data", {"whole", "wiped"}),
                state("order", {"none", "wipe"})};
  made.settings = {setting("wipe-at", base::never)};
  made.relations = {relation("in", {"shield"})};
  const Condition sending = all({is("power", "on"), is("radio", "on")});
  made.derived = {{"online", {{"yes", any({all({sending, is("in", "none")}), all({sending, is("in.leak", "leaks")})})}}, "no", {}},
                  {"near", {{"yes", all({sending, is("in", "none")})}}, "no", {}}};
  made.cues = {glance("face", {{"hidden", is("in", "any")}, {"setup", is("data", "wiped")}, {"names", {}}}),
               hidden("rings", {{"yes", is("online", "yes")}, {"no", {}}})};
  model::Verb bag = verb("bag", 10, sets({{"in", "with"}}));
  bag.with_traits = {"shield"};
  bag.offered = is("in", "none");
  model::Verb call = verb("call", 60);
  call.offered = is("in", "any");
  call.effects.reveals = {"rings"};
  made.verbs = {verb("photograph", 30), bag, call};
  model::Event ordered = at("ordered", 0, sets({{"order", "wipe"}}));
  ordered.delay = {0, "wipe-at"};
  made.events = {ordered,
                 holds_for("wiped", all({is("order", "wipe"), is("online", "yes"), is("data", "whole")}), 2, sets({{"data", "wiped"}}))};
  made.evidence = {{"content", is("data", "whole"), {}, {}, {}}};
  return made;
}

inline model::EntityModel box() {
  model::EntityModel made = thing("box", {"shield"});
  made.state = {drawn("leak", {{"tight", 3}, {"leaks", 1}})};
  return made;
}

inline model::EntityModel tie() {
  model::EntityModel made = thing("tie");
  made.relations = {relation("beacon", {"mobile"}), relation("engine", {"engine"})};
  made.events = {holds_for(
      "lock", all({is("beacon.near", "no"), is("engine.power", "on"), is("engine.lock", "unlocked"), is("engine.keeper", "none")}), 30,
      sets({{"engine.lock", "locked"}}), {"engine.input"})};
  return made;
}

inline model::EntityModel person(Id id, std::vector<Id> traits = {"person"}) { return thing(std::move(id), std::move(traits)); }

// Everything, as the sketch has it; the box is tight unless a test fixes it.
inline Stage workshop() {
  Stage made;
  made.add(mill(), {{"cord", "tether"}}).add(beacon()).add(box()).add(thing("tether", {"tether"}));
  made.add(person("you", {"person", "learner"})).add(person("guard")).add(person("clerk"));
  made.add(tie(), {{"beacon", "beacon"}, {"engine", "mill"}});
  made.holds("mill", "open-books", "session", 30).holds("mill", "key", "disk-key", 20).holds("mill", "ledger", "volume", 50);
  made.holds("beacon", "messages", "content", 40);
  return made;
}
inline std::vector<FixedDraw> tight() { return {{"box.leak", "tight"}}; }
inline std::vector<FixedDraw> leaky() { return {{"box.leak", "leaks"}}; }

} // namespace stage
