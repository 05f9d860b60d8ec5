// Where moments stand on a timeline, and which labels find room. Pure numbers: idle time is cut, so that the busy minutes can be
// read; no two labels overlap, and one that finds no room is counted at its neighbour.
#include "engine/screens/debrief/scale.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace firsthand::screens::line_of_time {

namespace {

// Each second once; true: a moment, which has a part of its own before it.
std::map<base::Seconds, bool> points_of(const std::vector<base::Seconds>& moments, const std::vector<BusyTime>& busy) {
  std::map<base::Seconds, bool> points;
  for (const BusyTime& each : busy)
    points.emplace(each.from, false), points.emplace(each.to, false);
  for (const base::Seconds at : moments)
    points[at] = true;
  return points;
}

} // namespace

TimeScale TimeScale::of(std::vector<base::Seconds> moments, int even, const std::vector<BusyTime>& busy) {
  TimeScale scale;
  for (const auto& [at, is_moment] : points_of(moments, busy)) {
    if (scale.knots_.empty()) {
      scale.knots_.push_back({at, 0});
      continue;
    }
    const Knot before = scale.knots_.back();
    const bool idle = std::none_of(busy.begin(), busy.end(), [&](const BusyTime& each) { return each.from <= before.at && each.to >= at; });
    const base::Seconds gap = at - before.at, drawn = idle ? std::min(gap, longest_gap) : gap;
    scale.knots_.push_back({at, before.units + drawn + (is_moment ? even : 0)});
    if (drawn < gap) scale.cuts_.push_back({before.at, at});
  }
  if (scale.knots_.empty()) scale.knots_.push_back({});
  return scale;
}

TimeScale scale_of(const DebriefTimeline& timeline) {
  constexpr int even_part = 20;
  std::vector<base::Seconds> moments{0, std::max<base::Seconds>(timeline.duration, 1)};
  for (const DebriefLane& lane : timeline.lanes)
    for (const DebriefMark& mark : lane.marks)
      moments.push_back(mark.at);
  return TimeScale::of(std::move(moments), even_part, timeline.busy);
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
