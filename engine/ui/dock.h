// A pane beside what the window's frames draw, filled with Dear ImGui's own widgets: for who builds what is drawn, not for who
// uses it. It has a context, fonts and a keyboard of its own: what it hears the rest does not, and the other way round. F12 shows
// and hides it, F6 or a press moves the keyboard. Hidden it draws and hears nothing. Knows nothing of what fills it.
#pragma once

#include "engine/ui/frame.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

struct ImGuiContext;
struct SDL_Renderer;
struct SDL_Texture;
union SDL_Event;

namespace firsthand::ui {

class Dock {
 public:
  using Fill = std::function<void(Dock&)>; // its widgets, once a frame
  Dock(SDL_Renderer* renderer, std::vector<std::filesystem::path> font_folders, Fill fill)
      : renderer_(renderer), font_folders_(std::move(font_folders)), fill_(std::move(fill)) {}
  ~Dock();
  Dock(const Dock&) = delete;
  Dock& operator=(const Dock&) = delete;

  // ---- for who fills it
  void mark(std::string_view id); // names the widget that was drawn last, for who looks for it
  bool keyboard_came();           // once, after it was given the keyboard: put it into a field

  // ---- for who looks for something
  bool is_open() const { return open_; }
  bool has_keyboard() const { return open_ && keyboard_; }
  std::optional<Rect> find(std::string_view id) const; // of the last frame, window pixels
  Rect area() const;

  // ---- for the window
  bool hears(const SDL_Event& event);                                  // true: nobody else does
  bool waiting() const { return !queue_.empty() || frames_left_ > 0; } // more frames are due
  bool wants_text() const { return wants_text_; }
  // Makes room: what is left of the window for the rest, and how large the rest is then drawn so that all of it fits.
  Size rest(Size window, int display_percent);
  int rest_percent() const;
  void frame(Theme theme, int milliseconds);
  void paint();
  void device_lost();

 private:
  struct Move {
    Point to;
  };
  struct Press {
    int which;
    bool down;
  };
  struct Wheel {
    int steps;
  };
  struct Key {
    int code;
    bool down, ctrl, shift, alt;
  };
  struct Text {
    std::string utf8;
  };
  using Event = std::variant<Move, Press, Wheel, Key, Text>;

  bool hears_key(const SDL_Event& event);
  bool hears_pointer(const SDL_Event& event);
  bool is_here(Point at) const;
  void give_keyboard(bool mine);
  void push_key(const SDL_Event& event);
  void open_context();
  void load_fonts();
  void upload_fonts();
  void feed();
  void apply(const Event& event) const;
  void draw_edge();

  SDL_Renderer* renderer_;
  std::vector<std::filesystem::path> font_folders_;
  Fill fill_;
  ImGuiContext* context_ = nullptr; // made when it is shown for the first time
  SDL_Texture* texture_ = nullptr;  // of its fonts
  std::vector<std::string> fonts_;  // bytes, which the library reads until the context ends
  std::string clipboard_;
  int fonts_percent_ = 0, frames_left_ = 0;
  bool open_ = false, keyboard_ = false, keyboard_came_ = false, wants_text_ = false, popup_ = false, let_go_ = false;
  bool pressed_here_ = false, pressed_there_ = false, pointer_here_ = false;
  Size window_;
  int percent_ = 100, width_ = 0, left_ = 0; // width_: as it was dragged; 0: not yet
  std::deque<Event> queue_;
  struct Marked {
    std::string id;
    Rect rect;
  };
  std::vector<Marked> marked_, marked_now_;
};

} // namespace firsthand::ui
