// What became true. Facts are the record: debrief, reports and judging are folds over them. A fact is small and flat
// because a million of them a second pass by; its words are symbols of the prepared scenario.
#pragma once

#include "engine/base/moment.h"
#include "engine/model/symbols.h"

namespace firsthand::model {

enum class FactKind : std::uint8_t {
  // of the scene
  begun,     // entity, name=verb, by, to=with
  done,      // the same, at the end of the action
  failed,    // the same: it was offered and did not work
  cut_short, // the same: it stopped working while it ran; amount = seconds it lasted
  waited,    // amount = seconds that passed
  changed,   // entity, name=variable|relation|derived value, from, to
  event,     // entity, name=event that fired
  seen,      // entity, name=cue, from/to=values as seen (amount = the number, for a cue that reads a gauge)
  lost,      // entity, name=item: gone for good; amount = its value
  sealed,    // entity, name=item: still there, no longer reachable
  opened,    // entity, name=item: reachable again
  secured,   // entity, name=item; amount = its value
  said,      // entity=person, name=topic, to=answer id
  moved,     // entity, from/to=holders (custody)
  drawn,     // entity, name=draw, to=outcome; hidden: no monitor and no view may read it
  // of the attempt
  step_entered, // name=step, to=kind
  step_left,    // name=step, to=kind
  answered,     // name=step, to=what was picked; from, cause, amount as the step's kind says (session::Module::answered)
  graded,       // name=step, amount = per mille, to=kind
  noted,        // the learner wrote a note; the text itself is never in a fact
  attempt_began,
  attempt_ended, // to = passed | failed | closed; amount = score per mille, of a verdict
  // of a module, declared in its table: name = "<kind>.<name>", entity, from, to, amount
  module,
};

const char* fact_word(FactKind kind);                  // "cut-short"
bool fact_kind(std::string_view word, FactKind& kind); // false if there is no such word

struct Fact {
  FactKind kind = FactKind::done;
  std::uint16_t batch = 0; // facts of one change share a number: `was` looks before the whole change
  base::Seconds at = 0;    // scene time
  Symbol entity = 0, name = 0, from = 0, to = 0;
  Symbol by = 0;               // "learner", a person's id, or none for the course of nature
  Symbol cause = 0;            // verb or event that changed it
  Symbol origin = 0;           // the verb or event that armed the cause, if time lay between
  base::Seconds origin_at = 0; // when that was
  std::int64_t amount = 0;
  friend bool operator==(const Fact&, const Fact&) = default;
};

class FactSink {
 public:
  virtual ~FactSink() = default;
  virtual void add(const Fact& fact) = 0;
};

class FactList : public FactSink {
 public:
  void add(const Fact& fact) override { facts.push_back(fact); }
  std::vector<Fact> facts;
};

} // namespace firsthand::model
