// See table.h.
#include "engine/proving/table.h"

#include "engine/proving/possible.h"

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

namespace {

std::vector<std::size_t> rules_about_something(const Prepared& prepared) {
  const Player player(prepared);
  std::vector<std::size_t> rules;
  for (const judging::Judgement& judged : prepared.rule_set.judgements(player.attempt().judgements))
    if (std::find(rules.begin(), rules.end(), judged.rule) == rules.end()) rules.push_back(judged.rule);
  return rules;
}

} // namespace

std::vector<std::size_t> rules_at_work(const Prepared& prepared) {
  const Possible possible(prepared);
  std::vector<std::size_t> rules = rules_about_something(prepared);
  std::erase_if(rules, [&](std::size_t rule) { return !possible.can_come_up(prepared.scenario.doctrine.rules[rule]); });
  return rules;
}

Table table_of(const Prepared& prepared, const std::vector<NamedPlay>& plays) {
  Table table;
  const Possible possible(prepared);
  for (const std::size_t rule : rules_about_something(prepared)) {
    if (possible.can_come_up(prepared.scenario.doctrine.rules[rule]))
      table.rows.push_back({rule, {}});
    else
      table.left_out.push_back(rule);
  }
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
