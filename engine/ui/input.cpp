// The platform layer: driven by events alone, it never polls mouse or keyboard, so pushed events work as real ones do.
#include "engine/ui/input.h"

#include <SDL.h>
#include <algorithm>
#include <utility>

namespace firsthand::ui {
namespace {

Key function_key(SDL_Keycode code) {
  switch (code) {
  case SDLK_F1:
    return Key::f1;
  case SDLK_F2:
    return Key::f2;
  case SDLK_F4:
    return Key::f4;
  case SDLK_F11:
    return Key::f11;
  default:
    return Key::none;
  }
}

Key named_key(SDL_Keycode code) {
  switch (code) {
  case SDLK_TAB:
    return Key::tab;
  case SDLK_RETURN:
  case SDLK_KP_ENTER:
    return Key::enter;
  case SDLK_SPACE:
    return Key::space;
  case SDLK_ESCAPE:
    return Key::escape;
  case SDLK_LEFT:
    return Key::left;
  case SDLK_RIGHT:
    return Key::right;
  case SDLK_UP:
    return Key::up;
  case SDLK_DOWN:
    return Key::down;
  case SDLK_HOME:
    return Key::home;
  case SDLK_END:
    return Key::end;
  case SDLK_PAGEUP:
    return Key::page_up;
  case SDLK_PAGEDOWN:
    return Key::page_down;
  case SDLK_BACKSPACE:
    return Key::backspace;
  case SDLK_DELETE:
    return Key::del;
  default:
    return function_key(code);
  }
}

KeyPress key_press(const SDL_Keysym& symbol) {
  KeyPress press;
  press.shift = (symbol.mod & KMOD_SHIFT) != 0;
  press.ctrl = (symbol.mod & (KMOD_CTRL | KMOD_GUI)) != 0;
  press.alt = (symbol.mod & KMOD_LALT) != 0; // AltGr writes letters
  press.key = named_key(symbol.sym);
  if (press.key != Key::none) return press;
  if (symbol.sym == SDLK_PLUS || symbol.sym == SDLK_EQUALS || symbol.sym == SDLK_KP_PLUS)
    press.key = Key::plus; // with or without Shift, as it stands on the keyboard
  else if (symbol.sym == SDLK_MINUS || symbol.sym == SDLK_KP_MINUS)
    press.key = Key::minus;
  else if (press.ctrl && (symbol.sym == SDLK_0 || symbol.sym == SDLK_KP_0))
    press.key = Key::zero;
  else if ((symbol.sym >= SDLK_a && symbol.sym <= SDLK_z) || (symbol.sym >= SDLK_0 && symbol.sym <= SDLK_9))
    press.key = Key::letter, press.character = static_cast<char>(symbol.sym);
  else if (symbol.scancode >= SDL_SCANCODE_A && symbol.scancode <= SDL_SCANCODE_Z) // a Thai layout has no letter a
    press.key = Key::letter, press.character = static_cast<char>('a' + (symbol.scancode - SDL_SCANCODE_A));
  return press;
}

// Of a key itself, whatever it means now: a Ctrl that was let go first must not leave the other key down for good.
std::int32_t code_of(const SDL_Keysym& symbol) {
  return symbol.scancode != SDL_SCANCODE_UNKNOWN ? static_cast<std::int32_t>(symbol.scancode) : symbol.sym;
}

} // namespace

void Input::push(const SDL_Event& event, std::int64_t at_ms) {
  const auto add = [&](Event known) { queue_.push_back({std::move(known), at_ms}); };
  switch (event.type) {
  case SDL_MOUSEMOTION:
    add(Move{{event.motion.x, event.motion.y}});
    break;
  case SDL_MOUSEBUTTONDOWN:
  case SDL_MOUSEBUTTONUP:
    if (event.button.button == SDL_BUTTON_LEFT) add(ButtonChange{{event.button.x, event.button.y}, event.type == SDL_MOUSEBUTTONDOWN});
    break;
  case SDL_MOUSEWHEEL:
    add(Wheel{event.wheel.y});
    break;
  case SDL_KEYDOWN:
    if (KeyPress press = key_press(event.key.keysym); press.key != Key::none) {
      press.repeat = event.key.repeat != 0;
      add(KeyDown{press, code_of(event.key.keysym)});
    }
    break;
  case SDL_KEYUP:
    add(KeyUp{code_of(event.key.keysym)});
    break;
  case SDL_TEXTINPUT:
    add(Text{event.text.text});
    break;
  case SDL_TEXTEDITING:
    add(Preedit{event.edit.text});
    break;
  default:
    push_of_system(event, at_ms);
  }
}

// What no hand on keys or mouse did here: the window's own changes, files dropped onto it, the end that is asked for.
void Input::push_of_system(const SDL_Event& event, std::int64_t at_ms) {
  if (event.type == SDL_WINDOWEVENT) {
    if (event.window.event == SDL_WINDOWEVENT_LEAVE) queue_.push_back({Move{{-1, -1}}, at_ms});
    if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST || event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED)
      queue_.push_back({LetGo{}, at_ms});
    if (event.window.event == SDL_WINDOWEVENT_CLOSE) quit_ = true;
  }
  if (event.type == SDL_QUIT) quit_ = true;
  if (event.type == SDL_DROPFILE) {
    dropped_.emplace_back(event.drop.file);
    SDL_free(event.drop.file);
  }
}

