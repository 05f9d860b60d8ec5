// One turn at work: the module decides, the scene applies, the rules hear every fact, steps are left and entered.
#include "engine/session/session.h"

#include <algorithm>

namespace firsthand::session {
namespace {

using model::Fact;
using model::FactKind;

// Every fact goes to the rules first, into the notebook where it is read, and then to the caller.
class Court : public model::FactSink {
 public:
  Court(const Prepared& prepared, Attempt& attempt, model::FactSink& sink) : p_(prepared), a_(attempt), sink_(sink) {}
  void add(const Fact& fact) override {
    p_.rule_set.note(a_.judgements, fact);
    if (p_.reads_notebook) write_down(fact);
    sink_.add(fact);
  }
  void begin() { beginning_ = true; } // what is seen now stands there from the start, and was not found out

 private:
  void write_down(const Fact& fact) {
    if (beginning_ && fact.kind == FactKind::seen) return;
    if (const auto line = noted_line(p_.scenario, p_.symbols, fact)) note_line(a_.noted, *line);
  }

  const Prepared& p_;
  Attempt& a_;
  model::FactSink& sink_;
  bool beginning_ = false;
};

class Turn {
 public:
  Turn(const Prepared& prepared, Attempt& attempt, model::FactSink& sink) : p_(prepared), a_(attempt), court_(prepared, attempt, sink) {}

  std::optional<Refused> take(const Action& action, Workspace& workspace);
  void enter(std::size_t index);
  void begin() { court_.begin(); }
  void finish() { p_.rule_set.advance_to(a_.judgements, a_.world.now); }
  void pass(base::Seconds seconds) { p_.scene.pass(a_.world, seconds, court_); }
  void leave_what_is_over();
  void end(Ending ending);
  void say(FactKind kind, Symbol name = 0, Symbol to = 0, std::int64_t amount = 0, Symbol by = 0);

 private:
  const Prepared::Step& step() const { return p_.steps[a_.step]; }
  const model::Step& written() const { return p_.scenario.steps[a_.step]; }
  bool open() const { return a_.ending == Ending::open; }
  Leaving leaving() const { return step().module->leaving(context_of(p_, a_)); }
  std::optional<Refused> decide(const Action& action, Workspace& workspace);
  void tell(std::vector<Fact>& facts);
  void leave();
  std::size_t next() const;

