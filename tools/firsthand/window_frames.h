// Options of the window for measuring, not for people: end after so many frames, begin in a scene, print what each frame took;
// or play a whole lesson in the real window and print how long each press and each letter waited for its frame.
#pragma once

#include "engine/content/content_library.h"
#include "engine/paint/geometry.h"
#include "engine/records/services.h"
#include "tools/firsthand/window.h"

#include <CLI/CLI.hpp>

#include <string>

namespace firsthand::tools {

struct FrameBudget {
  int frames = 0;            // 0: until the window is closed
  std::string scene;         // an exercise to open at once, in a demonstration
  bool report = false;       // microseconds of each frame, one a line
  std::string play;          // with `scene`: the play to be played, in a record
  bool first = false;        // "first" and the steady clock's microseconds when the first frame had been presented
  bool controls = false;     // whenever they change: "controls", a line "ID X Y" of each that can be pressed, "end"
  int width = 0, height = 0; // 0: as it fits, where it was left; 1280 × 720 where something is measured
  bool sized() const { return width > 0 && height > 0; }
  paint::Size size() const { return sized() ? paint::Size{width, height} : paint::Size{1280, 720}; }
};

FrameBudget& frame_budget(); // of this run of the program

// Hidden from --help.
inline void add_frame_options(CLI::App& program) {
  FrameBudget& budget = frame_budget();
  program.add_option("--frames", budget.frames)->group("");
  program.add_option("--scene", budget.scene)->group("");
  program.add_flag("--report-frames", budget.report)->group("");
  program.add_option("--play", budget.play)->group("");
  program.add_flag("--report-first", budget.first)->group("");
  program.add_flag("--report-controls", budget.controls)->group("");
  program.add_option("--width", budget.width)->group("");
  program.add_option("--height", budget.height)->group("");
}

// Lines on standard output, all in microseconds:
//   first NOW, last NOW       the first and the last frame had been presented
//   play NOW, end NOW         the lesson was begun, and came to its debrief
//   click SEEN DONE WHAT      from a press to the first frame that differs, and to the last one that its answer changed
//   type SEEN WHAT            from a letter to the frame that shows it
int measure_play(const records::Services& services, content::ContentLibrary& content_library, const WindowOptions& options,
                 const FrameBudget& budget);

} // namespace firsthand::tools
