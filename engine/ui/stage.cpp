// The order of a frame: what the pointer did, then drawing, then what the keyboard did that no widget used.
#include "engine/ui/stage.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace firsthand::ui {
namespace {

std::string_view first_part(std::string_view id) { return id.substr(0, id.find('/')); }

bool is_arrow(Key key) { return key == Key::left || key == Key::right || key == Key::up || key == Key::down; }

bool wishes(const Intents& intents) {
  return intents.back || intents.help || intents.full_screen || intents.text_step != 0 || intents.text_reset;
}
bool acts(const FrameInput& input) { return input.pressed || input.key.key != Key::none || !input.text.empty() || input.wheel != 0; }

} // namespace

void Stage::begin_frame(FrameInput frame_input, std::int64_t time_ms, Size window_size, ImDrawList* list) {
  ++frame_;
  input = std::move(frame_input);
  now_ms = time_ms, size = window_size;
  const bool resized = settings.text_percent != text_percent_before_ || size != size_before_; // it is seen at every size
  text_percent_before_ = settings.text_percent, size_before_ = size;
  const bool typed = untouched_ && !input.text.empty(); // nobody writes where they do not see it
  if (acts(input)) untouched_ = false;
  focus_moved = std::exchange(focus_moving_, false) || typed || (resized && !untouched_);
  focus_led = std::exchange(focus_leading_, false);
  scroll_keys = std::exchange(scroll_keys_next_, {});
  moving_ = false, input_held = false, wake_at_ms.reset(), text_input.reset();
  groups.clear(), sheets.clear(), parts.clear(), areas.clear(), leading.clear(), screen.clear(), left_field.clear(), kept.clear();
  moment = 0, sheets_begun = 0, dragging = false, still = false;
  std::swap(before, now);
  now.clear();
  atlas.begin_frame();
  painter.begin_frame(list);
  text.begin_frame();
  pictures.begin_frame(now_ms, settings.motion);
  const Entry* was_focused = before.find(focused);
  const bool in_field = was_focused && was_focused->role == Role::field; // typing is not steering by keyboard
  watch_pointer();
  take_back_armed();
  guard_.filter(input, now_ms, in_field);
  forget_not_taken();
  key_used = input.key.key == Key::none;
  if (input.key.key == Key::tab || (input.key.key != Key::none && !in_field)) by_keyboard = true;
  take_escape(in_field);
  press_and_release();
}

// Whoever presses elsewhere does not mean it any more, even if the press comes too early after a change to do anything there.
void Stage::take_back_armed() {
  const Entry* under = before.topmost_at(input.pointer);
  const bool pointed = input.pressed && !(under && arming.is(under->id));
  const bool keyed = (input.key.key == Key::enter || input.key.key == Key::space) && !arming.is(focused);
  if (pointed || keyed) arming.disarm();
}

// Who types on has not read it yet.
void Stage::forget_not_taken() {
  constexpr std::int64_t long_enough_ms = 2000;
  if (not_taken && acts(input) && now_ms - not_taken->at_ms >= long_enough_ms) not_taken.reset();
}

// The two levels that no screen has to know: what was pressed once, and the field that is written in.
void Stage::take_escape(bool in_field) {
  if (input.key.key != Key::escape) return;
  if (!arming.id().empty())
    arming.disarm();
  else if (in_field)
    left_field = std::exchange(focused, {});
  else
    return;
  key_used = true;
}

// The wheel moves things on purpose; whatever else moves them under a pointer that rests does not.
void Stage::watch_pointer() {
  constexpr int frames_of_a_scroll = 4;
  const Entry* under = before.topmost_at(input.pointer);
  const std::string id = under ? under->id : std::string();
  scrolled_frames_ = input.wheel != 0 ? frames_of_a_scroll : std::max(0, scrolled_frames_ - 1);
  if (input.pointer == pointer_before_ && id != under_before_ && scrolled_frames_ == 0 && !input.down) guard_.moved_under_pointer(now_ms);
  pointer_before_ = input.pointer, under_before_ = id;
}

void Stage::press_and_release() {
  clicked.clear();
  const Entry* under = before.topmost_at(input.pointer);
  hot = under && under->enabled ? under->id : std::string();
  if (input.pressed) {
    by_keyboard = false;
    active = hot, pressed_at_ms = input.at_ms, pressed_at = input.pointer;
    const Entry* had = before.find(focused);
    const bool writes = had && had->role == Role::field;             // beside it nothing else gets what is typed on
    const bool beneath = under && under->layer < before.top_layer(); // beside a sheet, which stays until it is let go
    if (under && under->focusable && under->enabled && !beneath)
      focused = under->id;
    else if (!writes && !beneath)
      focused.clear();
  }
  if (!input.released) return;
  if (!active.empty() && active == hot) clicked = active;
  if (!clicked.empty() && under->layer < before.top_layer() && under->focusable) focused = asked_focus_ = clicked, asked_in_ = frame_;
  active.clear();
}

void Stage::move_focus_to(std::string_view id) {
  focused = id;
  focus_moving_ = true;
  by_keyboard = true; // it did not go where the pointer pressed: it has to be shown
}

void Stage::show_focused() {
  move_focus_to(std::string(focused));
  guard_.changed(dragging);
}

