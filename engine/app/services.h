// What the program takes from outside, gathered in one value and injected everywhere: time, chance, the cost of a PIN, the
// kinds of steps. A test gives others and gets the same record again, byte for byte.
#pragma once

#include "engine/base/moment.h"
#include "engine/crypto/entropy.h"
#include "engine/crypto/pin.h"
#include "engine/session/contract.h"

#include <string>

namespace firsthand::app {

// The machine's clock, and a correction to it where somebody said what day it is: an old computer may believe in 2002. What is
// recorded carries both.
class Clock {
 public:
  virtual ~Clock() = default;
  base::Moment now() { return {machine().milliseconds + correction_}; }
  virtual base::Moment machine() = 0;   // as the computer has it
  virtual int offset_minutes() = 0;     // of local time from UTC, now
  std::int64_t correction() const { return correction_; } // milliseconds; 0 where nobody said anything
  void correct(std::int64_t milliseconds) { correction_ = milliseconds; }

 private:
  std::int64_t correction_ = 0;
};

class SystemClock final : public Clock {
 public:
  base::Moment machine() override;
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
  base::Moment released = {}; // of this version: a clock before it is wrong; 0: not known
};

std::string stamp_of(base::Moment moment); // 20261122T130509Z: for names of files

} // namespace firsthand::app
