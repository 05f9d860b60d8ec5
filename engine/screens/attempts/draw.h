// The page of attempts: a trainer's PIN, the people of this computer, one person's attempts. Draws what it is given.
#pragma once

#include "engine/screens/attempts/state.h"
#include "engine/ui/box.h"

namespace firsthand::screens {

AttemptsIntent draw_attempts(Frame& f, const AttemptsState& state, AttemptsMemory& memory);
// A decision about a result; what was said in it is taken after it was drawn.
Box decision_box(Frame& f, const DecisionState& state, const content::Words& words, DecisionMemory& memory, DecisionIntent& out);
void take_decision(Frame& f, const DecisionState& state, DecisionMemory& memory, DecisionIntent& out);
Box questions_box(Frame& f, const QuestionsState& state, const content::Words& words); // how a test's questions are answered here

} // namespace firsthand::screens
