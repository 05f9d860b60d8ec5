// A play: a scripted attempt with expectations, one line each, in the grammar of actions. A value: reading it needs the
// scenario's words, rehearsing it is pure. Must not know files or the record.
//   chance ENTITY.DRAW OUTCOME            first lines only
//   ACTION                                see action.h
//   expect fact KIND [ENTITY.]NAME [KEY=VALUE …] [at 80 s]      happened so far; KEY: entity from to by cause origin amount
//   expect fact MODULE.NAME [ENTITY] [KEY=VALUE …] [at 80 s]    the same, of a module
//   expect seen ENTITY.CUE = VALUE        as the learner last saw it; a relation in plain sight, a number read, or "nothing"
//   expect refused CODE [ACTION]          that action is refused now; without ACTION: the action of the line before was
//   expect verdict passed|failed [fatal=RULE]
// Empty lines and what follows a # at the beginning of a line are skipped.
#pragma once

#include "engine/session/session.h"

#include <string>
#include <variant>

namespace firsthand::session {

struct FactWanted {
  model::Fact like;                         // what is not named is not compared
  std::vector<Symbol model::Fact::*> words; // the parts that are
  bool amount = false, at = false;
};

struct SeenWanted {
  Symbol entity = 0, name = 0;
  std::string value; // "nothing": never looked, or no such thing
};

struct RefusalWanted {
  std::string code;
  std::optional<Action> action; // none: the line before
};

struct VerdictWanted {
  bool passed = true;
  model::Id fatal; // this rule among those broken; empty: any
};

using Expectation = std::variant<FactWanted, SeenWanted, RefusalWanted, VerdictWanted>;

struct PlayLine {
  int number = 0; // in the text, from 1
  std::string words;
  std::variant<Action, Expectation> content;
};

struct Play {
  std::vector<simulation::Pin> chance;
  std::vector<PlayLine> lines;
};

struct PlayFault {
  int line = 0;
  std::string code, message;
};

struct PlayReading {
  Play play;
  std::vector<PlayFault> faults; // "grammar", "unknown-word", "unknown-draw", "chance-too-late"; with any, do not rehearse
};

PlayReading parse_play(std::string_view text, const Prepared& prepared);

// A play that does the same: for `record --as play`. Typed texts are written if the actions still have them.
std::string play_text(const Prepared& prepared, const std::vector<simulation::Pin>& chance, const std::vector<Action>& actions);

struct Rehearsal {
  struct Turn {
    int line = 0;
    Action action;
    std::vector<model::Fact> facts;
  };
  Attempt attempt;
  std::vector<model::Fact> first_facts; // of the beginning
  std::vector<Turn> turns;              // accepted actions
  std::vector<PlayFault> failed;        // "refused", or "expected": the message says what was found instead
  judging::Score score;

  bool ok() const { return failed.empty(); }
};

// `start.chance` is replaced by the play's. Goes on after a failure, so that one run tells everything.
Rehearsal rehearse(const Prepared& prepared, const Play& play, Start start = {});

} // namespace firsthand::session
