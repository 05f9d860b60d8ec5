// Buttons and verb buttons.
#include "engine/ui/parts.h"
#include "engine/ui/stage.h"

namespace firsthand::ui {
namespace {

int padding_of(Frame& f, const Button& b) { return b.kind == ButtonKind::link ? f.px(4) : f.px(b.size == ButtonSize::small ? 16 : 20); }

std::string_view words_of(Frame& f, const Button& b) { return !b.again.empty() && f.armed(b.id) ? b.again : b.label; }

IconWords parts_of(Frame& f, const Button& b) {
  IconWords parts{.icon = b.icon, .words = words_of(f, b), .icon_side = f.px(20), .gap = f.px(10), .align = b.align};
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
  const int radius = f.px(6);
  if (!enabled) return f.fill(rect, Colour::surf2, radius);
  const Rgba hovered = mix(f.rgba(Colour::acc), f.rgba(Colour::acc_hover), i.hover);
  f.fill(rect, i.held ? f.rgba(Colour::acc_press) : hovered, radius);
}

void quiet_ground(Frame& f, const Rect& rect, const Interaction& i, bool selected) {
  Rgba ground = f.rgba(Colour::acc_soft);
  ground.a = selected || i.held ? 255 : static_cast<std::uint8_t>(255 * i.hover);
  f.fill(rect, ground, f.px(6));
  if (f.high_contrast() && (i.hovered || selected)) f.border(rect, Colour::acc, 2, f.px(6));
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
  const int lead = parts.icon.empty() ? 0 : parts.icon_side + parts.gap;
  const int spare = std::max(0, inside.w - size.w);
  const int x = inside.x + lead + (parts.align == Align::centre ? spare / 2 : parts.align == Align::right ? spare : 0);
  f.hline(x, inside.y + (inside.h + size.h) / 2 - f.px(3), size.w - lead, parts.ink, std::max(1, f.px(1)));
}

} // namespace

// With room for both of its words: being armed moves nothing.
Size size_of(Frame& f, const Button& b, int max_width) {
  const int sides = 2 * padding_of(f, b), room = max_width > 0 ? std::max(1, max_width - sides) : 0;
  IconWords parts = parts_of(f, b);
  parts.words = b.label;
  Size inside = size_of(f, parts, room);
  if (!b.again.empty()) {
    parts.words = b.again;
    const Size again = size_of(f, parts, room);
    inside = {std::max(inside.w, again.w), std::max(inside.h, again.h)};
  }
  const int least = f.px(b.size == ButtonSize::small ? 40 : 48);
  return {inside.w + sides, std::max(least, inside.h + f.px(16))};
}

bool button(Frame& f, const Rect& rect, const Button& b) {
  const IconWords parts = parts_of(f, b);
  const Rect inside = rect.inset(std::min(padding_of(f, b), rect.w / 4), 0);
  const Interaction i = f.control({.id = b.id,
                                   .label = b.label,
                                   .role = b.kind == ButtonKind::link ? Role::link : b.role,
                                   .rect = rect,
                                   .enabled = b.enabled,
                                   .chosen = b.selected,
                                   .value = f.armed(b.id) ? b.again : std::string_view(),
                                   .choose_key = b.choose_key,
                                   .shape = {},
                                   .cut = fits(f, inside, parts),
                                   .main = b.kind == ButtonKind::main,
                                   .asks_twice = !b.again.empty()});
  button_ground(f, rect, b, i);
  const Rect pushed = inside.moved(0, i.held ? 1 : 0);
  draw(f, pushed, parts);
  if (b.kind == ButtonKind::link) underline(f, pushed, parts);
  ring_if(f, i, rect, f.px(6));
  return i.clicked;
}

bool back_button(Frame& f, const Rect& square, std::string_view id, std::string_view label) {
  f.begin_part(Part::back);
  const Interaction i = f.control({.id = id, .label = label, .role = Role::button, .rect = square, .value = {}, .shape = {}});
  f.end_part();
  if (i.hovered || i.held) f.fill(square, Colour::acc_soft, f.px(6));
  f.icon("back", square.inset(f.px(8)), Colour::text);
  ring_if(f, i, square, f.px(6));
  return i.clicked;
}

namespace {

struct VerbLayout {
  Rect icon, words, seconds;
  bool one_line = false;
};

// A verb with its state, for its layout: "Press again" has its own line, and room for it from the start.
bool seconds_beside(Frame& f, const Verb& v) { return f.text_percent() >= 150 && v.reason.empty() && v.again.empty(); }

bool is_armed(Frame& f, const Verb& v) { return v.enabled && !v.again.empty() && f.armed(v.id); }

std::string_view second_line(Frame& f, const Verb& v) {
  return !v.enabled && !v.reason.empty() ? v.reason : is_armed(f, v) ? v.again : v.seconds;
}

// The height of what may come to stand in the second line.
int second_height(Frame& f, const Verb& v, int width) {
  const int now = f.measure(second_line(f, v), Type::tiny, width).h;
  return v.again.empty() ? now : std::max(now, f.measure(v.again, Type::tiny, width).h);
}

VerbLayout lay_out(Frame& f, const Rect& rect, const Verb& v) {
  VerbLayout out;
  Rect rest = rect.inset(f.px(10), 0);
  if (!v.icon.empty()) out.icon = rest.take_left(f.px(22), f.px(9));
  out.one_line = seconds_beside(f, v);
  if (out.one_line) {
    out.seconds = rest.take_right(f.measure(second_line(f, v), Type::tiny).w, f.px(8));
    out.words = rest;
    return out;
  }
  const int words = f.measure(v.label, Type::verb, rest.w).h, below = second_height(f, v, rest.w);
  const int closer = below <= f.px(18) ? f.px(2) : 0; // two lines of one thing stand close where the script leaves room
  rest.take_top(std::max(0, (rest.h - words - below + closer) / 2));
  out.words = rest.take_top(words, -closer);
  out.seconds = rest.take_top(below);
  return out;
}

Cut verb_cut(Frame& f, const Rect& rect, const Verb& v, const VerbLayout& at) {
  const Size words = f.measure(v.label, Type::verb, at.words.w);
  return words.w > at.words.w + 1 || words.h > at.words.h + 1 || verb_height(f, v, rect.w) > rect.h + 1 ? Cut::cut : Cut::whole;
}

void draw_verb(Frame& f, const Verb& v, const VerbLayout& at, int down) {
  const Colour ink = v.enabled ? Colour::text : Colour::mut;
  const TextOptions middle{.valign = VAlign::middle, .listed = Listed::no};
  // The tick stands where the icon stood: nothing moves because of it.
  f.icon(v.used ? "check" : v.icon, at.icon.moved(0, down), v.used ? Colour::ok : v.enabled ? Colour::acc : Colour::mut);
  f.text(at.words.moved(0, down), v.label, Type::verb, ink, middle);
  f.text(at.seconds.moved(0, down), second_line(f, v), Type::tiny, is_armed(f, v) ? Colour::acc : Colour::mut, middle);
}

// Its number, for who steers by keyboard, at the end of the second line if there is room.
void draw_number(Frame& f, const Verb& v, const VerbLayout& at) {
  if (v.choose_key == 0 || at.one_line || !f.stage().by_keyboard) return;
  const std::string number(1, v.choose_key);
  if (f.measure(second_line(f, v), Type::tiny).w + f.measure(number, Type::tiny).w + f.px(8) > at.seconds.w) return;
  f.text(at.seconds, number, Type::tiny, Colour::mut, {.align = Align::right, .valign = VAlign::middle, .listed = Listed::no});
}

} // namespace

int verb_height(Frame& f, const Verb& v, int width) {
  const int room = width - 2 * f.px(10) - (v.icon.empty() ? 0 : f.px(31));
  if (seconds_beside(f, v)) {
    const int words = room - f.px(8) - f.measure(second_line(f, v), Type::tiny).w;
    return std::max(f.px(51), f.measure(v.label, Type::verb, std::max(1, words)).h + f.px(16));
  }
  const int both = f.measure(v.label, Type::verb, std::max(1, room)).h + second_height(f, v, std::max(1, room));
  return std::max(f.px(f.text_percent() >= 150 ? 51 : 56), both + f.px(12));
}

bool verb(Frame& f, const Rect& rect, const Verb& v) {
  const VerbLayout at = lay_out(f, rect, v);
  const Interaction i = f.control({.id = v.id,
                                   .label = v.label,
                                   .role = Role::verb,
                                   .rect = rect,
                                   .enabled = v.enabled,
                                   .value = second_line(f, v),
                                   .choose_key = v.choose_key,
                                   .shape = {},
                                   .cut = verb_cut(f, rect, v, at),
                                   .asks_twice = !v.again.empty()});
  pressable_ground(f, rect, i, v.enabled, i.armed ? Chosen::yes : Chosen::no);
  draw_verb(f, v, at, i.held ? 1 : 0);
  draw_number(f, v, at);
  ring_if(f, i, rect, f.px(6));
  return i.clicked;
}

} // namespace firsthand::ui
