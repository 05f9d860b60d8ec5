// Settings of one person (or of the workstation, before anyone signed in): language, text size, theme, motion, full screen, voice, sounds.
// Draws what it is given and returns the settings as they are wanted; whoever shows it applies them at once.
#pragma once

#include "engine/screens/settings/state.h"

namespace firsthand::screens {

SettingsIntent draw_settings(Frame& f, const SettingsState& state);

constexpr int least_text_percent = 100, most_text_percent = 200, text_percent_step = 25;
int next_text_percent(int percent, int steps); // bounded
constexpr int least_voice_percent = 50, most_voice_percent = 250, most_sound_percent = 100, percent_step = 25;

} // namespace firsthand::screens
