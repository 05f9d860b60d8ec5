// Look-ups from symbols to the author's words.
#include "engine/report/attempt_timeline.h"

#include "engine/session/keyboard_time.h"

#include <algorithm>

namespace firsthand::report {

const model::EntityUse* entity_of(const session::Prepared& prepared, Symbol entity) {
  return entity == 0 ? nullptr : prepared.scenario.entity(prepared.symbols.word(entity));
}

namespace {
template<class Things> auto find_named(const Things& things, const std::string& name) -> decltype(&things.front()) {
  const auto found = std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.name == name; });
  return found == things.end() ? nullptr : &*found;
}
} // namespace

const model::Verb* verb_of(const session::Prepared& prepared, Symbol entity, Symbol verb) {
  const model::EntityUse* use = entity_of(prepared, entity);
  return use ? find_named(prepared.scenario.model_of(*use).verbs, prepared.symbols.word(verb)) : nullptr;
}

const model::Cue* cue_of(const session::Prepared& prepared, Symbol entity, Symbol cue) {
  const model::EntityUse* use = entity_of(prepared, entity);
  return use ? find_named(prepared.scenario.model_of(*use).cues, prepared.symbols.word(cue)) : nullptr;
}

const model::Text* name_of(const session::Prepared& prepared, Symbol entity) {
  const model::EntityUse* use = entity_of(prepared, entity);
  return use ? &use->name : nullptr;
}

const model::Text* said_by(const session::Prepared& prepared, Symbol entity, Symbol topic, Symbol answer) {
  const model::Verb* verb = verb_of(prepared, entity, topic);
  const model::Answer* found = verb ? find_named(verb->answers, prepared.symbols.word(answer)) : nullptr;
  return found ? &found->text : nullptr;
}

const model::Text* cue_words(const session::Prepared& prepared, Symbol entity, Symbol cue, Symbol value) {
  const model::Cue* found = cue_of(prepared, entity, cue);
  if (!found) return nullptr;
  const auto says = found->says.find(found->reads.empty() ? prepared.symbols.word(value) : "value");
  return says == found->says.end() || says->second.empty() ? nullptr : &says->second;
}

bool has_tag(const model::Verb& verb, std::string_view tag) {
  return std::find(verb.tags.begin(), verb.tags.end(), tag) != verb.tags.end();
}

int turn_of(const AttemptTimeline& timeline, const model::Fact& fact) {
  for (const Turn& turn : timeline.turns)
    if (std::find(turn.facts.begin(), turn.facts.end(), fact) != turn.facts.end()) return turn.number;
  return -1;
}

base::Seconds duration_of(const AttemptTimeline& timeline) {
  base::Seconds last = 0;
  for (const Turn& turn : timeline.turns)
    for (const model::Fact& fact : turn.facts)
      last = std::max(last, fact.at);
  return last;
}

std::optional<std::int64_t> minutes_of(const AttemptTimeline& timeline) {
  session::KeyboardTime time;
  bool recorded = false;
  for (const Turn& turn : timeline.turns)
    if (turn.at) time.entry(*turn.at), recorded = true;
  return recorded ? std::optional(time.minutes()) : std::nullopt;
}

} // namespace firsthand::report
