// What several widgets share: mixing colours for hover, the ground of things that can be pressed, icon beside words.
// Internal to this room.
#pragma once

#include "engine/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace firsthand::ui {

inline Rgba mix(Rgba a, Rgba b, float t) {
  const auto part = [t](std::uint8_t x, std::uint8_t y) {
    return static_cast<std::uint8_t>(std::lround(static_cast<float>(x) + (static_cast<float>(y) - static_cast<float>(x)) * t));
  };
  return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), part(a.a, b.a)};
}

enum class Chosen : std::uint8_t { no, yes };

// Ground and border of a plain thing that can be pressed, in each of its states; the ring comes last, by ring_if().
void pressable_ground(Frame& f, const Rect& rect, const Interaction& i, bool enabled, Chosen chosen, Colour ground = Colour::surf);
void ring_if(Frame& f, const Interaction& i, const Rect& rect, int radius);

// Icon and words as one centred, left or right block; words wrap at the room they have. Returns whether words were cut.
struct IconWords {
  std::string_view icon, words;
  std::string_view below = {}; // a second voice, under the words
  int icon_side = 0, gap = 0;  // design pixels
  Type type = Type::body_bold;
  Colour ink = Colour::text, icon_ink = Colour::acc;
  Align align = Align::left;
};
constexpr int below_gap = -2; // design pixels: both of its lines stand in a small button
Size size_of(Frame& f, const IconWords& parts, int max_width);
Cut draw(Frame& f, const Rect& rect, const IconWords& parts);
Cut fits(Frame& f, const Rect& rect, const IconWords& parts); // before drawing: what draw() will find

} // namespace firsthand::ui
