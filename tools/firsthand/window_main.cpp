// Opens the window over the shell. Decides nothing: it passes frames to the shell, and the shell's wishes to the window.
#include "tools/firsthand/window.h"
#include "tools/firsthand/window_frames.h"
#include "tools/firsthand/window_placement.h"
#include "tools/firsthand/window_places.h"

#include "engine/platform/ending.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/reading/picture.h"
#include "engine/screens/inspector/page.h"
#include "engine/screens/pages.h"
#include "engine/ui/window.h"
#include "modules/views.h"

#include <chrono>
#include <fmt/format.h>
#include <iostream>

namespace firsthand::tools {

namespace {

constexpr int unseen_wait_ms = 200, most_measured_wait_ms = 20'000;

int tell_no_window(const base::Error& error) {
  std::cerr << "firsthand: " << error.message << '\n';
  if (!platform::has_console()) ui::show_message("Firsthand", error.message);
  if (error.code == "window-failed")
    std::cerr << "There is no display to open a window on. The commands work without one: firsthand --help\n";
  return 1;
}

// What is heard. Nothing of it begins before it is needed; a measured run is silent.
struct Heard {
  ui::Loudspeaker loudspeaker;
  std::unique_ptr<platform::Voice> voice = platform::open_voice(ui::Window::wake);
  void add_to(screens::ShellOptions& options) {
    options.voice = voice.get();
    options.sound = [this](ui::Sound sound, int percent) { loudspeaker.play(sound, percent); };
  }
};

screens::ShellOptions shell_options(const records::Services& services, content::ContentLibrary& content_library,
                                    const WindowOptions& window, Heard& heard) {
  screens::ShellOptions options{services, content_library, modules::make_views(), window.data_folder};
  options.on_written = ui::Window::wake;
  options.writing = screens::ShellOptions::Writing::in_background;
  if (frame_budget().frames == 0) heard.add_to(options);
  if (window.author) {
    options.data_folder.reset(), options.channel = session::Channel::rehearsal, options.idle_minutes = 0, options.author = true;
    return options;
  }
  options.data_folder->on_written = ui::Window::wake;
  offer_places(options, std::make_shared<std::filesystem::path>(window.data_folder.data), window.around, platform::removable_drives);
  options.document_folders = [] {
    std::vector<std::filesystem::path> all = platform::removable_drives();
    for (std::filesystem::path& each : platform::document_folders())
      all.push_back(std::move(each));
    return all;
  };
  return options;
}

// To the first step of an exercise that has most to draw, without touching any record.
void open_scene(screens::Shell& shell, const std::string& scenario) {
  shell.start_demonstration();
  screens::home(shell).open_lesson(scenario);
  for (int i = 0; i < 20 && shell.page() == screens::PageName::play; ++i) {
    if (shell.playing().played().view->can_list()) return; // what can be a list is more than one
    const auto& session = *shell.playing().played().session;
    const auto& offers = shell.playing().played().offers.actions;
    const bool may_go = session::leaving(session.prepared(), session.attempt()) != session::Leaving::not_yet;
    if (may_go || offers.empty())
      shell.playing().go_on(shell.playing().drawn_now());
    else
      shell.playing().submit(offers.front(), shell.playing().drawn_now());
    while (shell.page() == screens::PageName::play && shell.playing().played().session->pending())
      shell.tick(1);
  }
}

// A measured run: every frame is drawn, none is slept over.
int run_frames(ui::Window& window, screens::Shell& shell, const FrameBudget& budget, const ui::Draw& draw) {
  if (!budget.scene.empty()) open_scene(shell, budget.scene);
  for (int i = 0; i < budget.frames && !platform::end_asked(); ++i) {
    const auto before = std::chrono::steady_clock::now();
    window.frame(draw);
    const auto after = std::chrono::steady_clock::now();
    if (budget.report) std::cout << std::chrono::duration_cast<std::chrono::microseconds>(after - before).count() << '\n';
    if (budget.first && i == 0)
      std::cout << "first " << std::chrono::duration_cast<std::chrono::microseconds>(after.time_since_epoch()).count() << std::endl;
  }
  return 0;
}

// Applies what the shell wants of the window after each frame.
void follow(ui::Window& window, screens::Shell& shell) {
  const ui::Settings wanted = shell.window_settings();
  if (!(wanted == window.settings())) window.set_settings(wanted);
  if (shell.wants_full_screen_toggled) {
    shell.wants_full_screen_toggled = false;
    shell.is_full_screen = !shell.is_full_screen;
    window.toggle_full_screen();
  }
  if (shell.wants_close) window.close();
}

// For who presses them from outside.
void tell_controls(const ui::Registry& registry, std::string& told) {
  std::string now;
  for (const ui::Entry& entry : registry.entries())
    if (entry.is_pressable() && registry.topmost_at(entry.visible().centre()) == &entry)
      now += fmt::format("{} {} {}\n", entry.id, entry.visible().centre().x, entry.visible().centre().y);
  if (now == told) return;
  std::cout << "controls\n" << now << "end" << std::endl;
  told = std::move(now);
}

} // namespace

FrameBudget& frame_budget() {
  static FrameBudget budget;
  return budget;
}

int open_window(const records::Services& services, content::ContentLibrary& content_library, const WindowOptions& options) {
  if (!frame_budget().play.empty()) return measure_play(services, content_library, options, frame_budget());
  ui::WindowOptions wanted;
  wanted.title = options.author ? "Firsthand - author" : "Firsthand";
  wanted.size = frame_budget().size();
  wanted.fits = !frame_budget().sized() && frame_budget().frames == 0;
  if (wanted.fits) wanted.left = remembered_placement(options.around.memory);
  wanted.assets = options.assets;
  wanted.font_folders = platform::font_folders();
  wanted.guard = reading::may_be_drawn;
  auto window = ui::Window::open(wanted);
  if (!window.ok()) return tell_no_window(window.error());
  Heard heard;
  screens::Shell shell(shell_options(services, content_library, options, heard));
  inspector::Inspector inspector(shell, content_library);
  if (options.author) window.value()->dock(wanted.font_folders, [&inspector](ui::Dock& dock) { inspector.draw(dock); });
  // The record is mostly open before anybody could see that it is not.
  (void)shell.await_record(frame_budget().frames > 0 ? most_measured_wait_ms : unseen_wait_ms);
  window.value()->set_settings(shell.window_settings());
  const ui::Draw draw = [&](ui::Frame& f) {
    screens::draw_shell(f, shell);
    follow(*window.value(), shell);
  };
  if (frame_budget().frames > 0) return run_frames(*window.value(), shell, frame_budget(), draw);
  window.value()->run_until(draw, [](bool) { return true; }); // first something to look at
  content_library.read_ahead();
  std::string told;
  window.value()->run_until(draw, [&](bool) {
    if (frame_budget().controls) tell_controls(window.value()->registry(), told);
    return false;
  });
  if (wanted.fits) remember_placement(options.around.memory, window.value()->placement());
  return 0;
}

} // namespace firsthand::tools
