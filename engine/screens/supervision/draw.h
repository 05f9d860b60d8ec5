// The two pages of a supervised session: its own, for the supervisor, and the one that asks before a test how it was established who sits
// there. They draw what they are given.
#pragma once

#include "engine/screens/supervision/state.h"
#include "engine/ui/frame.h"

namespace firsthand::screens {

SupervisionIntent draw_supervision(Frame& f, const SupervisionState& state, SupervisionMemory& memory);
IdentityIntent draw_identity(Frame& f, const IdentityState& state, bool& opened);

} // namespace firsthand::screens
