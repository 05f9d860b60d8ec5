// What the program takes from outside, gathered in one value and injected everywhere: time, chance, the cost of a PIN, the
// kinds of steps. A test gives others and gets the same record again, byte for byte.
#pragma once

#include "engine/base/moment.h"
#include "engine/crypto/entropy.h"
#include "engine/crypto/pin.h"
#include "engine/session/contract.h"

#include <optional>
#include <string>

namespace firsthand::records {

// The machine's clock, and what a person said instead: an old computer may believe in 2002. From then on time goes on from what was
// said, whatever is done to the machine's clock meanwhile. What is recorded carries both.
class Clock {
 public:
  virtual ~Clock() = default;
  // From now on, as long as the program runs, set_back() knows. Said again it changes nothing.
  void watch() {
    if (!watched_from_) watched_from_ = standing();
  }
  // Milliseconds that now() stands behind where it would be had nobody set the machine's clock since watch(). Negative: it was set
  // forward. 0 where nobody watched, or a person said what time it is.
  std::int64_t set_back() { return watched_from_ && !stated_ ? *watched_from_ - standing() : 0; }
  base::Moment now() { return stated_ ? base::Moment{stated_->milliseconds + elapsed() - stated_at_} : machine(); }
  virtual base::Moment machine() = 0; // as the computer has it
  virtual std::int64_t elapsed() = 0; // milliseconds since some moment; nobody can set it
  virtual int offset_minutes() = 0;   // of local time from UTC, now
  bool stated() const { return stated_.has_value(); }
  void state(std::optional<base::Moment> now) { stated_ = now, stated_at_ = now ? elapsed() : 0; }

 private:
  std::int64_t standing() {
    const std::int64_t shown = machine().milliseconds;
    return shown - elapsed();
  }

  std::optional<std::int64_t> watched_from_;
  std::optional<base::Moment> stated_;
  std::int64_t stated_at_ = 0;
};

class SystemClock final : public Clock {
 public:
  base::Moment machine() override;
  std::int64_t elapsed() override;
  int offset_minutes() override;
};

// Starts at `start`; each look moves it on by `step` milliseconds.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(base::Moment start, std::int64_t step = 0, int offset = 0) : now_(start), step_(step), offset_(offset) {}
  base::Moment machine() override {
    const base::Moment moment = now_;
    now_.milliseconds += step_;
    return moment;
  }
  std::int64_t elapsed() override { return machine().milliseconds + set_back_; }
  int offset_minutes() override { return offset_; }
  void set(base::Moment now) { now_ = now; } // so much time has gone by
  // Somebody set the machine's clock; no time went by.
  void turn_back(std::int64_t milliseconds) { now_.milliseconds -= milliseconds, set_back_ += milliseconds; }

 private:
  base::Moment now_;
  std::int64_t set_back_ = 0;
  std::int64_t step_;
  int offset_;
};

// Everything here is borrowed and outlives whoever is given it. Used by one thread at a time.
struct Services {
  Clock* clock = nullptr;
  crypto::Entropy* entropy = nullptr;
  crypto::PinCost pin_cost = crypto::interactive_pin_cost;
  const session::Catalogue* modules = nullptr;
  std::string version;
  base::Moment released = {}; // of this version: a clock before it is wrong; 0: not known
};

std::string stamp_of(base::Moment moment); // 20261122T130509Z: for names of files

} // namespace firsthand::records
