// The help sheet: the keys that work everywhere, and how an exercise works. Lies over any screen.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"

namespace firsthand::screens {

struct HelpState {
  const content::Words& words;
  std::string_view version;
};

// True when it is to be closed.
bool draw_help(Frame& f, const HelpState& state);

} // namespace firsthand::screens
