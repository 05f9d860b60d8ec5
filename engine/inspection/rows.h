// What the author's inspector shows of one moment, as rows of words: true state beside what was seen, what flows, what falls due,
// what was drawn, how far each rule is, and the facts with their causes. In English, for authors; words of the content as they
// wrote them. Knows no window. The one place above the session that tells the whole truth of a scene.
#pragma once

#include "engine/inspection/past.h"

#include <string>
#include <vector>

namespace firsthand::inspection {

enum class Sight : std::uint8_t { same, unlike, unseen, no_such }; // no_such: nothing of it can be seen as such

struct Value {
  std::string kind, name; // kind: state, setting, derived, relation, gauge, cue, evidence
  std::string truth, seen;
  Sight sight = Sight::no_such;
  std::string why;   // what makes it so: the case that holds, the rate, the condition that it lives by
  std::string place; // "library/devices/x.yaml:12"
};

struct Thing {
  std::string id, name, model; // name: as the lesson shows it now
  std::vector<Value> values;
  int unlike = 0, unseen = 0; // values that are not as they were seen; that nobody has looked at
};

// ", 1 not as seen, 3 never looked at"; "" if all is as it was seen
std::string seen_words(const Thing& thing);

struct Timer {
  std::string thing, event, due, armed_by, runs_while, place; // due: see until_words; "" if it is not armed, armed_by as well
};

struct Draw {
  std::string thing, name, when, given; // when: "at the start", "2 times"; given: "leaks", "leaks, tight"
  std::string others;                   // what else it could have given, and how often of a hundred
  std::string next;                     // what it gives the next time; "" if there is none
};

struct Ruling {
  std::string id, title, about, gravity, state; // state: kept, broken, open, not applicable, excused
  std::string why;                              // what keeps it open, what it waits for, or which act decided it
  std::string place;
};

struct FactRow {
  std::string at, what, by, cause, place; // cause: "by the verb close-lid", "by the event auto-lock, armed at 00:10 by touch"
  bool loss = false;
};

struct TurnRow {
  std::size_t moment = 0; // index into Past::moments
  std::string at, act;
  std::vector<FactRow> facts;
};

struct Rows {
  std::string head; // "turn 4 of 7, 02:10, step scene (2 of 6), open"
  std::vector<Thing> things;
  std::vector<Timer> timers;
  std::vector<Draw> draws;
  std::vector<Ruling> rules;
  std::vector<TurnRow> turns; // newest first; all, whatever the moment
};

Rows rows_of(const Past& past, std::size_t moment);

// The acts that could be done at the newest moment, a line each.
std::vector<std::string> offered_lines(const Past& past);

// Whether a row with these words is shown under a filter: all words of it occur somewhere, in any case.
bool passes(std::string_view filter, std::initializer_list<std::string_view> words);

} // namespace firsthand::inspection
