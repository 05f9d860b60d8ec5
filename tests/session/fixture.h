// A tiny made-up exercise and two tiny modules for the tests of the session: a question, a room with a jar and a helper,
// and a closing word. Milk left open for half a minute goes sour; chance decides whether the helper is cross.
#pragma once

#include "engine/session/play.h"
#include "engine/session/record.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace firsthand::session::test {

using Ids = std::vector<model::Id>;

struct NoSpec : Spec {};

// Slot 0: 0 nothing picked, 1 left, 2 right, 3 either.
class AskModule final : public Module {
 public:
  const char* kind() const override { return "ask"; }
  std::shared_ptr<const Spec> read(reading::Fields&, const reading::ReadContext&, model::Symbols&) const override {
    return std::make_shared<NoSpec>();
  }
  StepState begin(const Context&) const override { return {{0}}; }
  std::optional<Refused> decide(const Context& context, const Action& action, Decision& decision) const override {
    if (action.kind != Action::Kind::act || action.values.size() != 1) return Refused{"not-offered"};
    const std::string& option = context.symbols.word(action.values[0].second);
    if (option != "left" && option != "right") return Refused{"no-such-option"};
    decision.state.slots[0] = option == "left" ? 1 : 2;
    model::Fact fact;
    fact.kind = model::FactKind::answered;
    fact.name = context.step;
    fact.to = action.values[0].second;
    fact.amount = option == "right" ? 1000 : 0;
    decision.facts.push_back(fact);
    return std::nullopt;
  }
  Offers offers(const Context& context) const override {
    Offers all;
    for (const char* option : {"left", "right"}) {
      Action action;
      action.step = context.step;
      action.verb = context.symbols.find("pick");
      action.values = {{context.symbols.find("option"), context.symbols.find(option)}};
      all.actions.push_back(action);
    }
    return all;
  }
  Leaving leaving(const Context& context) const override { return context.state.slots[0] == 0 ? Leaving::not_yet : Leaving::may; }
  std::optional<int> grade(const Context& context) const override { return context.state.slots[0] == 2 ? 1000 : 0; }
  std::optional<int> answered(const model::Fact& fact) const override { return static_cast<int>(fact.amount); }
  bool hands_in(const Spec&, const model::Fact& fact) const override { return fact.kind == model::FactKind::module && fact.amount == 1; }
  void texts(const Spec&, const std::function<void(const model::Text&)>&) const override {}
};

// Hands acts and waits to the scene; over after ten minutes.
class RoomModule final : public Module {
 public:
  const char* kind() const override { return "room"; }
  std::shared_ptr<const Spec> read(reading::Fields&, const reading::ReadContext&, model::Symbols&) const override {
    return std::make_shared<NoSpec>();
  }
  StepState begin(const Context&) const override { return {}; }
  std::optional<Refused> decide(const Context&, const Action& action, Decision& decision) const override {
    simulation::Command command;
    command.kind = action.kind == Action::Kind::wait   ? simulation::Command::Kind::wait
                   : action.kind == Action::Kind::task ? simulation::Command::Kind::task
                                                       : simulation::Command::Kind::act;
    command.verb = action.verb;
    command.entity = action.entity;
    command.with = action.with;
    command.by = action.by;
    command.seconds = action.seconds;
    decision.command = command;
    return std::nullopt;
  }
  Offers offers(const Context& context) const override {
    Offers all;
    for (const simulation::Offer& offer : context.scene.offers(context.world.seen)) {
      Action action;
      action.kind = offer.by ? Action::Kind::task : Action::Kind::act;
      action.step = offer.by ? Symbol{0} : context.step;
      action.verb = offer.verb;
      action.entity = offer.entity;
      action.with = offer.with;
      action.by = offer.by;
      all.actions.push_back(action);
    }
    return all;
  }
  Leaving leaving(const Context& context) const override {
    return context.world.now - context.entered_at >= 600 ? Leaving::must : Leaving::may;
  }
  void texts(const Spec&, const std::function<void(const model::Text&)>&) const override {}
};

inline const Catalogue& catalogue() {
  static const Catalogue all = [] {
    std::vector<std::unique_ptr<const Module>> modules;
    modules.push_back(std::make_unique<AskModule>());
    modules.push_back(std::make_unique<RoomModule>());
    return Catalogue(std::move(modules));
  }();
  return all;
}

inline model::Condition is(const char* path, Ids values) {
  model::Condition c;
  c.kind = model::Condition::Kind::test;
  c.path = path;
  c.values = std::move(values);
  return c;
}

inline model::Verb verb(const char* name, base::Seconds takes, std::vector<model::Set> sets) {
  model::Verb v;
  v.name = name;
  v.takes = takes;
  v.effects.sets = std::move(sets);
  return v;
}

