// Every screen of the program in a typical state, reached by pressing what a person would press. The same content gives the
// same pictures. For `firsthand screens` and for the layout test. Knows no file of its own: whoever asks shows each screen.
#pragma once

#include "tools/firsthand/window_hands.h"

namespace firsthand::tools {

struct TourOptions {
  content::ContentLibrary& content_library;
  const session::Catalogue& modules;
  std::filesystem::path assets;
  std::filesystem::path scratch; // an empty folder for a record; the caller removes it
  app::Settings settings;
  ui::Size size{1280, 720};
  std::string version;
};

// Called with a name and the driver of the window that shows it.
using ShowScreen = std::function<void(const std::string& name, ui::Driver& driver)>;

// Errors: those of Window::open; "tour-stuck" (says before which screen) if the content cannot be played that way.
base::Result<void> tour_screens(const TourOptions& options, const ShowScreen& show);

} // namespace firsthand::tools
