// Options of a question, tabs, toggles and steppers.
#include "engine/ui/parts.h"

#include <string>

namespace firsthand::ui {
namespace {

struct OptionLayout {
  Rect mark, letter, label, verdict;
};

int verdict_width(Frame& f, const Option& o) { return o.verdict ? f.measure(o.verdict_word, Type::small_bold).w + f.px(18 + 8) : 0; }

OptionLayout lay_out(Frame& f, const Rect& rect, const Option& o) {
  OptionLayout out;
  Rect rest = rect.inset(f.px(16), 0);
  out.mark = rest.take_left(f.px(22), f.px(12));
  if (o.letter) out.letter = rest.take_left(f.px(16), f.px(8));
  if (o.verdict) out.verdict = rest.take_right(verdict_width(f, o), f.px(16));
  out.label = rest;
  return out;
}

void round_mark(Frame& f, const Rect& at, bool chosen, Colour ink) {
  const int side = std::min(at.w, at.h);
  f.circle(at.centre(), side, ink, std::max(2, f.px(2)));
  if (chosen) f.disc(at.centre(), side - 2 * (side * 5 / 22), ink);
}

void square_mark(Frame& f, const Rect& at, bool chosen, Colour ink, Colour on) {
  const int side = std::min(at.w, at.h);
  const Rect box{at.x, at.y + (at.h - side) / 2, side, side};
  if (!chosen) return f.border(box, ink, std::max(2, f.px(2)), f.px(4));
  f.fill(box, ink, f.px(4));
  f.icon("check", box.inset(f.px(2)), on);
}

void draw_option(Frame& f, const Option& o, const OptionLayout& at, int down) {
  const Colour ink = o.enabled || o.verdict ? Colour::text : Colour::mut;
  const Colour mark = o.chosen && (o.enabled || o.verdict) ? Colour::acc : Colour::mut;
  const TextOptions middle{.valign = VAlign::middle, .listed = Listed::no};
  if (o.several)
    square_mark(f, at.mark.moved(0, down), o.chosen, mark, mark == Colour::acc ? Colour::on_acc : Colour::surf);
  else
    round_mark(f, at.mark.moved(0, down), o.chosen, mark);
  if (o.letter) f.text(at.letter.moved(0, down), std::string_view(&o.letter, 1), Type::body_bold, Colour::mut, middle);
  f.text(at.label.moved(0, down), o.label, Type::body, ink, middle);
  if (!o.verdict) return;
  const IconWords verdict{.icon = *o.verdict == Meaning::ok     ? "check"
                                  : *o.verdict == Meaning::loss ? "cross"
                                                                : "triangle",
                          .words = o.verdict_word,
                          .icon_side = f.px(18),
                          .gap = f.px(8),
                          .type = Type::small_bold,
                          .ink = ink_of(*o.verdict),
                          .icon_ink = ink_of(*o.verdict)};
  draw(f, at.verdict, verdict);
}

// After the answer the ground says the verdict, together with its icon and word.
void option_ground(Frame& f, const Rect& rect, const Option& o, const Interaction& i) {
  if (!o.verdict) return pressable_ground(f, rect, i, o.enabled, o.chosen ? Chosen::yes : Chosen::no);
  f.fill(rect, ground_of(*o.verdict), f.px(6));
  f.border(rect, ink_of(*o.verdict), o.chosen ? 2 : 1, f.px(6));
}

} // namespace

int option_height(Frame& f, const Option& o, int width) {
  const OptionLayout at = lay_out(f, {0, 0, width, f.px(48)}, o);
  return std::max(f.px(48), f.measure(o.label, Type::body, std::max(1, at.label.w)).h + f.px(20));
}

bool option(Frame& f, const Rect& rect, const Option& o) {
  const Cut cut = option_height(f, o, rect.w) > std::max(rect.h, f.px(48)) + 1 ? Cut::cut : Cut::whole;
  const Interaction i = f.control({.id = o.id,
                                   .label = o.label,
                                   .role = o.several ? Role::checkbox : Role::option,
                                   .rect = rect,
                                   .enabled = o.enabled,
                                   .chosen = o.chosen,
                                   .value = o.verdict_word,
                                   .choose_key = o.letter,
                                   .key_leads = o.done_by_press,
                                   .shape = {},
                                   .cut = cut});
  option_ground(f, rect, o, i);
  draw_option(f, o, lay_out(f, rect, o), i.held ? 1 : 0);
  ring_if(f, i, rect, f.px(6));
  return i.clicked;
}

namespace {

Button tab_button(const Tab& tab, bool selected) {
  return {.id = tab.id, .label = tab.label, .size = ButtonSize::small, .selected = selected, .role = Role::tab};
}

// Calls place(index, rect) for each tab, in lines. Returns the height used.
template<class Place> int flow_tabs(Frame& f, const Rect& rect, std::span<const Tab> all, Place place) {
  int x = rect.x, y = rect.y, line = 0; // all as tall as the tallest: scripts differ
  for (const Tab& tab : all)
    line = std::max(line, size_of(f, tab_button(tab, false), rect.w).h);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int w = size_of(f, tab_button(all[i], false), rect.w).w;
    if (x > rect.x && x + w > rect.right()) x = rect.x, y += line + f.px(8);
    place(i, Rect{x, y, w, line});
    x += w + f.px(8);
  }
  return y + line - rect.y;
}

} // namespace

