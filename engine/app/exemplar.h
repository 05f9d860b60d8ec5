// A good way beside the learner's: the scenario's exemplar play under the learner's doctrine and with the learner's luck. Where that luck
// spoils it, the learner's own run with the one act changed that would have been better. Shown in practice only, and only where
// it ends better; else the reason is said.
#pragma once

#include "engine/app/attempt_session.h"
#include "engine/causes/futures.h"
#include "engine/session/play.h"

namespace firsthand::app {

struct Exemplar {
  session::Attempt attempt;         // at its end
  report::AttemptTimeline timeline; // refers to the session's content: the session must outlive it
};

enum class NoExemplar : std::uint8_t {
  none,     // an assessment, or the lesson has none
  cannot,   // it cannot be played to its end with this luck
  no_better // the learner's own way ended as well, or better
};

struct BestRoute {
  std::optional<Exemplar> exemplar; // ends better than the attempt did
  NoExemplar why_not = NoExemplar::none;
  bool is_own_run = false; // with one act changed
};
// `futures`: of the attempt, if they are known.
BestRoute best_route(const AttemptSession& session, const causes::Futures* futures = nullptr);

// Nothing: an assessment, no exemplar, or one that cannot be played here.
std::optional<Exemplar> exemplar_beside(const AttemptSession& session);
// Passed before not passed, then what was saved, then the points.
bool ends_better(const session::Prepared& prepared, const session::Attempt& one, const session::Attempt& other);

std::vector<session::Action> exemplar_acts(const content::Content& content); // none: there is no such play

} // namespace firsthand::app
