// Options of the window for measuring, not for people: end after so many frames, begin in a scene, print what each frame took.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace firsthand::tools {

struct FrameBudget {
  int frames = 0;      // 0: until the window is closed
  std::string scene;   // an exercise to open at once, in a demonstration
  bool report = false; // microseconds of each frame, one a line
};

FrameBudget& frame_budget(); // of this run of the program

// Hidden from --help.
inline void add_frame_options(CLI::App& program) {
  FrameBudget& budget = frame_budget();
  program.add_option("--frames", budget.frames)->group("");
  program.add_option("--scene", budget.scene)->group("");
  program.add_flag("--report-frames", budget.report)->group("");
}

} // namespace firsthand::tools
