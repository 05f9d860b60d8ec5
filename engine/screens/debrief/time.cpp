// The timeline: one lane an exhibit, one for people; disc an act, diamond an event, square a loss; solid sound, dashed
// changed, dotted lost. Shape carries the meaning, colour repeats it.
#include "engine/screens/debrief/parts.h"
#include "engine/screens/debrief/scale.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

using namespace line_of_time;

namespace {

using MarkKind = report::Mark::Kind;

struct Chart { // what all lanes share
  DrawContext& d;
  Frame& f;
  const DebriefTimeline& timeline;
  TimeScale scale;
  Rect all;                 // its height: none
  int left = 0, width = 0;  // of the scale, px
  bool names_above = false; // large text: the name stands on a line of its own
  int x_of(base::Seconds at) const { return left + scale.x_of(at, width); }
  int axis_height() const { return f.line_height(Type::tiny) + f.px(10); }
};

Chart chart_of(DrawContext& d, const DebriefTimeline& timeline, Point at, int width) {
  Frame& f = d.f;
  Chart chart{d, f, timeline, scale_of(timeline), {at.x, at.y, width, 0}, at.x, width, f.text_percent() >= 150};
  const int margin = f.px(24);
  if (chart.names_above) {
    chart.left += margin, chart.width -= 2 * margin;
    return chart;
  }
  int names = 0, tags = 0;
  for (const DebriefLane& lane : timeline.lanes) {
    names = std::max(names, f.measure(lane.name, Type::body_bold).w + f.px(44));
    if (lane.outcome) tags = std::max(tags, size_of(f, lane.outcome->tag()).w + margin);
  }
  chart.left += names;
  chart.width -= names + tags + f.px(8);
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
  Frame& f = chart.f;
  const int thickness = f.px(lane.holds_evidence ? 4 : 2);
  for (const report::Stretch& stretch : lane.stretches) {
    const int from = chart.x_of(stretch.from), to = chart.x_of(stretch.to);
    if (to > from) f.hline(from, y - thickness / 2, to - from, ink_of_stretch(lane, stretch.kind), thickness, stroke_of(stretch.kind));
  }
}

void draw_mark(Frame& f, const MarkGroup& group, Point at) {
  const Rect square = around(at, f.px(20));
  if (group.kind == MarkKind::loss) {
    f.fill(square, Colour::loss, f.small_radius());
    f.icon("cross", square.inset(square.w / 10), Colour::bg);
    return;
  }
  if (group.kind == MarkKind::event) return f.diamond(at, square.w, Colour::warn, Colour::bg, std::max(2, f.px(2)));
  if (group.marks.size() == 1) return f.disc(at, f.px(16), Colour::acc);
  f.disc(at, f.px(22), Colour::acc);
  f.text(around(at, f.px(28)), std::to_string(group.marks.size()), Type::tiny, Colour::on_acc,
         {.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no});
}

// Where idle time is cut.
void draw_cuts(const Chart& chart, int y) {
  for (const TimeScale::Cut& cut : chart.scale.cuts())
    draw_cut_sign(chart.f, {(chart.x_of(cut.from) + chart.x_of(cut.to)) / 2, y});
}

// All that stands there, with its times; what has the focus or was pressed is told below the chart.
std::string told_of(const DebriefLane& lane, const MarkGroup& group) {
  std::string all;
  for (const std::size_t i : group.marks)
    all += (all.empty() ? lane.name + ": " : "; ") + lane.marks[i].time + " " + lane.marks[i].label;
  return all;
}

void hear_mark(const Chart& chart, const DebriefLane& lane, const MarkGroup& group, Point at) {
  Frame& f = chart.f;
  const Rect rect = around(at, f.px(28));
  const std::string words = told_of(lane, group);
  const auto lane_number = &lane - chart.timeline.lanes.data();
  const Interaction hears = f.control({.id = f.keep(fmt::format("{}/{}/{}", chart.timeline.id, lane_number, group.marks.front())),
                                       .label = words,
                                       .role = Role::hot_spot,
                                       .rect = rect});
  if (hears.ring) f.focus_ring(rect, f.px(14));
  DebriefMemory& memory = chart.d.memory;
  if ((!hears.focused && !hears.clicked) || (memory.told == words && memory.told_in == chart.timeline.id)) return;
  memory.told = words, memory.told_in = chart.timeline.id;
  f.wake_after(0);
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

Box lane_head(const DebriefLane& lane) {
  const auto listed = [&lane](Frame& f, const Rect& name) { f.list(Role::row, lane.name, name, lane.marks_words); };
  Box name = box::text(lane.name, Type::body_bold, Colour::text, {.valign = VAlign::middle, .listed = Listed::no});
  return box::row({.gap = 8, .pad = {.top = 4}, .across = Across::start},
                  box::column({.pad = {.top = 4}}, box::icon(lane.icon, 20, Colour::text)), box::on(listed, std::move(name).least(0, 28)),
                  box::space().grow(), lane.outcome ? box::tag(lane.outcome->tag()) : Box());
}

// The marks as they stand in groups, and which of their labels find room.
void plan_marks(const Chart& chart, const DebriefLane& lane, LanePlan& out) {
  std::vector<int> xs;
  for (const DebriefMark& mark : lane.marks)
    xs.push_back(chart.scale.x_of(mark.at, chart.width));
  out.groups = group_marks(lane.marks, xs, chart.f.px(20));
  std::vector<LabelWish> wishes;
  for (const MarkGroup& group : out.groups) {
    out.labels.push_back(group_label(lane, group));
    wishes.push_back({group.kind, group.x, chart.f.measure(out.labels.back(), Type::tiny).w + 1});
  }
  const int avoid = chart.timeline.loss_at == base::never ? -1 : chart.scale.x_of(chart.timeline.loss_at, chart.width);
  out.plan = place_labels(wishes, {chart.width, label_tiers, chart.f.px(8), avoid});
}

LanePlan plan_lane(const Chart& chart, const DebriefLane& lane) {
  Frame& f = chart.f;
  LanePlan out;
  plan_marks(chart, lane, out);
  if (chart.names_above) out.name = lane_head(lane).height(f, chart.all.w);
  out.height = out.name + std::max(f.px(28) + out.plan.tiers * f.line_height(Type::tiny) + f.px(8), f.px(44));
  return out;
}

void draw_labels(const Chart& chart, const LanePlan& plan, int y) {
  Frame& f = chart.f;
  const int line = f.line_height(Type::tiny), free = f.px(2);
  for (const PlacedLabel& label : plan.plan.placed) {
    const bool loss = plan.groups[label.wish].kind == MarkKind::loss;
    const int x = chart.left + label.x, top = y + label.tier * line;
    f.fill({x - free, top, label.w + 2 * free, line}, Colour::bg); // lines end at words
    f.text(x, top, 0, plan.labels[label.wish], Type::tiny, loss ? Colour::loss : Colour::text, {.listed = Listed::no});
  }
}

void draw_lane(const Chart& chart, const DebriefLane& lane, const LanePlan& plan, int y) {
  Frame& f = chart.f;
  lane_head(lane).draw(f, {chart.all.x, y}, chart.all.w);
  const int line = y + plan.name + f.px(16), reach = f.px(14);
  draw_stretches(chart, lane, line);
  if (chart.names_above && chart.timeline.loss_at != base::never)
    f.vline(chart.x_of(chart.timeline.loss_at) - 1, line - reach, 2 * reach, Colour::loss, f.px(2));
  draw_cuts(chart, line);
  for (const MarkGroup& group : plan.groups) {
    draw_mark(f, group, {chart.left + group.x, line});
    hear_mark(chart, lane, group, {chart.left + group.x, line});
  }
  draw_labels(chart, plan, line + f.px(12));
}

void draw_axis(const Chart& chart, int height) {
  Frame& f = chart.f;
  const SceneClock& clock = chart.timeline.clock;
  const auto width_of = [&](base::Seconds at) { return f.measure(clock(at), Type::tiny, 0, {.tabular = true}).w; };
  const int label = std::max(width_of(0), width_of(chart.timeline.duration)), line = f.line_height(Type::tiny);
  for (const base::Seconds at : chart.scale.ticks(chart.width, label + f.px(16))) {
    const int x = chart.x_of(at);
    f.vline(x, chart.all.y + line + f.px(4), height, Colour::line);
    const bool covered = chart.timeline.loss_at != base::never && std::abs(chart.x_of(chart.timeline.loss_at) - x) < label + f.px(12);
    if (!covered)
      f.text({x - label, chart.all.y, 2 * label, line}, clock(at), Type::tiny, Colour::mut,
             {.align = Align::centre, .tabular = true, .listed = Listed::no});
  }
}

void draw_loss_line(const Chart& chart, int bottom) {
  Frame& f = chart.f;
  if (chart.timeline.loss_at == base::never) return;
  const int x = chart.x_of(chart.timeline.loss_at), top = chart.all.y + f.line_height(Type::tiny);
  f.vline(x - 1, top, bottom - top, Colour::loss, f.px(2));
  const Box time = box::column({.pad = {8, 1, 8, 1}},
                               box::text(chart.timeline.loss_time, Type::small_bold, Colour::bg, {.tabular = true, .listed = Listed::no}));
  const Size size = time.size(f);
  const Rect label{x - size.w / 2, chart.all.y - f.px(4), size.w, size.h};
  f.fill(label, Colour::loss, f.small_radius());
  time.draw(f, label);
}

std::vector<LanePlan> plans_of(const Chart& chart) {
  std::vector<LanePlan> plans;
  for (const DebriefLane& lane : chart.timeline.lanes)
    plans.push_back(plan_lane(chart, lane));
  return plans;
}

int height_of(const std::vector<LanePlan>& plans) {
  int height = 0;
  for (const LanePlan& plan : plans)
    height += plan.height;
  return height;
}

void draw_chart(const Chart& chart) {
  Frame& f = chart.f;
  const std::vector<LanePlan> plans = plans_of(chart);
  const int height = height_of(plans);
  int y = chart.all.y + chart.axis_height();
  draw_axis(chart, height + f.px(6));
  if (!chart.names_above) draw_loss_line(chart, y + height);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    draw_lane(chart, chart.timeline.lanes[i], plans[i], y);
    y += plans[i].height;
    if (i + 1 < plans.size()) f.hline(chart.all.x, y, chart.all.w, Colour::line);
  }
  if (chart.names_above) draw_loss_line(chart, chart.all.y + chart.axis_height());
}

} // namespace

