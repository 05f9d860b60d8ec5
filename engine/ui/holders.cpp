// Cards, rows and the top bar: grounds that hold other things.
#include "engine/ui/parts.h"

namespace firsthand::ui {
namespace {

struct RowLayout {
  Rect icon, label, detail, arrow;
};

RowLayout lay_out(Frame& f, const Rect& rect, const Row& r) {
  RowLayout out;
  Rect rest = rect.inset(f.px(16), 0);
  if (!r.icon.empty()) out.icon = rest.take_left(f.px(22), f.px(16));
  if (r.arrow) out.arrow = rest.take_right(f.px(20), f.px(12));
  const int detail = r.detail.empty() ? 0 : std::min(f.measure(r.detail, Type::small).w, rest.w / 2);
  if (detail > 0) out.detail = rest.take_right(detail, f.px(16));
  out.label = rest;
  return out;
}

Colour row_ink(const Row& r) { return r.enabled ? Colour::text : Colour::mut; }

void draw_row(Frame& f, const Row& r, const RowLayout& at) {
  const TextOptions middle{.valign = VAlign::middle, .listed = Listed::no};
  f.icon(r.icon, at.icon, r.enabled ? ink_of(r.icon_meaning) : Colour::mut);
  f.text(at.label, r.label, r.selected ? Type::body_bold : Type::body, row_ink(r), middle);
  if (!r.detail.empty()) f.text(at.detail, r.detail, Type::small, Colour::mut, middle);
  if (r.arrow) f.icon("chevron", at.arrow, Colour::mut);
}

void row_ground(Frame& f, const Rect& rect, const Row& r, const Interaction& i) {
  if (r.selected || i.held) return f.fill(rect, Colour::acc_soft, f.px(6));
  if (!i.hovered && i.hover <= 0) return;
  Rgba ground = f.rgba(Colour::acc_soft);
  ground.a = static_cast<std::uint8_t>(255 * i.hover);
  f.fill(rect, ground, f.px(6));
  if (f.high_contrast()) f.border(rect, Colour::acc, 2, f.px(6));
}

Cut row_cut(Frame& f, const Rect& rect, const Row& r) {
  return !r.bare && row_height(f, r, rect.w) > std::max(rect.h, f.px(48)) + 1 ? Cut::cut : Cut::whole;
}

} // namespace

void card(Frame& f, const Rect& rect, Colour ground) {
  f.fill(rect, f.rgba(ground), f.px(6));
  f.border(rect, meaning_of_ground(ground) && f.high_contrast() ? *meaning_of_ground(ground) : Colour::line, 1, f.px(6));
}

bool card(Frame& f, const Rect& rect, const Card& c) {
  const Interaction i = f.control({.id = c.id,
                                   .label = c.label,
                                   .role = Role::card,
                                   .rect = rect,
                                   .enabled = c.enabled,
                                   .chosen = c.selected,
                                   .value = {},
                                   .shape = {}});
  f.fill(rect, c.selected ? f.rgba(Colour::acc_soft) : f.rgba(c.enabled ? c.ground : Colour::surf2), f.px(6));
  const bool strong = c.selected || i.held;
  f.border(rect, strong || i.hovered ? Colour::acc : Colour::line, strong ? 2 : 1, f.px(6));
  ring_if(f, i, rect, f.px(6));
  return i.clicked;
}

int row_height(Frame& f, const Row& r, int width) {
  const RowLayout at = lay_out(f, {0, 0, width, f.px(48)}, r);
  const int label = f.measure(r.label, r.selected ? Type::body_bold : Type::body, std::max(1, at.label.w)).h;
  const int detail = r.detail.empty() ? 0 : f.measure(r.detail, Type::small, std::max(1, at.detail.w)).h;
  return std::max(f.px(48), std::max(label, detail) + f.px(16));
}

bool row(Frame& f, const Rect& rect, const Row& r) {
  const Interaction i = f.control({.id = r.id,
                                   .label = r.label,
                                   .role = Role::row,
                                   .rect = rect,
                                   .enabled = r.enabled,
                                   .chosen = r.selected,
                                   .value = r.detail,
                                   .shape = {},
                                   .cut = row_cut(f, rect, r)});
  row_ground(f, rect, r, i);
  if (!r.bare) draw_row(f, r, lay_out(f, rect, r));
  ring_if(f, i, rect, f.px(6));
  return i.clicked;
}

int bar_height(Frame& f) { return f.px(f.text_percent() >= 150 ? 48 : 56); } // 72 at 150 %: the bar grows more slowly than text

Rect top_bar(Frame& f) {
  const int height = bar_height(f);
  const Rect bar{0, 0, f.width(), height};
  f.fill(bar, Colour::surf);
  f.hline(0, height - 1, bar.w, Colour::line);
  return Rect{0, 0, bar.w, height - 1}.inset(f.px(24), 0);
}

} // namespace firsthand::ui
