// See table.h.
#include "engine/proving/table.h"

#include <algorithm>

namespace firsthand::proving {

bool Row::any_kept() const {
  return std::any_of(plays.begin(), plays.end(), [](const Mark& mark) { return mark.kept; });
}
bool Row::any_broken() const {
  return std::any_of(plays.begin(), plays.end(), [](const Mark& mark) { return mark.broken; });
}

Mark mark_of(const Prepared& prepared, const Attempt& attempt, std::size_t rule) {
  Mark mark;
  for (const judging::Judgement& judged : prepared.rule_set.judgements(attempt.judgements)) {
    if (judged.rule != rule) continue;
    mark.kept = mark.kept || judged.verdict == judging::Verdict::kept;
    mark.broken = mark.broken || judged.verdict == judging::Verdict::broken;
  }
  return mark;
}

std::vector<std::size_t> rules_at_work(const Prepared& prepared) {
  const Player player(prepared);
  std::vector<std::size_t> rules;
  for (const judging::Judgement& judged : prepared.rule_set.judgements(player.attempt().judgements))
    if (std::find(rules.begin(), rules.end(), judged.rule) == rules.end()) rules.push_back(judged.rule);
  return rules;
}

Table table_of(const Prepared& prepared, const std::vector<NamedPlay>& plays) {
  Table table;
  for (const std::size_t rule : rules_at_work(prepared))
    table.rows.push_back({rule, {}});
  for (const NamedPlay& play : plays) {
    Player player(prepared, play.chance);
    player.follow(play.acts);
    table.plays.push_back(play.name);
    for (Row& row : table.rows)
      row.plays.push_back(mark_of(prepared, player.attempt(), row.rule));
  }
  return table;
}

} // namespace firsthand::proving
