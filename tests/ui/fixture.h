// A headless window with fixed time, and what tests ask of it in one line.
#pragma once

#include "engine/platform/platform.h"
#include "engine/ui/driver.h"
#include "engine/ui/widgets.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

namespace firsthand::ui {

inline WindowOptions headless(Settings settings = {}, Size size = {1280, 720}) {
  WindowOptions options;
  options.title = "test";
  options.size = size;
  options.screen = Screen::headless;
  options.time = Time::fixed;
  options.paints_each = 16; // most of a test's time would go into dots
  options.settings = settings;
  options.assets = std::filesystem::path(FIRSTHAND_SOURCE) / "assets";
  options.font_folders = platform::font_folders();
  options.guard = [](std::string_view) { return true; };
  return options;
}

inline std::unique_ptr<Window> open_headless(Settings settings = {}, Size size = {1280, 720}) {
  auto window = Window::open(headless(settings, size));
  REQUIRE_MESSAGE(window.ok(), (window.ok() ? std::string() : window.error().message));
  return std::move(window).value();
}

inline std::string problem(const base::Result<void>& result) { return result.ok() ? std::string() : result.error().message; }
#define CHECK_OK(expression) CHECK(firsthand::ui::problem(expression) == "")

// tools/test --all takes every combination, tools/test a part of them in which each member is met.
inline bool thorough() { return std::getenv("FIRSTHAND_THOROUGH") != nullptr; }
// With sanitizers all takes four times as long: tools/test --sanitized takes a third of the longest.
inline bool few() { return std::getenv("FIRSTHAND_FEW") != nullptr; }

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes; // as one block: sign by sign is most of the time of a lesson's reading
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

} // namespace firsthand::ui
