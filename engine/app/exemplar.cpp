// Replaying the exemplar with the learner's draws.
#include "engine/app/exemplar.h"

#include "engine/session/evidence.h"

#include <fmt/format.h>

#include <tuple>

namespace firsthand::app {

namespace {

std::optional<session::Play> exemplar_play(const content::Content& content) {
  const session::Prepared& prepared = content.prepared();
  const std::string folder(reading::folder_of(content.path()));
  const std::string* text = content.file(fmt::format("{}plays/{}.play", folder, prepared.scenario.exemplar));
  if (!text) return std::nullopt;
  session::PlayReading reading = session::parse_play(*text, prepared);
  if (!reading.faults.empty()) return std::nullopt;
  return std::move(reading.play);
}

// Its acts alone: what it expects of chance need not hold with another's luck.
session::Play acts_of(session::Play play, const std::vector<simulation::FixedDraw>& chance) {
  std::erase_if(play.lines, [](const session::PlayLine& line) { return !std::holds_alternative<session::Action>(line.content); });
  play.chance = chance;
  return play;
}

} // namespace

std::vector<session::Action> exemplar_acts(const content::Content& content) {
  std::vector<session::Action> acts;
  const auto play = exemplar_play(content);
  if (!play) return acts;
  for (const session::PlayLine& line : play->lines)
    if (const auto* action = std::get_if<session::Action>(&line.content)) acts.push_back(*action);
  return acts;
}

std::optional<Exemplar> exemplar_beside(const AttemptSession& session) {
  const session::Prepared& prepared = session.prepared();
  auto play = exemplar_play(session.content());
  if (!play || session.pins().start.mode != session::Mode::practice) return std::nullopt;
  const auto& start = session.pins().start;
  session::Rehearsal rehearsal = session::rehearse(prepared, acts_of(std::move(*play), start.chance), start);
  if (!rehearsal.ok() || rehearsal.attempt.ending == session::Ending::open) return std::nullopt;
  Exemplar exemplar{std::move(rehearsal.attempt), {prepared, {}}};
  exemplar.timeline.turns.push_back({0, std::move(rehearsal.first_facts), ""});
  for (session::Rehearsal::Turn& turn : rehearsal.turns)
    exemplar.timeline.turns.push_back({static_cast<int>(exemplar.timeline.turns.size()), std::move(turn.facts), turn.action.text});
  return exemplar;
}

bool ends_better(const session::Prepared& prepared, const session::Attempt& one, const session::Attempt& other) {
  const auto worth = [&](const session::Attempt& attempt) {
    return std::tuple(attempt.ending == session::Ending::passed, session::evidence_of(prepared, attempt).saved,
                      session::score(prepared, attempt).per_mille);
  };
  return worth(one) > worth(other);
}

BestRoute best_route(const AttemptSession& session) {
  auto exemplar = exemplar_beside(session);
  if (!exemplar) return {std::nullopt, NoExemplar::none};
  if (!ends_better(session.prepared(), exemplar->attempt, session.attempt())) return {std::nullopt, NoExemplar::no_better};
  return {std::move(exemplar), NoExemplar::none};
}

} // namespace firsthand::app
