// Where the window stands on the displays: at its first opening, where it was left, and after the displays changed. Pure numbers
// but for the two functions that ask the system; opens no window.
#pragma once

#include "engine/paint/geometry.h"
#include "engine/ui/using_paint.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ui {

struct Placement {
  Rect rect; // of the window without its frame while it is not maximised; in the system's units
  bool maximised = false;
  friend bool operator==(const Placement&, const Placement&) = default;
};

struct Display {
  Rect whole, usable; // usable: without the system's bars
};
std::vector<Display> displays_here(); // the main one first; may be empty

// In the middle of the main display; as large as fits there, and maximised where a display is below 1440 × 900. `percent`: how much
// larger than designed everything is drawn.
Placement first_placement(std::span<const Display> displays, Size designed, int percent);
// As it is, if all of it is on one display; else moved onto the one that shows most of it, and no larger than that.
Placement kept_on_screen(const Placement& left, std::span<const Display> displays, int percent);
// The least window, or what there is room for on the smallest display.
Size least_on(std::span<const Display> displays, int percent);

std::string placement_line(const Placement& placement);
std::optional<Placement> placement_from(std::string_view line); // nothing if it does not say one

// How a renderer is got, in the order in which it is tried. `graphics`: by a graphics device; `by_processor`: OpenGL that the
// processor computes; `software`: SDL's own.
enum class Rendering : std::uint8_t { graphics, software, by_processor };
// `video`: SDL's name of the system's display. On Wayland SDL's own renderer has no way onto the screen but OpenGL.
std::vector<Rendering> renderings(std::string_view video, bool graphics_device);

} // namespace firsthand::ui