Rect around(Point centre, int side) { return {centre.x - side / 2, centre.y - side / 2, side, side}; }

void draw_cut_sign(Frame& f, Point at) {
  const int half = f.px(8), lean = f.px(3);
  f.fill({at.x - f.px(6), at.y - half, f.px(12), 2 * half}, Colour::bg);
  for (const int dx : {-f.px(4), f.px(4)}) {
    const Point stroke[] = {{at.x + dx - lean, at.y + half}, {at.x + dx + lean, at.y - half}};
    f.polyline(stroke, Colour::mut, f.px(2));
  }
}

Box timeline(DrawContext& d, const DebriefTimeline& timeline) {
  Box chart{[&d, &timeline](Frame&, int width) {
              const Chart measured = chart_of(d, timeline, {}, width);
              return Size{width, measured.axis_height() + height_of(plans_of(measured))};
            },
            [&d, &timeline](Frame&, const Rect& rect) {
              draw_chart(chart_of(d, timeline, {rect.x, rect.y}, rect.w));
            }};
  const std::string_view cut = scale_of(timeline).cuts().empty() ? std::string_view() : d.f.keep("// " + d.state.labels.short_waits);
  const std::string_view told = d.memory.told_in == timeline.id ? d.memory.told : d.state.labels.press_a_disc;
  return box::column({}, heading(timeline.title), timeline.title.empty() ? Box() : box::space(8), box::group(timeline.id, std::move(chart)),
                     box::space(4), box::text(told, Type::small, Colour::text), box::space(2), box::text(cut, Type::tiny, Colour::mut));
}

Box legend(DrawContext& d) {
  const auto part = [](MarkKind kind, const std::string& words) {
    const auto mark = [kind](Frame& f, const Rect& at) { draw_mark(f, {kind, 0, {0}}, at.centre()); };
    return box::row({.gap = 6}, box::fixed(20, 20, mark), box::text(words, Type::small, Colour::mut));
  };
  const DebriefLabels& l = d.state.labels;
  return box::wrap({.gap = 16}, part(MarkKind::action, l.action), part(MarkKind::event, l.event), part(MarkKind::loss, l.loss));
}

} // namespace firsthand::screens::debrief
