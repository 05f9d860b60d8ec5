// See options.h.
#include "engine/causes/options.h"

#include <algorithm>

namespace firsthand::causes {

namespace {

using session::Action;
using session::Attempt;

bool is_act(const Action& action) { return action.kind != Action::Kind::note && action.kind != Action::Kind::go_on; }

int order_of(const Option& option) {
  constexpr int kinds = 3;
  const int kind = option.change == Change::left_out ? 0 : option.change == Change::earlier ? 1 : 2;
  return kind + (option.act.kind == Action::Kind::wait ? kinds : 0);
}

bool is_same_deed(const Action& a, const Action& b) {
  return a.kind == b.kind && a.by == b.by && a.entity == b.entity && a.verb == b.verb && a.with == b.with; // in whichever step
}

std::size_t done_later(const Record& record, const Action& action, std::size_t at) {
  for (std::size_t i = at + 1; i < record.acts.size(); ++i)
    if (record.acts[i].action == action) return i;
  return nowhere;
}

} // namespace

namespace {

std::vector<std::size_t> kept_for_the_whole(const session::Prepared& prepared, const Story& story) {
  std::vector<std::size_t> some;
  const auto judgements = prepared.rule_set.judgements(story.before.back().judgements);
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const model::Rule& rule = prepared.rule_set.doctrine().rules[judgements[i].rule];
    if (judgements[i].verdict == judging::Verdict::kept && rule.never && !rule.on) some.push_back(i);
  }
  return some;
}

} // namespace

std::vector<std::size_t> never_due(const session::Prepared& prepared, const Story& story) {
  std::vector<std::size_t> left = kept_for_the_whole(prepared, story);
  session::Workspace workspace;
  for (std::size_t at = 0; at + 1 < story.before.size() && !left.empty(); ++at) {
    if (story.before[at].ending != session::Ending::open) continue;
    for (const Action& action : session::offers(prepared, story.before[at]).actions) {
      if (action.kind != Action::Kind::act && action.kind != Action::Kind::task) continue;
      Attempt tried = story.before[at];
      model::FactList unheard;
      if (left.empty() || session::advance(prepared, tried, action, tried.turn, unheard, workspace)) continue;
      const auto breaks = [&](std::size_t i) { return tried.judgements.monitors[i].verdict == judging::Verdict::broken; };
      std::erase_if(left, breaks);
    }
  }
  return left;
}

Options::Options(const session::Prepared& prepared, const Record& record, const Story& story)
    : prepared_(prepared), record_(record), story_(story) {
  for (const simulation::Scene::VerbEffect& effect : prepared.scene.verb_effects())
    if (effect.changes || effect.timers || effect.chance) touching_.emplace_back(effect.entity, effect.verb);
  find_good_way();
}

// Played once under this draw: what it does in vain here is left out, and each act is known by its step.
void Options::find_good_way() {
  model::FactList unheard;
  Attempt attempt = session::begin(prepared_, record_.start, unheard);
  session::Workspace workspace;
  for (const Action& action : record_.good_way) {
    const std::size_t step = attempt.step;
    if (session::advance(prepared_, attempt, action, attempt.turn, unheard, workspace)) continue;
    good_way_.acts.push_back(action);
    good_way_.steps.push_back(step);
    unheard.facts.clear();
  }
}

bool Options::touches_the_scene(const Action& action) const {
  if (action.kind == Action::Kind::wait || action.kind == Action::Kind::task) return true;
  return action.kind == Action::Kind::act &&
         std::find(touching_.begin(), touching_.end(), std::pair(action.entity, action.verb)) != touching_.end();
}

bool Options::is_good(const Action& action) const {
  return std::any_of(good_way_.acts.begin(), good_way_.acts.end(), [&](const Action& each) { return is_same_deed(each, action); });
}

const std::vector<Option>& Options::before(std::size_t at) {
  const auto known = options_.find(at);
  if (known != options_.end()) return known->second;
  std::vector<Option>& options = options_[at];
  const Action& here = record_.acts[at].action;
  if (is_act(here)) options.push_back({Change::left_out, at, nowhere, here});
  for (const Action& action : session::offers(prepared_, story_.before[at]).actions) {
    if (!is_act(action) || action == here) continue;
    const std::size_t later = action.kind == Action::Kind::wait ? nowhere : done_later(record_, action, at);
    options.push_back({later == nowhere ? Change::another : Change::earlier, at, later, action});
  }
  const auto order = [this](const Option& option) { return std::pair(order_of(option), !is_good(option.act)); };
  std::stable_sort(options.begin(), options.end(), [&](const Option& a, const Option& b) { return order(a) < order(b); });
  return options;
}

