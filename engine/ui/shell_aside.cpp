// Errands: begun, waited for, finished in the order in which they were begun.
#include "engine/ui/shell_aside.h"

#include <algorithm>
#include <future>

namespace firsthand::ui {

namespace {
constexpr std::int64_t soon_ms = 100; // what takes longer is said
}

void Shell::errand(std::function<std::function<void()>()> work, Meanwhile meanwhile) {
  app::Desk* at = desk();
  if (options_.writing == ShellOptions::Writing::at_once || at->is_demonstration()) return work()();
  if (meanwhile == Meanwhile::hold && busy()) return;
  auto errand = std::make_shared<Errand>();
  errand->meanwhile = meanwhile, errand->since_ms = now_ms_;
  errands_.push_back(errand);
  at->later([errand, work = std::move(work)] {
    errand->then = work();
    errand->done.store(true, std::memory_order_release);
  });
}

void Shell::finish_errands() {
  while (!errands_.empty() && errands_.front()->done.load(std::memory_order_acquire)) {
    const std::shared_ptr<Errand> done = errands_.front();
    errands_.erase(errands_.begin());
    done->then();
  }
}

bool Shell::busy() const {
  return std::any_of(errands_.begin(), errands_.end(), [](const auto& each) { return each->meanwhile == Meanwhile::hold; });
}

bool Shell::working() const { return !errands_.empty() || (played_.sitting && played_.sitting->pending()); }

void Shell::await_writer() {
  for (app::Desk* each : {desk_.get(), demonstration_.get()}) {
    if (!each) continue;
    std::promise<void> done;
    each->later([&done] { done.set_value(); });
    done.get_future().wait();
  }
}

bool Shell::slow() const { return busy() && now_ms_ - errands_.front()->since_ms >= soon_ms; }

} // namespace firsthand::ui
