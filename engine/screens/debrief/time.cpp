// The timeline: one lane an exhibit, one for people; disc an act, diamond an event, square a loss; solid sound, dashed
// changed, dotted lost. Shape carries the meaning, colour repeats it.
#include "engine/screens/debrief/parts.h"
#include "engine/screens/debrief/scale.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

using MarkKind = report::Mark::Kind;

struct Chart { // what all lanes share
  Draft& d;
  const DebriefTimeline& timeline;
  TimeScale scale;
  int left = 0, width = 0; // of the scale, px
  int name_width = 0, tag_width = 0;
  bool names_above = false; // large text: the name stands on a line of its own
  int x_of(base::Seconds at) const { return left + scale.x_of(at, width); }
};

Chart chart_of(Draft& d, const DebriefTimeline& timeline, const Place& at) {
  Frame& f = d.f;
  std::vector<base::Seconds> moments;
  for (const DebriefLane& lane : timeline.lanes)
    for (const DebriefMark& mark : lane.marks)
      moments.push_back(mark.at);
  Chart chart{d, timeline, TimeScale::of(std::move(moments), timeline.duration), at.x, at.w, 0, 0, f.text_percent() >= 150};
  if (chart.names_above) {
    chart.left += f.px(24), chart.width -= f.px(48);
    return chart;
  }
  for (const DebriefLane& lane : timeline.lanes) {
    chart.name_width = std::max(chart.name_width, f.measure(lane.name, Type::body_bold).w + f.px(44));
    if (lane.outcome) chart.tag_width = std::max(chart.tag_width, size_of(f, lane.outcome->tag()).w + f.px(24));
  }
  chart.left += chart.name_width;
  chart.width -= chart.name_width + chart.tag_width + f.px(8);
  return chart;
}

Colour ink_of_stretch(const DebriefLane& lane, report::Stretch::Kind kind) {
  if (!lane.holds_evidence) return Colour::line2;
  if (kind == report::Stretch::Kind::sound) return Colour::ok;
  return kind == report::Stretch::Kind::changed ? Colour::warn : Colour::loss;
}

Stroke stroke_of(report::Stretch::Kind kind) {
  if (kind == report::Stretch::Kind::sound) return Stroke::solid;
  return kind == report::Stretch::Kind::changed ? Stroke::dashed : Stroke::dotted;
}

void draw_stretches(const Chart& chart, const DebriefLane& lane, int y) {
  Frame& f = chart.d.f;
  const int thickness = f.px(lane.holds_evidence ? 4 : 2);
  for (const report::Stretch& stretch : lane.stretches) {
    const int from = chart.x_of(stretch.from), to = chart.x_of(stretch.to);
    if (to > from) f.hline(from, y - thickness / 2, to - from, ink_of_stretch(lane, stretch.kind), thickness, stroke_of(stretch.kind));
  }
}

void draw_mark(Frame& f, const MarkGroup& group, Point at) {
  const int count = static_cast<int>(group.marks.size());
  const int side = f.px(20);
  if (group.kind == MarkKind::loss) {
    const Rect square{at.x - side / 2, at.y - side / 2, side, side};
    f.fill(square, Colour::loss, f.px(4));
    f.icon("cross", square.inset(f.px(2)), Colour::bg);
    return;
  }
  if (group.kind == MarkKind::event) return f.diamond(at, side, Colour::warn, Colour::bg, std::max(2, f.px(2)));
  if (count == 1) return f.disc(at, f.px(16), Colour::acc);
  f.disc(at, f.px(22), Colour::acc);
  const Rect inside{at.x - f.px(14), at.y - f.px(12), f.px(28), f.px(24)};
  f.text(inside, std::to_string(count), Type::tiny, Colour::on_acc,
         {.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no});
}

// A group is named by its first mark and says how many more there are.
std::string group_label(const DebriefLane& lane, const MarkGroup& group) {
  const std::string& first = lane.marks[group.marks.front()].label;
  return group.marks.size() == 1 ? first : fmt::format("{} +{}", first, group.marks.size() - 1);
}

