// What the program takes from outside, gathered in one value and injected everywhere: time, chance, the cost of a PIN, the
// kinds of steps. A test gives others and gets the same record again, byte for byte.
#pragma once

#include "engine/base/moment.h"
#include "engine/crypto/entropy.h"
#include "engine/crypto/pin.h"
#include "engine/session/contract.h"

#include <string>

namespace firsthand::app {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual base::Moment now() = 0;
  virtual int offset_minutes() = 0; // of local time from UTC, now
};

class SystemClock final : public Clock {
 public:
  base::Moment now() override;
  int offset_minutes() override;
};

// Starts at `start`; each look moves it on by `step` milliseconds.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(base::Moment start, std::int64_t step = 0, int offset = 0) : now_(start), step_(step), offset_(offset) {}
  base::Moment now() override {
    const base::Moment moment = now_;
    now_.milliseconds += step_;
    return moment;
  }
  int offset_minutes() override { return offset_; }
  void set(base::Moment now) { now_ = now; }

 private:
  base::Moment now_;
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
};

std::string stamp_of(base::Moment moment); // 20261122T130509Z: for names of files

} // namespace firsthand::app
