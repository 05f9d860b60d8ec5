// See device.h.
#include "engine/ui/device.h"

#include <SDL.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace firsthand::ui::device {
namespace {

struct NamedKeyCode {
  const char* name;
  SDL_Keycode code;
};

constexpr std::array named_codes{
    NamedKeyCode{"Tab", SDLK_TAB},       NamedKeyCode{"Enter", SDLK_RETURN},        NamedKeyCode{"Space", SDLK_SPACE},
    NamedKeyCode{"Escape", SDLK_ESCAPE}, NamedKeyCode{"Left", SDLK_LEFT},           NamedKeyCode{"Right", SDLK_RIGHT},
    NamedKeyCode{"Up", SDLK_UP},         NamedKeyCode{"Down", SDLK_DOWN},           NamedKeyCode{"Home", SDLK_HOME},
    NamedKeyCode{"End", SDLK_END},       NamedKeyCode{"PageUp", SDLK_PAGEUP},       NamedKeyCode{"PageDown", SDLK_PAGEDOWN},
    NamedKeyCode{"Delete", SDLK_DELETE}, NamedKeyCode{"Backspace", SDLK_BACKSPACE}, NamedKeyCode{"F1", SDLK_F1},
    NamedKeyCode{"F11", SDLK_F11},
};

bool take_prefix(std::string_view& name, std::string_view prefix) {
  if (name.size() <= prefix.size() || !name.starts_with(prefix)) return false;
  name.remove_prefix(prefix.size());
  return true;
}

SDL_Event event_of(std::uint32_t type) {
  SDL_Event event{};
  event.type = type;
  return event;
}

// The bytes of the first whole characters that fit.
std::size_t fitting(std::string_view utf8, std::size_t most) {
  std::size_t end = std::min(utf8.size(), most);
  while (end > 0 && end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0u) == 0x80u)
    --end;
  return end > 0 ? end : std::min(utf8.size(), most); // no character at all: bytes as they are
}

} // namespace

void move(Point p) {
  SDL_Event event = event_of(SDL_MOUSEMOTION);
  event.motion.x = p.x, event.motion.y = p.y;
  SDL_PushEvent(&event);
}

void button(Point p, bool down, int clicks) {
  SDL_Event event = event_of(down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP);
  event.button.button = SDL_BUTTON_LEFT;
  event.button.state = down ? SDL_PRESSED : SDL_RELEASED;
  event.button.clicks = static_cast<std::uint8_t>(clicks);
  event.button.x = p.x, event.button.y = p.y;
  SDL_PushEvent(&event);
}

void wheel(Point p, int steps) {
  move(p);
  SDL_Event event = event_of(SDL_MOUSEWHEEL);
  event.wheel.y = steps;
  SDL_PushEvent(&event);
}

std::optional<KeyCode> key_named(std::string_view name) {
  KeyCode key;
  for (bool again = true; again;) {
    again = false;
    if (take_prefix(name, "Ctrl+")) key.modifiers |= KMOD_LCTRL, again = true;
    if (take_prefix(name, "Shift+")) key.modifiers |= KMOD_LSHIFT, again = true;
    if (take_prefix(name, "Alt+")) key.modifiers |= KMOD_LALT, again = true;
  }
  for (const NamedKeyCode& named : named_codes)
    if (named.name == name) return key.code = named.code, key;
  if (name.size() != 1) return std::nullopt;
  const char c = name[0];
  key.code = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
  return key;
}

void key(KeyCode key, bool down, bool repeat) {
  SDL_Event event = event_of(down ? SDL_KEYDOWN : SDL_KEYUP);
  event.key.state = down ? SDL_PRESSED : SDL_RELEASED;
  event.key.repeat = repeat ? 1 : 0;
  event.key.keysym.sym = key.code;
  event.key.keysym.scancode = SDL_GetScancodeFromKey(key.code);
  event.key.keysym.mod = key.modifiers;
  SDL_PushEvent(&event);
}

void text(std::string_view utf8) {
  while (!utf8.empty()) {
    SDL_Event event = event_of(SDL_TEXTINPUT);
    const std::size_t length = fitting(utf8, sizeof event.text.text - 1);
    std::memcpy(event.text.text, utf8.data(), length);
    SDL_PushEvent(&event);
    utf8.remove_prefix(length);
  }
}

void compose(std::string_view utf8) {
  SDL_Event event = event_of(SDL_TEXTEDITING);
  std::memcpy(event.edit.text, utf8.data(), fitting(utf8, sizeof event.edit.text - 1));
  SDL_PushEvent(&event);
}

void clipboard(std::string_view utf8) { SDL_SetClipboardText(std::string(utf8).c_str()); }

void drop(std::string_view path) {
  SDL_Event event = event_of(SDL_DROPFILE);
  event.drop.file = SDL_strdup(std::string(path).c_str()); // freed by who takes it
  SDL_PushEvent(&event);
}

void lose_device() {
  SDL_Event event = event_of(SDL_RENDER_TARGETS_RESET);
  SDL_PushEvent(&event);
}

void lose_keyboard() {
  SDL_Event event = event_of(SDL_WINDOWEVENT);
  event.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
  SDL_PushEvent(&event);
}

void close() {
  SDL_Event event = event_of(SDL_WINDOWEVENT);
  event.window.event = SDL_WINDOWEVENT_CLOSE;
  SDL_PushEvent(&event);
}

bool waiting() {
  SDL_PumpEvents();
  return SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) == SDL_TRUE;
}

} // namespace firsthand::ui::device
