// One window over SDL2, real or headless: events in, frames out, sleeping when nothing happens. Knows nothing of what is
// drawn. All functions belong to the thread that opened it, except wake().
#pragma once

#include "engine/base/result.h"
#include "engine/paint/svg.h"
#include "engine/ui/dock.h"
#include "engine/ui/frame.h"
#include "engine/ui/placement.h"
#include "engine/ui/using_paint.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace firsthand::ui {

enum class Screen : std::uint8_t { real, headless }; // headless: dummy video, software renderer
enum class Time : std::uint8_t { running, fixed };   // fixed: every frame lasts 20 ms, for tests

struct WindowOptions {
  std::string title;
  Size size{1280, 720};          // on a display of ordinary dots
  bool fits = false;             // to the display, or stands where it was left: else it has `size`, come what may
  std::optional<Placement> left; // with `fits`: where it was left
  int display_percent = 0;       // 0: asks the system how small the display's dots are
  Screen screen = Screen::real;
  Time time = Time::running;
  int paints_each = 1; // headless: nobody sees a frame, so that one in so many is painted (save_png paints by itself)
  Settings settings;
  std::filesystem::path assets;                    // the folder that holds icons/
  std::vector<std::filesystem::path> font_folders; // the first that has a file wins
  PictureGuard guard = nullptr;                    // of pictures that come from elsewhere
};

using Draw = std::function<void(Frame&)>;

// A box of the system's own, for what must be said when there is no window.
void show_message(const std::string& title, const std::string& words);

class Window {
 public:
  // Errors: "fonts-missing", "font-unreadable", "window-failed".
  static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Draws frames until `close()` is called from `draw` or `enough` says so, which is asked after each presented frame and
  // told whether more frames are due. Sleeps while nothing happens.
  void run_until(const Draw& draw, const std::function<bool(bool more)>& enough);
  void close();

  // One frame: takes the events that wait, draws, presents. Returns true if more frames are due now.
  bool frame(const Draw& draw);

  void pass(int ms); // lets time go by, without a frame: at once where time is fixed

  static void wake(); // from any thread: a frame soon

  const Settings& settings() const;
  void set_settings(const Settings& settings);
  void toggle_full_screen();
  void dock(std::vector<std::filesystem::path> font_folders, Dock::Fill fill); // F12 shows it: see Dock
  const Dock* docked() const;                                                  // null: there is none
  Placement placement() const;                                                 // where it would stand at its next opening
  Size size() const;
  void resize(Size size); // px; tests

  const Registry& registry() const;                                     // of the last frame
  base::Result<void> save_png(const std::filesystem::path& file) const; // the last frame

  struct Impl;

 private:
  explicit Window(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

} // namespace firsthand::ui
