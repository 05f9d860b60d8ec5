// PINs as they are typed: twice when new, and with the wait that grows with wrong ones.
#pragma once

#include "engine/screens/page.h"

namespace firsthand::screens {

// Until the next PIN is looked at, on one page. The record knows of it as well.
class PinWait {
 public:
  void begin(std::int64_t now_ms, int seconds) { until_ms_ = now_ms + seconds * std::int64_t{1000}; }
  void end() { until_ms_ = 0; }
  int seconds(std::int64_t now_ms) const { return until_ms_ <= now_ms ? 0 : static_cast<int>((until_ms_ - now_ms + 999) / 1000); }
  std::optional<int> wake_after_ms(std::int64_t now_ms) const; // when another second is over

 private:
  std::int64_t until_ms_ = 0;
};

// Why a new PIN typed twice is not taken, in words; "" if it is. Two that are typed and not taken are emptied.
std::string typed_twice(const Context& context, std::string& pin, std::string& again);

// Whether the trainer's PIN was theirs; `said`: why not, in words.
bool trainer_accepted(const Context& context, const base::Result<app::SignIn>& answer, PinWait& wait, std::string& said);

} // namespace firsthand::screens
