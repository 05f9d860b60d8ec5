// How much larger than designed everything is drawn because a display's dots are small, and the window sizes that follow.
#pragma once

#include "engine/paint/geometry.h"
#include "engine/ui/using_paint.h"

namespace firsthand::ui {

// On a display of ordinary dots.
inline constexpr Size least_window{960, 600};

// 100 … 400. `dots_per_inch` as the system says it, 96 being ordinary; never so much that the least window would not fit
// into `usable`, the part of the display that no bar of the system takes.
int display_percent(float dots_per_inch, Size usable);
Size scaled(Size design, int percent);

// Of a display of this computer. 100 where the system scales by itself, or tells what the glass measures and not what the person chose.
int display_percent_of(int display);

} // namespace firsthand::ui
