// Buttons and verb buttons.
#include "engine/ui/box.h"
#include "engine/ui/parts.h"
#include "engine/ui/stage.h"

namespace firsthand::ui {
namespace {

int padding_of(Frame& f, const Button& b) { return f.px(b.kind == ButtonKind::link ? 4 : b.size == ButtonSize::small ? 16 : 20); }

std::string_view words_of(Frame& f, const Button& b) { return !b.again.empty() && f.armed(b.id) ? b.again : b.label; }

IconWords parts_of(Frame& f, const Button& b) {
  IconWords parts{.icon = b.icon, .words = words_of(f, b), .icon_side = 20, .gap = 10, .align = b.align};
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
                                   .focusable = !b.led,
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

// Its number, for who steers by keyboard, at the end of the second line if there is room.
void draw_number(Frame& f, const Verb& v, const Rect& line) {
  if (v.choose_key == 0 || !f.stage().by_keyboard) return;
  const std::string number(1, v.choose_key);
  if (f.measure(second_line(f, v), Type::tiny).w + f.measure(number, Type::tiny).w + f.px(8) > line.w) return;
  f.text(line, number, Type::tiny, Colour::mut, {.align = Align::right, .valign = VAlign::middle, .listed = Listed::no});
}

Box second_box(Frame& f, const Verb& v) {
  const Colour ink = is_armed(f, v) ? Colour::acc : Colour::mut;
  return {[&v](Frame& frame, int width) {
            return Size{width, second_height(frame, v, width)};
          },
          [&v, ink](Frame& frame, const Rect& at) {
            frame.text(at, second_line(frame, v), Type::tiny, ink, {.valign = VAlign::middle, .listed = Listed::no});
            draw_number(frame, v, at);
          }};
}

// The tick stands where the icon stood: nothing moves because of it.
Box verb_icon(const Verb& v) {
  if (v.icon.empty()) return {};
  return box::icon(v.used ? "check" : v.icon, 22, v.used ? Colour::ok : v.enabled ? Colour::acc : Colour::mut);
}

Box verb_beside(Frame& f, const Verb& v, Box words) {
  return box::row({.pad = pad(10, 8)}, verb_icon(v), v.icon.empty() ? Box() : box::space(9), std::move(words).grow(), box::space(8),
                  box::text(second_line(f, v), Type::tiny, Colour::mut, {.listed = Listed::no}))
      .least(0, 51);
}

Box verb_box(Frame& f, const Verb& v, int width) {
  Box words = box::text(v.label, Type::verb, v.enabled ? Colour::text : Colour::mut, {.valign = VAlign::middle, .listed = Listed::no});
  if (seconds_beside(f, v)) return verb_beside(f, v, std::move(words));
  const int room = width - f.px(v.icon.empty() ? 20 : 51);
  const bool close = second_height(f, v, room) <= f.px(18); // two lines of one thing stand close where the script leaves room
  Box both = box::column({.gap = close ? -2 : 0, .pad = pad(0, close ? 7 : 6)}, std::move(words), second_box(f, v));
  return box::row({.gap = 9, .pad = pad(10, 0)}, verb_icon(v), std::move(both).grow()).least(0, f.text_percent() >= 150 ? 51 : 56);
}

} // namespace

int verb_height(Frame& f, const Verb& v, int width) { return verb_box(f, v, width).height(f, width); }

bool verb(Frame& f, const Rect& rect, const Verb& v) {
  const Interaction i = f.control({.id = v.id,
                                   .label = v.label,
                                   .role = Role::verb,
                                   .rect = rect,
                                   .enabled = v.enabled,
                                   .value = second_line(f, v),
                                   .choose_key = v.choose_key,
                                   .shape = {},
                                   .cut = verb_height(f, v, rect.w) > rect.h + 1 ? Cut::cut : Cut::whole,
                                   .asks_twice = !v.again.empty()});
  pressable_ground(f, rect, i, v.enabled, i.armed ? Chosen::yes : Chosen::no);
  verb_box(f, v, rect.w).draw(f, rect.moved(0, i.held ? 1 : 0));
  ring_if(f, i, rect, f.radius());
  return i.clicked;
}

} // namespace firsthand::ui
