// See futures_plan.h.
#include "engine/screens/debrief/futures_plan.h"

#include <algorithm>

namespace firsthand::screens::line_of_time {

namespace {

constexpr int even_part = 120; // seconds: see TimeScale::of

// The fork is a moment of its own between what came before it and what came after, though all may be one second.
constexpr base::Seconds fork_part = 60;
base::Seconds shifted(base::Seconds at, std::size_t segment) { return at + (segment == 0 ? 0 : 2 * fork_part); }

class LinePlanner {
 public:
  LinePlanner(const LineMarks& marks, base::Seconds fork_at, const LineRoom& room, const LineBusy& busy)
      : marks_(marks), fork_at_(fork_at), room_(room), busy_(busy) {
    for (std::size_t s = 0; s < segments; ++s)
      for (std::size_t i = 0; i < marks[s].size(); ++i)
        plan_.nodes[s].push_back({{i}, 0, 0, -1});
  }

  LinePlan run() {
    for (std::size_t s = 0; s < segments; ++s)
      while (plan_.nodes[s].size() > room_.most && join_nearest(s)) {
      }
    while (!place()) {
    }
    return std::move(plan_);
  }

 private:
  const LineMark& first(std::size_t s, const LineNode& node) const { return marks_[s][node.marks.front()]; }
  const LineMark& last(std::size_t s, const LineNode& node) const { return marks_[s][node.marks.back()]; }
  bool is_pinned(std::size_t s, const LineNode& node) const { return node.marks.size() == 1 && first(s, node).pinned; }

  bool may_join(std::size_t s, std::size_t left) const {
    const auto& nodes = plan_.nodes[s];
    return left + 1 < nodes.size() && !is_pinned(s, nodes[left]) && !is_pinned(s, nodes[left + 1]);
  }
  bool join(std::size_t s, std::size_t left) {
    auto& nodes = plan_.nodes[s];
    nodes[left].marks.insert(nodes[left].marks.end(), nodes[left + 1].marks.begin(), nodes[left + 1].marks.end());
    nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(left) + 1);
    return true;
  }
  // The two with the least time between them; of equals those that are the fewest.
  bool join_nearest(std::size_t s) {
    const auto& nodes = plan_.nodes[s];
    std::optional<std::size_t> best;
    const auto cost = [&](std::size_t i) {
      return std::pair(first(s, nodes[i + 1]).at - last(s, nodes[i]).at, nodes[i].marks.size() + nodes[i + 1].marks.size());
    };
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
      if (may_join(s, i) && (!best || cost(i) < cost(*best))) best = i;
    return best && join(s, *best);
  }
  // With a neighbour that stands for several already, else with the nearer one.
  bool join_one(std::size_t s, std::size_t i) {
    const auto& nodes = plan_.nodes[s];
    const bool left = i > 0 && may_join(s, i - 1), right = may_join(s, i);
    if (!left && !right) return false;
    if (!left || !right) return join(s, left ? i - 1 : i);
    const auto cost = [&](std::size_t a, const LineNode& beside) {
      return std::pair(beside.marks.size() < 2, first(s, nodes[a + 1]).at - last(s, nodes[a]).at);
    };
    return join(s, cost(i - 1, nodes[i - 1]) <= cost(i, nodes[i + 1]) ? i - 1 : i);
  }

  // False: something had to be joined, and all is placed anew.
  bool place() {
    place_discs();
    for (std::size_t s = 0; s < segments; ++s)
      if (!push_apart(s)) return false;
    for (std::size_t s = 0; s < segments; ++s)
      if (!place_names(s)) return false;
    place_cuts();
    return true;
  }

  void place_discs() {
    knots_.clear();
    for (std::size_t s = 0; s < segments; ++s)
      for (const LineNode& node : plan_.nodes[s])
        knots_.push_back({shifted(first(s, node).at, s), first(s, node).at});
    if (fork_at_ != base::never) knots_.push_back({fork_at_ + fork_part, fork_at_});
    std::vector<base::Seconds> moments;
    for (const auto& [at, real] : knots_)
      moments.push_back(at);
    scale_ = TimeScale::of(std::move(moments), even_part, busy_times());
    plan_.fork_x = fork_at_ == base::never ? room_.width : scale_.x_of(fork_at_ + fork_part, room_.width);
    if (!plan_.nodes[0].empty()) plan_.fork_x = std::max(plan_.fork_x, room_.fork); // what came before has its place, too
    for (std::size_t s = 0; s < segments; ++s)
      for (LineNode& node : plan_.nodes[s])
        node.x = scale_.x_of(shifted(first(s, node).at, s), room_.width);
  }

