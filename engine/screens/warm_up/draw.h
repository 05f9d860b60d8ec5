// The warm-up: ninety seconds with a lamp and a cup to learn look, touch, ask and task. A small machine of its own, apart
// from any exercise: nothing of it is recorded but that it was done. Its clock moves only when the person acts.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"

#include <array>
#include <functional>
#include <string_view>
#include <vector>

namespace firsthand::screens {

enum class WarmUpAct : std::uint8_t { look_lamp, look_cup, press_lamp, ask, task };
enum class WarmUpGoal : std::uint8_t { look, touch, ask, task, done };
enum class WarmUpThing : std::uint8_t { none, lamp, cup, helper };

struct WarmUpLine {
  int at = 0; // second in which it ended
  WarmUpAct act = WarmUpAct::look_lamp;
  bool lit = true; // the lamp after it
};

struct WarmUp {
  int seconds = 0;
  bool lit = true, covered = false, lamp_seen = false, cup_seen = false;
  std::vector<WarmUpLine> log;

  bool reached(WarmUpGoal goal) const;
  WarmUpGoal next() const; // the first not reached
};

int warm_up_seconds(WarmUpAct act);
bool warm_up_offers(const WarmUp& state, WarmUpAct act);
bool warm_up_act(WarmUp& state, WarmUpAct act); // false: not offered, nothing changed

// Outlives a frame; kept by the shell.
struct WarmUpMemory {
  WarmUp game;
  WarmUpThing selected = WarmUpThing::none;
};

struct WarmUpState {
  const content::Words& words;
  std::function<Picture(std::string_view name)> picture; // of assets/pictures, by file name without ".svg"
};

struct WarmUpIntent {
  bool finished = false, skip = false;
};

WarmUpIntent draw_warm_up(Frame& f, const WarmUpState& state, WarmUpMemory& memory);

} // namespace firsthand::screens
