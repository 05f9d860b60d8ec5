// What the ledger seals for each turn: an action, its facts and a digest as one line of restricted JSON; and replay, which
// computes all of it again. Words only: the numbers of a prepared scenario never leave the process.
//
// Every line:  "k" begin | branch | turn | sitting | end   "id" attempt   "t" turn   "at" milliseconds since 1970, UTC
//              "clock" what the computer's own clock said, where a person had stated another date (put in by app)
//              "ev" evidence after it, in points: [at stake, saved, reachable, out of reach, lost]; of engine rules 1 and 2 [at stake,
//              saved or within reach, lost] (not in a sitting; left out in the oldest lines)
//              "off" minutes that local time was ahead of UTC where the computer stood (put in by app; left out in the oldest lines)
//              "d" digest of the state after it, hex (not in a sitting)   "f" facts, in order (not in a sitting)
// begin, branch also: "who" person   "s" scenario   "rules" hash   "doc" doctrine   "ed" its edition   "law" overlay
//              "paper" of a test: [[item@version, [options as shown]] …]; left out if none. Beside it "role"
//              practice|baseline|final|delayed|refresher, "form" its letter, "try" which one, of a final (left out in the oldest lines),
//              "seen" letters of the forms that were seen before, oldest first; left out if none, and in older lines
//              "mode" practice|assessed   "ch" window|command-line|rehearsal   "sup" the number of the entry that opened the supervised
//              session, or none   "identity" of a supervised one: card|known|pin   "var" warm-up, daily, moment, or empty "n" number of the
//              attempt   "seed" hex   "eng" engine rules   "prog" program version   "pins" chance [[draw, outcome] …] "ws" workstation,
//              public id; left out if none   "cut" score per mille that passes (left out in the oldest lines) branch: "pid" parent attempt
//              "pt" the parent's turn that it goes on from
// begin, branch, sitting also: "lang" language   "shown" hash   "aids" display aids, words
// turn also:   "do" the action in words, without typed text   "x" commitments to typed texts, hex
// end also:    "why" a word
// what ended with a verdict also: "sum" what it came to, see sum.h (left out in the oldest lines)
//
// A fact:  "k" kind   "b" change it belongs to   "t" scene second   "e" entity   "n" name   "f" from   "v" to   "y" by
//          "c" cause   "o" origin   "p" second of the origin   "a" amount. What is empty or zero is left out, but not "k", "b", "t".
#pragma once

#include "engine/base/json_line.h"
#include "engine/session/session.h"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace firsthand::session {

enum class Channel : std::uint8_t { window, command_line, rehearsal };
const char* mode_word(Mode mode);
const char* channel_word(Channel channel);
std::optional<Mode> mode_of(std::string_view word);
std::optional<Channel> channel_of(std::string_view word);

constexpr const char* moment_variant =
    "moment"; // a branch to practise one step of another attempt from a moment of it, and over with the step
// A fact of the hand-in of a test: what the answer to the question in "e" was worth, per mille.
constexpr const char* item_worth = "test.worth";
constexpr const char* warm_up_variant = "warm-up"; // an attempt to try the program out; sealed as any other, and told nowhere
constexpr const char* daily_variant = "daily";     // the questions of a day; likewise
inline bool is_told_nowhere(std::string_view variant) { return variant == warm_up_variant || variant == daily_variant; }

// How an attempt came about: read from its first line, or from the database's row of it.
struct Origin {
  bool signed_in = false, branch = false, chance_fixed = false, warm_up = false;
  Channel channel = Channel::window;
};
// May it count for the person, as practised or as passed? The only place that says so. Which of the two, the mode says.
bool counts(const Origin& origin);

// What an attempt rests on, fixed by its first entry.
struct Pins {
  std::string attempt; // id
  std::string person;  // opaque id; "" is a guest
  std::string scenario;
  crypto::Hash rules_hash;
  std::string doctrine, edition, law;
  Channel channel = Channel::window;
  std::string supervision, variant; // supervision: the number of the entry that opened the session, or "none"
  std::string identity;             // how who it is was established: see session::identity_words; empty: not supervised
  std::string workstation;          // public id
  int number = 1;                   // of the person's attempts at this scenario
  std::string program;
  int rules = engine_rules;
  Start start;        // mode, seed, chance
  std::string parent; // of a branch: the attempt, and its turn
  int parent_turn = 0;
};

// Scenario, doctrine, edition and rules hash come from the prepared scenario; the rest is the caller's.
Pins pins_of(const Prepared& prepared, const Start& start);

// May change between sessions of one attempt.
struct SessionEntry {
  std::string language;
  crypto::Hash shown_hash;
  std::vector<std::string> aids;
};

// Reading back. Errors: "record-line" with what is missing or wrong.
base::Result<Pins> pins_from(const base::Json& line);
base::Result<SessionEntry> session_entry_from(const base::Json& line);

base::Json fact_json(const model::Fact& fact, const model::Symbols& symbols);
// Errors: "record-line"; "unknown-word" if the table lacks a word. The second form takes every word.
base::Result<model::Fact> fact_from(const base::Json& json, const model::Symbols& symbols);
base::Result<model::Fact> fact_from(const base::Json& json, model::Symbols& symbols, std::nullptr_t take_every_word);

using Facts = std::vector<model::Fact>;

// The lines. `attempt` is the state after the turn. A commitment is the hex of ledger::commit_text.
base::Json begin_line(const Prepared& prepared, const Attempt& attempt, const Pins& pins, const SessionEntry& session_entry,
                      const Facts& facts, base::Moment at);
base::Json turn_line(const Prepared& prepared, const Attempt& attempt, std::string_view attempt_id, const Action& action,
                     const std::vector<std::string>& commitments, const Facts& facts, base::Moment at);
base::Json session_entry_line(Attempt& attempt, std::string_view attempt_id, const SessionEntry& session_entry,
                              base::Moment at); // takes a turn
base::Json end_line(const Prepared& prepared, const Attempt& attempt, std::string_view attempt_id, std::string_view why, const Facts& facts,
                    base::Moment at);

// A branch (practice): plays on from a state of another attempt, as turn 0 of its own.
Attempt branch(const Attempt& from, model::FactSink& sink);

struct Difference {
  int turn = 0;
  std::string what; // "facts", "digest", "refused stale-turn", "line": a sentence for a person
};

struct Replayed {
  Attempt attempt;                      // after the last turn that agreed
  std::vector<Facts> facts;             // one list a line
  std::optional<Difference> difference; // the first turn that differs; replaying stops there
};

// Hears each turn that agreed, in order, for who folds over them; may be null.
using AfterTurn = std::function<void(const Attempt& now, const Facts& facts)>;

// Computes a whole attempt again from its lines, the first of them first. For a branch `parent` is the state it goes on from.
// Errors: "record-line" (not an attempt's lines), "other-content" (the rules hash is not that of `prepared`).
base::Result<Replayed> replay(const Prepared& prepared, std::span<const base::Json> lines, const Attempt* parent = nullptr,
                              const AfterTurn& after_turn = nullptr);

} // namespace firsthand::session
