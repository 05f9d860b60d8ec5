// The verdict in words, and what was lost and saved. Pure.
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

using report::ItemOutcome;

// It is over with the step that it was to practise, and what comes after was not played.
bool is_cut_short(const Teller& t) {
  return t.source.moment && t.source.debrief.ending == session::Ending::closed && !t.source.interrupted;
}

namespace {

bool has_score(const Teller& t) {
  const judging::Score& score = t.source.debrief.score;
  return t.source.debrief.ending != session::Ending::closed && score.rules_all + score.steps_all > 0 && !t.source.warm_up &&
         t.source.timeline.prepared.rule_set.doctrine().cut_per_mille > 0;
}

std::string verdict_words(const Teller& t) {
  const report::Debrief& debrief = t.source.debrief;
  const bool passed = debrief.ending == session::Ending::passed;
  if (is_cut_short(t)) return t.tr("You practised this moment");
  if (debrief.ending == session::Ending::closed) return t.tr("Ended early");
  if (!has_score(t)) return t.tr("You played it to the end");
  if (debrief.mode == session::Mode::assessed) return passed ? t.tr("Passed") : t.tr("Not passed");
  return passed ? t.tr("This would pass") : t.tr("Not yet");
}

Meaning meaning_of(const Teller& t) {
  if (t.source.debrief.ending == session::Ending::closed) return Meaning::warn;
  if (!has_score(t)) return Meaning::accent;
  return t.source.debrief.ending == session::Ending::passed ? Meaning::ok : Meaning::loss;
}

bool is_fatal(const report::JudgedRule& judged) { return judged.rule->severity == model::Severity::fatal; }

std::string fatal_words(const Teller& t) {
  if (!has_score(t)) return {};
  const auto& broken = t.source.debrief.broken;
  const auto count = std::count_if(broken.begin(), broken.end(), is_fatal);
  if (count == 0) return {};
  return count == 1 ? t.tr("1 fatal error") : t.tr("{n} fatal errors", {{"n", std::to_string(count)}});
}

// What came of the step alone: the rest of the lesson was not played.
std::string moment_words(const Teller& t) {
  const auto& items = t.source.debrief.items;
  const bool lost = std::any_of(items.begin(), items.end(), [](const ItemOutcome& item) { return item.at != base::never; });
  return joined({lost ? std::string() : t.tr("Nothing was lost up to the end of it."), t.tr("It was practice, and does not count.")}, " ");
}

// The points, what no points make up for, and whether it counts.
std::string verdict_line(const Teller& t) {
  if (is_cut_short(t)) return moment_words(t);
  if (t.source.debrief.ending == session::Ending::closed)
    return t.source.interrupted ? t.tr("The program changed since, and closed the attempt. There is no score.")
                                : t.tr("You stopped before the end. There is no score.");
  if (t.source.warm_up) return t.tr("This was to try the program out. It counts nowhere.");
  if (!has_score(t)) return t.tr("Nothing in it is graded.");
  std::vector<std::string> all{points_words(t)};
  const std::vector<std::string> gates = gates_against(t);
  if (!gates.empty()) all.push_back(gates.front()); // all of them stand on page two
  if (t.source.branch) all.push_back(t.tr("It was played on from a moment, and does not count."));
  return joined(all, " ");
}

bool was_never_found(const ItemOutcome& item) { return item.fate == session::Fate::reachable && !item.found; }

void list_items(const Teller& t, DebriefState& state) {
  std::vector<std::string> names[4], not_found;
  for (const ItemOutcome& item : t.source.debrief.items)
    (was_never_found(item) ? not_found : names[static_cast<std::size_t>(item.fate)]).push_back(t.say(item.holding->name));
  const auto of = [&](session::Fate fate) { return joined(names[static_cast<std::size_t>(fate)], ", "); };
  state.saved = of(session::Fate::saved);
  if (!is_cut_short(t)) state.not_secured = of(session::Fate::reachable); // it could not be secured yet
  if (!is_cut_short(t)) state.not_found = joined(not_found, ", ");
  state.out_of_reach = of(session::Fate::out_of_reach);
  state.lost = of(session::Fate::lost);
}

} // namespace

std::string headline_of_item(const Teller& t, const ItemOutcome& item) {
  if (was_never_found(item)) return t.tr("Nobody found it: {item}", {{"item", t.say(item.holding->name)}});
  if (item.fate == session::Fate::reachable) return t.tr("Nobody secured it: {item}", {{"item", t.say(item.holding->name)}});
  const bool sealed = item.fate == session::Fate::out_of_reach && !item.holding->sealed.empty();
  return t.say(sealed ? item.holding->sealed : item.holding->lost);
}

namespace {

// Named where page one explains another rule.
std::string fatal_gate(const Teller& t) {
  const report::JudgedRule* told = explaining(t).told_rule();
  std::vector<std::string> others;
  for (const report::JudgedRule& judged : t.source.debrief.broken)
    if (is_fatal(judged) && &judged != told) others.push_back(t.say(judged.rule->title));
  return others.empty() ? t.tr("Points cannot make up for a fatal error.")
                        : t.tr("Points cannot make up for a fatal error: {rules}.", {{"rules", joined(others, "; ")}});
}

} // namespace

std::vector<std::string> gates_against(const Teller& t) {
  const judging::Score& score = t.source.debrief.score;
  const session::Prepared& prepared = t.source.timeline.prepared;
  std::vector<std::string> all;
  if (score.fatal) all.push_back(fatal_gate(t));
  if (!score.fatal && !score.losing_rules.empty())
    all.push_back(t.tr("Something was lost by an error of your own: {rule}. That cannot be made up by points.",
                       {{"rule", t.say(prepared.rule_set.doctrine().rules[score.losing_rules.front()].title)}}));
  std::vector<std::string> skills;
  for (std::size_t i = 0; i < prepared.scenario.competency_names.size(); ++i)
    if (std::find(score.not_shown.begin(), score.not_shown.end(), prepared.scenario.competencies[i]) != score.not_shown.end())
      skills.push_back(t.say(prepared.scenario.competency_names[i]));
  if (!skills.empty()) all.push_back(t.tr("No act of yours showed this: {competency}.", {{"competency", joined(skills, "; ")}}));
  return all;
}

std::vector<std::string> reasons_against(const Teller& t) {
  std::vector<std::string> all = gates_against(t);
  for (const report::WrongStep& wrong : t.source.debrief.wrong_steps)
    if (t.source.debrief.score.below_cut)
      all.push_back(
          t.tr("{step}: {n} of 100 for your answer.", {{"step", t.say(*wrong.title)}, {"n", std::to_string(wrong.per_mille / 10)}}));
  return all;
}

void tell_verdict(const Teller& t, DebriefState& state) {
  state.verdict = {verdict_words(t), fatal_words(t), verdict_line(t), meaning_of(t)};
  if (const ItemOutcome* item = t.source.debrief.headline; item && !(is_cut_short(t) && item->at == base::never))
    state.headline = headline_of_item(t, *item);
  list_items(t, state);
  if (has_score(t)) tell_costs(t, state);
}

} // namespace firsthand::screens::debrief
