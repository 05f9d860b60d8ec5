// Plays a window as a person would: finds a control by id or label, pushes real SDL events, waits until nothing moves.
// For tests of screens and for tools that photograph them. Knows only the registry and the event queue.
#pragma once

#include "engine/ui/window.h"

namespace firsthand::ui {

enum class Did : std::uint8_t { nothing, moved, clicked, typed, pressed_key };

class Driver {
 public:
  // A careful person looks before each press: so long that what is pressed was seen, and that a second press is one of its own.
  static constexpr int look_ms = 600;
  bool hasty = false; // does not look; for who tests what that must not do

  // `draw` is what the window shows; both must outlive the driver. `settling`: instead of settle()'s own frames, told what
  // was done; for who measures.
  Driver(Window& window, Draw draw, std::function<void(Did)> settling = {})
      : window_(window), draw_(std::move(draw)), settling_(std::move(settling)) {
    settle();
  }

  void settle(Did after = Did::nothing); // frames until the queue is empty, nothing moves, and two more

  // By id, or by label if no id matches. Errors: "ui-not-found", "ui-ambiguous", "ui-disabled", "ui-hidden".
  base::Result<Entry> find(std::string_view id_or_label) const;
  bool sees(std::string_view words) const; // some visible entry's label or value contains them
  std::string all_text() const;            // everything on the screen, in reading order

  base::Result<void> click(std::string_view id_or_label); // scrolls to it first
  void click_at(Point p);
  void move_to(Point p);
  void press(Point p); // button down only
  void release(Point p);
  void wheel(Point p, int steps);                                                    // up is positive
  void type(std::string_view utf8);                                                  // text events, one code point each
  void compose(std::string_view preedit);                                            // an input method's unfinished text
  base::Result<void> type_into(std::string_view id_or_label, std::string_view utf8); // click, then type
  // "Tab", "Shift+Tab", "Enter", "Space", "Escape", "Left", "Ctrl+A", "Ctrl+=", "Alt+Left", "F1", "A", "3" …
  base::Result<void> key(std::string_view name);
  base::Result<void> scroll_to(std::string_view id_or_label);

  std::string focused() const; // id
  std::vector<LayoutFault> layout_faults() const;
  base::Result<void> save_png(const std::filesystem::path& file) const { return window_.save_png(file); }
  Window& window() { return window_; }

 private:
  void look() {
    if (!hasty) window_.pass(look_ms);
  }

  Window& window_;
  Draw draw_;
  std::function<void(Did)> settling_;
};

} // namespace firsthand::ui
