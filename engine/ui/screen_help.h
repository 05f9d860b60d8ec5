// The help sheet: the keys that work everywhere, and how an exercise works. Lies over any screen.
#pragma once

#include "engine/app/words.h"
#include "engine/ui/frame.h"

namespace firsthand::ui {

struct HelpState {
  const app::Words& words;
  std::string_view version;
};

// True when it is to be closed.
bool draw_help(Frame& f, const HelpState& state);

} // namespace firsthand::ui
