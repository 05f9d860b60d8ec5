// Work for the writer's thread: reading, writing and hashing that a frame must not wait for. It gets only copies and the desk,
// which is its own until it is done; what comes of it is taken in a tick. Without a disk, or where nobody looks, it is done
// at once.
#pragma once

#include "engine/screens/shell/shell.h"
#include "engine/screens/using_ui.h"

#include <atomic>

namespace firsthand::screens {

struct Shell::Errand {
  Meanwhile meanwhile = Meanwhile::hold;
  std::int64_t since_ms = 0;
  std::function<void()> then; // written by the other thread, read only after `done`
  std::atomic<bool> done = false;
};

// The work, and then what is done with its result.
template<class Work, class Then> std::function<std::function<void()>()> packed(Work work, Then then) {
  return [work = std::move(work), then = std::move(then)]() -> std::function<void()> {
    auto result = std::make_shared<decltype(work())>(work());
    return [result, then] { then(std::move(*result)); };
  };
}

template<class Work, class Then> void Shell::aside(Work work, Then then, Meanwhile meanwhile) {
  errand(packed(std::move(work), std::move(then)), meanwhile);
}

} // namespace firsthand::screens
