// The debrief: page one says in at most 150 words whether it was passed, why, what to do instead, whose rule says so, what was done well
// and what can be asked, beside a table of what cost points; page two tells everything. The state is words, put together by a pure
// function; drawing reads it and returns an intent. Must not know storage, sessions or any kind of step.
#pragma once

#include "engine/screens/debrief/state.h"

namespace firsthand::screens {

DebriefState debrief_state(const DebriefSource& source);
int words_on_page_one(const DebriefState& state); // spaces count; for the limit of 150; without the table

// What the two futures are about: why the gravest loss came about, else the rule that page one explains. Null: it is not known.
const causes::Cause* debrief_cause(const report::AttemptTimeline& timeline, const report::Debrief& debrief, const causes::Causes& causes);
DebriefPoint debrief_moment(const report::AttemptTimeline& timeline, const report::Debrief& debrief,
                            const causes::Causes* causes = nullptr);
// Nothing: no act decided anything, or it was an assessment.
std::optional<DebriefPracticeFrom> debrief_practice(const report::AttemptTimeline& timeline, const report::Debrief& debrief,
                                                    const causes::Causes* causes);
// What the scene looked like then: the attempt as it stood after that turn. Empty if no step so far shows a picture.
// How it stood at that moment: `before` is the state before the turn, `after` the one after it. What happened while nobody acted is seen
// when it happened; what happened in an act, at its end.
session::Attempt debrief_state_at(const report::AttemptTimeline& timeline, const DebriefPoint& point, const session::Attempt& before,
                                  const session::Attempt& after);
Shot debrief_shot(const session::Prepared& prepared, const session::Attempt& then, model::Symbol entity, const StepViews& views,
                  const content::Words& words);

// Both runs as they stood at the moment that is chosen.
void show_futures(DebriefState& state, const FutureMemory& memory, const causes::Futures& futures, const session::Prepared& prepared,
                  const StepViews& views, const content::Words& words);

DebriefIntent draw_debrief(Frame& f, const DebriefState& state, DebriefMemory& memory);

} // namespace firsthand::screens
