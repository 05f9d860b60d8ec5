// One frame of the dock in its own context, and the events that are its own.
#include "engine/ui/dock.h"

#include "engine/paint/renderer.h"
#include "engine/ui/display.h"

#include <SDL.h>
#include <algorithm>
#include <imgui.h>
#include <utility>

namespace firsthand::ui {
namespace {

constexpr int least_dock = 320, wanted_of_hundred = 40, edge_width = 6;
constexpr int least_rest = 640;     // two thirds of the least window: so small it can still be read
constexpr int frames_after_act = 4; // a list that drops down is measured before it is shown

ImVec2 to_vec(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

int scancode_of(const SDL_Keysym& symbol) {
  return symbol.scancode != SDL_SCANCODE_UNKNOWN ? symbol.scancode : SDL_GetScancodeFromKey(symbol.sym);
}

Point place_of(const SDL_Event& event) {
  return event.type == SDL_MOUSEMOTION ? Point{event.motion.x, event.motion.y} : Point{event.button.x, event.button.y};
}

} // namespace

// ---- what it hears

bool Dock::hears(const SDL_Event& event) {
  if (event.type == SDL_KEYDOWN && event.key.keysym.sym == SDLK_F12) {
    if (event.key.repeat == 0) open_ = !open_, queue_.clear(), give_keyboard(open_);
    return true;
  }
  if (!open_) return false;
  switch (event.type) {
  case SDL_KEYDOWN:
  case SDL_KEYUP:
  case SDL_TEXTINPUT:
  case SDL_TEXTEDITING:
    return hears_key(event);
  case SDL_MOUSEMOTION:
  case SDL_MOUSEBUTTONDOWN:
  case SDL_MOUSEBUTTONUP:
  case SDL_MOUSEWHEEL:
    return hears_pointer(event);
  case SDL_WINDOWEVENT:
    if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) give_keyboard(keyboard_); // no key is down any more
    return false;
  default:
    return false;
  }
}

void Dock::give_keyboard(bool mine) {
  keyboard_came_ = mine && !keyboard_;
  keyboard_ = mine;
  let_go_ = true;
}

bool Dock::hears_key(const SDL_Event& event) {
  if (event.type == SDL_KEYDOWN && event.key.keysym.sym == SDLK_F6) {
    if (event.key.repeat == 0) give_keyboard(!keyboard_);
    return true;
  }
  if (!keyboard_) return false;
  if (event.type == SDL_TEXTINPUT) queue_.push_back(Text{event.text.text});
  if (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP) push_key(event);
  return event.type != SDL_KEYUP; // what went down before the keyboard came is let go for the rest as well
}

// The library knows a key that is held by how long; the system says when it counts again.
void Dock::push_key(const SDL_Event& event) {
  const int mod = event.key.keysym.mod;
  Key key{scancode_of(event.key.keysym), event.type == SDL_KEYDOWN, (mod & (KMOD_CTRL | KMOD_GUI)) != 0, (mod & KMOD_SHIFT) != 0,
          (mod & KMOD_LALT) != 0};
  if (key.down && event.key.repeat != 0) queue_.push_back(Key{key.code, false, key.ctrl, key.shift, key.alt});
  queue_.push_back(key);
}

// Where a button went down it is held, and a list that dropped down hears the press that closes it, wherever that is.
bool Dock::is_here(Point at) const { return pressed_here_ || (!pressed_there_ && (at.x >= left_ || popup_)); }

bool Dock::hears_pointer(const SDL_Event& event) {
  if (event.type == SDL_MOUSEWHEEL) {
    if (!pointer_here_) return false;
    queue_.push_back(Wheel{event.wheel.y});
    return true;
  }
  const bool here = is_here(place_of(event));
  pointer_here_ = here;
  queue_.push_back(Move{here ? place_of(event) : Point{-1, -1}});
  if (event.type == SDL_MOUSEMOTION) return here;
  const bool down = event.type == SDL_MOUSEBUTTONDOWN;
  pressed_here_ = down && here, pressed_there_ = down && !here;
  if (down && here != keyboard_) give_keyboard(here), keyboard_came_ = false; // it goes where one presses
  if (here && (event.button.button == SDL_BUTTON_LEFT || event.button.button == SDL_BUTTON_RIGHT))
    queue_.push_back(Press{event.button.button == SDL_BUTTON_RIGHT ? 1 : 0, down});
  return here;
}

// ---- its place

Size Dock::rest(Size window, int display_percent) {
  window_ = window, percent_ = display_percent;
  const int least = least_dock * percent_ / 100, most = std::max(window.w - least_rest, window.w / 4);
  const int width = width_ != 0 ? width_ : window.w * wanted_of_hundred / 100;
  left_ = open_ ? window.w - std::clamp(width, std::min(least, most), most) : window.w;
  return {left_, window.h};
}

int Dock::rest_percent() const { return open_ ? std::min(percent_, std::max(1, 100 * left_ / least_window.w)) : percent_; }

Rect Dock::area() const { return {left_, 0, window_.w - left_, window_.h}; }

// ---- one frame

bool Dock::keyboard_came() { return std::exchange(keyboard_came_, false); }

void Dock::mark(std::string_view id) {
  const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
  marked_now_.push_back(
      {std::string(id),
       {static_cast<int>(low.x), static_cast<int>(low.y), static_cast<int>(high.x - low.x), static_cast<int>(high.y - low.y)}});
}

std::optional<Rect> Dock::find(std::string_view id) const {
  for (const Marked& each : marked_)
    if (each.id == id) return each.rect;
  return std::nullopt;
}

// One act a frame, so that none is lost; and a press waits one frame behind its own move, for what lies under it to be known.
void Dock::feed() {
  ImGuiIO& io = ImGui::GetIO();
  if (std::exchange(let_go_, false)) std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
  bool moved = false, acted = false;
  while (!queue_.empty() && !acted) {
    const Event event = queue_.front();
    if (moved && std::holds_alternative<Press>(event)) return;
    apply(event);
    queue_.pop_front();
    moved = moved || std::holds_alternative<Move>(event);
    acted = std::holds_alternative<Press>(event) || std::holds_alternative<Key>(event);
    frames_left_ = frames_after_act;
  }
}

void Dock::apply(const Event& event) const {
  ImGuiIO& io = ImGui::GetIO();
  if (const auto* move = std::get_if<Move>(&event)) io.MousePos = to_vec(move->to.x, move->to.y);
  if (const auto* press = std::get_if<Press>(&event)) io.MouseDown[press->which] = press->down;
  if (const auto* wheel = std::get_if<Wheel>(&event)) io.MouseWheel += static_cast<float>(wheel->steps);
  if (const auto* text = std::get_if<Text>(&event)) io.KeyCtrl = io.KeyAlt = false, io.AddInputCharactersUTF8(text->utf8.c_str());
  if (const auto* key = std::get_if<Key>(&event)) {
    io.KeyCtrl = key->ctrl, io.KeyShift = key->shift, io.KeyAlt = key->alt;
    if (key->code >= 0 && key->code < static_cast<int>(std::size(io.KeysDown))) io.KeysDown[key->code] = key->down;
  }
}

// Its width is dragged by its left edge.
void Dock::draw_edge() {
  ImGui::SetCursorPos({0, 0});
  ImGui::InvisibleButton("edge", to_vec(edge_width * percent_ / 100, window_.h));
  if (ImGui::IsItemActive()) width_ = window_.w - static_cast<int>(ImGui::GetIO().MousePos.x);
  const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
  ImGui::GetWindowDrawList()->AddRectFilled(
      low, {low.x + static_cast<float>(keyboard_ ? 3 : 1), high.y},
      ImGui::GetColorU32(keyboard_ || ImGui::IsItemHovered() ? ImGuiCol_ButtonActive : ImGuiCol_Border));
}

void Dock::frame(Theme theme, int milliseconds) {
  if (!open_) {
    wants_text_ = popup_ = false, frames_left_ = 0;
    marked_.clear();
    return;
  }
  if (!context_) open_context();
  ImGui::SetCurrentContext(context_);
  if (fonts_percent_ != percent_) load_fonts();
  if (!texture_) upload_fonts();
  theme == Theme::dark || theme == Theme::high_contrast ? ImGui::StyleColorsDark() : ImGui::StyleColorsLight();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = to_vec(window_.w, window_.h);
  io.DeltaTime = static_cast<float>(std::clamp(milliseconds, 1, 10'000)) / 1000;
  if (frames_left_ > 0) --frames_left_;
  feed();
  ImGui::NewFrame();
  ImGui::SetNextWindowPos(to_vec(left_, 0));
  ImGui::SetNextWindowSize(to_vec(window_.w - left_, window_.h));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("dock", nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  draw_edge();
  ImGui::SetCursorPos(to_vec(2 * edge_width * percent_ / 100, edge_width * percent_ / 100));
  ImGui::BeginChild("fill", {0, 0}, false, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  marked_now_.clear();
  fill_(*this);
  marked_.swap(marked_now_);
  popup_ = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  ImGui::EndChild();
  ImGui::End();
  ImGui::Render();
  wants_text_ = keyboard_ && io.WantTextInput;
}

void Dock::paint() {
  if (!open_ || !context_) return;
  ImGui::SetCurrentContext(context_);
  render(renderer_, *ImGui::GetDrawData());
}

} // namespace firsthand::ui