Options::Key Options::key_of(const Option& option) {
  const std::vector<Option>& list = before(option.at);
  const auto place = std::find_if(list.begin(), list.end(), [&](const Option& each) {
    return each.change == option.change && each.moved == option.moved && each.act == option.act;
  });
  return {option.at, static_cast<std::size_t>(place - list.begin())};
}

const Outcome& Options::outcome_of(const Option& option) {
  const Key key = key_of(option);
  const auto known = outcomes_.find(key);
  if (known != outcomes_.end()) return known->second;
  ++replays_;
  Replay replay(prepared_, record_, story_, story_.before[option.at]);
  Outcome outcome;
  if (option.change == Change::left_out) {
    outcome = replay.follow(option.at + 1);
    outcome.took = took(option.at);
  } else if (replay.act(option.act)) {
    auto at_once = verdicts_of(prepared_, replay.attempt());
    const base::Seconds took = replay.attempt().world.now - story_.before[option.at].world.now;
    outcome = replay.follow(option.at, option.moved);
    outcome.at_once = std::move(at_once), outcome.took = took;
  }
  return outcomes_.emplace(key, std::move(outcome)).first->second;
}

// What was done too late stays where it was: it is asked whether the time alone makes the difference.
const Outcome& Options::time_in_its_place(const Option& option) {
  const Key key = key_of(option);
  const auto known = in_time_.find(key);
  if (known != in_time_.end()) return known->second;
  const base::Seconds time = outcome_of(option).took;
  ++replays_;
  Replay replay(prepared_, record_, story_, story_.before[option.at]);
  replay.let_pass(time);
  return in_time_.emplace(key, replay.follow(option.change == Change::left_out ? option.at + 1 : option.at)).first->second;
}

Outcome Options::without_deed(std::size_t at, std::size_t last) {
  ++replays_;
  Replay replay(prepared_, record_, story_, story_.before[at]);
  replay.let_pass(took(at));
  return replay.follow_to(at + 1, last);
}

Outcome Options::way_from(std::size_t at, const Way& way, base::Seconds time) {
  ++replays_;
  Replay replay(prepared_, record_, story_, story_.before[at]);
  replay.let_pass(time);
  return replay.go_another_way(way);
}

Outcome Options::after_time(const Option& option, base::Seconds time) {
  ++replays_;
  Replay replay(prepared_, record_, story_, story_.before[option.at]);
  replay.let_pass(time);
  if (!replay.act(option.act)) return {};
  const bool waited = record_.acts[option.at].action.kind == Action::Kind::wait;
  if (waited) replay.let_pass(std::max<base::Seconds>(0, took(option.at) - time));
  return replay.follow(waited ? option.at + 1 : option.at, option.moved);
}

std::vector<base::Seconds> Options::times_of(std::size_t at, const Way& way) {
  ++replays_;
  return Replay(prepared_, record_, story_, story_.before[at]).times_of(way);
}

Way Options::mended_way(std::size_t item) {
  Record good{record_.start, {}, false, {}};
  for (const Action& action : good_way_.acts)
    good.acts.push_back({static_cast<int>(good.acts.size()), action});
  const auto played = story_of(prepared_, good);
  for (std::size_t at = 0; played && played->ended && at < good.acts.size(); ++at)
    for (const Action& action : session::offers(prepared_, played->before[at]).actions) {
      if (!is_act(action) || !touches_the_scene(action)) continue;
      Way way = good_way_;
      way.acts.insert(way.acts.begin() + static_cast<std::ptrdiff_t>(at), action);
      way.steps.insert(way.steps.begin() + static_cast<std::ptrdiff_t>(at), played->before[at].step);
      const Outcome outcome = way_from(0, way);
      if (outcome.through && outcome.fate[item] == session::Fate::saved) return way;
    }
  return {};
}

} // namespace firsthand::causes
