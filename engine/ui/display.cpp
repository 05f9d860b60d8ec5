// See display.h.
#include "engine/ui/display.h"

#include <SDL.h>
#include <algorithm>
#include <cmath>
#include <string_view>

namespace firsthand::ui {

Size scaled(Size design, int percent) { return {design.w * percent / 100, design.h * percent / 100}; }

int display_percent(float dots_per_inch, Size usable) {
  const int wanted = static_cast<int>(std::lround(std::clamp(dots_per_inch, 96.0F, 384.0F) * 100 / 96));
  const int fitting = std::min(usable.w * 100 / least_window.w, usable.h * 100 / least_window.h);
  return std::max(100, std::min(wanted, fitting));
}

int display_percent_of(int display) {
  const char* driver = SDL_GetCurrentVideoDriver();
  float dots = 96;
  SDL_Rect usable{};
  if (!driver || std::string_view(driver) != "windows") return 100;
  if (SDL_GetDisplayDPI(display, &dots, nullptr, nullptr) != 0 || SDL_GetDisplayUsableBounds(display, &usable) != 0) return 100;
  return display_percent(dots, {usable.w, usable.h});
}

} // namespace firsthand::ui
