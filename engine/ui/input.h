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
  std::string preedit; // an input method's unfinished text
  bool acted = false;  // a person did something
};

class Input {
 public:
  void push(const SDL_Event& event); // takes what it knows
  FrameInput take();                 // the next frame's share
  FrameInput hold() const;           // the share of a frame that is not to hear anything: all waits
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
  using Event = std::variant<Move, ButtonChange, Wheel, KeyPress, Text, Preedit>;

  bool merge(FrameInput& frame, const Event& event);

  std::deque<Event> queue_;
  FrameInput last_;
  bool quit_ = false;
  std::vector<std::string> dropped_;
};

} // namespace firsthand::ui
