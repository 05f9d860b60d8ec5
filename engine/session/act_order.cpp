// See act_order.h.
#include "engine/session/act_order.h"

#include <algorithm>

namespace firsthand::session {

void ActOrder::after_turn(const Prepared& prepared, const Attempt& now, std::span<const model::Fact> facts) {
  for (const model::Fact& fact : facts)
    if (fact.kind == model::FactKind::done) done_.emplace(fact.entity, fact.name);
  if (now.ending != Ending::open) return;
  if (step_ != now.step) came_.clear(), step_ = now.step;
  const int round = newest() + 1;
  for (const Act& act : done_)
    came_.emplace(act, Came{round, false});
  for (const Action& action : offers(prepared, now).actions)
    if (action.kind == Action::Kind::act) came_.emplace(Act(action.entity, action.verb), Came{round, true}).first->second.offered = true;
}

int ActOrder::newest() const {
  int newest = -1;
  for (const auto& [act, came] : came_)
    newest = std::max(newest, came.round);
  return newest;
}

std::optional<ActOrder::Came> ActOrder::of(Symbol entity, Symbol verb) const {
  const auto found = came_.find({entity, verb});
  return found == came_.end() ? std::nullopt : std::optional(found->second);
}

} // namespace firsthand::session
