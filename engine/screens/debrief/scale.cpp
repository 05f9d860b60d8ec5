// Where moments stand on a timeline, and which labels find room. Pure numbers: idle time is cut, so that the busy minutes can be
// read; no two labels overlap, and one that finds no room is counted at its neighbour.
#include "engine/screens/debrief/scale.h"

#include <algorithm>
#include <cstdlib>

namespace firsthand::screens::line_of_time {

TimeScale TimeScale::of(std::vector<base::Seconds> moments, int even) {
  TimeScale scale;
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  int units = 0;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const base::Seconds gap = i == 0 ? 0 : moments[i] - moments[i - 1];
    units += i == 0 ? 0 : even + std::min(gap, longest_gap);
    scale.knots_.push_back({moments[i], units});
    if (gap > longest_gap) scale.cuts_.push_back({moments[i - 1], moments[i]});
  }
  if (scale.knots_.empty()) scale.knots_.push_back({});
  return scale;
}

int TimeScale::x_of(base::Seconds at, int width) const {
  const Knot& last = knots_.back();
  if (at >= last.at) return last.units == 0 ? 0 : width;
  for (std::size_t i = 1; i < knots_.size(); ++i) {
    const Knot &a = knots_[i - 1], &b = knots_[i];
    if (at > b.at) continue;
    const long long part = static_cast<long long>(b.units - a.units) * std::max(0, at - a.at) / std::max(1, b.at - a.at);
    return static_cast<int>((a.units + part) * width / std::max(1, last.units));
  }
  return 0;
}

std::vector<base::Seconds> TimeScale::ticks(int width, int least_px) const {
  std::vector<base::Seconds> wanted{knots_.front().at, knots_.back().at}, chosen;
  for (const Cut& cut : cuts_)
    wanted.push_back(cut.to);
  for (const Knot& knot : knots_)
    wanted.push_back(knot.at);
  for (const base::Seconds at : wanted) {
    const auto too_near = [&](base::Seconds other) { return std::abs(x_of(other, width) - x_of(at, width)) < least_px; };
    if (std::none_of(chosen.begin(), chosen.end(), too_near)) chosen.push_back(at);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

std::vector<MarkGroup> group_marks(const std::vector<DebriefMark>& marks, const std::vector<int>& xs, int least_px) {
  std::vector<MarkGroup> groups;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool joins = !groups.empty() && groups.back().kind == marks[i].kind && xs[i] - groups.back().x < least_px;
    if (joins)
      groups.back().marks.push_back(i);
    else
      groups.push_back({marks[i].kind, xs[i], {i}});
  }
  for (std::size_t i = 1; i < groups.size(); ++i)
    groups[i].x = std::max(groups[i].x, groups[i - 1].x + least_px);
  return groups;
}

namespace {

int rank(const LabelWish& wish) { return wish.kind == report::Mark::Kind::loss ? 0 : wish.kind == report::Mark::Kind::action ? 1 : 2; }

bool is_free(const std::vector<PlacedLabel>& placed, int tier, int x, int w, int gap) {
  return std::none_of(placed.begin(), placed.end(),
                      [&](const PlacedLabel& other) { return other.tier == tier && x < other.x + other.w + gap && other.x < x + w + gap; });
}

} // namespace

namespace {

// Centred under its mark, inside the room, and beside the line to avoid if there is room on the mark's side.
int wanted_x(const LabelWish& wish, const LabelRoom& room) {
  const int x = std::clamp(wish.x - wish.w / 2, 0, std::max(0, room.width - wish.w));
  const bool crosses = room.avoid >= 0 && x < room.avoid + room.gap && room.avoid < x + wish.w + room.gap;
  if (!crosses) return x;
  const int left = room.avoid - room.gap - wish.w, right = room.avoid + room.gap;
  if (wish.x >= room.avoid && right + wish.w <= room.width) return right;
  return wish.x < room.avoid && left >= 0 ? left : x; // rather across the line than far from its mark
}

} // namespace

LabelPlan place_labels(const std::vector<LabelWish>& wishes, const LabelRoom& room) {
  std::vector<std::size_t> order(wishes.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(wishes[a]) < rank(wishes[b]); });
  LabelPlan plan;
  for (const std::size_t i : order) {
    const int x = wanted_x(wishes[i], room);
    int tier = 0;
    while (tier < room.tiers && !is_free(plan.placed, tier, x, wishes[i].w, room.gap))
      ++tier;
    if (tier < room.tiers && x + wishes[i].w <= room.width)
      plan.placed.push_back({i, x, wishes[i].w, tier});
    else
      ++plan.dropped;
  }
  for (const PlacedLabel& label : plan.placed)
    plan.tiers = std::max(plan.tiers, label.tier + 1);
  return plan;
}

} // namespace firsthand::screens::line_of_time
