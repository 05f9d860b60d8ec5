// Cards, rows and the top bar: grounds that hold other things.
#include "engine/ui/box.h"
#include "engine/ui/parts.h"

namespace firsthand::ui {
namespace {

Box row_box(const Row& r) {
  const Colour ink = r.enabled ? Colour::text : Colour::mut;
  const Type type = r.selected ? Type::body_bold : Type::body;
  Box line = box::row({.pad = pad(16, 8)});
  if (!r.icon.empty()) line.add(std::vector{box::icon(r.icon, 22, r.enabled ? ink_of(r.icon_meaning) : Colour::mut), box::space(16)});
  line.add(box::text(r.label, type, ink, {.listed = Listed::no}).grow());
  if (!r.detail.empty())
    line.add(std::vector{box::space(16), box::text(r.detail, Type::small, Colour::mut, {.listed = Listed::no}).most_percent(50)});
  if (r.arrow) line.add(std::vector{box::space(12), box::icon("chevron", 20, Colour::mut)});
  return std::move(line).least(0, 48);
}

void row_ground(Frame& f, const Rect& rect, const Row& r, const Interaction& i) {
  if (r.selected || i.held) return f.fill(rect, Colour::acc_soft, f.radius());
  if (!i.hovered && i.hover <= 0) return;
  Rgba ground = f.rgba(Colour::acc_soft);
  ground.a = static_cast<std::uint8_t>(255 * i.hover);
  f.fill(rect, ground, f.radius());
  if (f.high_contrast()) f.border(rect, Colour::acc, 2, f.radius());
}

Cut row_cut(Frame& f, const Rect& rect, const Row& r) { return !r.bare && row_height(f, r, rect.w) > rect.h + 1 ? Cut::cut : Cut::whole; }

} // namespace

void card(Frame& f, const Rect& rect, Colour ground) {
  f.fill(rect, f.rgba(ground), f.radius());
  f.border(rect, meaning_of_ground(ground) && f.high_contrast() ? *meaning_of_ground(ground) : Colour::line, 1, f.radius());
}

bool card(Frame& f, const Rect& rect, const Card& c) {
  const Interaction i = f.control({.id = c.id,
                                   .label = c.label,
                                   .role = Role::card,
                                   .rect = rect,
                                   .enabled = c.enabled,
                                   .chosen = c.selected,
                                   .value = {},
                                   .choose_key = c.letter,
                                   .key_leads = true,
                                   .shape = {}});
  f.fill(rect, c.selected ? f.rgba(Colour::acc_soft) : f.rgba(c.enabled ? c.ground : Colour::surf2), f.radius());
  const bool strong = c.selected || i.held;
  f.border(rect, strong || i.hovered ? Colour::acc : Colour::line, strong ? 2 : 1, f.radius());
  ring_if(f, i, rect, f.radius());
  return i.clicked;
}

int row_height(Frame& f, const Row& r, int width) { return row_box(r).height(f, width); }

bool row(Frame& f, const Rect& rect, const Row& r) {
  const Interaction i = f.control({.id = r.id,
                                   .label = r.label,
                                   .role = Role::row,
                                   .rect = rect,
                                   .enabled = r.enabled,
                                   .focusable = !r.led,
                                   .chosen = r.selected,
                                   .value = r.detail,
                                   .shape = {},
                                   .cut = row_cut(f, rect, r)});
  row_ground(f, rect, r, i);
  if (!r.bare) row_box(r).draw(f, rect);
  ring_if(f, i, rect, f.radius());
  return i.clicked;
}

int bar_design_height(const Frame& f) { return f.text_percent() >= 150 ? 48 : 56; } // 72 at 150 %: the bar grows more slowly than text

int bar_height(Frame& f) { return f.px(bar_design_height(f)); }

Rect top_bar(Frame& f) {
  const int height = bar_height(f);
  const Rect bar{0, 0, f.width(), height};
  f.fill(bar, Colour::surf);
  f.hline(0, height - 1, bar.w, Colour::line);
  return Rect{0, 0, bar.w, height - 1}.inset(f.px(24), 0);
}

} // namespace firsthand::ui
