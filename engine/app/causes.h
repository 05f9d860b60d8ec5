// Why things went wrong in an attempt that is over: what the room of causes needs of it, as copies, so that the computing may be done
// on another thread than that of the frames.
#pragma once

#include "engine/app/attempt_session.h"
#include "engine/causes/causes.h"

namespace firsthand::app {

// The work itself, on whatever thread. The attempt must be over. Null: it does not play as it did, nothing can be told.
std::function<std::shared_ptr<const causes::Causes>()> work_out_causes(const AttemptSession& session);

} // namespace firsthand::app
