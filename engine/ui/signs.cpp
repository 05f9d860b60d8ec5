// Tags, progress, notices, confirm strips, and the marks over pictures.
#include "engine/ui/box.h"
#include "engine/ui/parts.h"
#include "engine/ui/stage.h"

#include <array>

namespace firsthand::ui {
namespace {

IconWords parts_of(const Tag& t) {
  return {.icon = t.icon,
          .words = t.label,
          .icon_side = 16,
          .gap = 6,
          .type = Type::small_bold,
          .ink = t.meaning == Meaning::quiet ? Colour::text : ink_of(t.meaning),
          .icon_ink = t.meaning == Meaning::quiet ? Colour::text : ink_of(t.meaning)};
}

} // namespace

Size size_of(Frame& f, const Tag& t, int max_width) {
  const int sides = 2 * f.px(10);
  const Size inside = size_of(f, parts_of(t), max_width > 0 ? std::max(1, max_width - sides) : 0);
  return {inside.w + sides, std::max(f.px(28), inside.h + f.px(8))};
}

Size tag(Frame& f, Point at, const Tag& t, int max_width) {
  const Size size = size_of(f, t, max_width);
  const Rect rect{at.x, at.y, size.w, size.h};
  f.fill(rect, ground_of(t.meaning), f.small_radius());
  if (f.high_contrast() && t.meaning == Meaning::quiet) f.border(rect, Colour::line, 2, f.small_radius());
  const Cut cut = draw(f, rect.inset(f.px(10), 0), parts_of(t));
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

Box notice_box(const Notice& n, bool& pressed) {
  Box line = box::row({.pad = pad(16, 8)});
  if (!n.icon.empty()) line.add(std::vector{box::icon(n.icon, 22, ink_of(n.meaning)), box::space(12)});
  line.add(box::text(n.words, Type::body, Colour::text, {.listed = Listed::no}).grow());
  const Button action{.id = n.action_id, .label = n.action_label, .size = ButtonSize::small};
  if (!n.action_label.empty()) line.add(std::vector{box::space(16), box::button(action, pressed).most_percent(50)});
  return std::move(line).least(0, 56);
}

} // namespace

int notice_height(Frame& f, const Notice& n, int width) {
  bool none = false;
  return notice_box(n, none).height(f, width);
}

bool notice(Frame& f, const Rect& rect, const Notice& n) {
  bool pressed = false;
  f.fill(rect, ground_of(n.meaning), f.radius());
  f.list(Role::notice, n.words, rect, {}, notice_height(f, n, rect.w) > rect.h + 1 ? Cut::cut : Cut::whole);
  notice_box(n, pressed).draw(f, rect);
  return pressed;
}

namespace {

Button confirm_button(std::string_view id, std::string_view label) { return {.id = id, .label = label, .size = ButtonSize::small}; }

Box confirm_buttons(const Confirm& c, Answer& answer) {
  return box::group(c.no_id,
                    box::row({.gap = 8, .along = Along::end}, box::button(confirm_button(c.no_id, c.no_label), Pressed(answer, Answer::no)),
                             box::button(confirm_button(c.yes_id, c.yes_label), Pressed(answer, Answer::yes))));
}

Box confirm_words(const Confirm& c) {
  return box::row({.gap = 12}, c.icon.empty() ? Box() : box::icon(c.icon, 22, Colour::warn),
                  box::text(c.words, Type::body, Colour::text, {.listed = Listed::no}).grow());
}

// Both buttons to the right of the words while these keep half of the width, else below them.
Box confirm_box(const Confirm& c, Answer& answer) {
  const auto keep_half = [&c, &answer](Frame& f, int width, const Box&) {
    return confirm_buttons(c, answer).size(f).w + f.px(16) <= width / 2;
  };
  Box beside = box::row({.gap = 16}, confirm_words(c).grow(), confirm_buttons(c, answer));
  Box below = box::column({.gap = 8}, confirm_words(c), confirm_buttons(c, answer));
  return box::column({.pad = pad(16, 8), .along = Along::centre}, Box(keep_half, std::move(beside), std::move(below))).least(0, 56);
}

} // namespace

int confirm_height(Frame& f, const Confirm& c, int width) {
  Answer none{};
  return confirm_box(c, none).height(f, width);
}

Answer confirm(Frame& f, const Rect& rect, const Confirm& c) {
  Answer answer = Answer::none;
  f.fill(rect, Colour::warn_soft, f.radius());
  f.list(Role::notice, c.words, rect);
  if (!f.stage().before.find(c.no_id)) f.focus(c.no_id); // it came just now: Enter once more changes nothing
  confirm_box(c, answer).draw(f, rect);
  if (f.closes(c.no_id) && answer == Answer::none) answer = Answer::no;
  return answer;
}

namespace {

IconWords label_parts(std::string_view label, std::string_view icon, bool selected) {
  const Colour ink = selected ? Colour::on_acc : Colour::text;
  return {.icon = icon, .words = label, .icon_side = 16, .gap = 6, .type = Type::small_bold, .ink = ink, .icon_ink = ink};
}

Rect label_rect(Frame& f, Point at, std::string_view label, std::string_view icon) {
  const Size size = size_of(f, label_parts(label, icon, false), 0);
  return {at.x, at.y, size.w + 2 * f.px(8), std::max(f.px(24), size.h + f.px(4))};
}

void draw_label(Frame& f, const Rect& rect, std::string_view label, std::string_view icon, bool selected) {
  f.fill(rect, selected ? Colour::acc : Colour::surf, f.small_radius());
  f.border(rect, selected ? Colour::surf : Colour::line2, 1, f.small_radius());
  draw(f, rect.inset(f.px(8), 0), label_parts(label, icon, selected));
}

std::array<Point, 4> corners_of(const Rect& r) { return {{{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}}; }

// Under the pointer: a thin white line between two dark ones, with nothing of the colour of what is selected.
void hover_outline(Frame& f, const HotSpot& spot) {
  const std::array<Point, 4> box = corners_of(spot.rect);
  const std::span<const Point> shape = spot.shape.size() >= 3 ? spot.shape : std::span<const Point>(box);
  f.polygon(shape, Colour::halo_edge, f.px(4));
  f.polygon(shape, Colour::halo, f.px(2));
}

void outline(Frame& f, const HotSpot& spot, int inner, int outer) {
  const std::array<Point, 4> box = corners_of(spot.rect);
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
                                   .value = spot.said,
                                   .shape = spot.shape});
  if (spot.selected || i.ring)
    outline(f, spot, f.px(3), f.px(6));
  else if (i.hovered)
    hover_outline(f, spot);
  if (spot.selected) ring_if(f, i, bounds_of(spot), f.radius()); // else the focus could not be told from the choice
  if (!spot.show_label) return i.clicked;
  const Rect tag_rect = label_rect(f, spot.label_at, spot.label, spot.icon);
  const bool named =
      f.control({.id = name, .label = {}, .role = Role::hot_spot, .rect = tag_rect, .enabled = spot.enabled, .focusable = false}).clicked;
  draw_label(f, tag_rect, spot.label, spot.icon, spot.selected);
  ring_if(f, i, tag_rect, f.small_radius());
  return i.clicked || named;
}

} // namespace firsthand::ui
