// Where acts stand on a line of time that forks, and which of them stand as one. Pure numbers; draws nothing.
#pragma once

#include "engine/screens/debrief/scale.h"

#include <array>

namespace firsthand::screens::line_of_time {

enum class Segment : std::uint8_t { before, own, other };
constexpr std::size_t segments = 3;

struct LineMark {
  base::Seconds at = 0;
  int label_w = 0;     // px
  bool pinned = false; // it never stands with others as one
};

struct LineRoom {
  int width = 0, apart = 0, gap = 0; // px: of all, between two discs, between two labels
  int fork = 0;                      // px: from the fork to the first disc behind it
  std::size_t most = 8;              // discs of a part
  int tiers = 2;
};

struct LineNode {
  std::vector<std::size_t> marks; // of its segment
  int x = 0;
  int label_x = 0, tier = -1; // -1: it has no label
};

struct LinePlan {
  struct Cut {
    int x = 0;
    base::Seconds from = 0, to = 0;
  };
  std::array<std::vector<LineNode>, segments> nodes;
  std::array<int, segments> tiers{};
  int fork_x = 0;
  std::vector<Cut> cuts;
};

using LineMarks = std::array<std::vector<LineMark>, segments>;
using LineBusy = std::array<std::vector<BusyTime>, segments>;

// `fork_at` never: one run alone. What finds no room for its label stands with its neighbour; so does what is more than the most.
LinePlan plan_line(const LineMarks& marks, base::Seconds fork_at, const LineRoom& room, const LineBusy& busy = {});

} // namespace firsthand::screens::line_of_time
