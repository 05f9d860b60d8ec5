// What of ending is the same on every system.
#include "engine/platform/ending.h"

#include <atomic>
#include <chrono>
#include <iostream>
#include <mutex>
#include <thread>

namespace firsthand::platform {

namespace {

struct Ending {
  std::atomic<int> code = 0; // 0: not asked
  std::atomic<int> clean_ends = 0;
  std::atomic<bool> reads_line = false;
  std::mutex mutex;
  std::function<void()> wake;
};

// Never destroyed: the thread that waits for the system's word outlives main.
Ending& ending() {
  static Ending& one = *new Ending;
  return one;
}

} // namespace

bool end_asked() { return ending().code != 0; }

std::optional<int> end_code() {
  const int code = ending().code;
  return code == 0 ? std::nullopt : std::optional(code);
}

bool next_line(std::string& line) {
  ending().reads_line = true;
  const bool more = !end_asked() && std::getline(std::cin, line) && !end_asked();
  ending().reads_line = false;
  return more;
}

CleanEnd::CleanEnd() { ++ending().clean_ends; }
CleanEnd::~CleanEnd() { --ending().clean_ends; }

WakeAtEnd::WakeAtEnd(std::function<void()> wake) {
  const std::lock_guard lock(ending().mutex);
  ending().wake = std::move(wake);
}
WakeAtEnd::~WakeAtEnd() {
  const std::lock_guard lock(ending().mutex);
  ending().wake = nullptr;
}

void wait_for_end(int code, const std::function<void()>& interrupt) {
  using namespace std::chrono_literals;
  ending().code = code;
  const auto latest = std::chrono::steady_clock::now() + 800ms;
  while (ending().clean_ends > 0 && std::chrono::steady_clock::now() < latest) {
    {
      const std::lock_guard lock(ending().mutex);
      if (ending().wake) ending().wake();
    }
    if (ending().reads_line) interrupt();
    std::this_thread::sleep_for(10ms);
  }
}

} // namespace firsthand::platform
