// What stands on the screen, in reading order: one entry a widget or text, written while it is drawn. Keyboard focus,
// read-aloud, tests and the layout checker all read this list. Knows nothing of drawing or of what a widget means.
#pragma once

#include "engine/paint/geometry.h"
#include "engine/ui/using_paint.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ui {

enum class Role : std::uint8_t {
  text,
  heading,
  button,
  link,
  verb,
  option,
  checkbox,
  toggle,
  tab,
  row,
  card,
  field,
  stepper,
  hot_spot,
  scroll,
  picture,
  progress,
  tag,
  notice,
  sheet
};
std::string_view name_of(Role role);

// Where a control belongs; Tab goes through them in this order, and within one in the order of drawing.
enum class Part : std::uint8_t { content, verbs, chips, drawer, strip, rail, bar, back };

enum class Cut : std::uint8_t { whole, cut }; // `cut`: part of the text could not be shown, or a word was broken

struct Entry {
  std::string id;    // unique in a frame; empty for texts and decoration
  std::string label; // what a person sees or hears
  Role role = Role::text;
  Rect rect; // whole extent, window pixels
  Rect clip; // what of the window it may be seen through
  bool enabled = true;
  bool focusable = false;
  bool focused = false;
  bool chosen = false;       // a selected tab, option, row or switch that is on
  bool main = false;         // what the screen is for: has the focus when the screen is entered
  bool asks_twice = false;   // is done only with a second press
  bool armed = false;        // was pressed once
  std::string value;         // "3 of 6", a field's text; a password never
  std::string reason;        // why it is not enabled
  bool done = false;         // was done once: a tick stands there
  char key = 0;              // 'A'…'H', shown before its words
  int secret = -1;           // of a password: how many signs stand in it, and never which; -1: it is none
  std::string group;         // arrow keys move inside a group
  bool one_stop = false;     // of Tab, for all of the group
  std::string area;          // the scroll area that leads (widgets.h): arrows go on from it to the next in there
  int layer = 0;             // a sheet lies above what was drawn before it
  bool hears_beside = false; // a sheet beside which the pointer presses what lies there
  Part part = Part::content;
  Cut cut = Cut::whole;
  std::vector<Point> shape; // a hot spot's polygon; empty means the rectangle

  bool is_control() const;                         // of a kind that takes presses or typing: no text, no picture, no ground of a sheet
  bool is_pressable() const;                       // and now it would: enabled, with a part of it to be seen
  bool shares_stop_with(const Entry& other) const; // Tab stops at one of them: answers to one question, a group with one stop
  bool is_typed_into() const { return role == Role::field && secret < 0; } // and what was typed can be read back
  bool hit(Point p) const;                                                 // inside shape, rectangle and clip
  Rect visible() const { return intersection(rect, clip); }
};

class Registry {
 public:
  void clear() { entries_.clear(), levels_.clear(); }
  void add(Entry entry) { entries_.push_back(std::move(entry)); }
  const std::vector<Entry>& entries() const { return entries_; }
  void add_level(std::string_view name) { levels_.emplace_back(name); }
  const std::vector<std::string>& levels() const { return levels_; } // what Esc goes up from: the screen, what is open on it
  const Entry* find(std::string_view id) const;                      // the first with this id
  const Entry* topmost_at(Point p) const;                            // the last drawn control that can be pressed there
  int top_layer() const;
  int layer_at(Point p) const; // that the pointer presses there
  // Enabled, of the top layer, in Tab order. `also`: this one even if it cannot be pressed now.
  std::vector<const Entry*> focusable(std::string_view also = {}) const;
  std::string read_aloud() const; // labels and values, one a line; for what a voice says see spoken.h

 private:
  std::vector<Entry> entries_;
  std::vector<std::string> levels_;
};

struct LayoutFault {
  std::string code; // "duplicate-id", "overlap", "outside-window", "outside-clip", "small-target", "text-cut", "no-label"
  std::string message;
};

struct LayoutLimits {
  Size window;
  int text_percent = 100; // scales the smallest target, 40×40 at 100 %
};

// Faults of one frame, in reading order. An empty list is what every screen owes at every size.
std::vector<LayoutFault> check_layout(const Registry& registry, const LayoutLimits& limits);
std::string describe(const std::vector<LayoutFault>& faults); // one a line; empty if none

} // namespace firsthand::ui
