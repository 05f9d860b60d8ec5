// See replay.h.
#include "engine/causes/replay.h"

#include <algorithm>

namespace firsthand::causes {

namespace {

using session::Action;
using session::Attempt;
using session::Leaving;

constexpr int most_answers = 50;

bool was_entered(const session::Prepared& prepared, const Story& story, std::size_t step) {
  return std::any_of(story.facts.begin(), story.facts.end(), [&](const std::vector<model::Fact>& facts) {
    return std::any_of(facts.begin(), facts.end(), [&](const model::Fact& fact) {
      return fact.kind == model::FactKind::step_entered && fact.name == prepared.steps[step].id;
    });
  });
}

Attempt first_state(const session::Prepared& prepared, const Record& record, Story& story) {
  model::FactList facts;
  Attempt attempt = session::begin(prepared, record.start, facts);
  story.facts.push_back(std::move(facts.facts));
  story.before.push_back(attempt);
  return attempt;
}

} // namespace

Outcome outcome_of(const session::Prepared& prepared, const Attempt& attempt) {
  Outcome outcome;
  for (const simulation::ItemState& item : prepared.scene.items(attempt.world))
    outcome.fate.push_back(session::fate_of(item));
  outcome.verdict = verdicts_of(prepared, attempt);
  return outcome;
}

std::vector<judging::Verdict> verdicts_of(const session::Prepared& prepared, const Attempt& attempt) {
  std::vector<judging::Verdict> verdicts;
  for (const judging::Judgement& judgement : prepared.rule_set.judgements(attempt.judgements))
    verdicts.push_back(judgement.verdict);
  return verdicts;
}

std::optional<Story> story_of(const session::Prepared& prepared, const Record& record) {
  Story story;
  Attempt attempt = first_state(prepared, record, story);
  session::Workspace workspace;
  for (const Act& act : record.acts) {
    model::FactList facts;
    if (session::advance(prepared, attempt, act.action, attempt.turn, facts, workspace)) return std::nullopt;
    story.facts.push_back(std::move(facts.facts));
    story.before.push_back(attempt);
  }
  story.ended = attempt.ending != session::Ending::open;
  model::FactList unheard;
  if (!story.ended) session::close(prepared, story.before.back(), unheard);
  story.outcome = outcome_of(prepared, story.before.back());
  story.outcome.through = true;
  return story;
}

base::Seconds left_at(const session::Prepared& prepared, const Story& story, std::size_t step) {
  for (const auto& facts : story.facts)
    for (const model::Fact& fact : facts)
      if (fact.kind == model::FactKind::step_left && fact.name == prepared.steps[step].id)
        return fact.at - prepared.scenario.steps[step].costs;
  return base::never;
}

void Replay::write(const Action* act) {
  if (!turns_) return;
  turns_->push_back({-1,
                     act ? std::optional(*act) : std::nullopt,
                     {facts_.facts.begin() + static_cast<std::ptrdiff_t>(written_), facts_.facts.end()},
                     attempt_});
  written_ = facts_.facts.size();
}

bool Replay::act(const Action& action) {
  if (session::advance(prepared_, attempt_, action, attempt_.turn, facts_, workspace_)) return false;
  write(&action);
  return true;
}

void Replay::let_pass(base::Seconds time) {
  if (open() && time > 0) session::pass_time(prepared_, attempt_, time, facts_);
}

// Time passes as it passed in the record: what was done sooner does not end anything sooner.
void Replay::wait_until(base::Seconds at) {
  if (!open() || at == base::never || attempt_.world.now >= at) return;
  session::pass_time(prepared_, attempt_, at - attempt_.world.now, facts_);
  write(nullptr);
}

// What the record never came to, and wants an answer, gets the first that is offered.
bool Replay::answer_anything() {
  const std::size_t here = attempt_.step;
  for (int tries = 0; tries < most_answers && open() && attempt_.step == here; ++tries) {
    if (session::leaving(prepared_, attempt_) == Leaving::may) return true;
    const auto offers = session::offers(prepared_, attempt_);
    if (offers.actions.front().kind == Action::Kind::note || !act(offers.actions.front())) return false;
  }
  return true;
}

bool Replay::leave_step() {
  const std::size_t here = attempt_.step;
  wait_until(left_at(prepared_, story_, here));
  if (!open() || attempt_.step != here) return true; // it was over by itself
  Action go_on;
  go_on.kind = Action::Kind::go_on;
  if (act(go_on)) return true;
  return !was_entered(prepared_, story_, here) && answer_anything() && (!open() || attempt_.step != here || act(go_on));
}

// Up to a step that the record had entered by itself by then: a scene that was over.
bool Replay::reach(std::size_t step) {
  while (open() && attempt_.step < step)
    if (!leave_step()) return false;
  return true;
}

// False: the attempt stands still where the record went on. So no change may be one that keeps out of everything.
bool Replay::follow_one(std::size_t index) {
  const Attempt& then = story_.before[index];
  const Action& action = record_.acts[index].action;
  const bool goes_on = action.kind == Action::Kind::go_on;
  if (!reach(then.step)) return false;
  if (!open() || attempt_.step > then.step) {
    refused_ += goes_on ? 0 : 1;
    return true;
  }
  if (goes_on) return leave_step();
  if (!act(action)) ++refused_;
  return true;
}

Outcome Replay::follow(std::size_t from, std::size_t without) {
  for (std::size_t i = from; i < record_.acts.size(); ++i)
    if (i != without && !follow_one(i)) return {};
  return end();
}

Outcome Replay::follow_to(std::size_t from, std::size_t last) {
  for (std::size_t i = from; i <= last && i < record_.acts.size(); ++i)
    if (!follow_one(i)) return {};
  Outcome outcome = outcome_of(prepared_, attempt_);
  outcome.through = true;
  return outcome;
}

bool Replay::go_one(const Way& way, std::size_t index) {
  if (!reach(way.steps[index])) return false;
  if (!open() || attempt_.step > way.steps[index]) return true;
  if (way.acts[index].kind == Action::Kind::go_on) return leave_step();
  if (!way.passes.empty() && way.passes[index] != base::never)
    let_pass(way.passes[index]);
  else
    (void)act(way.acts[index]);
  return true;
}

std::vector<base::Seconds> Replay::times_of(const Way& way) {
  std::vector<base::Seconds> times(way.acts.size(), 0);
  for (std::size_t i = 0; i < way.acts.size() && open() && reach(way.steps[i]); ++i) {
    const base::Seconds before = attempt_.world.now;
    if (!go_one(way, i)) break;
    times[i] = attempt_.world.now - before;
  }
  return times;
}

Outcome Replay::go_another_way(const Way& way) {
  for (std::size_t i = 0; i < way.acts.size() && open(); ++i)
    if (!go_one(way, i)) return {};
  return end();
}

Outcome Replay::end() {
  if (!story_.ended) wait_until(story_.before.back().world.now);
  while (story_.ended && open())
    if (!leave_step()) return {};
  if (open()) {
    session::close(prepared_, attempt_, facts_);
    write(nullptr);
  }
  Outcome outcome = outcome_of(prepared_, attempt_);
  outcome.through = true, outcome.refused = refused_;
  return outcome;
}

} // namespace firsthand::causes
