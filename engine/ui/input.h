// SDL events to what one frame hears: at most one acting event (button change, key, text) a frame, the rest waits in a queue,
// so that a press and release in one batch is never lost. Knows no widget.
#pragma once

#include "engine/ui/frame.h"

#include <deque>
#include <string>
#include <variant>

union SDL_Event;

namespace firsthand::ui {

struct FrameInput {
  Point pointer{-1, -1};
  bool pressed = false, released = false, down = false; // main button
  int wheel = 0;                                        // steps, up positive
  KeyPress key;                                         // Key::none if none
  std::string text;                                     // typed
  bool preedit_changed = false;
  std::string preedit;            // an input method's unfinished text
  bool acted = false;             // a person did something
  std::int64_t at_ms = 0;         // when what acts in this frame arrived; its frame may be a later one
  std::vector<std::int32_t> keys; // that are down after it, those that move, choose or write
};

class Input {
 public:
  void push(const SDL_Event& event, std::int64_t at_ms); // takes what it knows; `at_ms`: the frame's time
  FrameInput take();                                     // the next frame's share
  FrameInput hold() const;                               // the share of a frame that is not to hear anything: all waits
  bool waiting() const { return !queue_.empty(); }
  bool quit_asked() const { return quit_; }
  void forget_quit() { quit_ = false; }
  std::vector<std::string> take_dropped_files();

 private:
  struct Move {
    Point to;
  };
  struct ButtonChange {
    Point at;
    bool down;
  };
  struct Wheel {
    int steps;
  };
  struct Text {
    std::string utf8;
  };
  struct Preedit {
    std::string utf8;
  };
  struct KeyDown {
    KeyPress press;
    std::int32_t code;
  };
  struct KeyUp {
    std::int32_t code;
  };
  struct LetGo {}; // another window has the keyboard: no key is ours
  using Event = std::variant<Move, ButtonChange, Wheel, KeyDown, KeyUp, LetGo, Text, Preedit>;
  struct Arrived {
    Event event;
    std::int64_t at_ms;
  };

  void push_of_system(const SDL_Event& event, std::int64_t at_ms);
  bool merge(FrameInput& frame, const Event& event);
  static bool merge_keys(FrameInput& frame, const Event& event);

  std::deque<Arrived> queue_;
  FrameInput last_;
  bool quit_ = false;
  std::vector<std::string> dropped_;
};

} // namespace firsthand::ui
