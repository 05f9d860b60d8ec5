// A play: a scripted attempt with expectations, one line each, in the grammar of actions. A value: reading it needs the
// scenario's words, rehearsing it is pure. Must not know files or the record.
//   chance ENTITY.DRAW OUTCOME            first lines only
//   ACTION                                see action.h
//   expect fact KIND [ENTITY.]NAME [KEY=VALUE …] [at 80 s]      happened so far; KEY: entity from to by cause origin amount
//   expect fact MODULE.NAME [ENTITY] [KEY=VALUE …] [at 80 s]    the same, of a module
//   expect seen ENTITY.CUE = VALUE        as the learner last saw it; a relation in plain sight, a number read, or "nothing"
//   expect refused CODE [ACTION]          that action is refused now; without ACTION: the action of the line before was
//   expect verdict passed|failed [fatal=RULE]
// Empty lines and what follows a # at the beginning of a line are skipped; so is a byte order mark at the beginning.
// What is wrong with a play are findings F1001 to F1014, at line and column; which file it is, the caller knows (Where::file 0).
#pragma once

#include "engine/model/finding.h"
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
  int number = 0;           // in the text, from 1
  std::uint32_t column = 1; // of its first sign, from 1
  std::string words;
  std::variant<Action, Expectation> content;
};

struct Play {
  std::vector<simulation::FixedDraw> chance;
  std::vector<PlayLine> lines;
};

struct PlayReading {
  Play play;
  model::Findings faults; // in the order of the lines, one a line; with any, do not rehearse
};

PlayReading parse_play(std::string_view text, const Prepared& prepared);

// A play that does the same: for `record --as play`. Typed texts are written if the actions still have them.
std::string play_text(const Prepared& prepared, const std::vector<simulation::FixedDraw>& chance, const std::vector<Action>& actions);

struct Rehearsal {
  struct Turn {
    int line = 0;
    Action action;
    std::vector<model::Fact> facts;
  };
  Attempt attempt;
  std::vector<model::Fact> first_facts; // of the beginning
  std::vector<Turn> turns;              // accepted actions
  model::Findings failed;               // the line that was refused or did not hold; nothing, or one
  int not_tried = 0;                    // lines after it
  judging::Score score;

  bool ok() const { return failed.empty(); }
};

// `start.chance` is replaced by the play's. Stops at the first line that fails: what comes after it would only fail with it.
Rehearsal rehearse(const Prepared& prepared, const Play& play, Start start = {});

} // namespace firsthand::session
