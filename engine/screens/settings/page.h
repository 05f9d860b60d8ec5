// Settings of one person (or of the workstation, before anyone signed in): language, text size, theme, motion, full screen.
// Draws what it is given and returns the settings as they are wanted; whoever shows it applies them at once.
#pragma once

#include "engine/app/settings.h"
#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <optional>
#include <span>
#include <string_view>

namespace firsthand::screens {

struct SettingsState {
  const content::Words& words;
  const app::Settings& settings;
  std::span<const content::Language> languages;
  std::string_view person; // empty: the workstation's
  bool full_screen = false;
  bool can_full_screen = true;
  std::string_view problem = {}; // not kept, in words
};

struct SettingsIntent {
  std::optional<app::Settings> wanted; // changed in this frame
  bool full_screen = false;            // toggle
  bool back = false;
};

SettingsIntent draw_settings(Frame& f, const SettingsState& state);

constexpr int least_text_percent = 100, most_text_percent = 200, text_percent_step = 25;
int next_text_percent(int percent, int steps); // bounded

} // namespace firsthand::screens