void Stage::ask_focus(std::string_view id) {
  move_focus_to(id);
  if (untouched_) focus_moving_ = false;
  asked_focus_ = id, asked_in_ = frame_;
}

void Stage::end_frame() {
  if (wishes(std::exchange(intents, {}))) show_what_came_of_it(); // the screen answered them while it was drawn
  if (!key_used && input.key.key == Key::tab)
    tab(input.key.shift);
  else if (!key_used && is_arrow(input.key.key) && !input.key.alt && !input.key.ctrl)
    arrow(input.key.key);
  leave_intents();
  if (wishes(intents)) show_what_came_of_it(); // the next frame answers them
  follow_changes();
  const auto order = tab_stops();
  const auto place = std::find_if(order.begin(), order.end(), [this](const Entry* e) { return e->id == focused; });
  if (place != order.end()) focus_place_ = static_cast<std::size_t>(place - order.begin());
  forget_unused();
}

// The answers to one question are a single stop, and so is a group that says so, on what is focused or chosen among them, else on the
// first: who chose B and presses Tab and Enter has not chosen C. Arrows and letters go from answer to answer.
std::vector<const Entry*> Stage::tab_stops(std::string_view also) const {
  std::vector<const Entry*> stops;
  for (const Entry* entry : now.focusable(also)) {
    const auto same = std::find_if(stops.begin(), stops.end(), [&](const Entry* stop) { return entry->shares_stop_with(*stop); });
    if (same == stops.end())
      stops.push_back(entry);
    else if (entry->id == focused || (entry->chosen && (*same)->id != focused))
      *same = entry;
  }
  return stops;
}

// Where Tab goes on from: the focused control, or the place where it stood if the screen is still the same.
std::size_t Stage::tab_start(const std::vector<const Entry*>& order, bool back) const {
  const std::size_t count = order.size();
  const auto at = std::find_if(order.begin(), order.end(), [this](const Entry* e) { return e->id == focused; });
  if (at != order.end()) return (static_cast<std::size_t>(at - order.begin()) + (back ? count - 1 : 1)) % count;
  const std::size_t place = std::min(focus_place_, count - 1);
  if (!focused.empty() && first_part(order[place]->id) == first_part(focused)) return back ? (place + count - 1) % count : place;
  return back ? count - 1 : 0;
}

void Stage::tab(bool back) {
  const auto order = tab_stops(focused); // what was just done and cannot be done again still has its place
  key_used = true;
  if (!order.empty()) move_focus_to(std::string(order[tab_start(order, back)]->id));
}

void Stage::leave_intents() {
  if (key_used) return;
  const KeyPress& press = input.key;
  const bool above = now.top_layer() > 0; // then the screen is not the level that is meant
  intents.back = !above && (press.key == Key::escape || (press.key == Key::left && press.alt));
  intents.help = press.key == Key::f1;
  intents.full_screen = press.key == Key::f11;
  intents.read_screen = press.key == Key::f2;
  intents.be_quiet = press.key == Key::f4 && !press.alt;
  intents.text_step = !press.ctrl ? 0 : press.key == Key::plus ? 1 : press.key == Key::minus ? -1 : 0;
  intents.text_reset = press.key == Key::zero;
}

void Stage::forget_unused() {
  const auto old = [this](const auto& entry) { return entry.second.used + 2 < frame_; };
  std::erase_if(scrolled_, old);
  std::erase_if(edited_, old);
  std::erase_if(eased_, old);
}

void Stage::may_scroll(std::string_view id, const Rect& area, bool has_focus) {
  ScrollKeys& next = scroll_keys_next_;
  if (has_focus) next.of_focus = id;
  if (area.contains(input.pointer)) next.under_pointer = id;
  if (area.w * area.h > next.largest_area) next.largest = id, next.largest_area = area.w * area.h;
}

Stage::Scrolled& Stage::scrolled(std::string_view id) {
  Scrolled& found = scrolled_[std::string(id)];
  found.used = frame_;
  return found;
}

Stage::Edited& Stage::edited(std::string_view id) {
  const auto [found, opened] = edited_.try_emplace(std::string(id));
  if (opened) found->second.edit.place(SIZE_MAX); // writing goes on where the text ends
  found->second.used = frame_;
  return found->second;
}

float Stage::ease(std::string_view id, bool on, int ms) {
  const float goal = on ? 1.0F : 0.0F;
  auto [found, added] = eased_.try_emplace(std::string(id), Eased{goal, now_ms, frame_});
  Eased& eased = found->second;
  const float step = static_cast<float>(now_ms - eased.last_ms) / static_cast<float>(std::max(1, ms));
  eased.last_ms = now_ms, eased.used = frame_;
  if (settings.motion == Motion::reduced)
    eased.at = goal;
  else
    eased.at = goal > eased.at ? std::min(goal, eased.at + step) : std::max(goal, eased.at - step);
  if (eased.at != goal) moving_ = true;
  const float rest = 1 - eased.at;
  return 1 - rest * rest; // ease out
}

void Stage::text_wanted(const Rect& caret) { text_input = caret; }

void Stage::device_lost() {
  atlas.device_lost();
  painter.device_lost();
  pictures.device_lost();
}

} // namespace firsthand::ui
