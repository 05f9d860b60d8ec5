// The warm-up's machine: four goals, five acts, a clock that only acts can move. Must not know how it is drawn.
#include "engine/screens/warm_up/draw.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

WarmUpGoal goal_of(WarmUpAct act) {
  switch (act) {
  case WarmUpAct::look_lamp:
  case WarmUpAct::look_cup:
    return WarmUpGoal::look;
  case WarmUpAct::press_lamp:
    return WarmUpGoal::touch;
  case WarmUpAct::ask:
    return WarmUpGoal::ask;
  case WarmUpAct::task:
    return WarmUpGoal::task;
  }
  return WarmUpGoal::done;
}

} // namespace

bool WarmUp::reached(WarmUpGoal goal) const {
  return std::any_of(log.begin(), log.end(), [goal](const WarmUpLine& line) { return goal_of(line.act) == goal; });
}

WarmUpGoal WarmUp::next() const {
  for (const WarmUpGoal goal : {WarmUpGoal::look, WarmUpGoal::touch, WarmUpGoal::ask, WarmUpGoal::task})
    if (!reached(goal)) return goal;
  return WarmUpGoal::done;
}

int warm_up_seconds(WarmUpAct act) {
  switch (act) {
  case WarmUpAct::look_lamp:
  case WarmUpAct::look_cup:
    return 10;
  case WarmUpAct::press_lamp:
    return 2;
  case WarmUpAct::ask:
    return 15;
  case WarmUpAct::task:
    return 10;
  }
  return 0;
}

bool warm_up_offers(const WarmUp& state, WarmUpAct act) { return act != WarmUpAct::task || !state.covered; }

bool warm_up_act(WarmUp& state, WarmUpAct act) {
  if (!warm_up_offers(state, act)) return false;
  state.seconds += warm_up_seconds(act);
  if (act == WarmUpAct::look_lamp) state.lamp_seen = true;
  if (act == WarmUpAct::look_cup) state.cup_seen = true;
  if (act == WarmUpAct::press_lamp) state.lit = !state.lit;
  if (act == WarmUpAct::task) state.covered = true;
  state.log.push_back({state.seconds, act, state.lit});
  return true;
}

} // namespace firsthand::screens
