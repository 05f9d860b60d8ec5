// The verdict in words, and what was lost and saved. Pure.
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

using report::ItemOutcome;

namespace {

bool passed(const report::Debrief& debrief) { return debrief.ending == session::Ending::passed; }

DebriefTag fate_tag(const Teller& t, session::Fate fate) {
  if (fate == session::Fate::lost) return {t.tr("Lost"), "cross", Meaning::loss};
  if (fate == session::Fate::out_of_reach) return {t.tr("Out of reach"), "padlock", Meaning::warn};
  return fate == session::Fate::reachable ? DebriefTag{t.tr("Not secured"), "triangle", Meaning::warn}
                                          : DebriefTag{t.tr("Saved"), "check", Meaning::ok};
}

// What became of the gravest of it, in its own words.
std::string headline_of_item(const Teller& t, const ItemOutcome& item) {
  if (item.fate == session::Fate::reachable) return t.tr("Nobody secured it: {item}", {{"item", t.say(item.holding->name)}});
  const bool sealed = item.fate == session::Fate::out_of_reach && !item.holding->sealed.empty();
  return t.say(sealed ? item.holding->sealed : item.holding->lost);
}

DebriefTag verdict_tag(const Teller& t) {
  const report::Debrief& debrief = t.source.debrief;
  if (debrief.ending == session::Ending::closed) return {t.tr("Ended early"), "stop", Meaning::warn};
  if (debrief.mode == session::Mode::assessed)
    return passed(debrief) ? DebriefTag{t.tr("Passed"), "check", Meaning::ok} : DebriefTag{t.tr("Not passed"), "cross", Meaning::loss};
  if (debrief.headline) return fate_tag(t, debrief.headline->fate);
  return passed(debrief) ? DebriefTag{t.tr("Saved"), "check", Meaning::ok} : DebriefTag{t.tr("At risk"), "triangle", Meaning::warn};
}

std::string headline_of(const Teller& t) {
  const report::Debrief& debrief = t.source.debrief;
  if (debrief.headline) return headline_of_item(t, *debrief.headline);
  if (debrief.main && debrief.main->rule->severity == model::Severity::fatal) return t.say(debrief.main->rule->title);
  if (debrief.ending == session::Ending::closed) return t.tr("You stopped before the end");
  if (passed(debrief)) return t.tr("Everything was kept");
  const bool graver = debrief.main && debrief.main->rule->severity != model::Severity::minor;
  return graver ? t.tr("Nothing was lost, but much of it can be challenged") : t.tr("Nothing was lost, but it was not passed");
}

} // namespace

void list_items(const Teller& t, DebriefState& state) {
  std::vector<std::string> names[4];
  for (const ItemOutcome& item : t.source.debrief.items)
    names[static_cast<std::size_t>(item.fate)].push_back(t.say(item.holding->name));
  const auto of = [&](session::Fate fate) { return joined(names[static_cast<std::size_t>(fate)], ", "); };
  state.saved = of(session::Fate::saved);
  state.not_secured = of(session::Fate::reachable);
  state.out_of_reach = of(session::Fate::out_of_reach);
  state.lost = of(session::Fate::lost);
}

// What no points make up for.
std::vector<std::string> reasons_against(const Teller& t) {
  const judging::Score& score = t.source.debrief.score;
  const session::Prepared& prepared = t.source.timeline.prepared;
  std::vector<std::string> all;
  if (score.fatal) all.push_back(t.tr("A fatal error cannot be made up by points."));
  if (!score.fatal && !score.losing_rules.empty())
    all.push_back(t.tr("Something was lost by an error of your own: {rule}. That cannot be made up by points.",
                       {{"rule", t.say(prepared.rule_set.doctrine().rules[score.losing_rules.front()].title)}}));
  for (std::size_t i = 0; i < prepared.scenario.competency_names.size(); ++i)
    if (std::find(score.not_shown.begin(), score.not_shown.end(), prepared.scenario.competencies[i]) != score.not_shown.end())
      all.push_back(t.tr("No act of yours showed this: {competency}.", {{"competency", t.say(prepared.scenario.competency_names[i])}}));
  for (const report::WrongStep& wrong : t.source.debrief.wrong_steps)
    if (score.below_cut)
      all.push_back(
          t.tr("{step}: {n} of 100 for your answer.", {{"step", t.say(*wrong.title)}, {"n", std::to_string(wrong.per_mille / 10)}}));
  return all;
}

void tell_verdict(const Teller& t, DebriefState& state) {
  state.tag = verdict_tag(t);
  state.headline = headline_of(t);
  list_items(t, state);
}

} // namespace firsthand::screens::debrief
