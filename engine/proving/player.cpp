// See player.h.
#include "engine/proving/player.h"

#include <algorithm>

namespace firsthand::proving {

namespace {

// Of a wait: the longest that is offered.
std::optional<Action> longest_wait(const session::Offers& offers) {
  std::optional<Action> longest;
  for (const Action& action : offers.actions)
    if (action.kind == Action::Kind::wait && (!longest || action.seconds > longest->seconds)) longest = action;
  return longest;
}

Action go_on() {
  Action action;
  action.kind = Action::Kind::go_on;
  return action;
}

// What the answers of a step are worth by now.
int worth_of(const Prepared& prepared, const Attempt& attempt, std::size_t step) {
  if (attempt.step != step || attempt.ending != session::Ending::open) return attempt.grades[step];
  return prepared.steps[step].module->grade(session::context_of(prepared, attempt)).value_or(0);
}

} // namespace

bool is_act(const Action& action) { return action.kind == Action::Kind::act || action.kind == Action::Kind::task; }

const model::Verb* verb_of(const Prepared& prepared, Symbol entity, Symbol verb) {
  const model::EntityUse* use = prepared.scenario.entity(prepared.symbols.word(entity));
  if (!use) return nullptr;
  for (const model::Verb& one : prepared.scenario.model_of(*use).verbs)
    if (one.name == prepared.symbols.word(verb)) return &one;
  return nullptr;
}

Player::Player(const Prepared& prepared, const Chance& chance, Watch watch) : prepared_(prepared), watch_(std::move(watch)) {
  session::Start start;
  start.chance = chance;
  model::FactList facts;
  attempt_ = session::begin(prepared, start, facts);
  if (watch_) watch_(attempt_, facts.facts);
}

Player::Player(const Prepared& prepared, Attempt attempt, Watch watch)
    : prepared_(prepared), watch_(std::move(watch)), attempt_(std::move(attempt)) {}

bool Player::act(const Action& action) {
  model::FactList facts;
  if (session::advance(prepared_, attempt_, action, attempt_.turn, facts, workspace_)) return ++refused_, false;
  acts_.push_back(action);
  if (watch_) watch_(attempt_, facts.facts);
  return true;
}

void Player::follow(const std::vector<Action>& actions) {
  for (const Action& action : actions)
    if (open()) act(action);
}

std::optional<Action> best_answer(const Prepared& prepared, const Attempt& attempt, int& tried) {
  std::optional<Action> best;
  int most = -1;
  for (const Action& action : session::offers(prepared, attempt).actions) {
    if (!is_act(action)) continue;
    Attempt next = attempt;
    model::FactList ignored;
    ++tried;
    if (session::advance(prepared, next, action, next.turn, ignored)) continue;
    const int worth = worth_of(prepared, next, attempt.step);
    if (!best || worth > most) best = action, most = worth;
  }
  return best;
}

std::optional<Action> next_to_finish(const Prepared& prepared, const Attempt& attempt, int& tried) {
  if (session::leaving(prepared, attempt) != session::Leaving::not_yet) return go_on();
  if (auto wait = longest_wait(session::offers(prepared, attempt))) return wait;
  return best_answer(prepared, attempt, tried);
}

namespace {

using Draws = std::vector<std::pair<std::string, std::vector<std::string>>>; // name → outcomes

Draws draws_by_name(const Prepared& prepared) {
  Draws draws;
  for (const std::string& words : session::draws_of(prepared)) {
    const std::size_t blank = words.find(' ');
    const std::string name = words.substr(0, blank);
    if (draws.empty() || draws.back().first != name) draws.emplace_back(name, std::vector<std::string>());
    draws.back().second.push_back(words.substr(blank + 1));
  }
  return draws;
}

std::vector<Chance> product_of(const Draws& draws) {
  std::vector<Chance> all(1);
  for (const auto& [name, outcomes] : draws) {
    std::vector<Chance> longer;
    for (const Chance& before : all)
      for (const std::string& outcome : outcomes)
        longer.push_back(before), longer.back().push_back({name, outcome});
    all = std::move(longer);
  }
  return all;
}

} // namespace

Chances all_chances(const Prepared& prepared) {
  constexpr std::size_t most = 64;
  const Draws draws = draws_by_name(prepared);
  std::size_t count = 1;
  for (const auto& draw : draws)
    count = std::min(count * draw.second.size(), most + 1);
  if (count <= most) return {product_of(draws), true};
  Chances some{{}, false};
  for (const auto& [name, outcomes] : draws)
    for (const std::string& outcome : outcomes)
      some.ways.push_back({{name, outcome}});
  return some;
}

std::string chance_words(const Chance& chance) {
  std::string words;
  for (const simulation::FixedDraw& draw : chance)
    words += (words.empty() ? "" : ", ") + draw.draw + " " + draw.outcome;
  return words;
}

} // namespace firsthand::proving