// Which keys are down. A key that goes down twice without going up is held: some systems do not mark that as a repeat.
bool Input::merge_keys(FrameInput& frame, const Event& event) {
  if (std::holds_alternative<LetGo>(event)) return frame.keys.clear(), true;
  if (const auto* up = std::get_if<KeyUp>(&event)) return std::erase(frame.keys, up->code), true;
  const auto* down = std::get_if<KeyDown>(&event);
  if (!down) return false;
  frame.key = down->press;
  const bool held = std::find(frame.keys.begin(), frame.keys.end(), down->code) != frame.keys.end();
  frame.key.repeat = frame.key.repeat || held;
  if (!held) frame.keys.push_back(down->code);
  return true;
}

// True if the event went into this frame; false if it must wait for the next.
bool Input::merge(FrameInput& frame, const Event& event) {
  const bool acted = frame.pressed || frame.released || frame.key.key != Key::none || !frame.text.empty() || frame.preedit_changed;
  if (const auto* wheel = std::get_if<Wheel>(&event)) {
    frame.wheel += wheel->steps;
    return true;
  }
  if (const auto* text = std::get_if<Text>(&event); text && (!acted || !frame.text.empty())) {
    frame.text += text->utf8;
    return true;
  }
  if (acted) return false;
  if (const auto* move = std::get_if<Move>(&event)) frame.pointer = move->to;
  if (const auto* preedit = std::get_if<Preedit>(&event)) frame.preedit = preedit->utf8, frame.preedit_changed = true;
  if (merge_keys(frame, event)) return true;
  if (const auto* change = std::get_if<ButtonChange>(&event)) {
    // The press waits one frame behind its own move, so that what lies under the pointer is known when it arrives.
    if (frame.pointer != change->at) return frame.pointer = change->at, false;
    frame.down = change->down;
    (change->down ? frame.pressed : frame.released) = true;
  }
  return true;
}

FrameInput Input::take() {
  FrameInput frame = hold();
  const bool something = !queue_.empty();
  while (!queue_.empty() && merge(frame, queue_.front().event)) {
    const Event& event = queue_.front().event;
    if (std::holds_alternative<ButtonChange>(event) || std::holds_alternative<KeyDown>(event)) frame.at_ms = queue_.front().at_ms;
    queue_.pop_front();
  }
  if (!frame.text.empty()) frame.preedit.clear();
  frame.acted = something;
  return last_ = frame;
}

FrameInput Input::hold() const {
  FrameInput frame;
  frame.pointer = last_.pointer, frame.down = last_.down, frame.preedit = last_.preedit, frame.keys = last_.keys;
  return frame;
}

std::vector<std::string> Input::take_dropped_files() { return std::exchange(dropped_, {}); }

} // namespace firsthand::ui
