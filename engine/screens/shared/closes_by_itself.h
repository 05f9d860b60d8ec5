// A page that shows what not everybody may see closes by itself: nobody finds it open whom its PIN did not let in.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace firsthand::screens {

class ClosesByItself {
 public:
  static constexpr int usual_minutes = 10; // without a key or a press

  void acted(std::int64_t now_ms) { acted_ms_ = now_ms; } // a key or a press, or the page was opened
  bool is_due(std::int64_t now_ms, int minutes = usual_minutes) const { return left_ms(now_ms, minutes) <= 0; }
  // When the page changes by itself: by this, or by something else of it that is sooner. Milliseconds, at least 1.
  int wake_after_ms(std::int64_t now_ms, std::optional<int> other_ms, int minutes = usual_minutes) const {
    const int closes = static_cast<int>(std::max<std::int64_t>(1, left_ms(now_ms, minutes)));
    return std::min(closes, other_ms.value_or(closes));
  }

 private:
  std::int64_t left_ms(std::int64_t now_ms, int minutes) const { return acted_ms_ + minutes * std::int64_t{60'000} - now_ms; }

  std::int64_t acted_ms_ = 0;
};

} // namespace firsthand::screens
