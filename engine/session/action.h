// What the learner did, in the one grammar that plays, `drive` lines and stored records share:
//   do STEP VERB [ENTITY] [with ENTITY] [KEY=VALUE …]      (KEY may stand more than once)
//   do STEP note text="…"
//   task PERSON VERB ENTITY
//   wait 30 s
//   go on
// Words are symbols of the prepared scenario; a word that the content does not know cannot become an action.
#pragma once

#include "engine/base/result.h"
#include "engine/model/symbols.h"

#include "engine/base/moment.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firsthand::session {

using model::Symbol;

struct Action {
  enum class Kind : std::uint8_t { act, task, wait, note, go_on };
  Kind kind = Kind::act;
  Symbol step = 0, verb = 0, entity = 0, with = 0;
  Symbol by = 0;                                 // task: whose
  base::Seconds seconds = 0;                     // wait
  std::vector<std::pair<Symbol, Symbol>> values; // act: KEY=VALUE
  std::string text;                              // note: what was typed; never in a hashed line
  friend bool operator==(const Action&, const Action&) = default;
};

// What is wrong with a line, and where: for whoever shows the line with a mark under it.
struct LineFault {
  enum class Kind : std::uint8_t { grammar, unknown_word, look_alike };
  Kind kind = Kind::grammar;
  std::size_t at = 0;     // byte in the line
  std::string found;      // the word that stands there, empty at the end of the line; of a look-alike its name
  std::string wanted;     // what may stand there; of an unknown word what it should be ("a step")
  std::string suggestion; // the word that was probably meant, or empty
};

// Errors: "unknown-word" (with the word and a suggestion), "grammar" (what was expected). `fault`, if given, says more.
base::Result<Action> parse_action(std::string_view line, const model::Symbols& symbols, LineFault* fault = nullptr);

// The first sign that looks like another one or like nothing (a no-break space, a typographic quote), outside of quotes.
std::optional<LineFault> look_alike(std::string_view line);
std::string action_words(const Action& action, const model::Symbols& symbols); // parse_action gives the action back

} // namespace firsthand::session
