// What lives longer than a frame: settings, caches, the registry of the last frame, keyboard focus, what is pressed, and the
// small memory of widgets (scroll positions, carets). Frame is the face of it; only this room sees it.
#pragma once

#include "engine/paint/painter.h"
#include "engine/paint/pictures.h"
#include "engine/paint/text_painter.h"
#include "engine/ui/frame.h"
#include "engine/ui/guard.h"
#include "engine/ui/text_edit.h"
#include "engine/ui/using_paint.h"

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace firsthand::ui {

class Stage {
 public:
  Stage(SDL_Renderer* renderer, text::FontSet fonts, std::filesystem::path assets, PictureGuard guard)
      : atlas(renderer), painter(renderer, atlas), text(std::move(fonts), atlas), pictures(painter, std::move(assets), guard) {}

  void begin_frame(FrameInput frame_input, std::int64_t time_ms, Size window_size, ImDrawList* list);
  void end_frame(); // what no widget used: focus moves, intents for the next frame
  void device_lost();
  bool moving() const { return moving_ || pictures.moving(); }

  void move_focus_to(std::string_view id);
  void show_focused();                 // it was scrolled away; what comes next is aimed at the screen that shows it
  void ask_focus(std::string_view id); // the same, and it is wanted even where another screen comes

  Settings settings;
  int display_percent = 100; // the display's dots; what the person chose comes on top
  Size size;
  Atlas atlas;
  Painter painter;
  TextPainter text;
  Pictures pictures;

  FrameInput input;
  bool key_used = false;
  bool input_held = false; // wished in the last frame
  // Something was done. What it changed is drawn for the first time before anything else is heard: on a slow computer the next press
  // waits already, and was aimed at what is still shown.
  void show_what_came_of_it() { input_held = true; }
  Registry now, before; // this frame's list so far; the last frame's
  Intents intents;      // what the last frame left unused
  std::int64_t now_ms = 0;
  std::optional<std::int64_t> wake_at_ms;
  std::optional<NotTaken> not_taken;

  std::string hot, active, clicked, focused; // ids
  std::deque<std::string> kept;              // words of this frame
  std::string left_field;                    // by Esc, in this frame
  std::int64_t pressed_at_ms = 0;            // when the button went down the last time
  Point pressed_at;                          // where
  bool by_keyboard = false;                  // show the ring
  bool focus_moved = false;                  // in this frame: scroll areas bring the focused control into view
  bool focus_led = false;                    // the same, and an arrow led it there
  Arming arming;
  std::string screen; // as named in this frame
  int moment = 0;
  bool dragging = false, still = false; // in this frame: see Frame::drag, Frame::keep_still
  std::vector<Part> parts;
  struct Group {
    std::string id;
    Stops stops;
  };
  std::vector<Group> groups;
  std::vector<int> sheets; // layers of those that are being drawn, one in the other
  int sheets_begun = 0;    // in this frame: each lies above all that came before it
  int layer() const { return sheets.empty() ? 0 : sheets.back(); }
  bool same_screen() const { return screen == screen_before_; } // as in the last frame

  struct Scrolled {
    int offset = 0, content = 0;
    bool to_end = false;
    std::string to_control;
    Rect to_place;      // of this frame; empty: none
    std::string screen; // that it was shown on last: another one is read from its head
    int grabbed_at = -1;
    std::uint64_t used = 0;
  };
  Scrolled& scrolled(std::string_view id);
  // Of the areas of the last frame that have more than they show: which of them the keys scroll.
  struct ScrollKeys {
    std::string of_focus, under_pointer, largest;
    int largest_area = 0;
    const std::string& owner() const { return !of_focus.empty() ? of_focus : !under_pointer.empty() ? under_pointer : largest; }
  };
  ScrollKeys scroll_keys;
  void may_scroll(std::string_view id, const Rect& area, bool has_focus); // in this frame
  struct LeadingArea {
    std::string id;
    Rect view;
    int layer = 0, step = 0; // step: of one arrow, window pixels
  };
  std::vector<std::string> areas;          // that lead, of those that are being drawn
  std::vector<LeadingArea> leading;        // of this frame
  const LeadingArea* leading_area() const; // where an arrow leads on: that of the focused control, else the largest of the top layer
  struct Edited {
    TextEdit edit;
    int scroll = 0;
    std::size_t size = 0;                       // of the text in the frame before
    bool focused = false, chosen_whole = false; // in the frame before; by what gave it the focus, until that press is let go
    std::uint64_t used = 0;
  };
  Edited& edited(std::string_view id);
  float ease(std::string_view id, bool on, int ms);
  void text_wanted(const Rect& caret); // the focused field wants typed text; the caret's place for input methods
  std::optional<Rect> text_input;      // this frame's wish

 private:
  struct Eased {
    float at = 0;
    std::int64_t last_ms = 0;
    std::uint64_t used = 0;
  };

  void forget_not_taken();
  void take_back_armed();
  void take_escape(bool in_field);
  void press_and_release();
  void watch_pointer();
  void follow_changes();
  void enter(bool from_above);
  void keep_focus();
  void give_focus(const Entry* entry);
  bool focus_is_asked() const { return frame_ <= asked_in_ + 1 && focused == asked_focus_; }
  std::size_t fingerprint() const;
  void tab(bool back);
  void arrow(Key key);
  void arrow_in_group(const Entry& from, Key key);
  void arrow_in_area(const LeadingArea& area, Key key);
  const Entry* led_to(const LeadingArea& area, Key key) const;
  void scroll_area(const LeadingArea& area, Key key);
  void leave_intents();
  void forget_unused();
  std::vector<const Entry*> tab_stops(std::string_view also = {}) const;
  std::size_t tab_start(const std::vector<const Entry*>& order, bool back) const;

  std::uint64_t frame_ = 1;
  bool moving_ = false;
  int text_percent_before_ = 0; // in the frame before
  Size size_before_;
  ScrollKeys scroll_keys_next_;
  bool untouched_ = true;       // this screen, since it was entered: it stays at its head
  bool focus_moving_ = false;   // becomes focus_moved in the next frame
  bool focus_leading_ = false;  // becomes focus_led
  std::size_t focus_place_ = 0; // in Tab order, for when the focused control disappears
  Guard guard_;
  std::string screen_before_;      // of the last frame
  std::size_t seen_ = 0;           // fingerprint of the last frame
  int layer_before_ = 0;           // its top layer
  std::string focus_before_;       // at its end
  std::string asked_focus_;        // by a screen, for itself or the one that comes next
  std::uint64_t asked_in_ = 0;     // the frame
  std::vector<Entry> order_;       // its controls in Tab order, those of the top layer
  std::vector<std::string> below_; // what had the focus when a sheet came, by layer
  Point pointer_before_{-1, -1};
  std::string under_before_;
  int scrolled_frames_ = 0; // since the wheel moved: what it moves was aimed at
  std::unordered_map<std::string, Scrolled> scrolled_;
  std::unordered_map<std::string, Edited> edited_;
  std::unordered_map<std::string, Eased> eased_;
};

} // namespace firsthand::ui
