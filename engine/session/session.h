// One attempt: one learner in one scenario. Holds the steps together with the scene and the rules: a pure function turns
// (prepared scenario, attempt, action) into (attempt', facts). Same seed, same actions: same facts and digests everywhere.
// Must not know modules by name, files, clocks, texts or who the learner is.
#pragma once

#include "engine/crypto/hash.h"
#include "engine/session/contract.h"

namespace firsthand::session {

// Raised when `advance` or judging computes something else from the same content and actions. Recorded in each attempt.
constexpr int engine_rules = 4;

struct StepSpec {
  model::Id step;
  std::shared_ptr<const Spec> spec;
};

// A scenario made ready to be played; immutable, shared by all attempts in it.
struct Prepared {
  struct Step {
    Symbol id = 0, kind = 0;
    const Module* module = nullptr; // of the catalogue, which must outlive this
    std::shared_ptr<const Spec> spec;
    std::vector<std::size_t> then; // targets of the scenario's branches, by index
  };
  struct Words {
    Symbol learner = 0, passed = 0, failed = 0, closed = 0;
  };

  model::Scenario scenario;
  model::Symbols symbols;
  simulation::Scene scene;
  judging::RuleSet rule_set;
  std::vector<Step> steps;       // like scenario.steps
  std::size_t last_in_scene = 0; // the last step in which the learner can act in the scene; none: the number of steps
  bool reads_notebook = false;   // some step does
  Words words;
  crypto::Hash rules_hash, shown_hash;
};
using PreparedPtr = std::shared_ptr<const Prepared>;

struct Hashes {
  crypto::Hash rules, shown;
};

// `symbols` already holds what the modules interned while they read `specs`. Errors: "no-steps", "unknown-step-kind",
// "step-not-read" (a step without its spec), "then-not-forward", and those of Scene::prepare and RuleSet::compile.
base::Result<PreparedPtr> prepare(model::Scenario scenario, model::Symbols symbols, const std::vector<StepSpec>& specs,
                                  const Catalogue& catalogue, const Hashes& hashes);

enum class Ending : std::uint8_t { open, passed, failed, closed };
const char* ending_word(Ending ending); // "open", "passed" …

// All that an attempt is between two turns. A value: copy it to branch, compare it, digest it.
struct Attempt {
  Mode mode = Mode::practice;
  int turn = 0;                  // of the newest entry; the first is 0
  std::size_t step = 0;          // index; the number of steps once the attempt is over
  std::vector<StepState> states; // one a step; empty until it is entered
  std::vector<int> grades;       // one a step, per mille; -1: not graded
  base::Seconds entered_at = 0;  // the current step
  int notes = 0;                 // how many were written
  NotedLines noted;              // kept where a step reads the notebook
  Ending ending = Ending::open;
  std::shared_ptr<const Paper> paper; // of a test, as it began; null: none
  simulation::World world;
  judging::Judgements judgements;
};

// Memory that a caller who advances often keeps between turns; holds nothing that matters.
struct Workspace {
  Decision decision;
};

struct Start {
  Mode mode = Mode::practice;
  simulation::Seed seed;
  std::vector<simulation::FixedDraw> chance; // rehearsals only; see `unknown_fixed_draw`
  Paper paper = {};                          // of a test; whoever begins it has chosen it
  std::string role = {}, form = {};          // what the test is sat for, and the form's name; empty: not recorded
  int nth_try = 0;                           // of a final
  std::vector<std::string> seen = {};        // of a test with forms: those that were seen before, oldest first
  std::vector<std::string> parts = {};       // of a final that has several: the scenarios of all
  base::Seconds within = 0;                  // how far they may lie apart; 0: that does not matter
};

const model::Test* test_of(const Prepared& prepared); // null: it has none
Paper paper_for(const Prepared& prepared, std::size_t form, const simulation::Seed& seed);
// Of the last test that was entered.
std::optional<TestStanding> test_standing(const Prepared& prepared, const Attempt& attempt);

// The act that hands in the open step as it stands; nothing: there is none, or the attempt is over.
std::optional<Action> handing_in(const Prepared& prepared, const Attempt& attempt);

// Enters the first step. Turn 0.
Attempt begin(const Prepared& prepared, const Start& start, model::FactSink& sink);

// One turn. Refused: nothing changed, `sink` heard nothing. Codes of its own: "attempt-over", "stale-turn" (`expected_turn`
// is not the attempt's), "step-not-open", "cannot-go-on"; others are the module's or the scene's.
// An accepted action's facts come in order; the attempt may have entered further steps, or have ended.
std::optional<Refused> advance(const Prepared& prepared, Attempt& attempt, const Action& action, int expected_turn, model::FactSink& sink,
                               Workspace& workspace);
std::optional<Refused> advance(const Prepared& prepared, Attempt& attempt, const Action& action, int expected_turn, model::FactSink& sink);

// Time passes without an act, as no learner can let it pass: for who runs an attempt again with something changed.
void pass_time(const Prepared& prepared, Attempt& attempt, base::Seconds seconds, model::FactSink& sink);

// Whatever the step's module offers, then a note, then "go on" if the step may be left. Empty once the attempt is over.
Offers offers(const Prepared& prepared, const Attempt& attempt);
Leaving leaving(const Prepared& prepared, const Attempt& attempt); // not_yet once the attempt is over

// Ends an open attempt without a verdict (given up, or interrupted by an update). A turn of its own.
void close(const Prepared& prepared, Attempt& attempt, model::FactSink& sink);

Context context_of(const Prepared& prepared, const Attempt& attempt); // of the current step; the attempt must be open
judging::Score score(const Prepared& prepared, const Attempt& attempt);
judging::Costs costs(const Prepared& prepared, const Attempt& attempt); // what it lacks; `index` of a step is the scenario's

// Everything but how many turns, changes and notes there were: equal states have equal digests, however they were reached.
crypto::Hash state_digest(const Prepared& prepared, const Attempt& attempt);

// The fixed draw that names no draw or no outcome of the content, if there is one.
std::optional<simulation::FixedDraw> unknown_fixed_draw(const Prepared& prepared, const std::vector<simulation::FixedDraw>& fixed_draws);
std::vector<std::string> draws_of(const Prepared& prepared); // all that can be fixed: "ENTITY.DRAW OUTCOME"

// Of an attempt that counts: nobody can reroll it by starting again. `key` is the workstation's.
simulation::Seed seed_of(crypto::Bytes key, std::string_view person, const crypto::Hash& rules_hash, int attempt_number);

} // namespace firsthand::session
