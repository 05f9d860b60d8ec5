// Shared pieces of widgets.
#include "engine/ui/parts.h"

namespace firsthand::ui {
namespace {

constexpr TextOptions unlisted(Align align = Align::left) { return {.align = align, .valign = VAlign::middle, .listed = Listed::no}; }

int lead_of(Frame& f, const IconWords& parts) { return parts.icon.empty() ? 0 : f.px(parts.icon_side) + f.px(parts.gap); }

int words_room(Frame& f, const IconWords& parts, int width) { return parts.icon.empty() ? width : std::max(1, width - lead_of(f, parts)); }

// Of the words with what stands below them.
Size words_size(Frame& f, const IconWords& parts, int room) {
  const Size words = f.measure(parts.words, parts.type, room);
  if (parts.below.empty()) return words;
  const Size below = f.measure(parts.below, Type::tiny, room);
  return {std::max(words.w, below.w), words.h + f.px(below_gap) + below.h};
}

} // namespace

Colour ink_of(Meaning meaning) {
  constexpr Colour inks[] = {Colour::mut, Colour::acc, Colour::ok, Colour::warn, Colour::loss};
  return inks[static_cast<int>(meaning)];
}

Colour ground_of(Meaning meaning) {
  constexpr Colour grounds[] = {Colour::surf2, Colour::acc_soft, Colour::ok_soft, Colour::warn_soft, Colour::loss_soft};
  return grounds[static_cast<int>(meaning)];
}

void pressable_ground(Frame& f, const Rect& rect, const Interaction& i, bool enabled, Chosen chosen, Colour ground) {
  const int radius = f.radius();
  if (!enabled) return f.fill(rect, Colour::surf2, radius);
  const bool strong = chosen == Chosen::yes || i.held;
  f.fill(rect, strong ? f.rgba(Colour::acc_soft) : mix(f.rgba(ground), f.rgba(Colour::acc_soft), i.hover), radius);
  f.border(rect, strong || i.hovered ? Colour::acc : Colour::line2, strong ? 2 : 1, radius);
}

void ring_if(Frame& f, const Interaction& i, const Rect& rect, int radius) {
  if (i.ring) f.focus_ring(rect, radius);
}

Size size_of(Frame& f, const IconWords& parts, int max_width) {
  const int room = max_width > 0 ? words_room(f, parts, max_width) : 0;
  const Size words = words_size(f, parts, room);
  const int side = parts.icon.empty() ? 0 : f.px(parts.icon_side);
  return {words.w + (parts.words.empty() ? side : lead_of(f, parts)), std::max(words.h, side)};
}

Cut fits(Frame& f, const Rect& rect, const IconWords& parts) {
  const Size words = words_size(f, parts, words_room(f, parts, rect.w));
  return words.w > words_room(f, parts, rect.w) + 1 || words.h > rect.h + 1 ? Cut::cut : Cut::whole;
}

Cut draw(Frame& f, const Rect& rect, const IconWords& parts) {
  const Size size = size_of(f, parts, rect.w);
  const int spare = std::max(0, rect.w - size.w);
  Rect block = rect;
  block.x += parts.align == Align::centre ? spare / 2 : parts.align == Align::right ? spare : 0;
  block.w -= block.x - rect.x;
  if (!parts.icon.empty()) f.icon(parts.icon, block.take_left(f.px(parts.icon_side), f.px(parts.gap)), parts.icon_ink);
  const int room = words_room(f, parts, rect.w);
  if (parts.below.empty()) {
    f.text(Rect{block.x, block.y, room, block.h}, parts.words, parts.type, parts.ink, unlisted());
  } else {
    const int y = block.y + (block.h - words_size(f, parts, room).h) / 2;
    const int used = f.text(block.x, y, room, parts.words, parts.type, parts.ink, {.listed = Listed::no});
    f.text(block.x, y + used + f.px(below_gap), room, parts.below, Type::tiny, parts.ink, {.listed = Listed::no});
  }
  return fits(f, rect, parts);
}

} // namespace firsthand::ui
