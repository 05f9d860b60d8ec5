// What the learner is told at the end: what was saved and lost, by which act, which rule says so and on whose authority, what
// was done well; then the timeline, every judgement, each exhibit's standing, what was luck. A fold over an AttemptTimeline and its
// final state. Texts are the content's own; sentences around them belong to the screens.
#pragma once

#include "engine/report/act_detail.h"
#include "engine/session/evidence.h"

#include <optional>

namespace firsthand::report {

enum class Standing : std::uint8_t { solid, open_to_challenge, at_risk };

struct ItemOutcome {
  Symbol entity = 0, item = 0;
  const model::Holding* holding = nullptr; // name, value, the headline if it is lost
  session::Fate fate = session::Fate::saved;
  bool found = false;                  // something of its exhibit was seen
  base::Seconds at = base::never;      // since when it is out of reach; of what is saved or reachable: never
  base::Seconds lost_at = base::never; // when it was lost for good, if that was later
  Symbol by = 0;                       // by whose act or deed
  Symbol cause = 0, origin = 0;        // verb or event; what armed it
  base::Seconds origin_at = base::never;
  int turn = -1;
};

// One act of the learner (or a person) that a rule is about.
struct ActRef {
  base::Seconds at = base::never;
  int turn = -1; // go back to before this turn
  Symbol entity = 0;
  const model::Text* name = nullptr; // of the entity
  const model::Text* text = nullptr; // the verb's log line; null: nothing was done (something was left undone)
  ActDetail detail = {};             // of that act
  bool handed_in = false;            // an answer, a form: the learner's own, without a verb's words
};

struct JudgedRule {
  const model::Rule* rule = nullptr;
  const model::Source* source = nullptr; // may be null
  std::vector<Symbol> entities;
  judging::Verdict verdict = judging::Verdict::open;
  ActRef act;
  base::Seconds decided_at = base::never; // when it was kept or broken; of a duty, when it was due
  bool own = false;                       // kept, and by an act of the learner
  int line = 0;                           // which of the judgements
  int follows = -1;                       // line of what the same act broke, and graver: this one only follows from it, and costs nothing
};

struct ExhibitOutcome {
  Symbol entity = 0;
  int number = 0;
  Standing standing = Standing::solid;
  bool evidence_lost = false, evidence_held = false;
  bool found = false;                    // something of it was seen
  std::vector<const model::Rule*> asked; // broken rules whose question can be asked about it
};

struct Mark {
  enum class Kind : std::uint8_t { action, event, loss };
  Kind kind = Kind::action;
  base::Seconds at = 0;
  int turn = 0;
  const model::Text* text = nullptr; // the verb's label, what was seen, what was lost
  std::optional<std::int64_t> number;
  Symbol entity = 0, by = 0;
  ActDetail detail = {}; // of an action
};

struct Stretch {
  enum class Kind : std::uint8_t { sound, changed, lost };
  Kind kind = Kind::sound;
  base::Seconds from = 0, to = 0;
};

struct Lane {
  enum class Of : std::uint8_t { exhibit, equipment, people };
  Of of = Of::exhibit;
  Symbol entity = 0; // of an exhibit; else 0: its marks say which
  int number = 0;
  const model::Text* name = nullptr; // of an exhibit; else null
  model::Id icon;
  std::vector<Mark> marks;
  std::vector<Stretch> stretches;
};

struct Luck {
  Symbol entity = 0;
  const model::Text* name = nullptr;
  Symbol draw = 0, outcome = 0;
};

// A graded step whose answer was not wholly right.
struct WrongStep {
  Symbol step = 0;
  const model::Text* title = nullptr;
  int per_mille = 0;
  base::Seconds at = base::never;          // when it was graded
  std::vector<const model::Text*> reasons; // the author's, for the last answer; each once
};

// A row of what cost points: a broken rule, or a step that was not wholly right.
struct CostRow {
  const JudgedRule* rule = nullptr; // one of the two
  const WrongStep* step = nullptr;
  int points = 0; // of 100; may be none of a whole point
};

struct Elsewhere { // a choice that another doctrine accepts
  Symbol step = 0, option = 0;
  const model::Position* position = nullptr;
};

struct Debrief {
  session::Ending ending = session::Ending::open;
  session::Mode mode = session::Mode::practice;
  judging::Score score;
  std::vector<ItemOutcome> items;        // in the scenario's order
  int value_saved = 0, value_all = 0;    // session::Evidence
  std::vector<JudgedRule> broken;        // fatal first, then by time
  std::vector<JudgedRule> kept;          // by severity, then by time
  const ItemOutcome* headline = nullptr; // the gravest loss; null: nothing was lost
  const JudgedRule* main = nullptr;      // the rule that page one explains; null: none was broken
  std::vector<ExhibitOutcome> exhibits;
  std::vector<Lane> lanes; // one an exhibit, then equipment, then people
  std::vector<Luck> luck;
  std::vector<WrongStep> wrong_steps;
  std::vector<CostRow> costs; // the dearest first; with `kept_points` they add up to 100
  int kept_points = 0;
  std::vector<Elsewhere> elsewhere; // practice only
  base::Seconds duration = 0;
  std::optional<std::int64_t> minutes; // at the keyboard; nothing: it is in no record

  Debrief() = default;
  Debrief(const Debrief&) = delete; // headline, main and costs point into it
  Debrief& operator=(const Debrief&) = delete;
  Debrief(Debrief&&) = default;
  Debrief& operator=(Debrief&&) = default;
};

const JudgedRule* graver_of(const Debrief& debrief, const JudgedRule& judged); // what it follows from; null: it stands for itself

Debrief debrief_of(const AttemptTimeline& timeline, const session::Attempt& attempt);

bool was_found(const AttemptTimeline& timeline, Symbol entity); // something of it was seen

// The timeline alone, for the route beside the learner's and for a branch's two futures.
std::vector<Lane> lanes_of(const AttemptTimeline& timeline);

} // namespace firsthand::report
