// Errands: begun, waited for, finished in the order in which they were begun.
#include "engine/screens/shell/aside.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

namespace firsthand::screens {

namespace {
constexpr std::int64_t soon_ms = 100; // what takes longer is said
}

void Shell::errand(std::function<std::function<void()>()> work, Meanwhile meanwhile) {
  app::Desk* at = desk();
  if (options_.writing == ShellOptions::Writing::at_once || at->is_demonstration()) return work()();
  if (meanwhile == Meanwhile::hold && busy()) return refuse_busy();
  at->later(begun(std::move(work), meanwhile));
}

std::function<void()> Shell::begun(std::function<std::function<void()>()> work, Meanwhile meanwhile) {
  auto errand = std::make_shared<Errand>();
  errand->meanwhile = meanwhile, errand->since_ms = now_ms_;
  errands_.push_back(errand);
  return [errand, work = std::move(work)] {
    errand->then = work();
    errand->done.store(true, std::memory_order_release);
  };
}

// Opening, moving and closing a record: no desk is there to do it, or it is the desk that ends.
void Shell::keeper_errand(std::function<std::function<void()>()> work) {
  if (options_.writing == ShellOptions::Writing::at_once) return work()();
  if (busy()) return refuse_busy();
  if (!keeper_) keeper_ = std::make_unique<records::Writer>(options_.on_written);
  keeper_->later(begun(std::move(work), Meanwhile::hold));
}

// Said at once, as what takes long is: nothing that was pressed is lost in silence.
void Shell::refuse_busy() { refused_busy_ = true; }

void Shell::finish_errands() {
  while (!errands_.empty() && errands_.front()->done.load(std::memory_order_acquire)) {
    const std::shared_ptr<Errand> done = errands_.front();
    errands_.erase(errands_.begin());
    done->then();
  }
  if (!busy()) refused_busy_ = false;
}

bool Shell::busy() const {
  return std::any_of(errands_.begin(), errands_.end(), [](const auto& each) { return each->meanwhile == Meanwhile::hold; });
}

bool Shell::working() const { return !errands_.empty() || (played_.sitting && played_.sitting->pending()); }

void Shell::await_keeper() {
  if (!keeper_) return;
  std::promise<void> done;
  keeper_->later([&done] { done.set_value(); });
  done.get_future().wait();
}

bool Shell::await_record(int most_ms) {
  for (int ms = 0; page_ == ShellPage::opening && ms < most_ms; ++ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    finish_errands();
  }
  return page_ != ShellPage::opening;
}

void Shell::await_writer() {
  await_keeper();
  for (app::Desk* each : {desk_.get(), demonstration_.get()}) {
    if (!each) continue;
    std::promise<void> done;
    each->later([&done] { done.set_value(); });
    done.get_future().wait();
  }
}

bool Shell::slow() const { return busy() && (refused_busy_ || now_ms_ - errands_.front()->since_ms >= soon_ms); }

} // namespace firsthand::screens
