// Other draws of chance: what would have been perceived under them, and what would have come of the same acts.
#include "engine/causes/options.h"

#include <algorithm>

namespace firsthand::causes {

namespace {

using model::Fact;
using model::FactKind;
using session::Action;
using session::Attempt;

constexpr std::size_t most_worlds = 64;

// What a learner hears of, as it happens: what was seen, said and done. Not what is true.
bool is_perceived(const Fact& fact) {
  switch (fact.kind) {
  case FactKind::begun:
  case FactKind::done:
  case FactKind::failed:
  case FactKind::cut_short:
  case FactKind::waited:
  case FactKind::seen:
  case FactKind::said:
  case FactKind::moved:
  case FactKind::step_entered:
    return true;
  default:
    return false;
  }
}

std::vector<Fact> perceived(const std::vector<Fact>& facts) {
  std::vector<Fact> some;
  for (Fact fact : facts) {
    if (!is_perceived(fact)) continue;
    fact.batch = 0, fact.cause = fact.origin = 0, fact.origin_at = 0;
    if (fact.kind == FactKind::seen) fact.by = 0;
    some.push_back(fact);
  }
  return some;
}

// Each thing that can be drawn with its outcomes: "bag.leak" → tight, leaks.
std::vector<std::vector<simulation::FixedDraw>> possible_draws(const session::Prepared& prepared) {
  std::vector<std::vector<simulation::FixedDraw>> draws;
  for (const std::string& words : session::draws_of(prepared)) {
    const std::size_t space = words.find(' ');
    const simulation::FixedDraw draw{words.substr(0, space), words.substr(space + 1)};
    if (draws.empty() || draws.back().front().draw != draw.draw) draws.emplace_back();
    draws.back().push_back(draw);
  }
  return draws;
}

// Every combination, the first draws changing fastest; of very many the first ones.
std::vector<std::vector<simulation::FixedDraw>> combinations(const std::vector<std::vector<simulation::FixedDraw>>& draws) {
  std::vector<std::vector<simulation::FixedDraw>> all{{}};
  for (const auto& outcomes : draws) {
    std::vector<std::vector<simulation::FixedDraw>> wider;
    for (const auto& outcome : outcomes)
      for (const auto& so_far : all) {
        if (wider.size() == most_worlds) break;
        wider.push_back(so_far);
        wider.back().push_back(outcome);
      }
    all = std::move(wider);
  }
  return all;
}

std::size_t same_until(const Story& one, const Story& other) {
  std::size_t i = 0;
  while (i < one.facts.size() && i < other.facts.size() && perceived(one.facts[i]) == perceived(other.facts[i]))
    ++i;
  return i == 0 ? 0 : i - 1; // facts[0] are of the beginning
}

// As far as they can be done there; what comes after the first difference is nobody's plan any more, but the acts stand.
Story story_under(const session::Prepared& prepared, const Record& record, const Story& story, std::vector<simulation::FixedDraw> draws) {
  session::Start start = record.start;
  start.chance = std::move(draws);
  Story other;
  model::FactList begun;
  Replay replay(prepared, record, story, session::begin(prepared, start, begun));
  other.facts.push_back(begun.facts);
  other.before.push_back(replay.attempt());
  std::size_t heard = 0;
  for (const Act& act : record.acts) {
    if (!replay.act(act.action)) break;
    other.facts.emplace_back(replay.facts().facts.begin() + static_cast<std::ptrdiff_t>(heard), replay.facts().facts.end());
    heard = replay.facts().facts.size();
    other.before.push_back(replay.attempt());
  }
  const std::size_t done = other.before.size() - 1;
  other.outcome = replay.follow(done);
  return other;
}

std::optional<Action> look_at(const session::Prepared& prepared, const Attempt& here, const Attempt& there) {
  session::Workspace workspace;
  for (const Action& action : session::offers(prepared, here).actions) {
    if (action.kind != Action::Kind::act) continue;
    Attempt one = here, other = there;
    model::FactList facts_here, facts_there;
    if (session::advance(prepared, one, action, one.turn, facts_here, workspace)) continue;
    if (session::advance(prepared, other, action, other.turn, facts_there, workspace)) return action;
    if (perceived(facts_here.facts) != perceived(facts_there.facts)) return action;
  }
  return std::nullopt;
}

} // namespace

std::vector<OtherWorld> other_worlds(const session::Prepared& prepared, const Record& record, const Story& story) {
  std::vector<OtherWorld> worlds;
  for (auto& draws : combinations(possible_draws(prepared))) {
    OtherWorld world{story_under(prepared, record, story, std::move(draws)), 0};
    if (!world.story.outcome.through) continue;
    world.same_until = same_until(story, world.story);
    worlds.push_back(std::move(world));
  }
  return worlds;
}

std::optional<Action> telling_look(const session::Prepared& prepared, const Story& story, const OtherWorld& other, std::size_t at) {
  for (std::size_t i = std::min(at, other.same_until) + 1; i-- > 0;)
    if (i < other.story.before.size() && story.before[i].step < prepared.steps.size())
      if (auto look = look_at(prepared, story.before[i], other.story.before[i])) return look;
  return std::nullopt;
}

} // namespace firsthand::causes
