// Hands at a window without a display: the real shell, real presses on real controls, found by their ids. For rehearsals and
// for pictures of every screen. What leads to an action the kind of step knows (screens::StepView::press).
#pragma once

#include "engine/content/content_library.h"
#include "engine/records/services.h"
#include "engine/screens/pages.h"
#include "engine/screens/play/hands.h"
#include "engine/ui/driver.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace firsthand::tools {

struct HandsOptions {
  const records::Services& services; // these two outlive the hands
  content::ContentLibrary& content_library;
  std::filesystem::path assets;
  std::optional<std::filesystem::path> data; // nothing: a demonstration
  session::Channel channel = session::Channel::rehearsal;
  std::vector<simulation::FixedDraw> chance = {};
  app::Settings settings = {};
  ui::Size size{1280, 720};
  ui::Screen screen = ui::Screen::headless;                // real: in real time, too
  int paints_each = 16;                                    // see ui::WindowOptions
  std::function<void(screens::ShellOptions&)> adjust = {}; // the last word on the shell's options
  screens::Pressing pressing = screens::Pressing::by_pointer;
  bool only_pressing = false; // what has no control is refused, and never handed to the shell
  // For who measures: instead of the driver's own settling.
  std::function<void(ui::Window&, const ui::Draw&, screens::Shell&, ui::Did)> settling = {};
};

enum class Performed {
  pressed,   // by its controls
  submitted, // there is no control for it: handed to the shell
  refused    // neither way was it accepted
};

class WindowHands {
 public:
  // Errors: those of Window::open.
  static base::Result<std::unique_ptr<WindowHands>> open(HandsOptions options);
  bool frame() { return window_->frame(draw_); } // one, for who lets time pass himself; true: more are due

  screens::Shell& shell() { return *shell_; }
  ui::Driver& driver() { return *driver_; }

  bool press(const std::string& id) { return hands_->press(id); } // false: not there, or not enabled
  bool press_first(std::string_view start) {                      // of the controls whose id begins so
    const std::vector<std::string> all = hands_->ids(start);
    return !all.empty() && hands_->press(all.front());
  }
  void leave_lesson() { // by the arrow; what it asks is meant
    if (press("play/back")) press("play/leave/yes");
  }
  bool type_into(const std::string& id, std::string_view words) { return hands_->type_into(id, words); }
  const std::vector<std::string>& lost_focus() const { return hands_->lost_focus(); } // see screens::Hands
  void rest();                                                                        // the pointer off everything, for a picture
  Performed perform(const session::Action& action);
  void await_disk(std::int64_t now_ms);
  void settle(); // until nothing moves and nothing is being saved

  // Why the attempt on the screen would not accept this now; nothing if it would.
  std::optional<std::string> refusal_of(const session::Action& action);
  // What the state of the open step is called that the screen shows, if it is worth a picture.
  std::optional<std::string> pose(const screens::Progress& progress);

 private:
  explicit WindowHands(const HandsOptions& options);
  void look_for_it(const session::Action& action);
  void write_note(const session::Action& action);
  std::unique_ptr<screens::StepView> view_now() const; // of the open step's kind, for how it is pressed; null: there is none
  int turn() { return shell_->playing().played().session ? shell_->playing().played().session->turn() : -1; }

  bool only_pressing_ = false;
  screens::StepViews views_;
  ui::Draw draw_;
  std::unique_ptr<ui::Window> window_;
  std::unique_ptr<screens::Shell> shell_;
  std::unique_ptr<ui::Driver> driver_;
  std::unique_ptr<screens::Hands> hands_;
};

} // namespace firsthand::tools
