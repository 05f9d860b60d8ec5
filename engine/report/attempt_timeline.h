// An attempt as its facts tell it, turn by turn, with the words that the content has for them. Everything in this room is a
// fold over an AttemptTimeline. Must not know windows, languages or files: texts are handed on untranslated, with their paths.
#pragma once

#include "engine/session/session.h"

#include <optional>
#include <string>
#include <vector>

namespace firsthand::report {

using model::Symbol;

struct Turn {
  int number = 0; // 0 is the beginning
  std::vector<model::Fact> facts;
  std::string note;                              // what the learner typed, if this turn was a note; empty once erased
  std::optional<base::Moment> at = std::nullopt; // of the entry; nothing: it is in no record, or in that of the attempt branched from
  std::optional<session::Action> action = std::nullopt; // what it was; nothing: the beginning, or no act
};

struct AttemptTimeline {
  const session::Prepared& prepared; // must outlive the timeline
  std::vector<Turn> turns;
};

// The content's words for a symbol. Null or empty where there are none.
const model::EntityUse* entity_of(const session::Prepared& prepared, Symbol entity);
const model::Verb* verb_of(const session::Prepared& prepared, Symbol entity, Symbol verb);
const model::Cue* cue_of(const session::Prepared& prepared, Symbol entity, Symbol cue);
const model::Text* name_of(const session::Prepared& prepared, Symbol entity);
const model::Text* said_by(const session::Prepared& prepared, Symbol entity, Symbol topic, Symbol answer);
// What a cue's value says; for a cue that reads a gauge the text with {value} in it. Null if nothing is said of it.
const model::Text* cue_words(const session::Prepared& prepared, Symbol entity, Symbol cue, Symbol value);
bool has_tag(const model::Verb& verb, std::string_view tag);

// The turn in which this very fact stands; -1 if none.
int turn_of(const AttemptTimeline& timeline, const model::Fact& fact);
base::Seconds duration_of(const AttemptTimeline& timeline);              // scene time of the last fact
std::optional<std::int64_t> minutes_of(const AttemptTimeline& timeline); // at the keyboard, of its own turns; nothing: it is in no record

} // namespace firsthand::report
