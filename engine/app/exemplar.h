// A good way beside the learner's: the scenario's exemplar play under the learner's doctrine and with the learner's luck. Shown in
// practice only, and only where it holds under those.
#pragma once

#include "engine/app/attempt_session.h"
#include "engine/session/play.h"

namespace firsthand::app {

struct Exemplar {
  session::Attempt attempt;         // at its end
  report::AttemptTimeline timeline; // refers to the session's content: the session must outlive it
};

// Nothing: an assessment, no exemplar, or one that does not pass here.
std::optional<Exemplar> exemplar_beside(const AttemptSession& session);

} // namespace firsthand::app
