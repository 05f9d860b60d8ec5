// Buttons and verb buttons.
#include "engine/ui/box.h"
#include "engine/ui/parts.h"
#include "engine/ui/stage.h"

#include <algorithm>

namespace firsthand::ui {
namespace {

int padding_of(Frame& f, const Button& b) { return f.px(b.kind == ButtonKind::link ? 4 : b.size == ButtonSize::small ? 16 : 20); }

std::string_view words_of(Frame& f, const Button& b) { return !b.again.empty() && f.armed(b.id) ? b.again : b.label; }

std::string_view reason_of(const Button& b) { return b.enabled ? std::string_view() : b.reason; }

IconWords parts_of(Frame& f, const Button& b) {
  IconWords parts{.icon = b.icon,
                  .words = words_of(f, b),
                  .below = b.show_reason ? reason_of(b) : std::string_view(),
                  .icon_side = 20,
                  .gap = 10,
                  .align = b.align};
  if (!b.enabled)
    parts.ink = parts.icon_ink = Colour::mut;
  else if (b.kind == ButtonKind::main)
    parts.ink = parts.icon_ink = Colour::on_acc;
  else if (b.kind == ButtonKind::link)
    parts.ink = parts.icon_ink = Colour::acc;
  else if (b.kind == ButtonKind::quiet)
    parts.icon_ink = Colour::text;
  return parts;
}

void main_ground(Frame& f, const Rect& rect, const Interaction& i, bool enabled) {
  const int radius = f.radius();
  if (!enabled) return f.fill(rect, Colour::surf2, radius);
  const Rgba hovered = mix(f.rgba(Colour::acc), f.rgba(Colour::acc_hover), i.hover);
  f.fill(rect, i.held ? f.rgba(Colour::acc_press) : hovered, radius);
}

void quiet_ground(Frame& f, const Rect& rect, const Interaction& i, bool selected) {
  Rgba ground = f.rgba(Colour::acc_soft);
  ground.a = selected || i.held ? 255 : static_cast<std::uint8_t>(255 * i.hover);
  f.fill(rect, ground, f.radius());
  if (f.high_contrast() && (i.hovered || selected)) f.border(rect, Colour::acc, 2, f.radius());
}

void button_ground(Frame& f, const Rect& rect, const Button& b, const Interaction& i) {
  switch (b.kind) {
  case ButtonKind::main:
    return main_ground(f, rect, i, b.enabled);
  case ButtonKind::plain:
    return pressable_ground(f, rect, i, b.enabled, b.selected || i.armed ? Chosen::yes : Chosen::no);
  case ButtonKind::quiet:
    return quiet_ground(f, rect, i, b.selected);
  case ButtonKind::link:
    return;
  }
}

void underline(Frame& f, const Rect& inside, const IconWords& parts) {
  const Size size = size_of(f, parts, inside.w);
  const int lead = parts.icon.empty() ? 0 : f.px(parts.icon_side) + f.px(parts.gap);
  const int spare = std::max(0, inside.w - size.w);
  const int x = inside.x + lead + (parts.align == Align::centre ? spare / 2 : parts.align == Align::right ? spare : 0);
  f.hline(x, inside.y + (inside.h + size.h) / 2 - f.px(3), size.w - lead, parts.ink, std::max(1, f.px(1)));
}

} // namespace

// With room for all of its words: being armed moves nothing, nor does what keeps it from being pressed.
Size size_of(Frame& f, const Button& b, int max_width) {
  const int sides = 2 * padding_of(f, b), room = max_width > 0 ? std::max(1, max_width - sides) : 0;
  IconWords parts = parts_of(f, b);
  Size all{0, f.px(b.size == ButtonSize::small ? 40 : 48)};
  const auto hold = [&](std::string_view words, std::string_view below, int ends) {
    parts.words = words, parts.below = below;
    const Size inside = size_of(f, parts, room);
    all = {std::max(all.w, inside.w + sides), std::max(all.h, inside.h + f.px(ends))};
  };
  hold(b.label, {}, 16);
  if (!b.again.empty()) hold(b.again, {}, 16);
  if (b.show_reason && !b.reason.empty()) hold(b.label, b.reason, 2);
  return all;
}

bool button(Frame& f, const Rect& rect, const Button& b) {
  const IconWords parts = parts_of(f, b);
  const Rect inside = rect.inset(std::min(padding_of(f, b), rect.w / 4), 0);
  const Interaction i = f.control({.id = b.id,
                                   .label = b.label,
                                   .role = b.kind == ButtonKind::link ? Role::link : b.role,
                                   .rect = rect,
                                   .enabled = b.enabled,
                                   .focusable = !b.led,
                                   .chosen = b.selected,
                                   .value = f.armed(b.id) ? b.again : std::string_view(),
                                   .reason = reason_of(b),
                                   .choose_key = b.choose_key,
                                   .shape = {},
                                   .cut = fits(f, inside, parts),
                                   .main = b.kind == ButtonKind::main,
                                   .asks_twice = !b.again.empty()});
  button_ground(f, rect, b, i);
  const Rect pushed = inside.moved(0, i.held ? 1 : 0);
  draw(f, pushed, parts);
  if (b.kind == ButtonKind::link) underline(f, pushed, parts);
  ring_if(f, i, rect, f.radius());
  return i.clicked;
}

bool back_button(Frame& f, const Rect& square, std::string_view id, std::string_view label) {
  f.begin_part(Part::back);
  const Interaction i = f.control({.id = id, .label = label, .role = Role::button, .rect = square, .value = {}, .shape = {}});
  f.end_part();
  if (i.hovered || i.held) f.fill(square, Colour::acc_soft, f.radius());
  f.icon("back", square.inset(f.px(8)), Colour::text);
  ring_if(f, i, square, f.radius());
  return i.clicked;
}

namespace {

bool is_armed(Frame& f, const Verb& v) { return v.enabled && !v.again.empty() && f.armed(v.id); }

// What it takes, at its right end; of one that cannot be done why not, if the words leave room for it.
std::string_view right_words(const Verb& v) { return !v.enabled && !v.reason.empty() ? v.reason : v.seconds; }

// What its second press is told by, below its words: nothing else moves because of it.
std::string_view below_words(Frame& f, const Verb& v) { return is_armed(f, v) ? v.again : std::string_view(); }

std::string_view spoken_words(Frame& f, const Verb& v) { return is_armed(f, v) ? v.again : right_words(v); }

// The tick stands where the icon stood: nothing moves because of it.
Box verb_icon(const Verb& v) {
  if (v.icon.empty()) return {};
  return box::icon(v.used ? "check" : v.icon, 20, v.used ? Colour::ok : v.enabled ? Colour::acc : Colour::mut);
}

// Its number, for who steers by keyboard.
void draw_number(Frame& f, const Verb& v, const Rect& rect) {
  if (v.choose_key == 0 || !f.stage().by_keyboard) return;
  const Rect at{rect.x + f.px(4), rect.y, f.px(10), rect.h};
  f.text(at, f.keep(std::string(1, v.choose_key)), Type::tiny, Colour::mut, {.valign = VAlign::middle, .listed = Listed::no});
}

Box verb_words(const Verb& v, std::string_view below) {
  const Colour ink = v.enabled ? Colour::text : Colour::mut;
  return box::column({.gap = -1}, box::text(v.label, Type::verb, ink, {.listed = Listed::no}),
                     box::text(below, Type::tiny, Colour::acc, {.listed = Listed::no}));
}

Box verb_box(const Verb& v, std::string_view below) {
  const auto right = [&v] { return box::text(right_words(v), Type::tiny, Colour::mut, {.tabular = true, .listed = Listed::no}); };
  const auto icon = [&v] { return box::row({}, verb_icon(v), box::space(v.icon.empty() ? 0 : 10)); };
  Box beside = box::row({.pad = {16, 2, 12, 2}}, icon(), verb_words(v, below).grow(), box::space(8), right());
  Box under = box::row({.pad = {16, 2, 12, 2}}, icon(), box::column({.gap = -1}, verb_words(v, below), right()).grow());
  const bool may_be_long = !v.enabled && !v.reason.empty();
  return may_be_long ? box::first_that_fits(std::move(beside), std::move(under)) : std::move(beside);
}

} // namespace

// With room for both of its presses, and for whatever it may not be pressed for: neither moves anything. The widest reason need not be the
// highest: it goes below the label, where a narrower one leaves it half of the line.
int verb_height(Frame& f, const Verb& v, int width) {
  Verb kept = v;
  kept.enabled = true; // what is asked once more and why it cannot be done never stand there together
  int height =
      std::max({f.px(40), verb_box(v, {}).height(f, width), verb_box(kept, {}).height(f, width), verb_box(kept, v.again).height(f, width)});
  kept.enabled = false;
  for (std::string_view rest = v.reasons; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    kept.reason = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    height = std::max(height, verb_box(kept, {}).height(f, width));
  }
  return height;
}

bool verb(Frame& f, const Rect& rect, const Verb& v) {
  const Interaction i = f.control({.id = v.id,
                                   .label = v.label,
                                   .role = Role::verb,
                                   .rect = rect,
                                   .enabled = v.enabled,
                                   .value = spoken_words(f, v),
                                   .reason = v.enabled ? std::string_view() : v.reason,
                                   .done = v.used,
                                   .choose_key = v.choose_key,
                                   .shape = {},
                                   .cut = verb_height(f, v, rect.w) > rect.h + 1 ? Cut::cut : Cut::whole,
                                   .asks_twice = !v.again.empty()});
  pressable_ground(f, rect, i, v.enabled, i.armed ? Chosen::yes : Chosen::no);
  verb_box(v, below_words(f, v)).draw(f, rect.moved(0, i.held ? 1 : 0));
  draw_number(f, v, rect);
  ring_if(f, i, rect, f.radius());
  return i.clicked;
}

} // namespace firsthand::ui
