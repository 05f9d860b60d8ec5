// The face of the stage: scales, colours, registers. Text in frame_text.cpp.
#include "engine/ui/frame.h"

#include "engine/ui/stage.h"

#include <algorithm>

namespace firsthand::ui {

int Frame::px(int design_px) const {
  const std::int64_t grown = std::int64_t{design_px} * stage_.settings.text_percent * stage_.display_percent;
  return static_cast<int>((grown + (grown < 0 ? -5000 : 5000)) / 10000);
}

int Frame::width() const { return stage_.size.w; }
int Frame::height() const { return stage_.size.h; }
int Frame::text_percent() const { return stage_.settings.text_percent; }
const Settings& Frame::settings() const { return stage_.settings; }
bool Frame::high_contrast() const { return stage_.settings.theme == Theme::high_contrast; }
Rgba Frame::rgba(Colour colour) const { return colour_of(stage_.settings.theme, colour); }

void Frame::fill(const Rect& rect, Rgba colour, int radius, std::uint8_t corners) { stage_.painter.rounded(rect, colour, radius, corners); }

void Frame::fill(const Rect& rect, Colour colour, int radius, std::uint8_t corners) {
  if (colour == Colour::none) return;
  fill(rect, rgba(colour), radius, corners);
  if (const auto meaning = high_contrast() ? meaning_of_ground(colour) : std::nullopt) border(rect, *meaning, 2, radius, corners);
}

void Frame::border(const Rect& rect, Colour colour, int thickness, int radius, std::uint8_t corners) {
  stage_.painter.border(rect, rgba(colour), thickness, radius, corners);
}

void Frame::hline(int x, int y, int w, Colour colour, int thickness, Stroke stroke) {
  stage_.painter.strokes({x, y, w, thickness}, true, rgba(colour), stroke);
}

void Frame::vline(int x, int y, int h, Colour colour, int thickness, Stroke stroke) {
  stage_.painter.strokes({x, y, thickness, h}, false, rgba(colour), stroke);
}

void Frame::polyline(std::span<const Point> points, Colour colour, int thickness) {
  stage_.painter.polyline(points, rgba(colour), thickness, false);
}

void Frame::polygon(std::span<const Point> points, Colour outline, int thickness) {
  stage_.painter.polyline(points, rgba(outline), thickness, true);
}

void Frame::disc(Point centre, int diameter, Colour colour) { stage_.painter.disc(centre, diameter, rgba(colour)); }

void Frame::circle(Point centre, int diameter, Colour colour, int thickness) {
  stage_.painter.circle(centre, diameter, rgba(colour), thickness);
}

void Frame::diamond(Point centre, int size, Colour outline, Colour inside, int thickness) {
  stage_.painter.diamond(centre, size, rgba(outline), rgba(inside), thickness);
}

void Frame::focus_ring(const Rect& rect, int radius) {
  const int thickness = px(high_contrast() ? 4 : 3), gap = px(2);
  border(rect.grown(gap + thickness), Colour::acc, thickness, radius > 0 ? radius + gap + thickness : 0);
}

bool Frame::icon(std::string_view name, const Rect& rect, Colour colour) {
  return !name.empty() && stage_.pictures.icon(name, rect, rgba(colour));
}

Placed Frame::picture(const Picture& picture, const Rect& rect, const PictureOptions& options) {
  return scene({&picture, 1}, rect, options);
}

Placed Frame::scene(std::span<const Picture> layers, const Rect& rect, const PictureOptions& options) {
  const Placed placed = stage_.pictures.place(layers, rect, options, rgba(options.corner_ground));
  if (high_contrast() && placed.ok) stage_.painter.border(placed.rect, rgba(Colour::line), 2, options.radius, options.corners);
  if (!options.label.empty()) list(Role::picture, options.label, rect);
  return placed;
}

void Frame::push_clip(const Rect& rect) { stage_.painter.push_clip(rect); }
void Frame::pop_clip() { stage_.painter.pop_clip(); }
Rect Frame::clip() const { return stage_.painter.clip(); }

void Frame::begin_sheet(std::string_view id, const Rect& rect, std::string_view label, Beside beside) {
  stage_.sheets.push_back(++stage_.sheets_begun);
  Entry entry;
  entry.id = id, entry.label = label, entry.role = Role::sheet, entry.rect = rect, entry.clip = clip();
  entry.layer = stage_.layer(), entry.hears_beside = beside == Beside::heard;
  stage_.now.add(std::move(entry));
}

bool Frame::released_beside(const Rect& rect) const { return stage_.input.released && !rect.contains(stage_.pressed_at); }

void Frame::end_sheet() { stage_.sheets.pop_back(); }

void Frame::list(Role role, std::string_view label, const Rect& rect, std::string_view value, Cut cut) {
  Entry entry;
  entry.label = label, entry.role = role, entry.rect = rect, entry.clip = clip(), entry.value = value, entry.cut = cut;
  entry.layer = stage_.layer();
  if (!stage_.parts.empty()) entry.part = stage_.parts.back();
  if (!stage_.areas.empty()) entry.area = stage_.areas.back();
  stage_.now.add(std::move(entry));
}

namespace {

Entry entry_of(const Control& control, const Stage& stage, const Rect& clip) {
  Entry entry;
  entry.id = control.id, entry.label = control.label, entry.role = control.role, entry.rect = control.rect, entry.clip = clip;
  entry.enabled = control.enabled, entry.focusable = control.focusable, entry.value = control.value, entry.cut = control.cut;
  entry.chosen = control.chosen, entry.done = control.done, entry.secret = control.secret;
  if (!control.enabled) entry.reason = control.reason;
  if (control.choose_key >= 'A' && control.choose_key <= 'Z') entry.key = control.choose_key;
  entry.main = control.main, entry.asks_twice = control.asks_twice, entry.armed = stage.arming.is(control.id);
  if (!stage.parts.empty()) entry.part = stage.parts.back();
  entry.focused = stage.focused == control.id;
  if (!stage.groups.empty()) entry.group = stage.groups.back().id, entry.one_stop = stage.groups.back().stops == Stops::once;
  if (!stage.areas.empty()) entry.area = stage.areas.back();
  entry.layer = stage.layer();
  entry.shape.assign(control.shape.begin(), control.shape.end());
  return entry;
}

bool field_has_focus(const Stage& stage) {
  const Entry* focused = stage.before.find(stage.focused);
  return focused && focused->role == Role::field;
}

bool covered_by_sheet(const Stage& stage) { return stage.before.top_layer() > stage.layer(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Half of it, or of the room that it is shown in.
bool in_sight(const Rect& rect, const Rect& clip) {
  const Rect seen = intersection(rect, clip);
  return !seen.empty() && 2 * seen.h >= std::min(rect.h, clip.h);
}

// Enter or Space on the focused control. Uses the key up. What was scrolled out of sight is only shown by it: nobody presses what
// he does not see.
bool pressed_by_key(Stage& stage, const Control& control, const Rect& clip) {
  const KeyPress& press = stage.input.key;
  if (stage.key_used || press.ctrl || press.alt) return false;
  const bool own = stage.focused == control.id && control.role != Role::field && control.focusable;
  if (!own || (press.key != Key::enter && press.key != Key::space)) return false;
  stage.key_used = true;
  if (in_sight(control.rect, clip)) return true;
  stage.show_focused();
  return false;
}

// The key that stands for it, wherever the focus is. Uses the key up.
bool chosen_by_key(Stage& stage, const Control& control) {
  const KeyPress& press = stage.input.key;
  if (stage.key_used || press.ctrl || press.alt || press.key != Key::letter || control.choose_key == 0) return false;
  const bool upper = control.choose_key >= 'A' && control.choose_key <= 'Z';
  if (press.character != static_cast<char>(upper ? control.choose_key + 32 : control.choose_key)) return false;
  if (field_has_focus(stage) || covered_by_sheet(stage)) return false;
  return stage.key_used = true;
}

// Once more before it is done. Where it does not ask, a press is a press, and takes back what was armed elsewhere.
bool meant(Stage& stage, const Control& control) {
  if (control.asks_twice) {
    const std::int64_t began = stage.clicked == control.id ? stage.pressed_at_ms : stage.input.at_ms;
    return stage.arming.pressed(control.id, began, stage.input.at_ms);
  }
  stage.arming.disarm();
  return true;
}

} // namespace

Interaction Frame::control(const Control& control) {
  stage_.now.add(entry_of(control, stage_, clip()));
  Interaction result;
  result.focused = stage_.focused == control.id && control.enabled;
  result.ring = stage_.focused == control.id && stage_.by_keyboard; // on what was done too: from there the keys go on
  const bool by_number = control.key_leads || is_digit(control.choose_key);
  if (!control.enabled) { // its number leads there too: Enter after it must not do another thing
    if (by_number && chosen_by_key(stage_, control)) stage_.move_focus_to(control.id);
    return result;
  }
  result.hovered = stage_.hot == control.id && (stage_.active.empty() || stage_.active == control.id);
  result.held = result.hovered && stage_.active == control.id;
  const bool chosen = chosen_by_key(stage_, control), leads = chosen && by_number;
  if (chosen) stage_.move_focus_to(control.id);
  if (leads)
    stage_.arming.chosen(control.id);
  else if (chosen || stage_.clicked == control.id || pressed_by_key(stage_, control, clip()))
    result.clicked = meant(stage_, control);
  if (result.clicked) stage_.show_what_came_of_it();
  result.armed = stage_.arming.is(control.id);
  result.hover = stage_.ease(control.id, result.hovered, 120);
  return result;
}

void Frame::screen(std::string_view name) { (stage_.screen += name) += '/'; }
void Frame::moment(int turn) { stage_.moment = turn; }
void Frame::begin_part(Part part) { stage_.parts.push_back(part); }
void Frame::end_part() { stage_.parts.pop_back(); }
bool Frame::armed(std::string_view id) const { return stage_.arming.is(id); }
const std::optional<NotTaken>& Frame::not_taken() const { return stage_.not_taken; }

bool Frame::left_field(std::string_view id) const { return !stage_.left_field.empty() && stage_.left_field == id; }
void Frame::keep_still() { stage_.still = true; }
void Frame::drag() { stage_.dragging = true; }
void Frame::begin_group(std::string_view id, Stops stops) { stage_.groups.push_back({std::string(id), stops}); }
void Frame::end_group() { stage_.groups.pop_back(); }
void Frame::focus(std::string_view id) { stage_.ask_focus(id); }
std::string_view Frame::focused() const { return stage_.focused; }

bool Frame::shortcut(Key key, char character, bool ctrl) {
  const KeyPress& press = stage_.input.key;
  if (stage_.key_used || press.key != key || press.ctrl != ctrl || press.alt || covered_by_sheet(stage_)) return false;
  if (key == Key::letter && press.character != character) return false;
  const bool writes = key == Key::letter || key == Key::plus || key == Key::minus;
  if (writes && !ctrl && field_has_focus(stage_)) return false;
  stage_.show_what_came_of_it();
  return stage_.key_used = true;
}

bool Frame::is_over(const Rect& rect) const { return intersection(rect, clip()).contains(pointer()) && !covered_by_sheet(stage_); }
int Frame::wheel() const { return stage_.input.wheel; }
void Frame::use_wheel() { stage_.input.wheel = 0; }
bool Frame::pressed() const { return stage_.input.pressed; }

bool Frame::closes(std::string_view level) {
  stage_.now.add_level(level);
  return shortcut(Key::escape);
}

// The wish is one frame old: it was meant for the screen of then.
bool Frame::leaves(std::string_view screen) {
  stage_.now.add_level(screen);
  return stage_.intents.back && stage_.same_screen();
}

const Intents& Frame::intents() const { return stage_.intents; }
Point Frame::pointer() const { return stage_.input.pointer; }
bool Frame::pointer_down() const { return stage_.input.down; }
bool Frame::acted() const { return stage_.input.acted; }
bool Frame::was_shown(std::string_view id) const { return stage_.before.find(id) != nullptr; }
std::int64_t Frame::now_ms() const { return stage_.now_ms; }

void Frame::hold_input() { stage_.input_held = true; }

void Frame::wake_after(int ms) {
  const std::int64_t at = stage_.now_ms + ms;
  stage_.wake_at_ms = stage_.wake_at_ms ? std::min(*stage_.wake_at_ms, at) : at;
}

float Frame::ease(std::string_view id, bool on, int ms) { return stage_.ease(id, on, ms); }
const Registry& Frame::registry() const { return stage_.now; }

} // namespace firsthand::ui
