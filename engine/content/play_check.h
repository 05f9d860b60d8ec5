// One play read and rehearsed, and what is wrong with it as findings for its author: at most one a play, at the first line that
// cannot be read, is refused or does not hold. Shared by whoever checks content and whoever rehearses in a window.
#pragma once

#include "engine/session/play.h"

namespace firsthand::content {

constexpr std::size_t longest_play = 1u << 20; // bytes

struct PlayCheck {
  session::Play play;
  std::optional<session::Rehearsal> rehearsal; // nothing if it cannot be read
  model::Findings findings;                    // Where::file is 0
};
PlayCheck check_play(std::string_view text, const session::Prepared& prepared, const session::Start& start = {});

// What a play that shows a good way promises besides: it ends, it passes, it breaks no rule. `rehearsal` did not fail.
model::Findings exemplar_findings(const session::Prepared& prepared, const session::Rehearsal& rehearsal);

// Two findings of two plays of one lesson have one cause: the same step stands in the way, the same word is unknown.
std::string cause_of(const model::Finding& finding);

} // namespace firsthand::content
