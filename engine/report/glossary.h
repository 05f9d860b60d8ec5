// Which words of a lesson's glossary the learner has come across: the glossary grows with what is discovered. Whoever reads a word in
// it has met it before, on a screen, on a thing or in the own notebook.
#pragma once

#include "engine/report/notebook.h"

namespace firsthand::report {

// In any case, and as the beginning of a word: "Lamp" is there in "two lamps".
bool has_word(std::string_view text, std::string_view head);

// In the author's order; `offers`: what can be done now. They live as long as what was prepared.
std::vector<const model::GlossaryTerm*> words_met(const AttemptTimeline& timeline, const Notebook& notebook, const session::Offers& offers);

} // namespace firsthand::report
