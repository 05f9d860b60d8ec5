// What cost how many points, in words; it adds up to the score. Pure.
#include "engine/screens/debrief/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

constexpr std::size_t rows_on_page_one = 4;

std::string minus(int points) { return fmt::format("−{}", points); }

bool is_alone(const Teller& t, const report::JudgedRule& judged) {
  const auto& broken = t.source.debrief.broken;
  return std::count_if(broken.begin(), broken.end(), [&](const auto& other) { return other.rule == judged.rule; }) == 1;
}

// Of what was broken with several things, with which.
std::string cost_name(const Teller& t, const report::CostRow& row) {
  if (row.step) return t.tr("Answer: {step}", {{"step", t.say(*row.step->title)}});
  const std::string title = t.say(row.rule->rule->title), about = things(t, *row.rule);
  return about.empty() || is_alone(t, *row.rule) ? title : fmt::format("{} ({})", title, about);
}

DebriefCost row_of(const Teller& t, const report::CostRow& row) {
  DebriefCost words;
  words.points = row.points > 0 ? minus(row.points) : t.tr("under 1");
  const base::Seconds at = row.rule ? broken_at(*row.rule) : row.step->at;
  if (at != base::never) words.time = t.clock(at);
  words.icon = row.step ? "question" : row.rule->act.handed_in ? "form" : "triangle";
  words.words = cost_name(t, row);
  return words;
}

DebriefCosts::Rest rest_after(const Teller& t, std::size_t shown) {
  const auto& costs = t.source.debrief.costs;
  int points = 0;
  for (std::size_t i = shown; i < costs.size(); ++i)
    points += costs[i].points;
  return {t.tr("{n} more, on page 2", {{"n", std::to_string(costs.size() - shown)}}), minus(points)};
}

} // namespace

void tell_costs(const Teller& t, DebriefState& state) {
  const report::Debrief& debrief = t.source.debrief;
  DebriefCosts& costs = state.costs;
  costs.title = t.tr("What cost points"), costs.unit = t.tr("of 100, rounded");
  costs.kept = t.tr("Points kept"), costs.kept_points = std::to_string(debrief.kept_points);
  for (const report::CostRow& row : debrief.costs)
    costs.rows.push_back(row_of(t, row));
  costs.first = costs.rows.size() <= rows_on_page_one ? costs.rows.size() : rows_on_page_one - 1;
  for (std::size_t shown = 0; shown < costs.rows.size(); ++shown)
    costs.rest.push_back(rest_after(t, shown));
}

} // namespace firsthand::screens::debrief
