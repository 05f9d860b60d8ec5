// Tags, progress, notices, confirm strips, and the marks over pictures.
#include "engine/ui/parts.h"

namespace firsthand::ui {
namespace {

IconWords parts_of(Frame& f, const Tag& t) {
  return {.icon = t.icon,
          .words = t.label,
          .icon_side = f.px(16),
          .gap = f.px(6),
          .type = Type::small_bold,
          .ink = t.meaning == Meaning::quiet ? Colour::text : ink_of(t.meaning),
          .icon_ink = t.meaning == Meaning::quiet ? Colour::text : ink_of(t.meaning)};
}

} // namespace

Size size_of(Frame& f, const Tag& t, int max_width) {
  const int sides = 2 * f.px(10);
  const Size inside = size_of(f, parts_of(f, t), max_width > 0 ? std::max(1, max_width - sides) : 0);
  return {inside.w + sides, std::max(f.px(28), inside.h + f.px(8))};
}

Size tag(Frame& f, Point at, const Tag& t, int max_width) {
  const Size size = size_of(f, t, max_width);
  const Rect rect{at.x, at.y, size.w, size.h};
  f.fill(rect, ground_of(t.meaning), f.px(4));
  if (f.high_contrast() && t.meaning == Meaning::quiet) f.border(rect, Colour::line, 2, f.px(4));
  const Cut cut = draw(f, rect.inset(f.px(10), 0), parts_of(f, t));
  f.list(Role::tag, t.label, rect, {}, cut);
  return size;
}

void progress(Frame& f, const Rect& rect, int done, int total, std::string_view label) {
  const int part = total > 0 ? std::clamp(done, 0, total) : 0;
  const int filled = total > 0 ? static_cast<int>(static_cast<long long>(rect.w) * part / total) : 0;
  const int radius = rect.h / 2;
  f.fill(rect, Colour::surf2, radius);
  if (f.high_contrast()) f.border(rect, Colour::line, 1, radius);
  if (filled > 0) f.fill({rect.x, rect.y, std::max(filled, rect.h), rect.h}, Colour::acc, radius);
  f.list(Role::progress, label, rect);
}

namespace {

struct NoticeLayout {
  Rect icon, words, action;
};

Button action_of(const Notice& n) { return {.id = n.action_id, .label = n.action_label, .size = ButtonSize::small}; }

NoticeLayout lay_out(Frame& f, const Rect& rect, const Notice& n) {
  NoticeLayout out;
  Rect rest = rect.inset(f.px(16), 0);
  if (!n.action_label.empty()) {
    const Size size = size_of(f, action_of(n), rect.w / 2);
    const Rect place = rest.take_right(size.w, f.px(16));
    out.action = {place.x, place.y + (place.h - size.h) / 2, size.w, size.h};
  }
  if (!n.icon.empty()) out.icon = rest.take_left(f.px(22), f.px(12));
  out.words = rest;
  return out;
}

} // namespace

int notice_height(Frame& f, const Notice& n, int width) {
  const NoticeLayout at = lay_out(f, {0, 0, width, f.px(56)}, n);
  return std::max(f.px(56), std::max(f.measure(n.words, Type::body, std::max(1, at.words.w)).h, at.action.h) + f.px(16));
}

bool notice(Frame& f, const Rect& rect, const Notice& n) {
  const NoticeLayout at = lay_out(f, rect, n);
  f.fill(rect, ground_of(n.meaning), f.px(6));
  f.list(Role::notice, n.words, rect, {}, notice_height(f, n, rect.w) > std::max(rect.h, f.px(56)) + 1 ? Cut::cut : Cut::whole);
  f.icon(n.icon, at.icon, ink_of(n.meaning));
  f.text(at.words, n.words, Type::body, Colour::text, {.valign = VAlign::middle, .listed = Listed::no});
  return !n.action_label.empty() && button(f, at.action, action_of(n));
}

namespace {

struct ConfirmLayout {
  Rect icon, words, no, yes;
};

Button confirm_button(std::string_view id, std::string_view label) { return {.id = id, .label = label, .size = ButtonSize::small}; }

// Both buttons to the right of the words while these keep half of the width, else below them.
ConfirmLayout lay_out(Frame& f, const Rect& rect, const Confirm& c) {
  ConfirmLayout out;
  Rect rest = rect.inset(f.px(16), f.px(8));
  const Size no = size_of(f, confirm_button(c.no_id, c.no_label)), yes = size_of(f, confirm_button(c.yes_id, c.yes_label));
  const bool beside = no.w + yes.w + f.px(24) <= rest.w / 2;
  Rect strip = beside ? rest.take_right(no.w + yes.w + f.px(8), f.px(16)) : rest.take_bottom(std::max(no.h, yes.h), f.px(8));
  const int y = strip.y + (strip.h - yes.h) / 2;
  out.yes = {strip.right() - yes.w, y, yes.w, yes.h};
  out.no = {out.yes.x - f.px(8) - no.w, y, no.w, no.h};
  if (!c.icon.empty()) out.icon = rest.take_left(f.px(22), f.px(12));
  out.words = rest;
  return out;
}

} // namespace

int confirm_height(Frame& f, const Confirm& c, int width) {
  const ConfirmLayout at = lay_out(f, {0, 0, width, f.px(400)}, c);
  const int words = f.measure(c.words, Type::body, std::max(1, at.words.w)).h;
  const bool below = at.no.y > f.px(300);
  return std::max(f.px(56), words + (below ? at.yes.h + f.px(8) : 0) + f.px(16));
}

Answer confirm(Frame& f, const Rect& rect, const Confirm& c) {
  const ConfirmLayout at = lay_out(f, rect, c);
  f.fill(rect, Colour::warn_soft, f.px(6));
  f.list(Role::notice, c.words, rect);
  f.icon(c.icon, at.icon, Colour::warn);
  f.text(at.words, c.words, Type::body, Colour::text, {.valign = VAlign::middle, .listed = Listed::no});
  if (!f.stage().before.find(c.no_id)) f.focus(c.no_id); // it came just now: Enter once more changes nothing
  f.begin_group(c.no_id);
  const bool no = button(f, at.no, confirm_button(c.no_id, c.no_label)) || f.closes(c.no_id);
  const bool yes = button(f, at.yes, confirm_button(c.yes_id, c.yes_label));
  f.end_group();
  return yes ? Answer::yes : no ? Answer::no : Answer::none;
}

namespace {

IconWords label_parts(Frame& f, std::string_view label, std::string_view icon, bool selected) {
  const Colour ink = selected ? Colour::on_acc : Colour::text;
  return {.icon = icon, .words = label, .icon_side = f.px(16), .gap = f.px(6), .type = Type::small_bold, .ink = ink, .icon_ink = ink};
}

Rect label_rect(Frame& f, Point at, std::string_view label, std::string_view icon) {
  const Size size = size_of(f, label_parts(f, label, icon, false), 0);
  return {at.x, at.y, size.w + 2 * f.px(8), std::max(f.px(24), size.h + f.px(4))};
}

void draw_label(Frame& f, const Rect& rect, std::string_view label, std::string_view icon, bool selected) {
  f.fill(rect, selected ? Colour::acc : Colour::surf, f.px(4));
  f.border(rect, selected ? Colour::surf : Colour::line2, 1, f.px(4));
  draw(f, rect.inset(f.px(8), 0), label_parts(f, label, icon, selected));
}

void outline(Frame& f, const HotSpot& spot, int inner, int outer) {
  const Rect& r = spot.rect;
  const Point box[] = {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}};
  const std::span<const Point> shape = spot.shape.size() >= 3 ? spot.shape : std::span<const Point>(box);
  f.polygon(shape, Colour::halo, outer);
  if (f.high_contrast()) f.polygon(shape, Colour::bg, inner + 2); // yellow on white needs black between
  f.polygon(shape, Colour::acc, inner);
}

Rect bounds_of(const HotSpot& spot) {
  if (spot.shape.size() < 3) return spot.rect;
  Point low = spot.shape[0], high = low;
  for (const Point& p : spot.shape) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

} // namespace

Size picture_label(Frame& f, Point at, std::string_view label, std::string_view icon, bool selected) {
  const Rect rect = label_rect(f, at, label, icon);
  draw_label(f, rect, label, icon, selected);
  f.list(Role::tag, label, rect);
  return {rect.w, rect.h};
}

bool hot_spot(Frame& f, const HotSpot& spot) {
  const std::string name = std::string(spot.id) + "/name"; // the tag is pressed like its place
  const Interaction i = f.control({.id = spot.id,
                                   .label = spot.label,
                                   .role = Role::hot_spot,
                                   .rect = bounds_of(spot),
                                   .enabled = spot.enabled,
                                   .chosen = spot.selected,
                                   .value = {},
                                   .shape = spot.shape});
  if (spot.selected || i.ring)
    outline(f, spot, f.px(3), f.px(6));
  else if (i.hovered)
    outline(f, spot, f.px(2), f.px(4));
  if (spot.selected) ring_if(f, i, bounds_of(spot), f.px(6)); // else the focus could not be told from the choice
  if (!spot.show_label) return i.clicked;
  const Rect tag_rect = label_rect(f, spot.label_at, spot.label, spot.icon);
  const bool named =
      f.control({.id = name, .label = {}, .role = Role::hot_spot, .rect = tag_rect, .enabled = spot.enabled, .focusable = false}).clicked;
  draw_label(f, tag_rect, spot.label, spot.icon, spot.selected);
  ring_if(f, i, tag_rect, f.px(4));
  return i.clicked || named;
}

} // namespace firsthand::ui
