// What the settings page shows and what it is asked for. Draws nothing.
#pragma once

#include "engine/app/settings.h"
#include "engine/content/words.h"
#include "engine/platform/voice.h"
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
  platform::VoiceFor voice = platform::VoiceFor::voice; // that could read this language aloud
};

struct SettingsIntent {
  std::optional<app::Settings> wanted; // changed in this frame
  bool full_screen = false;            // toggle
  bool sounds = false;                 // as loud as wanted: to be heard
  bool back = false;
};

} // namespace firsthand::screens
