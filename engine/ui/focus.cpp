// Where the focus goes by itself: to the main control of a screen, back to where it was when a sheet closes, to the neighbour of
// a control that went away. It stays on one that was done and is still shown: one more Enter then does nothing. And what begins anew when
// another screen, step, sheet or list is shown.
#include "engine/ui/stage.h"

#include <algorithm>
#include <functional>

namespace firsthand::ui {

namespace {

using Order = std::vector<const Entry*>;

const Entry* with_id(const Order& order, std::string_view id) {
  const auto found = std::find_if(order.begin(), order.end(), [id](const Entry* e) { return e->id == id; });
  return found == order.end() ? nullptr : *found;
}

const Entry* main_of(const Order& order) {
  const auto found = std::find_if(order.begin(), order.end(), [](const Entry* e) { return e->main; });
  return found == order.end() ? nullptr : *found;
}

// Nobody shall come upon these by pressing Enter once more: time that passes, and the way out.
bool is_risky(const Entry& entry) { return entry.part == Part::strip || entry.part == Part::back; }

// What is entered with the keyboard on it. Of a screen without a main control the first, never the way out.
const Entry* primary_of(const Order& order) {
  if (const Entry* main = main_of(order)) return main;
  const auto first = std::find_if(order.begin(), order.end(), [](const Entry* e) { return !is_risky(*e); });
  return first != order.end() ? *first : order.empty() ? nullptr : order.front();
}

// The first of `then` from `from` on, in steps of `by`, that is still there and fits.
template<class Fits>
const Entry* survivor(const std::vector<Entry>& then, const Order& now, std::ptrdiff_t from, std::ptrdiff_t by, Fits fits) {
  for (std::ptrdiff_t i = from + by; i >= 0 && i < static_cast<std::ptrdiff_t>(then.size()); i += by)
    if (fits(then[static_cast<std::size_t>(i)]))
      if (const Entry* still = with_id(now, then[static_cast<std::size_t>(i)].id)) return still;
  return nullptr;
}

// Main to main (Submit becomes Go on); else its neighbours in the group, another of the group, the main one, the next.
const Entry* heir_of(const Entry& gone, std::ptrdiff_t place, const std::vector<Entry>& then, const Order& now) {
  if (gone.main)
    if (const Entry* main = main_of(now)) return main;
  const auto same_group = [&](const Entry& e) { return !gone.group.empty() && e.group == gone.group; };
  for (const std::ptrdiff_t by : {1, -1})
    if (const Entry* heir = survivor(then, now, place, by, same_group)) return heir;
  for (const Entry* each : now)
    if (same_group(*each)) return each;
  if (const Entry* main = main_of(now)) return main;
  for (const std::ptrdiff_t by : {1, -1})
    if (const Entry* heir = survivor(then, now, place, by, [](const Entry& e) { return !is_risky(e); })) return heir;
  return primary_of(now);
}

} // namespace

// A screen that nobody has touched yet stays at its head.
void Stage::give_focus(const Entry* entry) {
  if (!entry) return;
  move_focus_to(std::string(entry->id));
  if (untouched_) focus_moving_ = false;
}

// Of what can be pressed now, in any order and wherever it stands: scrolling and a press that only marks change nothing.
std::size_t Stage::fingerprint() const {
  const std::hash<std::string> hash;
  const auto mix = [](std::size_t a, std::size_t b) { return (a ^ b) * 1'099'511'628'211ULL + 0x9E3779B97F4A7C15ULL; };
  std::size_t sum = 0;
  const int top = now.top_layer();
  for (const Entry& entry : now.entries())
    if (entry.focusable && entry.layer == top && !entry.id.empty()) sum += mix(hash(entry.id), 1);
  std::size_t all = mix(sum, hash(screen));
  for (const int number : {moment, top, size.w, size.h, settings.text_percent, static_cast<int>(settings.theme)})
    all = mix(all, static_cast<std::size_t>(number));
  return mix(all, hash(settings.language));
}

// A screen that is shown for the first time, or a sheet that came or went. A screen opens at its head, to be read: its main control may
// stand below, and is brought into sight by the first key that goes to it.
void Stage::enter(bool from_above) {
  const Order order = now.focusable();
  const int top = now.top_layer();
  if (top > layer_before_) below_.push_back(focus_before_);
  const Entry* back = nullptr;
  while (static_cast<int>(below_.size()) > top) {
    back = with_id(order, below_.back());
    below_.pop_back();
  }
  if (focus_is_asked() && with_id(order, focused)) return;
  give_focus(back && from_above ? back : primary_of(order));
}

// The focused control went away: never to what must not be come upon. One that only cannot be pressed any more keeps it, so that
// who presses Enter once too often does not do the next thing; but Submit becomes Go on.
void Stage::keep_focus() {
  const Order order = now.focusable();
  // What a screen is for may be known only after a while: it has the focus as if it had been there, unless somebody steers already.
  const Entry* main = untouched_ && !order_.empty() && !focus_is_asked() ? main_of(order) : nullptr;
  const bool arrives = main && std::none_of(order_.begin(), order_.end(), [&](const Entry& e) { return e.id == main->id; });
  if (arrives) return give_focus(main);
  if (focused.empty() || with_id(order, focused) || focus_is_asked()) return;
  const Entry* shown = now.find(focused);
  const bool stays = shown && shown->focusable && shown->layer == now.top_layer();
  if (stays && !(shown->main && main_of(order))) return;
  const auto gone = std::find_if(order_.begin(), order_.end(), [this](const Entry& e) { return e.id == focused; });
  if (gone != order_.end()) give_focus(heir_of(*gone, gone - order_.begin(), order_, order));
}

void Stage::follow_changes() {
  const int top = now.top_layer();
  const bool other_screen = screen != screen_before_;
  if (other_screen) below_.clear(), untouched_ = true, not_taken.reset();
  if (other_screen || top != layer_before_) {
    enter(!other_screen && top < layer_before_);
    if (other_screen) focus_moving_ = false; // whoever asked for it: see give_focus
  } else if (!still) {
    keep_focus();
  }
  const Entry* armed = now.find(arming.id());
  if (other_screen || !armed || !armed->enabled || armed->layer != top) arming.disarm();
  const std::size_t seen = fingerprint();
  if (seen != seen_) {
    guard_.changed(dragging);
    if (!dragging) active.clear();
    wake_at_ms = now_ms; // the guard counts from the next frame
  }
  seen_ = seen, layer_before_ = top, screen_before_ = screen, focus_before_ = focused;
  if (still) return;
  order_.clear();
  for (const Entry* each : now.focusable())
    order_.push_back(*each);
}

} // namespace firsthand::ui
