// See noted.h.
#include "engine/session/noted.h"

#include <algorithm>

namespace firsthand::session {

namespace {

// A cue whose value has no words is silent: nothing is written down.
bool says_something(const model::Scenario& scenario, const model::Symbols& symbols, const model::Fact& fact) {
  const model::EntityUse* use = scenario.entity(symbols.word(fact.entity));
  if (!use) return false;
  for (const model::Cue& cue : scenario.model_of(*use).cues) {
    if (cue.name != symbols.word(fact.name)) continue;
    const auto words = cue.says.find(cue.reads.empty() ? symbols.word(fact.to) : "value");
    return words != cue.says.end() && !words->second.empty();
  }
  return false;
}

} // namespace

std::optional<NotedLine> noted_line(const model::Scenario& scenario, const model::Symbols& symbols, const model::Fact& fact) {
  if (fact.kind == model::FactKind::done) return NotedLine{fact.entity, fact.name, 0};
  const bool told = fact.kind == model::FactKind::said || (fact.kind == model::FactKind::seen && says_something(scenario, symbols, fact));
  return told ? std::optional(NotedLine{fact.entity, fact.name, fact.to}) : std::nullopt;
}

void note_line(NotedLines& lines, const NotedLine& line) {
  const auto at = std::lower_bound(lines.begin(), lines.end(), line);
  if (at == lines.end() || *at != line) lines.insert(at, line);
}

bool has_line(const NotedLines& lines, const NotedLine& line) { return std::binary_search(lines.begin(), lines.end(), line); }

} // namespace firsthand::session