struct LanePlan {
  std::vector<MarkGroup> groups;
  std::vector<std::string> labels;
  LabelPlan plan;
  int name = 0, height = 0; // px: the line of the name if it stands above
};

constexpr int label_tiers = 2;

LanePlan plan_lane(const Chart& chart, const DebriefLane& lane) {
  Frame& f = chart.d.f;
  LanePlan out;
  std::vector<int> xs;
  for (const DebriefMark& mark : lane.marks)
    xs.push_back(chart.scale.x_of(mark.at, chart.width));
  out.groups = group_marks(lane.marks, xs, f.px(20));
  std::vector<LabelWish> wishes;
  for (const MarkGroup& group : out.groups) {
    out.labels.push_back(group_label(lane, group));
    wishes.push_back({group.kind, group.x, f.measure(out.labels.back(), Type::tiny).w + 1});
  }
  const int avoid = chart.timeline.loss_at == base::never ? -1 : chart.scale.x_of(chart.timeline.loss_at, chart.width);
  out.plan = place_labels(wishes, {chart.width, label_tiers, f.px(8), avoid});
  const int tag = lane.outcome ? size_of(f, lane.outcome->tag()).h : 0;
  if (chart.names_above) out.name = std::max(f.line_height(Type::body_bold), tag) + f.px(8);
  const int lines = f.px(28) + out.plan.tiers * f.line_height(Type::tiny) + f.px(8);
  out.height = out.name + std::max(lines, f.px(44));
  return out;
}

void draw_lane_head(const Chart& chart, const DebriefLane& lane, const Rect& row) {
  Frame& f = chart.d.f;
  const int h = chart.names_above ? f.px(32) : f.px(28);
  f.icon(lane.icon, {row.x, row.y + f.px(4), f.px(20), f.px(20)}, Colour::text);
  const Rect name{row.x + f.px(28), row.y, chart.names_above ? row.w / 2 : chart.name_width - f.px(32),
                  std::max(h, f.line_height(Type::body_bold))};
  f.text(name, lane.name, Type::body_bold, Colour::text, {.valign = VAlign::middle, .listed = Listed::no});
  f.list(Role::row, lane.name, name, lane.marks_words);
  if (!lane.outcome) return;
  const Size size = size_of(f, lane.outcome->tag());
  tag(f, {row.right() - size.w, row.y}, lane.outcome->tag());
}

void draw_labels(const Chart& chart, const LanePlan& plan, int y) {
  Frame& f = chart.d.f;
  for (const PlacedLabel& label : plan.plan.placed) {
    const bool loss = plan.groups[label.wish].kind == MarkKind::loss;
    const int top = y + label.tier * f.line_height(Type::tiny);
    f.fill({chart.left + label.x - f.px(2), top, label.w + f.px(4), f.line_height(Type::tiny)}, Colour::bg); // lines end at words
    f.text(chart.left + label.x, top, 0, plan.labels[label.wish], Type::tiny, loss ? Colour::loss : Colour::text, {.listed = Listed::no});
  }
}

int draw_lane(const Chart& chart, const DebriefLane& lane, const Place& at) {
  Frame& f = chart.d.f;
  const LanePlan plan = plan_lane(chart, lane);
  draw_lane_head(chart, lane, {at.x, at.y + f.px(4), at.w, plan.height});
  const int line = at.y + plan.name + f.px(16);
  draw_stretches(chart, lane, line);
  if (chart.names_above && chart.timeline.loss_at != base::never)
    f.vline(chart.x_of(chart.timeline.loss_at) - 1, line - f.px(14), f.px(28), Colour::loss, std::max(2, f.px(2)));
  for (const MarkGroup& group : plan.groups)
    draw_mark(f, group, {chart.left + group.x, line});
  draw_labels(chart, plan, line + f.px(12));
  return plan.height;
}

