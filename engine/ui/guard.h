// Whether what a person does counts: only if it began on the screen that is shown, and of what asks twice only a new press of
// its own. Knows times and keys; no control's meaning, no clock: the time is the frame's.
#pragma once

#include "engine/ui/input.h"

#include <string>

namespace firsthand::ui {

constexpr int guard_ms = 400;   // after each change of what can be pressed
constexpr int confirm_ms = 500; // between the two presses of what asks twice
constexpr int behind_ms = 1000; // a press this soon behind a key that should have chosen is meant for what it would have chosen

class Guard {
 public:
  // Takes out of a frame's share what does not count. `in_field`: the focused control takes text.
  void filter(FrameInput& input, std::int64_t now_ms, bool in_field);
  // At the end of the frame that drew another screen, step, sheet or list first: it is seen from the next frame on.
  // `dragging`: the button holds something that goes on being moved.
  void changed(bool dragging);
  // What lies under the pointer is another thing although the pointer did not move: its next press was aimed at the first.
  void moved_under_pointer(std::int64_t now_ms) { pointer_until_ms_ = now_ms + guard_ms; }

 private:
  bool counts(std::int64_t at_ms) const;
  void begin_frame(const FrameInput& input);
  void filter_key(KeyPress& key, std::int64_t at_ms, bool in_field);
  void filter_button(FrameInput& input);

  std::int64_t now_ms_ = 0, until_ms_ = 0, pointer_until_ms_ = 0;
  std::int64_t choice_lost_ms_ = -behind_ms; // when a key that should have chosen did not count, and none has since
  bool fresh_ = false;
  std::vector<std::int32_t> held_;               // keys that went down before the change
  bool button_held_ = false;                     // the same, of the button
  std::vector<std::int32_t> keys_now_;           // of the last frame's share
  bool button_now_ = false, void_press_ = false; // the button went down when that did not count
};

// The control that was pressed once and waits for its second press.
class Arming {
 public:
  // By the pointer, or by a key that presses. True: it is meant, do it.
  bool pressed(std::string_view id, std::int64_t began_ms, std::int64_t at_ms);
  // By a key that only leads to it: that is no press of it, and takes back what was armed elsewhere.
  void chosen(std::string_view id) {
    if (!is(id)) disarm();
  }
  bool is(std::string_view id) const { return !id_.empty() && id_ == id; }
  const std::string& id() const { return id_; }
  void disarm() { id_.clear(); }

 private:
  std::string id_;
  std::int64_t last_ms_ = 0; // of its newest press: the second must stand apart from it
};

} // namespace firsthand::ui
