// What the settings page shows and what it is asked for. Draws nothing.
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

} // namespace firsthand::screens
