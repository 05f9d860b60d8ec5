// The scroll area: clip, wheel, keys, bar, and bringing the focused control into view.
#include "engine/ui/parts.h"
#include "engine/ui/stage.h"

#include <algorithm>
#include <utility>

namespace firsthand::ui {
namespace {

struct Bar {
  Rect track, thumb;
};

Bar bar_of(Frame& f, const Rect& outer, int content, int view, int offset) {
  const int w = f.px(8);
  Bar bar;
  bar.track = {outer.right() - w, outer.y, w, outer.h};
  const int length = std::max(f.px(40), static_cast<int>(static_cast<long long>(view) * view / std::max(1, content)));
  const int travel = bar.track.h - length, hidden = std::max(1, content - view);
  bar.thumb = {bar.track.x, bar.track.y + static_cast<int>(static_cast<long long>(travel) * offset / hidden), w, length};
  return bar;
}

constexpr int arrow_step = 48; // design pixels
constexpr int above_led = 112; // the same: of a card, whose button stands at its lower end

int key_step(Frame& f, Stage& stage, const Rect& view) {
  if (stage.key_used || stage.input.key.alt || stage.input.key.ctrl) return 0;
  const int page = view.h - f.px(arrow_step);
  switch (stage.input.key.key) {
  case Key::page_down:
    return page;
  case Key::page_up:
    return -page;
  case Key::down:
    return f.px(arrow_step);
  case Key::up:
    return -f.px(arrow_step);
  case Key::home:
    return -1'000'000;
  case Key::end:
    return 1'000'000;
  default:
    return 0;
  }
}

// Something goes on beyond that edge: what lies there is no whole page, even where a line ends just above it.
void edge_shade(Frame& f, const Rect& outer, bool at_end) {
  constexpr int strips = 5, strip = 3, darkest = 120, strong = 2;
  const int h = f.px(strip), line = f.px(strong), w = outer.w - ScrollArea::room_for_bar(f);
  if (f.high_contrast()) return f.hline(outer.x, at_end ? outer.bottom() - line : outer.y, w, Colour::line2, line);
  Rgba shade = f.rgba(Colour::line2);
  for (int i = 0; i < strips; ++i) {
    shade.a = static_cast<std::uint8_t>(darkest * (strips - i) / (2 * strips));
    f.fill(Rect{outer.x, at_end ? outer.bottom() - (i + 1) * h : outer.y + i * h, w, h}, shade);
  }
}

bool is_page_key(Key key) { return key == Key::page_down || key == Key::page_up || key == Key::home || key == Key::end; }

// The area that holds the focus takes them, else the one under the pointer, else the largest, and none below a sheet. Arrows belong to a
// group if the focus stands in one, and to an area that leads: see arrows.cpp.
bool takes_keys(const Stage& stage, const std::string& id, bool leads) {
  if (stage.scroll_keys.owner() != id) return false; // what lies below a sheet is none: see finish
  const Entry* focus = stage.before.find(stage.focused);
  return is_page_key(stage.input.key.key) || (!leads && (!focus || focus->group.empty()));
}

bool holds_focus(const Stage& stage, std::size_t first_entry) {
  const auto& entries = stage.now.entries();
  return !stage.focused.empty() && std::any_of(entries.begin() + static_cast<std::ptrdiff_t>(first_entry), entries.end(),
                                               [&](const Entry& each) { return each.id == stage.focused; });
}

// How far to move so that the place is seen: its head first, if there is no room for all of it. `above`: and so much of what stands over
// it.
int step_to(const Rect& wanted, const Rect& view, int above = 0) {
  if (wanted.y < view.y) return wanted.y - view.y - std::min(above, std::max(0, view.h - wanted.h));
  return wanted.bottom() > view.bottom() ? std::min(wanted.bottom() - view.bottom(), wanted.y - view.y) : 0;
}

// The same of a control, with room for its ring.
int step_to(Frame& f, std::string_view control, std::size_t first_entry, const Rect& view, int above = 0) {
  const auto& entries = f.registry().entries();
  for (std::size_t i = first_entry; i < entries.size() && !control.empty(); ++i)
    if (entries[i].id == control) return step_to(entries[i].rect.grown(f.px(8)), view, above);
  return 0;
}

// Enough of it to be pressed: then it stays where the pointer is.
bool is_in_view(Frame& f, const std::string& control, const Rect& view) {
  const Entry* entry = control.empty() ? nullptr : f.registry().find(control);
  return entry && view.contains(entry->rect.centre());
}

void drag(Stage& stage, Stage::Scrolled& state, const Interaction& i, const Bar& bar, int hidden) {
  const FrameInput& in = stage.input;
  if (!in.down) state.grabbed_at = -1;
  if (in.pressed && i.hovered)
    state.grabbed_at = bar.thumb.contains({bar.thumb.x, in.pointer.y}) ? in.pointer.y - bar.thumb.y : bar.thumb.h / 2;
  const int travel = bar.track.h - bar.thumb.h;
  if (state.grabbed_at < 0 || travel <= 0) return;
  const int top = in.pointer.y - state.grabbed_at - bar.track.y;
  state.offset = static_cast<int>(static_cast<long long>(top) * hidden / travel);
}

} // namespace

int ScrollArea::room_for_bar(const Frame& f) { return f.px(16); }

ScrollArea::ScrollArea(Frame& f, const Scroll& scroll)
    : f_(f), id_(scroll.id), label_(scroll.label), outer_(scroll.rect), leads_(scroll.leads) {
  inner_ = outer_;
  inner_.w -= room_for_bar(f);
  Stage::Scrolled& state = f.stage().scrolled(id_);
  if (std::exchange(state.screen, f.stage().screen) != f.stage().screen) state.offset = 0;
  offset_ = state.offset;
  const int ring = f.px(6); // of a control at its side
  f.push_clip({outer_.x - ring, outer_.y, outer_.w + 2 * ring, outer_.h});
  first_entry_ = f.registry().entries().size();
  if (leads_) f.stage().areas.push_back(id_);
}

ScrollArea::~ScrollArea() { leave(); }

void ScrollArea::leave() {
  if (!std::exchange(open_, false)) return;
  f_.pop_clip();
  if (leads_) f_.stage().areas.pop_back();
}

void ScrollArea::finish(int content_bottom) {
  leave();
  Stage& stage = f_.stage();
  Stage::Scrolled& state = stage.scrolled(id_);
  if (leads_) stage.leading.push_back({id_, inner_, stage.layer(), f_.px(arrow_step)});
  const int content = content_bottom - top(), hidden = std::max(0, content - inner_.h), before = state.offset;
  const std::string wanted = std::exchange(state.to_control, {});
  const Rect place = std::exchange(state.to_place, {});
  state.content = content;
  f_.list(Role::scroll, label_, outer_);
  if (hidden > 0) {
    const Bar bar = bar_of(f_, outer_, content, inner_.h, std::min(state.offset, hidden));
    const Interaction i = f_.control(
        {.id = id_ + "/bar", .label = {}, .role = Role::button, .rect = bar.track, .focusable = false, .value = {}, .shape = {}});
    if (state.offset > 0) edge_shade(f_, outer_, false);
    if (state.offset < hidden) edge_shade(f_, outer_, true);
    f_.fill(bar.track, Colour::surf2, bar.track.w / 2);
    if (f_.high_contrast()) f_.border(bar.track, Colour::line, 1, bar.track.w / 2);
    f_.fill(bar.thumb, i.hovered || state.grabbed_at >= 0 ? Colour::acc : Colour::line2, bar.thumb.w / 2);
    drag(stage, state, i, bar, hidden);
    if (outer_.contains(stage.input.pointer) && stage.before.top_layer() <= stage.layer()) state.offset -= stage.input.wheel * f_.px(56);
    if (stage.layer() == stage.before.top_layer()) stage.may_scroll(id_, outer_, holds_focus(stage, first_entry_));
    if (const int step = takes_keys(stage, id_, leads_) ? key_step(f_, stage, inner_) : 0; step != 0)
      state.offset += step, stage.key_used = true;
    if (stage.focus_moved) state.offset += step_to(f_, stage.focused, first_entry_, inner_, stage.focus_led ? f_.px(above_led) : 0);
    if (!is_in_view(f_, wanted, inner_)) state.offset += step_to(f_, wanted, first_entry_, inner_);
    if (!place.empty()) state.offset += step_to(place, inner_);
  }
  if (state.to_end) state.offset = hidden, state.to_end = false;
  state.offset = std::clamp(state.offset, 0, hidden);
  if (state.offset != before) f_.wake_after(0);
}

void scroll_to_top(Frame& f, std::string_view id) { f.stage().scrolled(id).offset = 0; }
void scroll_to_end(Frame& f, std::string_view id) { f.stage().scrolled(id).to_end = true; }
void scroll_to(Frame& f, std::string_view id, std::string_view control) { f.stage().scrolled(id).to_control = control; }

void scroll_to(Frame& f, std::string_view id, const Rect& place) {
  Rect& all = f.stage().scrolled(id).to_place;
  const int top = all.empty() ? place.y : std::min(all.y, place.y), bottom = std::max(all.bottom(), place.bottom());
  all = {place.x, top, place.w, all.empty() ? place.h : bottom - top};
}

} // namespace firsthand::ui
