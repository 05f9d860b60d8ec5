// Replaying the exemplar with the learner's draws.
#include "engine/app/exemplar.h"

#include <fmt/format.h>

namespace firsthand::app {

namespace {

// Its acts alone: what it expects of chance need not hold with another's luck.
session::Play acts_of(session::Play play, const std::vector<simulation::FixedDraw>& chance) {
  std::erase_if(play.lines, [](const session::PlayLine& line) { return !std::holds_alternative<session::Action>(line.content); });
  play.chance = chance;
  return play;
}

} // namespace

std::optional<Exemplar> exemplar_beside(const AttemptSession& session) {
  const session::Prepared& prepared = session.prepared();
  const std::string folder(reading::folder_of(session.content().path()));
  const std::string* text = session.content().file(fmt::format("{}plays/{}.play", folder, prepared.scenario.exemplar));
  if (!text || session.pins().start.mode != session::Mode::practice) return std::nullopt;
  session::PlayReading reading = session::parse_play(*text, prepared);
  if (!reading.faults.empty()) return std::nullopt;
  const auto& start = session.pins().start;
  session::Rehearsal rehearsal = session::rehearse(prepared, acts_of(std::move(reading.play), start.chance), start);
  if (!rehearsal.ok() || rehearsal.attempt.ending != session::Ending::passed) return std::nullopt;
  Exemplar exemplar{std::move(rehearsal.attempt), {prepared, {}}};
  exemplar.timeline.turns.push_back({0, std::move(rehearsal.first_facts), ""});
  for (session::Rehearsal::Turn& turn : rehearsal.turns)
    exemplar.timeline.turns.push_back({static_cast<int>(exemplar.timeline.turns.size()), std::move(turn.facts), turn.action.text});
  return exemplar;
}

} // namespace firsthand::app
