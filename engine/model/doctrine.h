// Doctrine: what counts as right, as rules over recorded facts. Rules know traits, tags, variables of the vocabulary, never
// a scenario's things. Plain data; judging compiles it to monitors.
#pragma once

#include "engine/model/entity.h"
#include "engine/model/fact.h"

namespace firsthand::model {

// Which facts are meant. Empty parts match everything. Or, with `holds`, no fact but how things stand, whatever made them so.
struct FactPattern {
  FactKind kind = FactKind::done;
  Id role;               // of a link rule: which end ("computer"); "any": any entity; empty: the rule's own entity
  std::vector<Id> names; // verb, variable, cue, evidence kind, topic, step, "<module>.<name>"
  std::vector<Id> tags;  // of begun, done, failed, cut-short: the verb has one of these tags
  std::vector<Id> kinds; // of step-entered, step-left, graded: the step's kind
  std::vector<Id> from, to;
  Id by;             // "learner", "person" (anyone but the learner), empty: anybody and nobody
  Condition only_if; // `if`: the values just before the fact's whole change; paths as in `was`
  Condition holds;   // a state instead of a fact; nothing else is set then
  Where where;
  bool is_state() const { return holds.kind != Condition::Kind::always; }
};

enum class Severity : std::uint8_t { fatal, major, minor };
enum class Confidence : std::uint8_t { low, medium, high };

// A text that a rule rests on, told so that somebody else can open it at the same place. What is empty was not looked up.
struct Source {
  Id id;
  Text title;
  std::string publisher;          // names and addresses are the same in every language
  std::string edition, review_by; // dates as written, ISO
  std::string section, address;   // where in the text, and where the text is
  Text supports;                  // what exactly it says
  Confidence confidence = Confidence::low;
  bool opened = false;     // somebody opened the text that says so …
  std::string opened_on;   // … on this day
  std::string verified_by; // an agency's word
  Where where;
};

// Where the numbers of a rule come from: its window, and those in its words.
enum class Numbers : std::uint8_t { unsaid, sourced, training_value };

struct Rule {
  Id id;
  Text title;                          // "Keep an unlocked, encrypted computer running"
  std::vector<Id> each_traits;         // one monitor per entity with one of these
  Condition each_if;                   // … and that starts so; of a link: paths with its roles
  Id each_link;                        // or per link of this model (binds its roles); both empty: one for the attempt
  std::optional<FactPattern> on;       // the trigger; with `never`: what makes it apply, so that nobody keeps it by doing nothing
  Condition was;                       // values just before the trigger's whole change, cues as last seen; paths "lock", "computer.lock"
  std::vector<FactPattern> before;     // all must have happened earlier …
  std::vector<FactPattern> before_any; // … and one of these
  std::optional<FactPattern> must;     // with `within`
  base::Seconds within = base::never;  // after the trigger; includes t0 + within
  bool by_end = false;                 // `within: end`
  bool by_leaving = false;             // `within: leaving`: when nothing more can be done in the scene; a state must hold then
  std::vector<FactPattern> until;      // ends the duty: what comes later is not the learner's
  std::vector<Id> against;             // events that it guards against: a loss by one of them, once it was broken, is the learner's own
  std::optional<FactPattern> never;    // breaks whenever it happens
  std::vector<FactPattern> unless;     // one of these had happened by the trigger: the rule does not apply
  std::vector<FactPattern> warned_by;  // seen: what could have told somebody before this rule bites
  bool each_time = false;              // else the first trigger counts
  Severity severity = Severity::minor;
  Id harm; // destroys | weakens | safety | rights
  Id competency;
  Text why, instead, well; // why it matters; what to do; praise when kept
  Text asked;              // what can be asked about the exhibit afterwards, and by whom
  Id source;
  std::string section;
  bool law = false; // holds "under your law": an agency can leave it out
  Numbers numbers = Numbers::unsaid;
  Where where;
};

// D4/A: a question on which guidelines differ and a position on it. The profile says which is right here.
struct Position {
  Id question;                // "D4"
  std::vector<Id> right;      // "A"
  std::vector<Id> defensible; // accepted elsewhere: half the points, practice only, and told why
  Text elsewhere;             // who accepts it
  bool law = false;           // a question of law
};

struct Doctrine {
  Id id;
  Text title;
  std::string edition;
  std::string review_by;
  std::vector<Source> sources;
  std::vector<Rule> rules; // inherited first, in the order of the files
  std::vector<Position> positions;
  int cut_per_mille = 700;
  bool scores_law = true;  // no: what is law is asked and told, and counts nothing
  std::string reviewed_by; // who of the field, as written; empty: a draft that nobody has reviewed
};

} // namespace firsthand::model
