// Begun, waited for, finished in the order in which it was begun. See background.h.
#include "engine/screens/shell/background.h"

#include <algorithm>
#include <atomic>
#include <future>

namespace firsthand::screens {

namespace {

constexpr std::int64_t soon_ms = 100; // what takes longer is said

void await_all(const std::function<void(std::function<void()>)>& later) {
  std::promise<void> done;
  later([&done] { done.set_value(); });
  done.get_future().wait();
}

} // namespace

struct Background::Begun {
  Meanwhile meanwhile = Meanwhile::hold;
  std::int64_t since_ms = 0;
  std::function<void()> then; // written by the other thread, read only after `done`
  std::atomic<bool> done = false;
};

void Background::on_writer(app::DataFolder& at, Job job, Meanwhile meanwhile) {
  if (writing_ == Writing::at_once || at.is_demonstration()) return job()();
  if (meanwhile == Meanwhile::hold && busy() && !finishing_) return refuse();
  at.later(begin(std::move(job), meanwhile));
}

void Background::on_keeper(Job job) {
  if (writing_ == Writing::at_once) return job()();
  if (busy() && !finishing_) return refuse();
  if (!keeper_) keeper_ = std::make_unique<records::Writer>(on_done_);
  keeper_->later(begin(std::move(job), Meanwhile::hold));
}

std::function<void()> Background::begin(Job job, Meanwhile meanwhile) {
  auto begun = std::make_shared<Begun>();
  begun->meanwhile = meanwhile, begun->since_ms = now_ms_;
  begun_.push_back(begun);
  return [begun, job = std::move(job)] {
    begun->then = job();
    begun->done.store(true, std::memory_order_release);
  };
}

// What is begun by what was done follows it, and is not refused.
void Background::finish(std::int64_t now_ms) {
  now_ms_ = now_ms;
  while (!begun_.empty() && begun_.front()->done.load(std::memory_order_acquire)) {
    const std::shared_ptr<Begun> done = begun_.front();
    begun_.erase(begun_.begin());
    finishing_ = true;
    done->then();
    finishing_ = false;
  }
  if (!busy()) refused_ = false;
}

bool Background::busy() const {
  return std::any_of(begun_.begin(), begun_.end(), [](const auto& each) { return each->meanwhile == Meanwhile::hold; });
}

bool Background::slow() const { return busy() && (refused_ || now_ms_ - begun_.front()->since_ms >= soon_ms); }

void Background::await(app::DataFolder* at) {
  if (keeper_) await_all([this](std::function<void()> job) { keeper_->later(std::move(job)); });
  if (at) await_all([at](std::function<void()> job) { at->later(std::move(job)); });
}

void Background::end() {
  keeper_.reset();
  begun_.clear();
}

} // namespace firsthand::screens
