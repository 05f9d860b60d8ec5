// One line of time up to the act that differs, then two: solid kept above, dotted lost below. Disc an act, diamond an event, square a loss;
// what stands as one has its number and opens as a list. Each is pressed for its moment.
#include "engine/screens/debrief/futures_plan.h"
#include "engine/screens/debrief/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

using namespace line_of_time;

namespace {

constexpr int part_from_middle = 32, target = 40; // design px: of a lane from the line before it; what is pressed

struct Line { // what is shared while it is drawn
  DrawContext& d;
  Frame& f;
  const DebriefFutures& futures;
  LinePlan plan;
  Rect all;
  int margin = 0;
  int top(std::size_t s) const { return all.y + times() + names(2) + middle(s); }
  int times() const { return f.line_height(Type::tiny) + f.px(8); }
  // The labels of the better lane stand above it, all others below theirs.
  int names(std::size_t s) const { return plan.tiers[s] * f.line_height(Type::tiny); }
  int middle(std::size_t s) const {
    const int half = f.px(target / 2), part = futures.two ? f.px(part_from_middle) : 0;
    return half + (s == 2 ? 0 : s == 0 ? part : 2 * part);
  }
  int height() const {
    const int lower = std::max(middle(1) + names(1), middle(0) + names(0));
    return times() + names(2) + lower + f.px(target / 2);
  }
  int x(int of_plan) const { return all.x + margin + of_plan; }
  std::size_t index(std::size_t s, std::size_t mark) const {
    return mark + (s == 0 ? 0 : futures.before.size()) + (s == 2 ? futures.own.marks.size() : 0);
  }
  const FutureMark& mark(std::size_t s, const LineNode& node) const { return futures.mark(index(s, node.marks.front())); }
};

// What differs is bold.
TextOptions label_look(const FutureMark& mark) {
  static const text::Span all{0, 10'000, text::Weight::bold, 0};
  return {.spans = mark.differs ? std::span<const text::Span>(&all, 1) : std::span<const text::Span>(), .listed = Listed::no};
}

LineMarks measured(Frame& f, const DebriefFutures& futures) {
  LineMarks marks;
  const std::vector<FutureMark>* parts[] = {&futures.before, &futures.own.marks, &futures.other.marks};
  for (std::size_t s = 0; s < segments; ++s)
    for (const FutureMark& mark : *parts[s])
      marks[s].push_back(
          {mark.at, f.measure(mark.label, Type::tiny, 0, label_look(mark)).w + 1, mark.differs || mark.kind == FutureMark::Kind::loss});
  return marks;
}

Line line_in(DrawContext& d, const Rect& rect) {
  Frame& f = d.f;
  Line line{d, f, d.state.futures, {}, rect, f.px(target / 2)};
  const LineRoom room{rect.w - 2 * line.margin, f.px(target + 4), f.px(10), f.px(56)};
  line.plan = plan_line(measured(f, line.futures), line.futures.two ? line.futures.fork_at : base::never, room, line.futures.busy);
  return line;
}

// ---- lanes

void draw_lane(const Line& line, std::size_t s, int from, int to, Colour ink, Stroke stroke = Stroke::solid) {
  const int thickness = line.f.px(4);
  if (to > from) line.f.hline(line.x(from), line.top(s) - thickness / 2, to - from, ink, thickness, stroke);
}

// From where on the own run is spoilt: the disc of the loss, or of what was done.
int spoilt_from(const Line& line) {
  for (const LineNode& node : line.plan.nodes[1])
    if (const FutureMark& mark = line.mark(1, node); mark.at >= line.futures.own.spoilt_at) return node.x;
  return line.plan.fork_x;
}

void draw_lanes(const Line& line) {
  const int end = line.all.w - 2 * line.margin, fork = line.plan.fork_x, bend = fork + line.f.px(part_from_middle);
  draw_lane(line, 0, line.plan.nodes[0].empty() ? fork : -line.margin, fork, Colour::ok);
  if (!line.futures.two) return;
  const int spoilt = std::max(bend, spoilt_from(line));
  for (const auto& [s, ink] : {std::pair<std::size_t, Colour>{1, spoilt > bend ? Colour::ok : Colour::loss}, {2, Colour::ok}}) {
    const Point corner[] = {{line.x(fork), line.top(0)}, {line.x(bend), line.top(s)}};
    line.f.polyline(corner, ink, line.f.px(4));
  }
  draw_lane(line, 2, bend, end + line.margin, Colour::ok);
  draw_lane(line, 1, bend, spoilt, Colour::ok);
  draw_lane(line, 1, spoilt, end + line.margin, Colour::loss, Stroke::dotted);
}

// Between the discs of that lane that stand before and after it; nothing: one stands for both.
std::optional<int> cut_x(const Line& line, std::size_t s, const LinePlan::Cut& cut) {
  const int room = line.f.px(20);
  int from = s == 0 ? 0 : line.plan.fork_x + line.f.px(part_from_middle), to = s == 0 && line.futures.two ? line.plan.fork_x : line.all.w;
  for (const LineNode& node : line.plan.nodes[s]) {
    const base::Seconds first = line.mark(s, node).at, last = line.futures.mark(line.index(s, node.marks.back())).at;
    if (last <= cut.from) from = std::max(from, node.x);
    if (first >= cut.to) to = std::min(to, node.x);
    if (first <= cut.from && last >= cut.to) return std::nullopt;
  }
  if (to - from < 2 * room) return std::nullopt; // it is told below
  return std::clamp(cut.x, from + room, to - room);
}

void draw_cuts(const Line& line) {
  for (const LinePlan::Cut& cut : line.plan.cuts) {
    const bool before = cut.to <= line.futures.fork_at || !line.futures.two;
    for (const std::size_t s : before ? std::vector<std::size_t>{0} : std::vector<std::size_t>{1, 2})
      if (const auto x = cut_x(line, s, cut)) draw_cut_sign(line.f, {line.x(*x), line.top(s)});
  }
}

// ---- times

struct Tick {
  int x = 0;
  base::Seconds at = 0;
  bool agrees(const Tick& other) const { return (x < other.x && at < other.at) || (x > other.x && at > other.at); }
};

// The fork's first, then of what was lost, then of the discs those that find room. No time stands there twice.
void draw_times(const Line& line) {
  Frame& f = line.f;
  const SceneClock& clock = line.futures.clock;
  std::vector<Rect> taken;
  std::vector<Tick> told;
  const auto draw = [&](const Tick& tick, std::size_t s, Type type, Colour ink) {
    if (type == Type::tiny && line.futures.two && tick.at == line.futures.fork_at) return; // it is told
    if (!std::all_of(told.begin(), told.end(), [&](const Tick& other) { return tick.agrees(other); }))
      return; // a disc that was moved aside
    const std::string words = clock(tick.at);
    const int width = f.measure(words, type, 0, {.tabular = true}).w + 1;
    const int x = std::clamp(line.x(tick.x) - width / 2, line.all.x, std::max(line.all.x, line.all.right() - width));
    const Rect rect{x, line.all.y, width, f.line_height(Type::tiny)};
    if (std::any_of(taken.begin(), taken.end(), [&](const Rect& other) { return overlap(rect.grown(f.px(12)), other); })) return;
    taken.push_back(rect), told.push_back(tick);
    const int top = line.all.y + line.times() - f.px(4);
    f.vline(line.x(tick.x), top, line.top(s) - top, Colour::line);
    f.text(rect.x, rect.y, 0, words, type, ink, {.tabular = true, .listed = Listed::no});
  };
  if (line.futures.two) draw({line.plan.fork_x, line.futures.fork_at}, 0, Type::small_bold, Colour::acc);
  for (const bool losses : {true, false})
    for (std::size_t s = 0; s < segments; ++s)
      for (const LineNode& node : line.plan.nodes[s])
        if (const FutureMark& mark = line.mark(s, node); (mark.kind == FutureMark::Kind::loss && node.marks.size() == 1) == losses)
          draw({node.x, mark.at}, s, Type::tiny, losses ? Colour::loss : Colour::mut);
}

// The ground of what differs.
void draw_band(const Line& line) {
  if (!line.futures.two) return;
  int to = line.plan.fork_x + line.f.px(56);
  for (const std::size_t s : {1, 2})
    for (const LineNode& node : line.plan.nodes[s])
      if (line.mark(s, node).differs) to = std::max(to, node.x);
  const int from = std::max(line.all.x, line.x(line.plan.fork_x) - line.f.px(44)),
            until = std::min(line.x(to) + line.f.px(56), line.all.right());
  line.f.fill({from, line.all.y, until - from, line.height()}, Colour::acc_soft);
}

// ---- discs

bool is_chosen(const Line& line, std::size_t s, const LineNode& node) {
  return std::any_of(node.marks.begin(), node.marks.end(), [&](std::size_t mark) { return line.index(s, mark) == chosen_mark(line.d); });
}

void draw_number(Frame& f, Point at, std::size_t count) {
  const std::string words = fmt::format("+{}", count);
  const int width = std::max(f.px(24), f.measure(words, Type::tiny).w + f.px(10));
  const Rect pill{at.x - width / 2, at.y - f.px(12), width, f.px(24)};
  f.fill(pill, Colour::acc, f.px(12));
  f.text(pill.grown(f.px(4)), words, Type::tiny, Colour::on_acc, {.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no});
}

void draw_sign(const Line& line, std::size_t s, const LineNode& node, Point at) {
  Frame& f = line.f;
  const FutureMark& mark = line.mark(s, node);
  if (is_chosen(line, s, node)) f.circle(at, f.px(32), Colour::acc, f.px(3));
  if (node.marks.size() > 1) {
    draw_number(f, at, node.marks.size());
  } else if (mark.kind == FutureMark::Kind::loss) {
    f.fill(around(at, f.px(20)), Colour::loss, f.small_radius());
    f.icon("cross", around(at, f.px(16)), Colour::bg);
  } else if (mark.kind == FutureMark::Kind::event) {
    f.diamond(at, f.px(20), Colour::warn, Colour::bg, std::max(2, f.px(2)));
  } else {
    f.disc(at, f.px(16), Colour::acc);
  }
}

std::string words_of(const Line& line, std::size_t s, const LineNode& node) {
  if (node.marks.size() == 1) return line.mark(s, node).words;
  const content::Fill fill{{"n", std::to_string(node.marks.size())}, {"time", line.mark(s, node).time}};
  return content::filled(line.d.state.labels.more_acts, fill);
}

void press(const Line& line, std::size_t s, const LineNode& node) {
  std::vector<std::size_t>& group = line.d.memory.futures.group;
  std::vector<std::size_t> marks;
  for (const std::size_t mark : node.marks)
    marks.push_back(line.index(s, mark));
  if (node.marks.size() == 1) return choose_mark(line.d, marks.front());
  group = group == marks ? std::vector<std::size_t>() : marks;
  line.d.memory.futures.opened = !group.empty();
}

void draw_label(const Line& line, std::size_t s, const LineNode& node) {
  if (node.tier < 0) return;
  Frame& f = line.f;
  const FutureMark& mark = line.mark(s, node);
  const int height = f.line_height(Type::tiny), from = f.px(target / 2 - 4);
  const int y = s == 2 ? line.top(s) - from - (node.tier + 1) * height : line.top(s) + from + node.tier * height;
  const Colour ink = mark.kind == FutureMark::Kind::loss ? Colour::loss : mark.differs ? Colour::acc : Colour::text;
  if (s == 2 && node.x > line.plan.fork_x + f.px(120)) // lines end at words
    f.fill({line.x(node.label_x) - f.px(2), y, f.measure(mark.label, Type::tiny).w + f.px(4), height}, Colour::bg);
  f.text(line.x(node.label_x), y, 0, mark.label, Type::tiny, ink, label_look(mark));
}

void draw_node(const Line& line, std::size_t s, const LineNode& node) {
  Frame& f = line.f;
  const Point at{line.x(node.x), line.top(s)};
  const Rect rect = around(at, f.px(target));
  const std::string words = words_of(line, s, node);
  const Interaction hears =
      f.control({.id = f.keep(fmt::format("debrief/future{}/{}", node.marks.size() > 1 ? "-group" : "", line.index(s, node.marks.front()))),
                 .label = words,
                 .role = Role::button,
                 .rect = rect,
                 .chosen = is_chosen(line, s, node)});
  if (hears.hovered) f.circle(at, f.px(30), Colour::line2, f.px(2));
  draw_sign(line, s, node, at);
  draw_label(line, s, node);
  if (hears.ring) f.focus_ring(rect.inset(f.px(4)), f.px(16));
  if (hears.clicked) press(line, s, node);
}

// Above the line that both share, if there is room before the fork.
void draw_same_in_both(const Line& line) {
  Frame& f = line.f;
  const std::string& words = line.d.state.labels.same_in_both;
  if (!line.futures.two || f.measure(words, Type::tiny).w + line.margin + f.px(30) > line.plan.fork_x) return;
  f.fill({line.all.x, line.top(0) - f.px(14) - f.line_height(Type::tiny), f.measure(words, Type::tiny).w, f.line_height(Type::tiny)},
         Colour::bg);
  f.text(line.all.x, line.top(0) - f.px(14) - f.line_height(Type::tiny), 0, words, Type::tiny, Colour::mut, {.listed = Listed::no});
}

void draw_line(const Line& line) {
  Frame& f = line.f;
  draw_band(line);
  draw_times(line);
  draw_same_in_both(line);
  draw_lanes(line);
  draw_cuts(line);
  if (line.futures.two) {
    f.disc({line.x(line.plan.fork_x), line.top(0)}, f.px(24), Colour::bg);
    f.circle({line.x(line.plan.fork_x), line.top(0)}, f.px(24), Colour::acc, f.px(4));
  }
  f.begin_group("debrief/futures-line");
  for (std::size_t s = 0; s < segments; ++s)
    for (const LineNode& node : line.plan.nodes[s])
      draw_node(line, s, node);
  f.end_group();
}

// "09:17 to 09:31": minutes are enough, but for what lies within one.
std::string cut_words(const Line& line, const LinePlan::Cut& cut) {
  const SceneClock& clock = line.futures.clock;
  return content::filled(line.d.state.labels.drawn_short, {{"from", clock(cut.from)}, {"to", clock(cut.to)}});
}

std::string_view all_cut_words(const Line& line) {
  constexpr std::size_t most_told = 3;
  std::string all;
  for (const LinePlan::Cut& cut : line.plan.cuts)
    all += (all.empty() ? "" : ", ") + cut_words(line, cut);
  return line.f.keep(line.plan.cuts.size() > most_told ? "// " + line.d.state.labels.short_waits : all);
}

} // namespace

Box future_line(DrawContext& d) {
  if (d.state.futures.marks() == 0) return {};
  Box line{[&d](Frame&, int width) {
             return Size{width, line_in(d, {0, 0, width, 0}).height()};
           },
           [&d](Frame&, const Rect& rect) { draw_line(line_in(d, rect)); }};
  const auto cuts = [&d](Frame&, int width) { return box::text(all_cut_words(line_in(d, {0, 0, width, 0})), Type::tiny, Colour::mut); };
  return box::column({}, std::move(line), box::for_width(cuts));
}

} // namespace firsthand::screens::debrief
