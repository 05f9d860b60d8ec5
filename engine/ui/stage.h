// What lives longer than a frame: settings, caches, the registry of the last frame, keyboard focus, what is pressed, and the
// small memory of widgets (scroll positions, carets). Frame is the face of it; only this room sees it.
#pragma once

#include "engine/ui/frame.h"
#include "engine/ui/input.h"
#include "engine/ui/painter.h"
#include "engine/ui/pictures.h"
#include "engine/ui/text_edit.h"
#include "engine/ui/text_painter.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace firsthand::ui {

class Stage {
 public:
  Stage(SDL_Renderer* renderer, text::FontSet fonts, std::filesystem::path assets)
      : atlas(renderer), painter(renderer, atlas), text(std::move(fonts), atlas), pictures(painter, std::move(assets)) {}

  void begin_frame(FrameInput frame_input, std::int64_t time_ms, Size window_size, ImDrawList* list);
  void end_frame(); // what no widget used: focus moves, intents for the next frame
  void device_lost();
  bool moving() const { return moving_ || pictures.moving(); }

  void move_focus_to(std::string_view id);

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
  Registry now, before;    // this frame's list so far; the last frame's
  Intents intents;         // what the last frame left unused
  std::int64_t now_ms = 0;
  std::optional<std::int64_t> wake_at_ms;

  std::string hot, active, clicked, focused; // ids
  bool by_keyboard = false;                  // show the ring
  bool focus_moved = false;                  // in this frame: scroll areas bring the focused control into view
  std::vector<std::string> groups;
  std::vector<std::string> sheets;

  struct Scrolled {
    int offset = 0, content = 0;
    bool to_end = false;
    int grabbed_at = -1;
    std::uint64_t used = 0;
  };
  Scrolled& scrolled(std::string_view id);
  struct Edited {
    TextEdit edit;
    int scroll = 0;
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

  void press_and_release();
  void tab(bool back);
  void arrow(Key key);
  void leave_intents();
  void forget_unused();
  std::size_t tab_start(const std::vector<const Entry*>& order, bool back) const;

  std::uint64_t frame_ = 1;
  bool moving_ = false;
  bool focus_moving_ = false;   // becomes focus_moved in the next frame
  std::size_t focus_place_ = 0; // in Tab order, for when the focused control disappears
  std::unordered_map<std::string, Scrolled> scrolled_;
  std::unordered_map<std::string, Edited> edited_;
  std::unordered_map<std::string, Eased> eased_;
};

} // namespace firsthand::ui
