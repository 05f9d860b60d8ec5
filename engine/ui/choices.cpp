// Options of a question, tabs, toggles and steppers.
#include "engine/ui/box.h"
#include "engine/ui/parts.h"

#include <string>

namespace firsthand::ui {
namespace {

void round_mark(Frame& f, const Rect& at, bool chosen, Colour ink) {
  const int side = std::min(at.w, at.h);
  f.circle(at.centre(), side, ink, f.px(2));
  if (chosen) f.disc(at.centre(), side - 2 * (side * 5 / 22), ink);
}

void square_mark(Frame& f, const Rect& at, bool chosen, Colour ink, Colour on) {
  const int side = std::min(at.w, at.h);
  const Rect box{at.x, at.y + (at.h - side) / 2, side, side};
  if (!chosen) return f.border(box, ink, f.px(2), f.small_radius());
  f.fill(box, ink, f.small_radius());
  f.icon("check", box.inset(f.px(2)), on);
}

Box option_mark(const Option& o) {
  const Colour ink = o.chosen && (o.enabled || o.verdict) ? Colour::acc : Colour::mut;
  return box::fixed(22, 22, [&o, ink](Frame& f, const Rect& at) {
    if (o.several)
      square_mark(f, at, o.chosen, ink, ink == Colour::acc ? Colour::on_acc : Colour::surf);
    else
      round_mark(f, at, o.chosen, ink);
  });
}

Box option_verdict(const Option& o) {
  const char* icon = *o.verdict == Meaning::ok ? "check" : *o.verdict == Meaning::loss ? "cross" : "triangle";
  return box::row({.gap = 8}, box::icon(icon, 18, ink_of(*o.verdict)),
                  box::text(o.verdict_word, Type::small_bold, ink_of(*o.verdict), {.listed = Listed::no}));
}

Box option_box(const Option& o) {
  const Colour ink = o.enabled || o.verdict ? Colour::text : Colour::mut;
  Box line = box::row({.pad = pad(16, 10)}, option_mark(o), box::space(12));
  if (o.letter) {
    line.add(box::text(std::string_view(&o.letter, 1), Type::body_bold, Colour::mut, {.listed = Listed::no}).wide(16));
    line.add(box::space(8));
  }
  line.add(box::text(o.label, Type::body, ink, {.listed = Listed::no}).grow());
  if (o.verdict) {
    line.add(box::space(16));
    line.add(option_verdict(o));
  }
  return std::move(line).least(0, 48);
}

// After the answer the ground says the verdict, together with its icon and word.
void option_ground(Frame& f, const Rect& rect, const Option& o, const Interaction& i) {
  if (!o.verdict) return pressable_ground(f, rect, i, o.enabled, o.chosen ? Chosen::yes : Chosen::no);
  f.fill(rect, ground_of(*o.verdict), f.radius());
  f.border(rect, ink_of(*o.verdict), o.chosen ? 2 : 1, f.radius());
}

} // namespace

char letter_of_option(std::size_t place) { return place < 8 ? static_cast<char>('A' + place) : char{0}; }

int option_height(Frame& f, const Option& o, int width) { return option_box(o).height(f, width); }

bool option(Frame& f, const Rect& rect, const Option& o) {
  const Box inside = option_box(o);
  const Cut cut = inside.height(f, rect.w) > rect.h + 1 ? Cut::cut : Cut::whole;
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
  inside.draw(f, rect.moved(0, i.held ? 1 : 0));
  ring_if(f, i, rect, f.radius());
  return i.clicked;
}

namespace {

Button tab_button(const Tab& tab, bool selected) {
  return {.id = tab.id, .label = tab.label, .size = ButtonSize::small, .selected = selected, .role = Role::tab};
}

// All as tall as the tallest: scripts differ.
Box tabs_box(Frame& f, int width, std::span<const Tab> all, int current, std::optional<int>& pressed) {
  int tallest = 0;
  for (const Tab& tab : all)
    tallest = std::max(tallest, size_of(f, tab_button(tab, false), width).h);
  Box line = box::wrap({.gap = 8, .across = Across::stretch});
  for (const Tab& tab : all) {
    const int number = static_cast<int>(&tab - all.data());
    const Button button = tab_button(tab, number == current);
    line.add({[=](Frame& frame, int room) {
                return Size{size_of(frame, button, room).w, tallest};
              },
              [=, &pressed](Frame& frame, const Rect& at) {
                if (ui::button(frame, at, button)) pressed = number;
              }});
  }
  return line;
}

} // namespace

int tabs_height(Frame& f, int width, std::span<const Tab> all) {
  std::optional<int> none;
  return tabs_box(f, width, all, -1, none).height(f, width);
}

int tabs_width(Frame& f, std::span<const Tab> all) {
  std::optional<int> none;
  return tabs_box(f, 0, all, -1, none).size(f).w;
}

std::optional<int> tabs(Frame& f, const Rect& rect, std::string_view group, std::span<const Tab> all, int current) {
  std::optional<int> pressed;
  box::group(group, tabs_box(f, rect.w, all, current, pressed)).draw(f, rect);
  return pressed;
}

namespace {

void draw_switch(Frame& f, const Toggle& t, const Interaction& i, const Rect& bar) {
  const Colour ground = t.on && t.enabled ? Colour::acc : Colour::surf2, ink = t.enabled ? Colour::line2 : Colour::line;
  f.fill(bar, ground, bar.h / 2);
  if (!t.on || !t.enabled || i.hovered) f.border(bar, i.hovered ? Colour::acc : ink, i.hovered && t.on ? 2 : 1, bar.h / 2);
  const float slide = f.ease(std::string(t.id) + "/knob", t.on, 120);
  const int travel = static_cast<int>(slide * static_cast<float>(bar.w - bar.h));
  const Colour knob = t.on && t.enabled ? Colour::on_acc : t.enabled ? Colour::line2 : Colour::mut;
  f.disc({bar.x + bar.h / 2 + travel, bar.y + bar.h / 2}, bar.h - 2 * f.px(3), knob);
}

} // namespace

bool toggle(Frame& f, const Rect& rect, const Toggle& t) {
  const Interaction i = f.control({.id = t.id,
                                   .label = t.label,
                                   .role = Role::toggle,
                                   .rect = rect,
                                   .enabled = t.enabled,
                                   .chosen = t.on,
                                   .value = t.state,
                                   .shape = {}});
  const TextOptions unlisted{.listed = Listed::no};
  box::row({}, box::text(t.label, Type::body, t.enabled ? Colour::text : Colour::mut, unlisted).grow(), box::space(16),
           box::text(t.state, Type::small, Colour::mut, unlisted), box::space(12),
           box::fixed(44, 24, [&](Frame& frame, const Rect& bar) { draw_switch(frame, t, i, bar); }))
      .draw(f, rect);
  ring_if(f, i, rect, f.radius());
  return i.clicked;
}

namespace {

struct StepButton {
  std::string id, label;
  const char* sign;
  bool can = true;
};

bool step_button(Frame& f, const Rect& at, const StepButton& b) {
  const Interaction i =
      f.control({.id = b.id, .label = b.label, .role = Role::button, .rect = at, .enabled = b.can, .value = {}, .shape = {}});
  pressable_ground(f, at, i, b.can, Chosen::no);
  const int side = f.px(20);
  f.icon(b.sign, Rect{at.x + (at.w - side) / 2, at.y + (at.h - side) / 2 + (i.held ? 1 : 0), side, side},
         b.can ? Colour::acc : Colour::mut);
  ring_if(f, i, at, f.radius());
  return i.clicked;
}

Box step_box(const StepButton& b, Pressed pressed) {
  return box::fixed(48, 0, [=](Frame& f, const Rect& at) { pressed(step_button(f, at, b)); });
}

StepButton less_of(const Stepper& s) { return {std::string(s.id) + "/less", std::string(s.less_label), "minus", s.can_less}; }
StepButton more_of(const Stepper& s) { return {std::string(s.id) + "/more", std::string(s.more_label), "plus", s.can_more}; }

} // namespace

int stepper(Frame& f, const Rect& rect, const Stepper& s) {
  int step = 0;
  f.list(Role::stepper, s.label, rect, s.value);
  Box value = box::text(s.value, Type::body_bold, Colour::text,
                        {.align = Align::centre, .valign = VAlign::middle, .tabular = true, .listed = Listed::no});
  box::row({.gap = 16}, box::text(s.label, Type::body, Colour::text, {.listed = Listed::no}).grow(),
           box::group(s.id, box::row({.across = Across::stretch}, step_box(less_of(s), {step, -1}), std::move(value).wide(88),
                                     step_box(more_of(s), {step, 1})))
               .stands(Across::stretch))
      .draw(f, rect);
  return step;
}

int steady_stepper(Frame& f, const Rect& rect, const Stepper& s) {
  int step = 0;
  f.list(Role::stepper, s.label, rect, s.value);
  const TextOptions look{.align = Align::centre, .tabular = true, .listed = Listed::no};
  const Box words =
      box::column({}, box::text(s.label, Type::small, Colour::mut, look), box::text(s.value, Type::body_bold, Colour::text, look));
  const int side = rect.h, between = rect.w - 2 * side, height = words.height(f, between);
  f.begin_group(s.id);
  if (step_button(f, {rect.x, rect.y, side, side}, less_of(s))) step = -1;
  words.draw(f, {rect.x + side, rect.y + (rect.h - height) / 2}, between);
  if (step_button(f, {rect.right() - side, rect.y, side, side}, more_of(s))) step = 1;
  f.end_group();
  return step;
}

} // namespace firsthand::ui
