// See guard.h.
#include "engine/ui/guard.h"

#include <algorithm>

namespace firsthand::ui {

namespace {

bool is_move(const KeyPress& key) {
  if (key.ctrl || key.alt) return false;
  switch (key.key) {
  case Key::left:
  case Key::right:
  case Key::up:
  case Key::down:
  case Key::home:
  case Key::end:
  case Key::page_up:
  case Key::page_down:
    return true;
  default:
    return false;
  }
}

// What presses nothing itself and says what the next press is meant for.
bool chooses(const KeyPress& key) {
  const bool number = key.key == Key::letter && !key.ctrl && !key.alt && key.character >= '0' && key.character <= '9';
  return number || is_move(key) || key.key == Key::tab;
}

// What a field does with a key by itself. Enter is none of it: it submits.
bool edits_text(const KeyPress& key) {
  if (key.alt) return false;
  return is_move({key.key}) || key.key == Key::backspace || key.key == Key::del || key.key == Key::space || key.key == Key::letter;
}

// The size of the text and of the window: they press nothing.
bool is_of_the_window(Key key) { return key == Key::plus || key == Key::minus || key == Key::zero || key == Key::f11; }

} // namespace

bool Guard::counts(std::int64_t at_ms) const { return !fresh_ && at_ms >= until_ms_ && held_.empty() && !button_held_; }

void Guard::changed(bool dragging) {
  fresh_ = true;
  held_ = keys_now_;
  button_held_ = button_now_ && !dragging;
  void_press_ = button_held_;
}

// The change was presented at the end of the last frame: all that waited at that time was aimed at what was there before.
void Guard::begin_frame(const FrameInput& input) {
  if (fresh_) until_ms_ = now_ms_ + guard_ms;
  fresh_ = false;
  keys_now_ = input.keys, button_now_ = input.down;
  std::erase_if(held_, [&](std::int32_t code) { return std::find(input.keys.begin(), input.keys.end(), code) == input.keys.end(); });
}

void Guard::filter_key(KeyPress& key, std::int64_t at_ms, bool in_field) {
  if (key.key == Key::none) return;
  const bool edits = in_field && edits_text(key);
  const bool repeats = key.repeat && !edits && !is_move(key);
  const bool early = !counts(at_ms) && !edits && !is_of_the_window(key.key);
  const bool blind = (key.key == Key::enter || key.key == Key::space) && !edits && at_ms - choice_lost_ms_ < behind_ms;
  if (chooses(key)) choice_lost_ms_ = early ? at_ms : -behind_ms;
  if (repeats || early || blind) key = {};
}

void Guard::filter_button(FrameInput& input) {
  if (input.pressed) void_press_ = !counts(input.at_ms) || input.at_ms < pointer_until_ms_;
  const bool is_void = void_press_;
  if (!is_void) return;
  if (input.released) void_press_ = button_held_ = false;
  input.pressed = input.released = input.down = false;
}

void Guard::filter(FrameInput& input, std::int64_t now_ms, bool in_field) {
  now_ms_ = now_ms;
  begin_frame(input);
  filter_button(input);
  if (!button_now_) button_held_ = false;
  filter_key(input.key, input.at_ms, in_field);
}

// A press soon after another one is its second half, whichever of the two armed.
bool Arming::pressed(std::string_view id, std::int64_t began_ms, std::int64_t at_ms) {
  const bool again = is(id);
  const bool apart = began_ms - last_ms_ >= confirm_ms;
  id_ = id, last_ms_ = at_ms;
  if (!again || !apart) return false;
  id_.clear();
  return true;
}

} // namespace firsthand::ui
