// Doctrine at work: rules compiled to monitors that read facts as they pass. A monitor is not applicable, open, kept or
// broken; all of them together are part of an attempt's state. Judges the act and what could be known: never reads a
// `drawn` fact. Must not know the simulation: what it needs of the world it learns from facts and from the start values.
#pragma once

#include "engine/base/result.h"
#include "engine/crypto/hash.h"
#include "engine/model/doctrine.h"
#include "engine/model/scenario.h"

#include <functional>
#include <memory>
#include <vector>

namespace firsthand::judging {

using model::Symbol;

enum class Verdict : std::uint8_t { not_applicable, open, kept, broken };

struct Monitor {
  Verdict verdict = Verdict::not_applicable;
  std::uint8_t flags = 0; // which `before` patterns have happened; private to judging
  std::uint8_t flags_any = 0;
  std::uint8_t fresh = 0;     // the same two, of the batch that is still running: facts of one change are
  std::uint8_t fresh_any = 0; // simultaneous, none of them is "before" another
  bool excused = false;       // an `unless` had happened by the trigger
  bool over = false;          // does not apply to this thing, or an `until` came: nothing decides it any more
  bool own = false;           // kept, and by an act of the learner
  base::Seconds triggered_at = base::never;
  base::Seconds decided_at = base::never;
  base::Seconds deadline = base::never;
  model::Fact trigger;                // what triggered or broke it: which act, when, whose
  Symbol act = 0;                     // broken by an act of the learner, at once or by what it armed: its verb …
  base::Seconds act_at = base::never; // … and when it began; of what it armed: when that was
  friend bool operator==(const Monitor&, const Monitor&) = default;
};

// Since when something that is held is out of reach or gone, and what did it.
struct Loss {
  base::Seconds at = base::never;
  Symbol cause = 0, origin = 0;
  bool secured = false; // then nothing is a loss any more
  friend bool operator==(const Loss&, const Loss&) = default;
};

// All that judging keeps between facts. A value: copied, compared, digested.
struct Judgements {
  std::vector<Monitor> monitors;
  std::vector<Symbol> shadow;  // values that `was` looks at, as of the start of the current batch
  std::vector<Symbol> pending; // the same, with the current batch applied
  std::uint16_t batch = 0;
  bool in_batch = false;                     // false: whatever comes next begins a new batch
  bool any_fresh = false;                    // some monitor has fresh flags, or pending differs from shadow
  base::Seconds next_deadline = base::never; // no open deadline is earlier; may be too early, never too late
  Symbol actor = 0, act = 0;                 // of the act that is running: who, which verb …
  base::Seconds act_at = base::never;        // … and since when
  model::Fact latest;                        // of the running batch: the latest change, for states that come about
  std::vector<Loss> losses;                  // one for each thing that is held
  friend bool operator==(const Judgements&, const Judgements&) = default;
};

struct Judgement {              // one line of the debrief
  std::size_t rule = 0;         // index into the doctrine's rules
  std::vector<Symbol> entities; // the exhibit, or both ends of a link
  Verdict verdict = Verdict::open;
  base::Seconds triggered_at = base::never, decided_at = base::never;
  model::Fact trigger;
  bool own = false;        // kept, and by an act of the learner
  int consequence_of = -1; // broken by an act that broke something graver of its kind: index of that judgement; costs nothing
};

// How far one rule is, for who looks for the reason: what of it has happened by now. Settled rules remember none of it.
struct Progress {
  Judgement judgement;
  base::Seconds deadline = base::never; // of an open one
  std::vector<bool> before;             // like Rule::before
  bool before_any = false, unless = false, excused = false;
  bool was = true; // a trigger that came now would find Rule::was as it asks; of a rule for the whole attempt: of any thing
};

struct Score {
  int per_mille = 0;                // ⌊1000·(w_rules·R + w_steps·S)/100⌋; what is only a consequence counts nowhere
  int rules_won = 0, rules_all = 0; // weights: major 10, minor 4; fatal is a gate only
  int steps_won = 0, steps_all = 0; // points in per mille of a step × its points
  bool fatal = false;
  std::vector<std::size_t> fatal_rules;
  std::vector<std::size_t> losing_rules; // major, broken, and what they guard against came and took something
  std::vector<model::Id> not_shown;      // competencies of the scenario of which no rule was kept by an act of the learner
  bool below_cut = false;
  bool passed = false; // nothing of all that
};

// Something broken or not wholly right that cost points, of 100. What cost less than one point may have none.
struct Cost {
  enum class Kind : std::uint8_t { rule, step };
  Kind kind = Kind::rule;
  std::size_t index = 0; // into judgements(), or into the graded steps that score() was given
  int points = 0;
};
struct Costs {
  int kept = 0;           // of 100, whole points: the score rounded down
  std::vector<Cost> rows; // the dearest first; they and `kept` add up to 100
};

class RuleSet {
 public:
  // `symbols` must already hold the scenario's words (the scene was prepared first). Errors, which reading should have
  // found: "rule-form" (neither on nor never, nothing asked for, more than eight `before`, a state where none can
  // be), "rule-condition" (a condition that compares a gauge).
  static base::Result<RuleSet> compile(const model::Scenario& scenario, model::Symbols& symbols);

  using StartValue = std::function<Symbol(Symbol entity, Symbol variable)>; // 0 if there is no such variable
  Judgements begin(const StartValue& start) const;
  void note(Judgements& judgements, const model::Fact& fact) const; // in the order of the facts; no allocation
  // The end of a turn: deadlines before `now` have passed, and what comes next is a new change whatever its batch number.
  void advance_to(Judgements& judgements, base::Seconds now) const;
  // Nothing more can be done in the scene: what was to be done there is due, its deadline may lie ahead or not.
  void leave(Judgements& judgements, base::Seconds now) const;
  void end(Judgements& judgements, base::Seconds now) const; // all that is open is due

  std::vector<Judgement> judgements(const Judgements& state) const;
  std::vector<Progress> progress(const Judgements& state) const; // like judgements()
  // Every monitor that was kept or broken counts once. If no rule applied, the steps alone count, and the other way round.
  // Graded steps come from facts (`graded`), gathered by the caller as (points, per mille won).
  Score score(const Judgements& state, const std::vector<std::pair<int, int>>& steps) const;

  Costs costs(const Judgements& state, const std::vector<std::pair<int, int>>& steps) const; // of the same

  const model::Doctrine& doctrine() const;
  void digest(const Judgements& state, crypto::Sha256& hash) const;

  struct Compiled; // private to judging (engine/judging/compiled.h)

 private:
  std::shared_ptr<const Compiled> compiled_;
};

} // namespace firsthand::judging
