// Which sound a turn makes: of what the person did or could see of it, and never of how good it was. Pure.
#pragma once

#include "engine/session/session.h"
#include "engine/ui/sounds.h"

#include <optional>
#include <span>

namespace firsthand::screens {

// Of the facts of one turn, by rank: that it is over, that the next step began, that somebody speaks or something changed by itself, that
// it did not work, and else what was done. Nothing that nobody saw, no verdict and no loss is heard.
std::optional<ui::Sound> sound_of(const session::Prepared& prepared, std::span<const model::Fact> facts);

} // namespace firsthand::screens