inline model::EntityModel jar_model() {
  model::EntityModel m;
  m.id = "jar";
  m.traits = {"vessel"};
  m.state = {{"cover", {"shut", "ajar"}, {}, {}}, {"milk", {"fresh", "sour"}, {}, {}}};
  model::Cue look;
  look.name = "mouth";
  look.cases = {{"open-wide", is("cover", {"ajar"})}, {"covered", {}}};
  m.cues = {look};
  model::Verb open = verb("open", 5, {{"cover", "ajar", {}}});
  open.tags = {"touch"};
  open.offered = is("mouth", {"covered"});
  model::Verb shut = verb("shut", 5, {{"cover", "shut", {}}});
  shut.offered = is("mouth", {"open-wide"});
  m.verbs = {verb("look", 10, {}), open, shut};
  model::Event sour;
  sour.name = "turns";
  sour.trigger = model::Trigger::holds_for;
  sour.condition = is("cover", {"ajar"});
  sour.delay.seconds = 30;
  sour.effects.sets = {{"milk", "sour", {}}};
  m.events = {sour};
  m.evidence = {{"taste", is("milk", {"fresh"}), {}, {}, {}}};
  return m;
}

inline model::EntityModel helper_model() {
  model::EntityModel m;
  m.id = "helper";
  m.traits = {"person"};
  m.state = {{"mood", {"calm", "cross"}, {{"calm", 1}, {"cross", 1}}, {}}};
  return m;
}

inline model::EntityUse use(const char* id, model::EntityKind kind, const char* of_model) {
  model::EntityUse u;
  u.id = id;
  u.kind = kind;
  u.model = of_model;
  return u;
}

inline model::Rule look_first() {
  model::Rule r;
  r.id = "look-first";
  r.each_traits = {"vessel"};
  r.severity = model::Severity::major;
  r.on.emplace();
  r.on->kind = model::FactKind::done;
  r.on->tags = {"touch"};
  r.before.resize(1);
  r.before[0].kind = model::FactKind::done;
  r.before[0].names = {"look"};
  return r;
}

inline model::Rule keep_fresh() {
  model::Rule r;
  r.id = "keep-fresh";
  r.severity = model::Severity::fatal;
  r.never.emplace();
  r.never->kind = model::FactKind::changed;
  r.never->names = {"milk"};
  r.never->to = {"sour"};
  return r;
}

inline model::Step step(const char* id, const char* kind) {
  model::Step s;
  s.id = id;
  s.kind = kind;
  return s;
}

inline model::Scenario kitchen() {
  model::Scenario s;
  s.id = "kitchen";
  model::EntityModel me;
  me.id = "me";
  me.traits = {"person", "learner"};
  s.models = {jar_model(), helper_model(), me};
  s.entities = {use("jar", model::EntityKind::exhibit, "jar"), use("bo", model::EntityKind::person, "helper"),
                use("you", model::EntityKind::person, "me")};
  s.entities[0].holds = {{"flavour", "taste", 7, {}, {}, {}, {}}};
  s.steps = {step("door", "ask"), step("table", "room"), step("late", "ask"), step("word", "ask")};
  s.steps[1].then = {{is("jar.milk", {"sour"}), "word"}};
  s.steps[2].only_if = is("jar.cover", {"shut"});
  s.steps[2].costs = 60;
  s.doctrine.id = "dairy";
  s.doctrine.edition = "1";
  s.doctrine.rules = {look_first(), keep_fresh()};
  return s;
}

inline PreparedPtr prepare_scenario(model::Scenario scenario) {
  model::Symbols symbols;
  for (const char* word : {"pick", "option", "left", "right"})
    symbols.intern(word);
  std::vector<StepSpec> specs;
  for (const model::Step& each : scenario.steps)
    specs.push_back({each.id, std::make_shared<NoSpec>()});
  auto prepared = prepare(std::move(scenario), std::move(symbols), specs, catalogue(), {crypto::sha256("rules"), crypto::sha256("shown")});
  if (!prepared.ok()) FAIL(prepared.error().message);
  return prepared.value();
}

inline const Prepared& the_kitchen() {
  static const PreparedPtr prepared = prepare_scenario(kitchen());
  return *prepared;
}

inline std::string fact_line(const model::Fact& fact, const model::Symbols& symbols) {
  std::string line = model::fact_word(fact.kind);
  for (const Symbol part : {fact.entity, fact.name, fact.to})
    if (part) line += " " + symbols.word(part);
  return line + " @" + std::to_string(fact.at);
}

// An attempt under test: acts in words, remembers what was said.
class Game {
 public:
  explicit Game(const Prepared& prepared = the_kitchen(), Start start = {}) : p(prepared) {
    model::FactList list;
    attempt = begin(p, start, list);
    keep(list);
  }

  std::string act(const char* words) { // the refusal's code, or empty
    const auto action = parse_action(words, p.symbols);
    if (!action.ok()) return action.error().code + ": " + action.error().message;
    model::FactList list;
    const auto refused = advance(p, attempt, *action, attempt.turn, list);
    keep(list);
    return refused ? refused->code : "";
  }
  Game& acts(std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
      CAPTURE(line);
      CHECK(act(line) == "");
    }
    return *this;
  }
  std::string step() const { return attempt.ending != Ending::open ? "over" : p.scenario.steps[attempt.step].id; }
  bool said(const std::string& fact) const { return std::find(facts.begin(), facts.end(), fact) != facts.end(); }
  std::string digest() const { return state_digest(p, attempt).hex(); }

  const Prepared& p;
  Attempt attempt;
  std::vector<std::string> facts;
  std::vector<model::Fact> last; // of the last turn

 private:
  void keep(const model::FactList& list) {
    last = list.facts;
    for (const model::Fact& fact : list.facts)
      facts.push_back(fact_line(fact, p.symbols));
  }
};

} // namespace firsthand::session::test
