// What the commands need of the window. Implemented in tools/firsthand/window_*.cpp, which a build without a window leaves out.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/content/content_library.h"
#include "engine/records/places.h"
#include "engine/records/services.h"

#include <filesystem>
#include <string>

namespace firsthand::tools {

struct WindowOptions {
  app::DataFolderOptions data_folder; // its folder exists or will be made
  records::Surroundings around;       // where another place for the records may be found
  std::filesystem::path assets;       // the folder that holds icons/, lang/
  bool author = false;                // no record, what is played is marked as rehearsal, and F12 shows the inspector
};

// Each returns the program's exit code and prints what went wrong to standard error.
int open_window(const records::Services& services, content::ContentLibrary& content_library, const WindowOptions& options);

// How the window looks while nobody is there to set it.
struct LookOptions {
  std::string language = "en", theme = "light"; // light | dark | contrast
  int width = 1280, height = 720, text_percent = 100;
};
app::Settings settings_of(const LookOptions& look);

struct RehearseOptions {
  std::string scenario;          // id, or path from the content root
  std::filesystem::path play;    // a file, or the name of one of the scenario's plays
  std::filesystem::path data;    // empty: a demonstration
  std::filesystem::path screens; // empty: no pictures
  std::filesystem::path assets;
  LookOptions look;
  bool by_keyboard = false; // without a pointer, and with an eye on the focus
};
int rehearse_in_window(const records::Services& services, content::ContentLibrary& content_library, const RehearseOptions& options);

struct ScreensOptions {
  std::filesystem::path to, assets;
  LookOptions look;
};
int save_screens(const records::Services& services, content::ContentLibrary& content_library, const ScreensOptions& options);

// Random gestures in the real window, checked; see window_walk.cpp.
struct WalkOptions {
  std::string program; // as it was called: the walk runs in a process of its own
  std::uint64_t seed = 1;
  int gestures = 2000;
  bool child = false;                            // is that process
  std::filesystem::path families, replay;        // lists of control families, of gestures; empty: none
  std::filesystem::path trace, verdict, scratch; // where the process notes what it does, why it ended, what it works on
  std::filesystem::path assets;
};
constexpr int failure_of_walk = 1;
int walk_in_window(content::ContentLibrary& content_library, const WalkOptions& options);

// A test sat by random presses, each told once it is on the disk; see window_sit.cpp.
struct SitOptions {
  std::string lesson;
  std::filesystem::path data, assets;
  std::uint64_t seed = 1;
  int acts = 40; // before it is handed in
};
int sit_in_window(const records::Services& services, content::ContentLibrary& content_library, const SitOptions& options);

} // namespace firsthand::tools