int tabs_height(Frame& f, int width, std::span<const Tab> all) {
  return flow_tabs(f, {0, 0, width, 0}, all, [](std::size_t, const Rect&) {});
}

int tabs_width(Frame& f, std::span<const Tab> all) {
  int width = 0;
  for (const Tab& tab : all)
    width += size_of(f, tab_button(tab, false)).w + (width > 0 ? f.px(8) : 0);
  return width;
}

std::optional<int> tabs(Frame& f, const Rect& rect, std::string_view group, std::span<const Tab> all, int current) {
  std::optional<int> pressed;
  f.begin_group(group);
  flow_tabs(f, rect, all, [&](std::size_t index, const Rect& at) {
    const int number = static_cast<int>(index);
    if (button(f, at, tab_button(all[index], number == current))) pressed = number;
  });
  f.end_group();
  return pressed;
}

bool toggle(Frame& f, const Rect& rect, const Toggle& t) {
  const Interaction i = f.control({.id = t.id,
                                   .label = t.label,
                                   .role = Role::toggle,
                                   .rect = rect,
                                   .enabled = t.enabled,
                                   .chosen = t.on,
                                   .value = t.state,
                                   .shape = {}});
  const int w = f.px(44), h = f.px(24), rim = f.px(3);
  Rect rest = rect;
  const Rect place = rest.take_right(w, f.px(12));
  const Rect bar{place.x, place.y + (place.h - h) / 2, w, h};
  const Colour ground = t.on && t.enabled ? Colour::acc : Colour::surf2, ink = t.enabled ? Colour::line2 : Colour::line;
  f.fill(bar, ground, h / 2);
  if (!t.on || !t.enabled || i.hovered) f.border(bar, i.hovered ? Colour::acc : ink, i.hovered && t.on ? 2 : 1, h / 2);
  const float slide = f.ease(std::string(t.id) + "/knob", t.on, 120);
  const int travel = static_cast<int>(slide * static_cast<float>(w - h));
  f.disc({bar.x + h / 2 + travel, bar.y + h / 2}, h - 2 * rim,
         t.on && t.enabled ? Colour::on_acc
         : t.enabled       ? Colour::line2
                           : Colour::mut);
  const TextOptions middle{.valign = VAlign::middle, .listed = Listed::no};
  const int state = t.state.empty() ? 0 : f.measure(t.state, Type::small).w;
  if (state > 0) f.text(rest.take_right(state, f.px(16)), t.state, Type::small, Colour::mut, middle);
  f.text(rest, t.label, Type::body, t.enabled ? Colour::text : Colour::mut, middle);
  ring_if(f, i, rect, f.px(6));
  return i.clicked;
}

int stepper(Frame& f, const Rect& rect, const Stepper& s) {
  Rect rest = rect;
  const std::string less_id = std::string(s.id) + "/less", more_id = std::string(s.id) + "/more";
  const Rect more = rest.take_right(f.px(48)), value = rest.take_right(f.px(88)), less = rest.take_right(f.px(48), f.px(16));
  const TextOptions middle{.valign = VAlign::middle, .listed = Listed::no};
  f.text(rest, s.label, Type::body, Colour::text, middle);
  f.list(Role::stepper, s.label, rect, s.value);
  f.text(value, s.value, Type::body_bold, Colour::text,
         {.align = Align::centre, .valign = VAlign::middle, .tabular = true, .listed = Listed::no});
  int step = 0;
  f.begin_group(s.id);
  const auto press = [&](const Rect& at, const std::string& id, std::string_view label, const char* sign, bool can, int by) {
    const Interaction i = f.control({.id = id, .label = label, .role = Role::button, .rect = at, .enabled = can, .value = {}, .shape = {}});
    pressable_ground(f, at, i, can, Chosen::no);
    const int side = f.px(20);
    f.icon(sign, Rect{at.x + (at.w - side) / 2, at.y + (at.h - side) / 2 + (i.held ? 1 : 0), side, side}, can ? Colour::acc : Colour::mut);
    ring_if(f, i, at, f.px(6));
    if (i.clicked) step = by;
  };
  press(less, less_id, s.less_label, "minus", s.can_less, -1);
  press(more, more_id, s.more_label, "plus", s.can_more, 1);
  f.end_group();
  return step;
}

} // namespace firsthand::ui
