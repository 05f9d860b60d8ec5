// How much there is to read. A second-language reader manages some 100 words a minute, so the words on the way to a pass are
// counted: those of every step that the exemplar play enters, and of everything that is said, seen and written down on it.
#pragma once

#include "engine/content/content_library.h"
#include "engine/session/play.h"

namespace firsthand::content {

constexpr int most_words_on_path = 1100, words_a_minute = 100;

// Along a rehearsal: texts of the steps entered, log lines, answers, what was seen (each text once).
int words_on_path(const session::Prepared& prepared, const session::Rehearsal& rehearsal);

// Of the questions of a test, with what can be answered: in the form that has most, or where they are drawn in a draw of mean length.
int words_of_paper(const model::Test& test);

} // namespace firsthand::content
