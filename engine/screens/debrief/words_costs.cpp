// What cost how many points, in words; it adds up to the score. And the moment that is worth practising. Pure.
#include "engine/screens/debrief/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

constexpr std::size_t rows_on_page_one = 4;
constexpr base::Seconds practised_before = 75; // the middle of 60 to 90 seconds

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

namespace {

// The turn before which it would have had to be otherwise; -1: no act decided anything.
int deciding_turn(const Teller& t) {
  const causes::Cause* cause = explaining(t).main_cause();
  if (cause && cause->answer == causes::Answer::this_act) return cause->turn;
  const report::JudgedRule* told = explaining(t).told_rule();
  const bool deed = told && !was_left_undone(*told) && told->act.text;
  return deed && !t.source.debrief.headline ? told->act.turn : -1;
}

bool enters_step(const report::Turn& turn) {
  return std::any_of(turn.facts.begin(), turn.facts.end(),
                     [](const model::Fact& fact) { return fact.kind == model::FactKind::step_entered; });
}

// Of the turns of that step before it, the one whose end lies nearest to a minute and a quarter before the act.
int turn_to_begin_from(const report::AttemptTimeline& timeline, int deciding) {
  const base::Seconds at = time_of_turn(timeline, deciding - 1);
  const auto off = [&](int turn) { return std::abs(at - time_of_turn(timeline, turn) - practised_before); };
  int best = deciding - 1;
  for (int turn = deciding - 1; turn >= 0; --turn) {
    if (off(turn) <= off(best)) best = turn;
    if (enters_step(timeline.turns[static_cast<std::size_t>(turn)])) break;
  }
  return best;
}

} // namespace

DebriefPractice practice_of(const Teller& t) {
  if (is_cut_short(t)) return {*t.source.moment, t.tr("Practise it again")};
  const int deciding = deciding_turn(t);
  if (deciding < 1 || t.source.debrief.mode == session::Mode::assessed || t.source.warm_up) return {};
  const int turn = turn_to_begin_from(t.source.timeline, deciding);
  const base::Seconds before = time_of_turn(t.source.timeline, deciding) - time_of_turn(t.source.timeline, turn);
  if (before < 10 || before > 120) return {turn, t.tr("Practise this moment")};
  return {turn, t.tr("Practise this moment, {duration}", {{"duration", duration_text(t.source.words, before)}})};
}

} // namespace firsthand::screens::debrief