void draw_axis(const Chart& chart, int y, int height) {
  Frame& f = chart.d.f;
  const SceneClock& clock = chart.timeline.clock;
  const auto width_of = [&](base::Seconds at) { return f.measure(clock(at), Type::tiny, 0, {.tabular = true}).w; };
  const int label = std::max(width_of(0), width_of(chart.timeline.duration));
  for (const base::Seconds at : chart.scale.ticks(chart.width, label + f.px(16))) {
    const int x = chart.x_of(at);
    f.vline(x, y + f.line_height(Type::tiny) + f.px(4), height, Colour::line);
    const bool covered = chart.timeline.loss_at != base::never && std::abs(chart.x_of(chart.timeline.loss_at) - x) < label + f.px(12);
    if (!covered)
      f.text({x - label, y, 2 * label, f.line_height(Type::tiny)}, clock(at), Type::tiny, Colour::mut,
             {.align = Align::centre, .tabular = true, .listed = Listed::no});
  }
}

void draw_loss_line(const Chart& chart, int y, int bottom) {
  Frame& f = chart.d.f;
  if (chart.timeline.loss_at == base::never) return;
  const int x = chart.x_of(chart.timeline.loss_at), line = f.line_height(Type::tiny);
  f.vline(x - 1, y + line, bottom - y - line, Colour::loss, std::max(2, f.px(2)));
  const int w = f.measure(chart.timeline.loss_time, Type::small_bold, 0, {.tabular = true}).w + f.px(16);
  const Rect label{x - w / 2, y - f.px(4), w, f.line_height(Type::small_bold) + f.px(2)};
  f.fill(label, Colour::loss, f.px(4));
  f.text(label, chart.timeline.loss_time, Type::small_bold, Colour::bg,
         {.align = Align::centre, .valign = VAlign::middle, .tabular = true, .listed = Listed::no});
}

} // namespace

int draw_timeline(Draft& d, const DebriefTimeline& timeline, const Place& at) {
  Frame& f = d.f;
  int y = at.y;
  if (!timeline.title.empty()) y += heading(f, {at.x, y, at.w}, timeline.title) + f.px(8);
  const Chart chart = chart_of(d, timeline, at);
  const int axis = y, lanes = y + f.line_height(Type::tiny) + f.px(10);
  int height = 0;
  for (const DebriefLane& lane : timeline.lanes)
    height += plan_lane(chart, lane).height;
  draw_axis(chart, axis, height + f.px(6));
  y = lanes;
  if (!chart.names_above) draw_loss_line(chart, axis, lanes + height);
  for (const DebriefLane& lane : timeline.lanes) {
    y += draw_lane(chart, lane, {at.x, y, at.w});
    if (&lane != &timeline.lanes.back()) f.hline(at.x, y, at.w, Colour::line);
  }
  if (chart.names_above) draw_loss_line(chart, axis, axis + f.line_height(Type::tiny) + f.px(10));
  if (chart.scale.shortened()) y += f.text(at.x, y + f.px(4), at.w, d.state.labels.short_waits, Type::tiny, Colour::mut) + f.px(4);
  return y - at.y;
}

int draw_legend(Draft& d, const Place& at) {
  Frame& f = d.f;
  const DebriefLabels& l = d.state.labels;
  const std::pair<MarkKind, const std::string*> parts[] = {
      {MarkKind::action, &l.action}, {MarkKind::event, &l.event}, {MarkKind::loss, &l.loss}};
  int x = at.x;
  const int line = f.line_height(Type::small);
  for (const auto& [kind, words] : parts) {
    draw_mark(f, {kind, 0, {0}}, {x + f.px(10), at.y + line / 2});
    x += f.px(26);
    const int w = f.measure(*words, Type::small).w + 1;
    f.text(x, at.y, w, *words, Type::small, Colour::mut);
    x += w + f.px(16);
  }
  return line;
}

} // namespace firsthand::screens::debrief
