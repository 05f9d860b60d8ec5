// How the window looks, speaks and sounds: the workstation's settings, and a person's over them. Stored as one line of JSON; what
// is unknown or out of range is replaced by the standard, so that a setting never stops the program.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace firsthand::app {

enum class Theme : std::uint8_t { light, dark };
enum class Contrast : std::uint8_t { normal, high };
enum class Motion : std::uint8_t { normal, reduced };
enum class ReadAloud : std::uint8_t { off, focused }; // by itself: what has the focus; a whole screen whenever it is asked for

struct Settings {
  std::string language = "en";
  int text_percent = 100; // 100 … 200
  Theme theme = Theme::light;
  Contrast contrast = Contrast::normal;
  Motion motion = Motion::normal;
  ReadAloud read_aloud = ReadAloud::off;
  int voice_percent = 100; // 50 … 250, of the usual speed
  int sound_percent = 50;  // 0 … 100; 0: no sounds
  friend bool operator==(const Settings&, const Settings&) = default;
};

// `own`, with what differs between `before` and `after` taken from `after`.
Settings with_changes(Settings own, const Settings& before, const Settings& after);

std::string settings_line(const Settings& settings);
// What `line` does not say stays as in `standard`.
Settings settings_from(std::string_view line, const Settings& standard = {});

} // namespace firsthand::app
