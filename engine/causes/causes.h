// Why an item of evidence was not saved (whatever is worse), and why a rule was broken: computed, not guessed. An attempt is a machine that
// can be run again. So it is run again with one act changed; the recorded acts follow, what is then refused is left out and counted, and no
// step is left earlier than it was. What comes of it is compared with what came. Pure: same attempt, same answers, everywhere.
// Must not know texts, files, clocks, or how any of this is told.
#pragma once

#include "engine/session/session.h"

#include <optional>
#include <vector>

namespace firsthand::causes {

using model::Symbol;

struct Act {
  int turn = 0; // as the caller counts; handed back
  session::Action action;
};

// An attempt that is over, as it was played.
struct Record {
  session::Start start;
  std::vector<Act> acts;                 // those that were accepted, in order
  bool closed = false;                   // it was ended without a verdict
  std::vector<session::Action> good_way; // the acts of a play that shows a good way; may be empty
};

struct Bound {
  int replays = 2000; // of the whole attempt, to find what decided; until when it was possible takes a few more
};

// What went wrong: an item of evidence that was not saved, or a rule that was broken.
struct Mishap {
  enum class Kind : std::uint8_t { loss, rule };
  Kind kind = Kind::loss;
  Symbol entity = 0, item = 0;  // loss
  std::size_t rule = 0;         // index into the doctrine's rules …
  std::vector<Symbol> entities; // … and what it is about, as judging::Judgement has it
  friend bool operator==(const Mishap&, const Mishap&) = default;
};

enum class Answer : std::uint8_t {
  this_act,   // with one act changed it would not have come to it
  unforeseen, // the same, but nothing that could be seen by then spoke for it
  chance,     // no act changed would have averted it, and the same acts would have under another draw
  undecided   // not found within the bound, or no act alone and no draw decided it
};

enum class Change : std::uint8_t {
  left_out, // `act`, which was done in `turn`
  earlier,  // `act` comes before `turn`; it was done in `done_in`
  another,  // `act` comes before `turn`; it was offered then and never done after it
  good_way  // from `turn` on the good way was played instead; `act` is what was done there, and after it that was too late
};

// Of good_way: whether what was done there brought it about, or only took the time in which it came.
enum class Part : std::uint8_t { none, deed };

struct Cause {
  Mishap of;
  Answer answer = Answer::undecided;
  // Of this_act and unforeseen:
  Change change = Change::left_out;
  session::Action act;
  int turn = -1;           // of Act::turn
  int done_in = -1;        // the same, of `earlier`
  base::Seconds at = 0;    // scene time before that turn
  base::Seconds from = 0;  // of `earlier` and `another`: the act would have done as well before each turn since then
  base::Seconds until = 0; // of all but `left_out`: the last moment at which it would still have done; never before `at`
  // What was done then, if that ended it. Nothing: time did, and it would have done at each moment since the act before.
  std::optional<session::Action> ended_by;
  int refused = 0;            // later acts of the record that could not be done then
  std::vector<Mishap> averts; // everything that would not have come about either, `of` among it
  Part part = Part::none;
  std::vector<session::Action> needs; // of good_way: what of it was needed, in order; empty: not looked for within the bound
  // What it needed had not been seen, and this look, which was offered before, would have shown it.
  std::optional<session::Action> look;
};

// What was written into a form or answered, where a rule about that was broken, and what the state of things made right there.
struct Written {
  Mishap of;
  int turn = -1;
  session::Entry entry;
};

struct Causes {
  std::vector<Cause> all; // of every loss, then of every broken rule
  std::vector<Written> written;
  std::vector<Mishap> never_due; // rules that were kept because nothing that was offered at any moment would have broken them
  int replays = 0;
};

const Cause* cause_of_item(const Causes& causes, Symbol entity, Symbol item);
const Cause* cause_of_rule(const Causes& causes, std::size_t rule, const std::vector<Symbol>& entities);
// What would have averted it, in order: the act that is named, or what of the good way was needed. Empty: a deed would have to be left out.
std::vector<session::Action> remedy_of(const Cause& cause);
// How near a broken rule is to what lost something: both are averted by leaving out one deed, or by one act. The smaller the nearer;
// nothing: the two have nothing to do with each other.
std::optional<int> distance(const Cause& loss, const Cause& rule);
const Written* written_against(const Causes& causes, std::size_t rule, const std::vector<Symbol>& entities);

// Nothing if the record does not play as it did: it was made by other rules.
std::optional<Causes> causes_of(const session::Prepared& prepared, const Record& record, Bound bound = {});

} // namespace firsthand::causes
