// Where moments stand on a timeline, and which labels find room. Pure numbers; draws nothing.
#pragma once

#include "engine/screens/debrief/state.h"
#include "engine/screens/using_ui.h"

namespace firsthand::screens::line_of_time {

constexpr base::Seconds longest_gap = 120; // what is idle for longer is cut

// Moments to pixels. Between two moments lies a part that is the same everywhere, so that acts in one minute stand apart, and one that
// grows with the time up to the longest gap.
class TimeScale {
 public:
  struct Cut {
    base::Seconds from = 0, to = 0;
  };
  // `even`: how many seconds the part that is the same everywhere is worth. `busy`: in any order; what lies within them is no idle time,
  // however long it is.
  static TimeScale of(std::vector<base::Seconds> moments, int even, const std::vector<BusyTime>& busy = {});
  int x_of(base::Seconds at, int width) const;
  std::vector<base::Seconds> ticks(int width, int least_px) const; // of the moments, none too near another; those after a cut first
  const std::vector<Cut>& cuts() const { return cuts_; }

 private:
  struct Knot {
    base::Seconds at = 0;
    int units = 0;
  };
  std::vector<Knot> knots_;
  std::vector<Cut> cuts_;
};

TimeScale scale_of(const DebriefTimeline& timeline); // of the chart of all lanes

// Marks of one kind that would cover each other stand as one, with their number.
struct MarkGroup {
  report::Mark::Kind kind;
  int x = 0;
  std::vector<std::size_t> marks;
};
// Groups of different kinds are moved apart as far as they must, so that none covers another.
std::vector<MarkGroup> group_marks(const std::vector<DebriefMark>& marks, const std::vector<int>& xs, int least_px);

struct LabelWish {
  report::Mark::Kind kind;
  int x = 0, w = 0; // centre and width, px
};
struct PlacedLabel {
  std::size_t wish = 0;
  int x = 0, w = 0, tier = 0;
};
struct LabelPlan {
  std::vector<PlacedLabel> placed;
  int tiers = 0, dropped = 0;
};
struct LabelRoom {
  int width = 0, tiers = 2, gap = 0; // px
  int avoid = -1;                    // a line that labels stand beside if they can, px; -1: none
};
// Losses first, then acts, then events. What finds no room in any tier is dropped and counted.
LabelPlan place_labels(const std::vector<LabelWish>& wishes, const LabelRoom& room);

} // namespace firsthand::screens::line_of_time
