// `firsthand screens`: a picture of every screen in a typical state.
#include "tools/firsthand/window.h"
#include "tools/firsthand/window_tour.h"

#include "engine/platform/paths.h"
#include "engine/platform/platform.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

// Removed with everything in it, however the tour ends.
struct ScratchFolder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / fmt::format("firsthand-screens-{}", platform::process_id());
  ScratchFolder() { std::filesystem::create_directories(path); }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
};

} // namespace

app::Settings settings_of(const LookOptions& look) {
  app::Settings settings;
  settings.language = look.language;
  settings.text_percent = look.text_percent;
  settings.theme = look.theme == "dark" ? app::Theme::dark : app::Theme::light;
  settings.contrast = look.theme == "contrast" ? app::Contrast::high : app::Contrast::normal;
  return settings;
}

int save_screens(const records::Services& services, content::ContentLibrary& content_library, const ScreensOptions& options) {
  std::error_code failed;
  std::filesystem::create_directories(options.to, failed);
  if (failed) {
    std::cerr << fmt::format("firsthand: the folder {} cannot be made.\n", platform::utf8_of(options.to));
    return 1;
  }
  const ScratchFolder scratch;
  app::Settings settings = settings_of(options.look);
  settings.motion = app::Motion::reduced;
  int count = 0, wrong = 0;
  const auto save = [&](const std::string& name, ui::Driver& driver) {
    const auto saved = driver.save_png(options.to / (name + ".png"));
    ++(saved.ok() ? count : wrong);
    if (!saved.ok()) std::cerr << "firsthand: " << saved.error().message << '\n';
    for (const ui::LayoutFault& fault : driver.layout_faults())
      std::cerr << "layout " << name << ": " << fault.code << ' ' << fault.message << '\n', ++wrong;
  };
  const auto done = tour_screens({content_library,
                                  *services.modules,
                                  options.assets,
                                  scratch.path,
                                  settings,
                                  {options.look.width, options.look.height},
                                  services.version},
                                 save);
  if (!done.ok()) std::cerr << "firsthand: " << done.error().message << '\n';
  std::cout << fmt::format("{} pictures in {}\n", count, platform::utf8_of(options.to));
  return done.ok() && wrong == 0 ? 0 : 1;
}

} // namespace firsthand::tools
