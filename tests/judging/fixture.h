// A small made-up world for the tests of judging: two boxes and a lamp, a tie between box and lamp, two people. Facts are
// written in words; verdicts are read in words.
#pragma once

#include "engine/judging/judging.h"

#include <doctest/doctest.h>

#include <string>

namespace firsthand::judging::test {

using model::FactKind;
using model::FactPattern;
using Ids = std::vector<model::Id>;

struct F { // a fact in words
  FactKind kind = FactKind::done;
  int at = 0;
  std::string entity = {}, name = {}, from = {}, to = {}, by = {};
  int batch = -1; // -1: a change of its own
  std::string cause = {}, origin = {};
  int origin_at = 0;
};

inline FactPattern pattern(FactKind kind, Ids names = {}) {
  FactPattern p;
  p.kind = kind;
  p.names = std::move(names);
  return p;
}
inline FactPattern tagged(FactKind kind, Ids tags) {
  FactPattern p;
  p.kind = kind;
  p.tags = std::move(tags);
  return p;
}
inline FactPattern to(FactPattern p, Ids values) { return p.to = std::move(values), p; }
inline FactPattern from(FactPattern p, Ids values) { return p.from = std::move(values), p; }
inline FactPattern by(FactPattern p, const char* who) { return p.by = who, p; }
inline FactPattern of(FactPattern p, const char* role) { return p.role = role, p; }

inline model::Condition is(const char* path, Ids values) {
  model::Condition c;
  c.kind = model::Condition::Kind::test;
  c.path = path;
  c.values = std::move(values);
  return c;
}

inline FactPattern holds(model::Condition condition) {
  FactPattern p;
  p.holds = std::move(condition);
  return p;
}
inline FactPattern only_if(FactPattern p, model::Condition condition) { return p.only_if = std::move(condition), p; }

inline model::Verb verb(const char* name, Ids tags) {
  model::Verb v;
  v.name = name;
  v.tags = std::move(tags);
  return v;
}

inline model::EntityModel box_model() {
  model::EntityModel m;
  m.id = "box";
  m.traits = {"vessel"};
  m.state = {{"cover", {"shut", "ajar"}, {}, {}}, {"band", {"on", "off"}, {}, {}}};
  m.relations = {{"in", {"vessel"}, model::Sight::plain, false, false, false, {}}};
  m.cues.resize(1);
  m.cues[0].name = "glow";
  m.verbs = {verb("look", {}), verb("lift", {"touch"}), verb("turn", {"touch", "isolates"})};
  return m;
}

inline model::EntityModel lamp_model() {
  model::EntityModel m;
  m.id = "lamp";
  m.traits = {"light"};
  m.state = {{"flame", {"lit", "dark"}, {}, {}}};
  m.verbs = {verb("look", {}), verb("carry", {"touch"})};
  return m;
}

inline model::EntityModel person_model(const char* id, const char* trait) {
  model::EntityModel m;
  m.id = id;
  m.traits = {"person", trait};
  return m;
}

inline model::EntityUse use(const char* id, model::EntityKind kind, const char* of_model) {
  model::EntityUse u;
  u.id = id;
  u.kind = kind;
  u.model = of_model;
  return u;
}

inline model::Scenario world() {
  model::Scenario s;
  model::EntityModel tie;
  tie.id = "tie";
  tie.joins = {"left", "right"};
  s.models = {box_model(), lamp_model(), tie, person_model("me", "learner"), person_model("other", "helper")};
  s.entities = {use("red", model::EntityKind::exhibit, "box"),   use("blue", model::EntityKind::exhibit, "box"),
                use("lamp", model::EntityKind::exhibit, "lamp"), use("you", model::EntityKind::person, "me"),
                use("ann", model::EntityKind::person, "other"),  use("knot", model::EntityKind::link, "tie")};
  model::Holding letter;
  letter.id = "letter";
  letter.in = "paper";
  s.entities[0].holds = {letter};
  s.entities[5].state = {{"left", "red"}, {"right", "lamp"}};
  return s;
}

inline model::Rule rule(const char* id = "r") {
  model::Rule r;
  r.id = id;
  r.severity = model::Severity::major;
  return r;
}

inline const char* word(Verdict v) {
  const char* words[] = {"not applicable", "open", "kept", "broken"};
  return words[static_cast<int>(v)];
}

class Court {
 public:
  explicit Court(std::vector<model::Rule> rules) : Court(world(), std::move(rules)) {}
  Court(model::Scenario scenario, std::vector<model::Rule> rules) : scenario_(std::move(scenario)) {
    scenario_.doctrine.rules = std::move(rules);
    auto compiled = RuleSet::compile(scenario_, symbols);
    REQUIRE(compiled.ok());
    rule_set = compiled.value();
    state = rule_set.begin([&](Symbol entity, Symbol name) { return start(entity, name); });
  }

  Court& note(const F& fact) {
    rule_set.note(state, make(fact));
    return *this;
  }
  Court& leave(int now) {
    rule_set.leave(state, now);
    return *this;
  }
  Court& turn(int now) { // the end of one
    rule_set.advance_to(state, now);
    return *this;
  }
  Court& end(int now) {
    rule_set.end(state, now);
    return *this;
  }
  std::string verdict(std::size_t monitor = 0) const { return word(state.monitors.at(monitor).verdict); }
  std::string verdicts() const {
    std::string all;
    for (const Monitor& m : state.monitors)
      all += (all.empty() ? "" : ", ") + std::string(word(m.verdict));
    return all;
  }
  std::string digest() const {
    crypto::Sha256 hash;
    rule_set.digest(state, hash);
    return hash.finish().hex();
  }
  model::Fact make(const F& f) {
    model::Fact fact;
    fact.kind = f.kind;
    fact.at = f.at;
    fact.batch = static_cast<std::uint16_t>(f.batch >= 0 ? 1000 + f.batch : ++batch_);
    fact.entity = symbols.intern(f.entity);
    fact.name = symbols.intern(f.name);
    fact.from = symbols.intern(f.from);
    fact.to = symbols.intern(f.to);
    fact.by = symbols.intern(f.by);
    fact.cause = symbols.intern(f.cause);
    fact.origin = symbols.intern(f.origin);
    fact.origin_at = f.origin_at;
    return fact;
  }

  model::Symbols symbols;
  RuleSet rule_set;
  Judgements state;

 private:
  Symbol start(Symbol entity, Symbol name) {
    const model::EntityUse* found = scenario_.entity(symbols.word(entity));
    if (!found) return 0;
    for (const model::StateVariable& variable : scenario_.model_of(*found).state)
      if (variable.name == symbols.word(name)) return symbols.intern(variable.values[0]);
    return 0;
  }

  model::Scenario scenario_;
  int batch_ = 0;
};

// One row of a table: what happens, when the attempt ends, and the verdicts of all monitors.
struct Row {
  const char* what;
  std::vector<F> facts;
  int end;
  std::string expected;
};

inline void check_rows(const model::Rule& r, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Court court({r});
    for (const F& fact : row.facts)
      court.note(fact);
    CHECK(court.end(row.end).verdicts() == row.expected);
  }
}

} // namespace firsthand::judging::test
