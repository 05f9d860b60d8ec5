// The words of the closed list of facts, as they stand in records, rules and plays.
#include "engine/model/fact.h"

#include <array>
#include <utility>

namespace firsthand::model {

namespace {
constexpr std::array<std::pair<FactKind, const char*>, 23> fact_words{{
    {FactKind::begun, "begun"},
    {FactKind::done, "done"},
    {FactKind::failed, "failed"},
    {FactKind::cut_short, "cut-short"},
    {FactKind::waited, "waited"},
    {FactKind::changed, "changed"},
    {FactKind::event, "event"},
    {FactKind::seen, "seen"},
    {FactKind::lost, "lost"},
    {FactKind::sealed, "sealed"},
    {FactKind::opened, "opened"},
    {FactKind::secured, "secured"},
    {FactKind::said, "said"},
    {FactKind::moved, "moved"},
    {FactKind::drawn, "drawn"},
    {FactKind::step_entered, "step-entered"},
    {FactKind::step_left, "step-left"},
    {FactKind::answered, "answered"},
    {FactKind::graded, "graded"},
    {FactKind::noted, "noted"},
    {FactKind::attempt_began, "attempt-began"},
    {FactKind::attempt_ended, "attempt-ended"},
    {FactKind::module, "module"},
}};
} // namespace

const char* fact_word(FactKind kind) {
  for (const auto& [known, word] : fact_words)
    if (known == kind) return word;
  return "";
}

bool fact_kind(std::string_view word, FactKind& kind) {
  for (const auto& [known, name] : fact_words) {
    if (word != name) continue;
    kind = known;
    return true;
  }
  return false;
}

} // namespace firsthand::model
