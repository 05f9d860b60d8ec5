// Acts without a person: those of a play, or of somebody who does not care, one after another through the same `advance` as a
// learner's, watched at each turn. Pure. Knows no kind of step by name and no text.
#pragma once

#include "engine/session/session.h"

#include <functional>

namespace firsthand::proving {

using model::Symbol;
using session::Action;
using session::Attempt;
using session::Prepared;

using Chance = std::vector<simulation::FixedDraw>;
// After the beginning, and after each act that was accepted.
using Watch = std::function<void(const Attempt& attempt, const std::vector<model::Fact>& facts)>;

// What a play does, without what it expects.
struct NamedPlay {
  std::string name;
  std::vector<Action> acts;
  Chance chance;
};

class Player {
 public:
  explicit Player(const Prepared& prepared, const Chance& chance = {}, Watch watch = {});
  // Goes on from a state that was reached before.
  Player(const Prepared& prepared, Attempt attempt, Watch watch = {});

  bool act(const Action& action);                  // false: refused, and nothing changed
  void follow(const std::vector<Action>& actions); // what is refused is left out and counted

  bool open() const { return attempt_.ending == session::Ending::open; }
  const Attempt& attempt() const { return attempt_; }
  const std::vector<Action>& acts() const { return acts_; } // accepted here
  int refused() const { return refused_; }

 private:
  const Prepared& prepared_;
  Watch watch_;
  Attempt attempt_;
  std::vector<Action> acts_;
  session::Workspace workspace_;
  int refused_ = 0;
};

// What leads on to the end without doing anything besides; nothing where there is no way. Counts the acts that it weighs.
std::optional<Action> next_to_finish(const Prepared& prepared, const Attempt& attempt, int& tried);
constexpr int most_to_finish = 300; // acts

// Of what is offered for an answer that the step waits for, what is worth most; of equal ones the first. Counts into `tried`.
std::optional<Action> best_answer(const Prepared& prepared, const Attempt& attempt, int& tried);
bool is_act(const Action& action);                                                // of the step itself: no wait, no note, no going on
const model::Verb* verb_of(const Prepared& prepared, Symbol entity, Symbol verb); // null if there is none

// Those who do not care, and must not pass by it.
enum class Idle : std::uint8_t { goes_on, waits, looks, takes_the_first };
constexpr Idle all_idle[] = {Idle::goes_on, Idle::waits, Idle::looks, Idle::takes_the_first};

struct Idled {
  NamedPlay play; // so that it can be shown
  Attempt attempt;
  bool passed_something_by = false; // there was something to do besides, or to answer otherwise
};
Idled idle(const Prepared& prepared, Idle how);

// The ways in which chance can fall out, the draws of the content fixed; if there are more than 64, one draw at a time.
struct Chances {
  std::vector<Chance> ways;
  bool all = true;
};
Chances all_chances(const Prepared& prepared);
std::string chance_words(const Chance& chance); // "bag.leak tight, box.opens no"

} // namespace firsthand::proving
