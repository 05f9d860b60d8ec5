// Which moment page one is about, and what the scene looked like then. Pure.
#include "engine/screens/debrief/draw.h"
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

using report::ItemOutcome;
using report::JudgedRule;

namespace {

// Of the things that a rule is about, the one whose evidence is worth most.
model::Symbol worthiest(const report::Debrief& debrief, const JudgedRule& judged) {
  model::Symbol best = judged.entities.empty() ? judged.act.entity : judged.entities.front();
  int most = -1;
  for (const ItemOutcome& item : debrief.items) {
    const bool about = std::find(judged.entities.begin(), judged.entities.end(), item.entity) != judged.entities.end();
    if (about && item.holding->value > most) best = item.entity, most = item.holding->value;
  }
  return best;
}

DebriefPoint moment_of(const report::AttemptTimeline& timeline, const JudgedRule& main, const ItemOutcome* item) {
  const model::Symbol entity = item && item->at != base::never ? item->entity
                               : main.entities.empty()         ? main.act.entity
                                                               : main.entities.front();
  if (item && item->turn >= 0) return {item->turn, item->at, entity};
  if (!was_left_undone(main)) return {std::max(0, main.act.turn), std::max(0, main.act.at), entity};
  const int turn = std::max(0, main.act.turn);
  return {turn, time_of_turn(timeline, turn), entity};
}

} // namespace

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

DebriefPoint debrief_moment(const report::AttemptTimeline& timeline, const report::Debrief& debrief, const causes::Causes* causes) {
  const report::ItemOutcome* item = debrief.headline;
  const debrief::Explaining explaining{timeline, debrief, causes};
  const report::JudgedRule* main = explaining.main_rule();
  if (main && (!item || explaining.explains(*main, *item))) return debrief::moment_of(timeline, *main, item);
  const int last = timeline.turns.empty() ? 0 : timeline.turns.back().number;
  if (item) return {item->turn >= 0 ? item->turn : last, item->turn >= 0 ? item->at : report::duration_of(timeline), item->entity};
  for (const report::JudgedRule& judged : debrief.kept) // nothing went wrong: the gravest deed that was done right
    if (judged.act.text && judged.act.turn > 0 && judged.rule->on)
      return {judged.act.turn, judged.act.at, debrief::worthiest(debrief, judged)};
  return {last, report::duration_of(timeline), debrief.items.empty() ? model::Symbol{0} : debrief.items.front().entity};
}

session::Attempt debrief_state_at(const report::AttemptTimeline& timeline, const DebriefPoint& point, const session::Attempt& before,
                                  const session::Attempt& after) {
  const auto turn =
      std::find_if(timeline.turns.begin(), timeline.turns.end(), [&](const report::Turn& each) { return each.number == point.turn; });
  const auto is_deed = [](const model::Fact& fact) { return fact.kind == model::FactKind::begun; };
  const bool acted = turn == timeline.turns.end() || std::any_of(turn->facts.begin(), turn->facts.end(), is_deed);
  if (acted || point.at <= before.world.now || point.at >= after.world.now || before.ending != session::Ending::open) return after;
  session::Attempt state = before;
  model::FactList unheard;
  session::pass_time(timeline.prepared, state, point.at - before.world.now, unheard);
  return state;
}

Shot debrief_shot(const session::Prepared& prepared, const session::Attempt& then, model::Symbol entity, const StepViews& views,
                  const content::Words& words) {
  const report::Notebook notebook;
  const session::Offers offers;
  for (std::size_t step = std::min(then.step + 1, prepared.steps.size()); step-- > 0;) {
    const session::Prepared::Step& at = prepared.steps[step];
    const auto kind =
        std::find_if(views.begin(), views.end(), [&](const StepViewKind& each) { return prepared.symbols.word(at.kind) == each.kind; });
    if (kind == views.end() || step >= then.states.size()) continue;
    const StepScene scene{prepared, *at.spec,       then.states[step],     then.world.seen, notebook,  words,
                          at.id,    then.world.now, session::Leaving::may, offers,          then.mode, false,
                          {},       nullptr};
    Shot shot = kind->open()->shot_of(scene, entity);
    if (!shot.layers.empty()) return shot;
  }
  return {};
}

} // namespace firsthand::screens
