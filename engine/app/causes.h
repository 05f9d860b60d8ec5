// Why things went wrong in an attempt that is over: what the room of causes needs of it, as copies, so that the computing may be done
// on another thread than that of the frames.
#pragma once

#include "engine/app/history.h"
#include "engine/causes/futures.h"

namespace firsthand::app {

// The work itself, on whatever thread. The attempt must be over. Null: it does not play as it did, nothing can be told.
std::function<std::shared_ptr<const causes::Causes>()> work_out_causes(const AttemptSession& session);
// The same for the run beside another one in which that cause is not; where there is none, beside `parent`, the attempt that it left, if
// that ended worse. Null: it does not play as it did.
std::function<std::shared_ptr<const causes::Futures>()> work_out_futures(const AttemptSession& session, const causes::Cause* cause,
                                                                         const History* parent = nullptr);

} // namespace firsthand::app
