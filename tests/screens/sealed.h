// An attempt as its sealed lines tell it, and what would have come of it with one act changed, computed in the plainest way: for the
// checker of what the debrief claims. Shares nothing with the room of causes, and nothing with who chooses the sentences.
#pragma once

#include "engine/session/play.h"
#include "engine/session/record.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace firsthand::claims {

struct Sealed { // one fact, in the record's own words
  std::string kind, entity, name, from, to, by;
  std::int64_t at = 0, amount = 0;
  int turn = 0; // of the line
};

struct Line {
  std::optional<session::Action> action;
  std::vector<Sealed> facts;
};

inline std::string word_in(const base::Json& fact, const char* key) { return fact.at(key).text(); }

inline Sealed sealed_fact(const base::Json& fact, int turn) {
  return {fact.at("k").text(),   word_in(fact, "e"),    word_in(fact, "n"),
          word_in(fact, "f"),    word_in(fact, "v"),    word_in(fact, "y"),
          fact.at("t").number(), fact.at("a").number(), turn};
}

class Tale {
 public:
  Tale(const session::Prepared& prepared, const std::vector<base::Json>& lines, std::vector<session::Action> good_way)
      : p(prepared), good(std::move(good_way)) {
    const auto pins = session::pins_from(lines.front());
    REQUIRE(pins.ok());
    start = pins->start;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Line line;
      for (const base::Json& fact : lines[i].at("f").array())
        line.facts.push_back(sealed_fact(fact, static_cast<int>(i)));
      if (lines[i].find("do")) line.action = session::parse_action(lines[i].at("do").text(), p.symbols).value();
      told.push_back(std::move(line));
    }
    play();
  }

  std::vector<Sealed> facts() const {
    std::vector<Sealed> all;
    for (const Line& line : told)
      all.insert(all.end(), line.facts.begin(), line.facts.end());
    return all;
  }
  // Of a thing then, from where it began and what was sealed since; a path goes from thing to thing ("in.tested").
  std::string value(const std::string& entity, const std::string& path, std::int64_t at) const {
    const std::size_t dot = path.find('.');
    if (dot != std::string::npos) return value(value(entity, path.substr(0, dot), at), path.substr(dot + 1), at);
    std::string now = begins_as(entity, path);
    for (const Sealed& fact : facts())
      if (const bool moved = fact.kind == "moved" && path == "holder", changed = fact.kind == "changed" && fact.name == path;
          fact.entity == entity && fact.at <= at && (moved || changed))
        now = fact.to;
    return now;
  }
  std::string begins_as(const std::string& entity, const std::string& name) const {
    const model::EntityUse* use = p.scenario.entity(entity);
    if (!use) return "none";
    for (const auto& [id, value] : use->state)
      if (id == name) return value;
    for (const model::StateVariable& variable : p.scenario.model_of(*use).state)
      if (variable.name == name && !variable.values.empty()) return variable.values.front();
    return "none";
  }
  std::size_t acts() const { return told.size() - 1; }
  const session::Action& act(std::size_t i) const { return *told[i + 1].action; }
  base::Seconds before(std::size_t i) const { return states[i].world.now; } // scene time before the act
  const session::Attempt& end() const { return states.back(); }

  const session::Prepared& p;
  session::Start start;
  std::vector<session::Action> good;
  std::vector<Line> told;
  std::vector<session::Attempt> states; // before each act, and at the end

 private:
  void play() {
    model::FactList unheard;
    states.push_back(session::begin(p, start, unheard));
    for (std::size_t i = 0; i < acts(); ++i) {
      states.push_back(states.back());
      REQUIRE_FALSE(session::advance(p, states.back(), act(i), states.back().turn, unheard));
    }
  }
};

// The acts again, some left out, one put in; every step is left no sooner than it was.
class Again {
 public:
  Again(const Tale& tale, session::Attempt from) : t_(tale), now(std::move(from)) {}

  bool does(const session::Action& action) {
    model::FactList unheard;
    return !session::advance(t_.p, now, action, now.turn, unheard);
  }
  void record(std::size_t from, const std::set<std::size_t>& without) {
    for (std::size_t i = from; i < t_.acts() && !stuck; ++i) {
      if (without.contains(i)) continue;
      to_step(t_.states[i].step);
      if (!open() || now.step > t_.states[i].step) continue;
      if (t_.act(i).kind == session::Action::Kind::go_on)
        leave();
      else
        does(t_.act(i));
    }
    finish();
  }
  // How long each act took. `instead` of an act so much time passes; never: it is done.
  std::vector<base::Seconds> go_another_way(const std::vector<session::Action>& acts, const std::vector<base::Seconds>& instead = {}) {
    std::vector<base::Seconds> times(acts.size(), 0);
    model::FactList unheard;
    session::Attempt guide = session::begin(t_.p, t_.start, unheard);
    for (std::size_t i = 0; i < acts.size(); ++i) {
      const std::size_t step = guide.step;
      if (session::advance(t_.p, guide, acts[i], guide.turn, unheard)) continue;
      to_step(step);
      if (stuck || !open() || now.step > step) continue;
      const base::Seconds before = now.world.now;
      if (acts[i].kind == session::Action::Kind::go_on)
        leave();
      else if (i < instead.size() && instead[i] != base::never)
        passes(instead[i]);
      else
        does(acts[i]);
      times[i] = now.world.now - before;
    }
    finish();
    return times;
  }
  void passes(base::Seconds time) {
    model::FactList unheard;
    if (time > 0) session::pass_time(t_.p, now, time, unheard);
  }
  bool open() const { return now.ending == session::Ending::open; }

 private:
  void finish() {
    while (open() && !stuck)
      leave();
  }
  void to_step(std::size_t step) {
    while (open() && now.step < step && !stuck)
      leave();
  }
  std::int64_t left(std::size_t step) const {
    for (const Sealed& fact : t_.facts())
      if (fact.kind == "step-left" && fact.name == t_.p.scenario.steps[step].id) return fact.at - t_.p.scenario.steps[step].costs;
    return 0;
  }
  bool was_there(std::size_t step) const {
    for (const Sealed& fact : t_.facts())
      if (fact.kind == "step-entered" && fact.name == t_.p.scenario.steps[step].id) return true;
    return false;
  }
  void leave() {
    const std::size_t here = now.step;
    model::FactList unheard;
    if (left(here) > now.world.now) session::pass_time(t_.p, now, static_cast<base::Seconds>(left(here)) - now.world.now, unheard);
    if (!open() || now.step != here) return;
    session::Action go_on;
    go_on.kind = session::Action::Kind::go_on;
    if (does(go_on)) return;
    for (int i = 0; i < 50 && !was_there(here) && open() && now.step == here; ++i) {
      if (does(go_on)) return;
      if (!does(session::offers(t_.p, now).actions.front())) break;
    }
    stuck = open() && now.step == here;
  }

  const Tale& t_;

 public:
  session::Attempt now;
  bool stuck = false;
};

} // namespace firsthand::claims
