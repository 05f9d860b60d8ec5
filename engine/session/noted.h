// Lines of the notebook by what they say, for who is asked to answer with one: what was seen, done or said, and of what. Kept while an
// attempt runs, and only where a step of the lesson asks so. Pure; no words, no times.
#pragma once

#include "engine/model/fact.h"
#include "engine/model/scenario.h"

#include <compare>
#include <optional>
#include <vector>

namespace firsthand::session {

struct NotedLine {
  model::Symbol of = 0;   // the thing or person
  model::Symbol note = 0; // the cue, the verb or the topic
  model::Symbol is = 0;   // the value that was seen, the answer that was given; 0: an act, or a number that was read
  friend auto operator<=>(const NotedLine&, const NotedLine&) = default;
};

using NotedLines = std::vector<NotedLine>; // in order, each once

// What the fact writes into the notebook; nothing where it writes no such line.
std::optional<NotedLine> noted_line(const model::Scenario& scenario, const model::Symbols& symbols, const model::Fact& fact);

void note_line(NotedLines& lines, const NotedLine& line);
bool has_line(const NotedLines& lines, const NotedLine& line);

} // namespace firsthand::session