  const Prepared& p_;
  Attempt& a_;
  Court court_;
};

void Turn::say(FactKind kind, Symbol name, Symbol to, std::int64_t amount, Symbol by) {
  Fact fact;
  fact.kind = kind;
  fact.batch = ++a_.world.batch;
  fact.at = a_.world.now;
  fact.name = name;
  fact.to = to;
  fact.amount = amount;
  fact.by = by;
  court_.add(fact);
}

std::optional<Refused> Turn::take(const Action& action, Workspace& workspace) {
  const bool names_step = action.kind == Action::Kind::act || action.kind == Action::Kind::note;
  if (names_step && action.step != step().id) return Refused{"step-not-open"};
  if (action.kind == Action::Kind::note) {
    ++a_.notes;
    say(FactKind::noted, 0, 0, 0, p_.words.learner);
    return std::nullopt;
  }
  if (action.kind != Action::Kind::go_on) return decide(action, workspace);
  if (leaving() == Leaving::not_yet) return Refused{"cannot-go-on"};
  leave();
  return std::nullopt;
}

std::optional<Refused> Turn::decide(const Action& action, Workspace& workspace) {
  Decision& decision = workspace.decision;
  decision.state = a_.states[a_.step];
  decision.command.reset();
  decision.facts.clear();
  if (auto refused = step().module->decide(context_of(p_, a_), action, decision)) return refused;
  if (decision.command) {
    const simulation::Refusal refusal = p_.scene.apply(a_.world, *decision.command, court_);
    if (refusal != simulation::Refusal::none) return Refused{simulation::refusal_code(refusal)};
  }
  std::swap(a_.states[a_.step], decision.state);
  tell(decision.facts);
  return std::nullopt;
}

void Turn::tell(std::vector<Fact>& facts) {
  if (facts.empty()) return;
  ++a_.world.batch;
  for (Fact& fact : facts) {
    fact.batch = a_.world.batch;
    fact.at = a_.world.now;
    fact.by = p_.words.learner;
    court_.add(fact);
  }
}

// Before time passes that nobody can use any more.
void Turn::leave() {
  if (a_.step == p_.last_in_scene) p_.rule_set.leave(a_.judgements, a_.world.now);
  const auto grade = step().module->grade(context_of(p_, a_));
  if (grade) {
    a_.grades[a_.step] = std::clamp(*grade, 0, 1000);
    say(FactKind::graded, step().id, step().kind, a_.grades[a_.step]);
  }
  if (written().costs > 0) p_.scene.pass(a_.world, written().costs, court_);
  say(FactKind::step_left, step().id, step().kind);
  enter(next());
}

std::size_t Turn::next() const {
  const std::vector<model::Branch>& branches = written().then;
  for (std::size_t i = 0; i < branches.size(); ++i)
    if (p_.scene.holds(a_.world, branches[i].when)) return step().then[i];
  return a_.step + 1;
}

void Turn::enter(std::size_t index) {
  while (index < p_.steps.size() && !p_.scene.holds(a_.world, p_.scenario.steps[index].only_if))
    ++index;
  a_.step = index;
  if (index > p_.last_in_scene) p_.rule_set.leave(a_.judgements, a_.world.now); // it may have been passed over
  if (index == p_.steps.size()) return end(Ending::passed);
  a_.entered_at = a_.world.now;
  say(FactKind::step_entered, step().id, step().kind);
  a_.states[index] = step().module->begin(context_of(p_, a_));
}

void Turn::leave_what_is_over() {
  while (open() && leaving() == Leaving::must)
    leave();
}

// `ending` is closed, or anything else: then the score decides.
void Turn::end(Ending ending) {
  p_.rule_set.end(a_.judgements, a_.world.now);
  a_.step = p_.steps.size();
  const judging::Score result = score(p_, a_);
  const model::Test* test = test_of(p_);
  if (test && test->drawn > 0) ending = Ending::closed; // practised: there is no verdict
  if (ending != Ending::closed) ending = result.passed ? Ending::passed : Ending::failed;
  a_.ending = ending;
  const Symbol word = ending == Ending::passed ? p_.words.passed : ending == Ending::failed ? p_.words.failed : p_.words.closed;
  say(FactKind::attempt_ended, 0, word, ending == Ending::closed ? 0 : result.per_mille);
}

} // namespace

const char* ending_word(Ending ending) {
  switch (ending) {
  case Ending::open:
    return "open";
  case Ending::passed:
    return "passed";
  case Ending::failed:
    return "failed";
  case Ending::closed:
    return "closed";
  }
  return "";
}

namespace {

Context context_at(const Prepared& prepared, const Attempt& attempt, std::size_t index) {
  const Prepared::Step& step = prepared.steps[index];
  return {prepared.scenario,
          prepared.symbols,
          prepared.scene,
          attempt.world,
          attempt.judgements,
          *step.spec,
          attempt.states[index],
          step.id,
          attempt.entered_at,
          attempt.mode,
          attempt.paper ? std::span<const PaperItem>(*attempt.paper) : std::span<const PaperItem>(),
          &attempt.noted};
}

} // namespace

Context context_of(const Prepared& prepared, const Attempt& attempt) { return context_at(prepared, attempt, attempt.step); }

Attempt begin(const Prepared& prepared, const Start& start, model::FactSink& sink) {
  Attempt attempt;
  attempt.mode = start.mode;
  if (!start.paper.empty()) attempt.paper = std::make_shared<const Paper>(start.paper);
  attempt.states.resize(prepared.steps.size());
  attempt.grades.assign(prepared.steps.size(), -1);
  model::FactList first; // the rules need the world's values before they can hear facts about it
  attempt.world = prepared.scene.begin(start.seed, start.chance, first);
  attempt.judgements =
      prepared.rule_set.begin([&](Symbol entity, Symbol variable) { return prepared.scene.value(attempt.world, entity, variable); });
  Turn turn(prepared, attempt, sink);
  turn.begin();
  turn.say(FactKind::attempt_began);
  for (const Fact& fact : first.facts) {
    prepared.rule_set.note(attempt.judgements, fact);
    sink.add(fact);
  }
  turn.enter(0);
  turn.leave_what_is_over();
  turn.finish();
  return attempt;
}

std::optional<Refused> advance(const Prepared& prepared, Attempt& attempt, const Action& action, int expected_turn, model::FactSink& sink,
                               Workspace& workspace) {
  if (attempt.ending != Ending::open) return Refused{"attempt-over"};
  if (expected_turn != attempt.turn) return Refused{"stale-turn"};
  Turn turn(prepared, attempt, sink);
  if (auto refused = turn.take(action, workspace)) return refused;
  turn.leave_what_is_over();
  turn.finish();
  ++attempt.turn;
  return std::nullopt;
}

std::optional<Refused> advance(const Prepared& prepared, Attempt& attempt, const Action& action, int expected_turn, model::FactSink& sink) {
  Workspace workspace;
  return advance(prepared, attempt, action, expected_turn, sink, workspace);
}

void pass_time(const Prepared& prepared, Attempt& attempt, base::Seconds seconds, model::FactSink& sink) {
  if (attempt.ending != Ending::open) return;
  Turn turn(prepared, attempt, sink);
  turn.pass(seconds);
  turn.leave_what_is_over();
  turn.finish();
}

void close(const Prepared& prepared, Attempt& attempt, model::FactSink& sink) {
  if (attempt.ending != Ending::open) return;
  Turn turn(prepared, attempt, sink);
  turn.end(Ending::closed);
  turn.finish();
  ++attempt.turn;
}

Leaving leaving(const Prepared& prepared, const Attempt& attempt) {
  if (attempt.ending != Ending::open) return Leaving::not_yet;
  return prepared.steps[attempt.step].module->leaving(context_of(prepared, attempt));
}

std::optional<Action> handing_in(const Prepared& prepared, const Attempt& attempt) {
  if (attempt.ending != Ending::open) return std::nullopt;
  return prepared.steps[attempt.step].module->handing_in(context_of(prepared, attempt));
}

Offers offers(const Prepared& prepared, const Attempt& attempt) {
  if (attempt.ending != Ending::open) return {};
  const Prepared::Step& step = prepared.steps[attempt.step];
  Offers all = step.module->offers(context_of(prepared, attempt));
  Action note;
  note.kind = Action::Kind::note;
  note.step = step.id;
  all.actions.push_back(std::move(note));
  if (leaving(prepared, attempt) == Leaving::not_yet) return all;
  Action go_on;
  go_on.kind = Action::Kind::go_on;
  all.actions.push_back(std::move(go_on));
  return all;
}

std::optional<TestStanding> test_standing(const Prepared& prepared, const Attempt& attempt) {
  for (std::size_t i = prepared.steps.size(); i-- > 0;)
    if (!attempt.states[i].slots.empty())
      if (auto standing = prepared.steps[i].module->test_standing(context_at(prepared, attempt, i))) return standing;
  return std::nullopt;
}

namespace {

// Of every step that was graded: its points, and how right it was.
std::vector<std::pair<int, int>> graded(const Prepared& prepared, const Attempt& attempt) {
  std::vector<std::pair<int, int>> steps;
  for (std::size_t i = 0; i < attempt.grades.size(); ++i)
    if (attempt.grades[i] >= 0) steps.emplace_back(prepared.scenario.steps[i].points, attempt.grades[i]);
  return steps;
}

} // namespace

judging::Score score(const Prepared& prepared, const Attempt& attempt) {
  judging::Score score = prepared.rule_set.score(attempt.judgements, graded(prepared, attempt));
  for (std::size_t i = 0; i < prepared.steps.size(); ++i) {
    if (attempt.grades[i] < 0) continue;
    const auto passes = prepared.steps[i].module->passes(context_at(prepared, attempt, i));
    if (!passes) continue;
    score.per_mille = attempt.grades[i];
    score.below_cut = !*passes;
    score.passed = *passes && !score.fatal;
  }
  return score;
}

judging::Costs costs(const Prepared& prepared, const Attempt& attempt) {
  judging::Costs costs = prepared.rule_set.costs(attempt.judgements, graded(prepared, attempt));
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < attempt.grades.size(); ++i)
    if (attempt.grades[i] >= 0) steps.push_back(i);
  for (judging::Cost& cost : costs.rows)
    if (cost.kind == judging::Cost::Kind::step) cost.index = steps[cost.index];
  return costs;
}

} // namespace firsthand::session
