// How a class of things behaves: a device, an instrument, a person, packaging or a link between two of them. One struct for
// all, because the engine must not know which is which. Plain data; reading fills it, simulation compiles it.
#pragma once

#include "engine/model/condition.h"

#include <map>
#include <optional>
#include <utility>

namespace firsthand::model {

// A text in the author's language and the node path that its translations are found by ("exhibits.lamp.name").
struct Text {
  std::string source;
  std::string path;
  Where where;
  bool empty() const { return source.empty(); }
};

struct Weighted {
  Id outcome;
  std::int32_t weight = 1;
};

struct StateVariable {
  Id name;
  std::vector<Id> values;      // at most 32; the first is the start unless the scenario says otherwise
  std::vector<Weighted> drawn; // not empty: the start value is drawn from the seed
  Where where;
};

// A duration that a scenario may change; several weighted ones are drawn once, at the start. base::never is allowed.
struct Setting {
  struct Choice {
    base::Seconds seconds = 0;
    std::int32_t weight = 1;
  };
  Id name;
  std::vector<Choice> choices;
  Where where;
};

enum class Sight : std::uint8_t { plain, hidden };

struct Relation {
  Id name;
  std::vector<Id> traits;     // the other has one of these
  Sight sight = Sight::plain; // plain: the learner sees it as it is; hidden: only cues tell
  bool custody = false;       // a change is a `moved` fact: it says who holds the thing
  bool binds_hands = false;   // while it leads somewhere, whose it is (the learner) has no hands for any other thing
  bool exclusive = false;     // setting it to X clears every exclusive relation that pointed to X (one standing task each)
  Where where;
};

struct Case {
  Id value;
  Condition when;
};

struct Derived { // no memory of its own, no circles
  Id name;
  std::vector<Case> cases; // the first that holds
  Id otherwise;
  Where where;
};

struct Rate {
  Quanta per_second = 0;
  Condition when; // the first rate that holds counts
};

struct Gauge {
  Id name;
  std::string unit;       // as shown: "%", "kB", "GB"
  std::int64_t scale = 1; // of MB, GB and TB, whose amounts are kept in kB
  Quanta maximum = 0, start = 0;
  std::vector<Rate> rates;
  Where where;
};

enum class Seeing : std::uint8_t { glance, reveal }; // at once whenever it changes, or only when a verb reveals it

// A value that asks for an act: seen, it must not be passed over.
struct Alarm {
  Id value;
  std::vector<Id> answers; // verbs, of this thing or of another; one of them is enough
  Where where;
};

struct Cue {
  Id name;
  Seeing seeing = Seeing::glance;
  std::vector<Case> cases; // the first that holds is what is seen; the last must hold always
  Id reads;                // instead of cases: the gauge whose whole units are seen (only with Seeing::reveal)
  Condition readable;      // with `reads`: otherwise nothing is learned
  Id icon;
  std::vector<Alarm> alarms;
  std::map<Id, Text> says; // words for each value; for `reads` one text under "value" with {value} in it
  Where where;
};

struct Set {
  std::string path; // variable or relation, own or through a relation ("computer.lock"), "with.…", "by.…"
  Id value;         // a value, an entity id, "none", "with", "by", "self"
  Where where;
};

struct Add {
  std::string path;
  Quanta quanta = 0;
  Where where;
};

struct ForEach;

struct Effects {
  std::vector<Set> sets;
  std::vector<Add> adds;
  std::vector<std::string> signals; // "input", "computer.unplugged"
  std::vector<Id> secures;          // evidence kinds of this entity
  std::vector<std::string> reveals; // cues, own or through a relation
  std::vector<ForEach> for_each;
  Where where; // of what has these effects; for findings
  bool empty() const { return sets.empty() && adds.empty() && signals.empty() && secures.empty() && reveals.empty() && for_each.empty(); }
};

// The same effects on every entity that has the trait and (if given) stands in the zone.
struct ForEach {
  Id trait, zone;
  Effects effects;
};

enum class Group : std::uint8_t { look, touch, ask, secure };

// What a person answers: the first whose condition holds. At most 25 words.
struct Answer {
  Id name;
  Condition when;
  Text text;
  Effects effects;
};

struct Verb {
  Id name;
  Group group = Group::look;
  Id icon;
  Text label; // two to four words: "Close the lid"
  Text log;   // the notebook's line once it is done; empty: the label
  base::Seconds takes = 0;
  std::vector<Id> tags;             // touch, isolates, removes-power, search …: doctrine knows only these
  std::vector<Id> with_traits;      // an instrument is needed that has one of these
  bool task = false;                // may be given to a person as a standing task ("task nok keep-awake …")
  bool learner = true;              // may be done by the learner
  Condition offered;                // reads cues as last seen and relations in plain sight
  Condition works;                  // reads the truth
  Condition throughout;             // must stay true while it runs, else it is cut short
  std::vector<Set> during;          // restored at the end unless an event changed them
  std::vector<std::string> signals; // given when it begins
  Effects effects;                  // when it is done
  Effects cut;                      // when it is cut short
  std::vector<Answer> answers;
  bool repeats = true; // false: offered only until done once
  Where where;
};

enum class Trigger : std::uint8_t { when, holds_for, on, at, every };

// A duration written as such, or the name of a setting.
struct Delay {
  base::Seconds seconds = 0;
  Id setting;
};

struct Event {
  Id name;
  Trigger trigger = Trigger::when;
  Condition condition;            // of when, while, every
  Delay delay;                    // of while…for, at, every
  std::vector<std::string> since; // signals that restart the delay
  std::vector<std::string> on;    // signals that trigger it
  Condition only_if;              // read when it would fire
  Id chance;                      // draw made when it fires: effects only if the outcome is "happens"
  std::vector<Weighted> odds;
  Effects effects;
  Where where;
};

struct EvidenceKind {
  Id name;
  Condition lives; // else what is held there is lost for good
  Condition open;  // reachable now
  Id key;          // another kind: a thing sealed here is not lost if that one was secured
  Where where;
};

// Something with a clock that the learner may come to know; it then stands beside the scene clock.
struct Deadline {
  Id name;
  Condition known; // reads cues as last seen and relations in plain sight
  Text label;      // "Locks after {auto-lock} idle": braces name a setting
  Id icon;
  Where where;
};

struct EntityModel {
  Id id;
  std::vector<Id> traits;
  Id icon;
  std::vector<StateVariable> state;
  std::vector<Setting> settings;
  std::vector<Relation> relations;
  std::vector<Id> joins; // of a link: names of its relations that a scenario must bind
  std::vector<Derived> derived;
  std::vector<Gauge> gauges;
  std::vector<Cue> cues;
  std::vector<Verb> verbs;
  std::vector<Event> events;
  std::vector<EvidenceKind> evidence;
  std::vector<Deadline> deadlines;
  Where where;
};

} // namespace firsthand::model
