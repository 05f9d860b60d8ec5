// Hands that do not look: events pushed one by one, with the time between them that a test names. Time is the window's own.
#pragma once

#include "engine/ui/window.h"

#include <SDL.h>

#include <cstring>
#include <map>
#include <string>

namespace firsthand::ui {

class Hands {
 public:
  Hands(Window& window, Draw draw) : window_(window), draw_(std::move(draw)) {}

  void frame() { window_.frame(draw_); }
  void wait(int ms) { // at least a few frames: a person's time goes on while the program draws
    frame(), frame(), frame();
    window_.pass(ms > 80 ? ms - 80 : 0);
    frame();
  }
  void down(Point p) { button(p, SDL_MOUSEBUTTONDOWN); }
  void up(Point p) { button(p, SDL_MOUSEBUTTONUP); }
  void click(Point p) { down(p), up(p); }
  void key_down(const std::string& name, bool repeat = false) { key_event(name, SDL_KEYDOWN, repeat); }
  void key_up(const std::string& name) { key_event(name, SDL_KEYUP, false); }
  void key(const std::string& name) { key_down(name), key_up(name); }
  // Until `all_at_once` what is done here waits without a frame between, as on a computer that is busy.
  void wait_together() { together_ = true; }
  void all_at_once() {
    together_ = false;
    for (int i = 0; i < 20; ++i)
      frame();
  }
  // As a keyboard does it: half a second, then thirty times a second.
  void hold(const std::string& name, int ms) {
    key_down(name);
    for (int at = 500; at < ms; at += 33) {
      window_.pass(at == 500 ? 460 : 0);
      key_down(name, true);
    }
    key_up(name);
  }
  void text(const std::string& utf8) {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    std::memcpy(event.text.text, utf8.data(), utf8.size());
    push(event);
  }
  void focus_next(const std::string& id) {
    window_.frame([&](Frame& f) {
      draw_(f);
      f.focus(id);
    });
  }

 private:
  void push(SDL_Event& event) {
    SDL_PushEvent(&event);
    if (!together_) frame(), frame();
  }
  void button(Point p, std::uint32_t type) {
    SDL_Event move{};
    move.type = SDL_MOUSEMOTION;
    move.motion.x = p.x, move.motion.y = p.y;
    SDL_PushEvent(&move);
    SDL_Event event{};
    event.type = type;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = p.x, event.button.y = p.y;
    push(event);
  }
  void key_event(const std::string& name, std::uint32_t type, bool repeat) {
    static const std::map<std::string, SDL_Keycode> codes{{"Enter", SDLK_RETURN},  {"Space", SDLK_SPACE},         {"Tab", SDLK_TAB},
                                                          {"Escape", SDLK_ESCAPE}, {"Backspace", SDLK_BACKSPACE}, {"Up", SDLK_UP},
                                                          {"Down", SDLK_DOWN},     {"Left", SDLK_LEFT},           {"Right", SDLK_RIGHT}};
    SDL_Event event{};
    event.type = type;
    const auto found = codes.find(name);
    const char letter = name[0];
    event.key.keysym.sym = found != codes.end() ? found->second : letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
    event.key.repeat = repeat ? 1 : 0;
    push(event);
  }

  Window& window_;
  Draw draw_;
  bool together_ = false;
};

} // namespace firsthand::ui
