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
    exemplar.timeline.turns.push_back(
        {static_cast<int>(exemplar.timeline.turns.size()), std::move(turn.facts), turn.action.text, std::nullopt, turn.action});
  return exemplar;
}

bool ends_better(const session::Prepared& prepared, const session::Attempt& one, const session::Attempt& other) {
  const auto worth = [&](const session::Attempt& attempt) {
    return std::tuple(attempt.ending == session::Ending::passed, session::evidence_of(prepared, attempt).saved,
                      session::score(prepared, attempt).per_mille);
  };
  return worth(one) > worth(other);
}

namespace {

// What is counted here is turns, not those of the record.
Exemplar own_run_changed(const session::Prepared& prepared, const causes::Future& run) {
  Exemplar exemplar{run.back().after, {prepared, {}}};
  for (const causes::FutureTurn& turn : run)
    exemplar.timeline.turns.push_back({static_cast<int>(exemplar.timeline.turns.size()), turn.facts, "", std::nullopt, turn.act});
  return exemplar;
}

} // namespace

BestRoute best_route(const AttemptSession& session, const causes::Futures* futures) {
  const session::Prepared& prepared = session.prepared();
  if (session.pins().start.mode != session::Mode::practice || prepared.scenario.exemplar.empty()) return {};
  const auto is_better = [&](const session::Attempt& end) { return ends_better(prepared, end, session.attempt()); };
  auto exemplar = exemplar_beside(session);
  const NoExemplar why_not = exemplar ? NoExemplar::no_better : NoExemplar::cannot;
  if (exemplar && is_better(exemplar->attempt)) return {std::move(exemplar)};
  if (futures && !futures->other.empty() && is_better(futures->other.back().after))
    return {own_run_changed(prepared, futures->other), why_not, true};
  return {std::nullopt, why_not};
}

} // namespace firsthand::app
