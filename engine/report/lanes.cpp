// The timeline: one lane an exhibit, one for equipment, one for people. Acts are discs, what was seen to happen is a diamond, a loss a
// square.
#include "engine/report/debrief.h"

#include <algorithm>

namespace firsthand::report {

namespace {

using model::Fact;
using model::FactKind;

// Nothing that was done is without a lane.
Lane* lane_for(std::vector<Lane>& lanes, const AttemptTimeline& timeline, Symbol entity) {
  const model::EntityUse* use = entity_of(timeline.prepared, entity);
  if (!use) return nullptr;
  const Lane::Of of = use->kind == model::EntityKind::exhibit  ? Lane::Of::exhibit
                      : use->kind == model::EntityKind::person ? Lane::Of::people
                                                               : Lane::Of::equipment;
  for (Lane& lane : lanes)
    if (lane.of == of && (of != Lane::Of::exhibit || lane.entity == entity)) return &lane;
  return nullptr;
}

std::optional<Mark> mark_of(const AttemptTimeline& timeline, const Turn& turn, const Fact& fact) {
  Mark mark;
  mark.at = fact.at;
  mark.turn = turn.number;
  mark.entity = fact.entity, mark.by = fact.by;
  if (fact.kind == FactKind::begun) {
    const model::Verb* verb = verb_of(timeline.prepared, fact.entity, fact.name);
    if (!verb) return std::nullopt;
    mark.text = &verb->label, mark.detail = detail_of(timeline, turn, fact);
    return mark;
  }
  if (fact.kind == FactKind::lost || fact.kind == FactKind::sealed) {
    mark.kind = Mark::Kind::loss;
    const model::EntityUse* use = entity_of(timeline.prepared, fact.entity);
    if (!use) return std::nullopt;
    for (const model::Holding& holding : use->holds)
      if (holding.id == timeline.prepared.symbols.word(fact.name)) mark.text = &holding.name;
    return mark.text ? std::optional(mark) : std::nullopt;
  }
  const bool happened = fact.kind == FactKind::seen && turn.number > 0 && fact.from != 0 && fact.from != fact.to;
  if (!happened) return std::nullopt;
  mark.kind = Mark::Kind::event;
  mark.text = cue_words(timeline.prepared, fact.entity, fact.name, fact.to);
  if (!mark.text) return std::nullopt;
  const model::Cue* cue = cue_of(timeline.prepared, fact.entity, fact.name);
  if (cue && !cue->reads.empty()) mark.number = fact.amount;
  return mark;
}

// Sound until something is lost or sealed; lost from there, changed if it was opened again.
void stretch(Lane& lane, const AttemptTimeline& timeline, base::Seconds end) {
  Stretch current{Stretch::Kind::sound, 0, end};
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts) {
      if (fact.entity != lane.entity) continue;
      Stretch::Kind next = current.kind;
      if (fact.kind == FactKind::lost || fact.kind == FactKind::sealed) next = Stretch::Kind::lost;
      if (fact.kind == FactKind::opened && current.kind == Stretch::Kind::lost) next = Stretch::Kind::changed;
      if (next == current.kind) continue;
      current.to = fact.at;
      lane.stretches.push_back(current);
      current = {next, fact.at, end};
    }
  lane.stretches.push_back(current);
}

} // namespace

std::vector<Lane> lanes_of(const AttemptTimeline& timeline) {
  std::vector<Lane> lanes;
  for (const model::EntityUse& use : timeline.prepared.scenario.entities)
    if (use.kind == model::EntityKind::exhibit) {
      Lane lane;
      lane.entity = timeline.prepared.symbols.find(use.id);
      lane.number = use.number;
      lane.name = &use.name;
      lane.icon = timeline.prepared.scenario.model_of(use).icon;
      lanes.push_back(std::move(lane));
    }
  lanes.push_back({Lane::Of::equipment, 0, 0, nullptr, "bag", {}, {}});
  lanes.push_back({Lane::Of::people, 0, 0, nullptr, "people", {}, {}});
  for (const Turn& turn : timeline.turns)
    for (const Fact& fact : turn.facts) {
      Lane* lane = lane_for(lanes, timeline, fact.entity);
      auto mark = lane ? mark_of(timeline, turn, fact) : std::nullopt;
      if (mark) lane->marks.push_back(*mark);
    }
  for (Lane& lane : lanes)
    if (lane.entity != 0) stretch(lane, timeline, duration_of(timeline));
  return lanes;
}

} // namespace firsthand::report