  std::vector<BusyTime> busy_times() {
    std::vector<BusyTime> busy;
    for (std::size_t s = 0; s < segments; ++s)
      for (const BusyTime& each : busy_[s]) {
        busy.push_back({shifted(each.from, s), shifted(each.to, s)});
        knots_.push_back({busy.back().from, each.from}), knots_.push_back({busy.back().to, each.to});
      }
    return busy;
  }

  int left_end(std::size_t s) const { return s == 0 || fork_at_ == base::never ? 0 : plan_.fork_x + room_.fork; }
  int right_end(std::size_t s) const { return s == 0 && fork_at_ != base::never ? plan_.fork_x - room_.fork : room_.width; }

  // From the left, then back from the right: as far as there is room.
  bool push_apart(std::size_t s) {
    auto& nodes = plan_.nodes[s];
    int least = left_end(s);
    for (LineNode& node : nodes)
      node.x = std::max(node.x, least), least = node.x + room_.apart;
    int most = right_end(s);
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node)
      node->x = std::min(node->x, most), most = node->x - room_.apart;
    const bool fits = nodes.empty() || nodes.front().x >= left_end(s);
    if (!fits && s == 0 && nodes.size() == 1) return true; // the fork stands where the line begins
    return fits || !join_nearest(s);
  }

  LabelRoom names_room(std::size_t s) const {
    const int from = std::max(0, left_end(s) - room_.fork);
    const int to = s == 0 && fork_at_ != base::never ? plan_.fork_x : room_.width;
    return {to - from, room_.tiers, room_.gap, -1};
  }
  bool place_names(std::size_t s) {
    auto& nodes = plan_.nodes[s];
    const int from = std::max(0, left_end(s) - room_.fork);
    std::vector<LabelWish> wishes;
    std::vector<std::size_t> whose;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      nodes[i].tier = -1;
      if (nodes[i].marks.size() > 1) continue;
      const LineMark& mark = first(s, nodes[i]);
      wishes.push_back({mark.pinned ? report::Mark::Kind::loss : report::Mark::Kind::action, nodes[i].x - from, mark.label_w});
      whose.push_back(i);
    }
    const LabelPlan names = place_labels(wishes, names_room(s));
    for (const PlacedLabel& label : names.placed)
      nodes[whose[label.wish]].label_x = from + label.x, nodes[whose[label.wish]].tier = label.tier;
    plan_.tiers[s] = names.tiers;
    for (std::size_t i = 0; names.dropped > 0 && i < nodes.size(); ++i)
      if (nodes[i].marks.size() == 1 && nodes[i].tier < 0 && !first(s, nodes[i]).pinned && join_one(s, i)) return false;
    return true;
  }

  base::Seconds in_the_scene(base::Seconds on_the_scale) const {
    for (const auto& [at, real] : knots_)
      if (at == on_the_scale) return real;
    return on_the_scale;
  }
  void place_cuts() {
    plan_.cuts.clear();
    for (const TimeScale::Cut& cut : scale_.cuts()) {
      const base::Seconds from = in_the_scene(cut.from), to = in_the_scene(cut.to);
      if (to - from <= longest_gap) continue; // it is the fork's own part
      plan_.cuts.push_back({(scale_.x_of(cut.from, room_.width) + scale_.x_of(cut.to, room_.width)) / 2, from, to});
    }
  }

  const LineMarks& marks_;
  base::Seconds fork_at_;
  const LineRoom& room_;
  const LineBusy& busy_;
  LinePlan plan_;
  TimeScale scale_;
  std::vector<std::pair<base::Seconds, base::Seconds>> knots_; // on the scale, in the scene
};

} // namespace

LinePlan plan_line(const LineMarks& marks, base::Seconds fork_at, const LineRoom& room, const LineBusy& busy) {
  return LinePlanner(marks, fork_at, room, busy).run();
}

} // namespace firsthand::screens::line_of_time
