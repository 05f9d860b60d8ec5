// See act_detail.h.
#include "engine/report/act_detail.h"

#include <algorithm>
#include <limits>

namespace firsthand::report {

namespace {

using session::NotedLine;

bool would_do(const session::Prepared& prepared, const model::EntityUse& thing, const model::Verb& verb) {
  const std::vector<model::Id>& traits = prepared.scenario.model_of(thing).traits;
  return std::any_of(verb.with_traits.begin(), verb.with_traits.end(),
                     [&](const model::Id& trait) { return std::find(traits.begin(), traits.end(), trait) != traits.end(); });
}

std::optional<NotedLine> line_of(const session::Prepared& prepared, const session::Action& action) {
  for (const session::Prepared::Step& step : prepared.steps)
    if (step.id == action.step) return step.module->read_out(*step.spec, action);
  return std::nullopt;
}

// Each once, in the order in which they were read.
std::vector<std::int64_t> numbers_read(const AttemptTimeline& timeline, const NotedLine& line, int before) {
  std::vector<std::int64_t> numbers;
  for (const Turn& turn : timeline.turns)
    for (const model::Fact& fact : turn.facts) {
      const bool of_it = fact.kind == model::FactKind::seen && fact.entity == line.of && fact.name == line.note;
      if (!of_it || turn.number == 0 || turn.number >= before) continue;
      if (std::find(numbers.begin(), numbers.end(), fact.amount) == numbers.end()) numbers.push_back(fact.amount);
    }
  return numbers;
}

const model::Text* text_of(const session::Prepared& prepared, const NotedLine& line) {
  if (line.is != 0)
    if (const model::Text* said = said_by(prepared, line.of, line.note, line.is)) return said;
  if (const model::Verb* verb = verb_of(prepared, line.of, line.note)) return verb->log.empty() ? &verb->label : &verb->log;
  return cue_words(prepared, line.of, line.note, line.is);
}

std::optional<ReadOut> read_out(const AttemptTimeline& timeline, const session::Action& action, int before) {
  const auto line = line_of(timeline.prepared, action);
  if (!line) return std::nullopt;
  ReadOut read{name_of(timeline.prepared, line->of), text_of(timeline.prepared, *line), {}};
  if (!read.name || !read.text) return std::nullopt;
  const model::Cue* cue = cue_of(timeline.prepared, line->of, line->note);
  if (cue && !cue->reads.empty()) read.numbers = numbers_read(timeline, *line, before);
  return read;
}

bool is_done_by(const session::Prepared& prepared, const session::Action& action, const model::Fact& deed) {
  return action.kind == session::Action::Kind::act && deed.by == prepared.words.learner && deed.entity == action.entity &&
         deed.name == action.verb;
}

} // namespace

const model::Text* instrument_of(const session::Prepared& prepared, Symbol entity, Symbol verb, Symbol with) {
  const model::Verb* known = with == 0 ? nullptr : verb_of(prepared, entity, verb);
  if (!known) return nullptr;
  const auto others = [&](const model::EntityUse& thing) {
    const Symbol symbol = prepared.symbols.find(thing.id);
    return symbol != with && symbol != entity && would_do(prepared, thing, *known);
  };
  const auto& things = prepared.scenario.entities;
  return std::any_of(things.begin(), things.end(), others) ? name_of(prepared, with) : nullptr;
}

ActDetail detail_of(const AttemptTimeline& timeline, const session::Action& action) {
  return {instrument_of(timeline.prepared, action.entity, action.verb, action.with),
          read_out(timeline, action, std::numeric_limits<int>::max())};
}

ActDetail detail_of(const AttemptTimeline& timeline, const Turn& turn, const model::Fact& deed) {
  ActDetail detail{instrument_of(timeline.prepared, deed.entity, deed.name, deed.to), std::nullopt};
  if (turn.action && is_done_by(timeline.prepared, *turn.action, deed)) detail.read = read_out(timeline, *turn.action, turn.number);
  return detail;
}

} // namespace firsthand::report
