// The moment that is worth practising: which act decided, and from where it is played again. Pure.
#include "engine/screens/debrief/draw.h"
#include "engine/screens/debrief/words.h"

#include <algorithm>
#include <cstdlib>

namespace firsthand::screens::debrief {

namespace {

constexpr base::Seconds practised_before = 75; // the middle of 60 to 90 seconds
constexpr base::Seconds least_told = 10, most_told = 120;

// The turn before which it would have had to be otherwise; -1: no act decided anything.
int deciding_turn(const Explaining& explaining) {
  const causes::Cause* cause = explaining.main_cause();
  if (cause && cause->answer == causes::Answer::this_act) return cause->turn;
  const report::JudgedRule* told = explaining.told_rule();
  const bool deed = told && !was_left_undone(*told) && told->act.text;
  return deed && !explaining.debrief.headline ? told->act.turn : -1;
}

bool enters_step(const report::Turn& turn) {
  return std::any_of(turn.facts.begin(), turn.facts.end(),
                     [](const model::Fact& fact) { return fact.kind == model::FactKind::step_entered; });
}

// How long before the act was begun, that is how long its own length is does not count.
base::Seconds time_before(const report::AttemptTimeline& timeline, int turn, int deciding) {
  return time_of_turn(timeline, deciding - 1) - time_of_turn(timeline, turn);
}

// Of the turns of that step before it, the one whose end lies nearest to a minute and a quarter before the act.
int turn_to_begin_from(const report::AttemptTimeline& timeline, int deciding) {
  const auto off = [&](int turn) { return std::abs(time_before(timeline, turn, deciding) - practised_before); };
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
  const auto practice = t.source.warm_up ? std::nullopt : debrief_practice(t.source.timeline, t.source.debrief, t.source.causes);
  if (!practice) return {};
  if (practice->before < least_told || practice->before > most_told) return {practice->turn, t.tr("Practise this moment")};
  return {practice->turn, t.tr("Practise this moment, {duration}", {{"duration", duration_text(t.source.words, practice->before)}})};
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

std::optional<DebriefPracticeFrom> debrief_practice(const report::AttemptTimeline& timeline, const report::Debrief& debrief,
                                                    const causes::Causes* causes) {
  const int deciding = debrief::deciding_turn({timeline, debrief, causes});
  if (deciding < 1 || debrief.mode == session::Mode::assessed) return std::nullopt;
  const int turn = debrief::turn_to_begin_from(timeline, deciding);
  return DebriefPracticeFrom{turn, deciding, debrief::time_before(timeline, turn, deciding)};
}

} // namespace firsthand::screens
