// The line of the two futures in numbers: nothing is left out, nothing lies on another, and idle time takes no more room than two minutes.
#include "engine/screens/debrief/futures_plan.h"
#include "tests/screens/walks.h"

#include <set>

using namespace firsthand;
using namespace firsthand::screens::line_of_time;

namespace {

LineMarks some_marks(claims::Numbers& numbers, base::Seconds& fork_at) {
  LineMarks marks;
  fork_at = static_cast<base::Seconds>(numbers.below(900));
  for (std::size_t s = 0; s < segments; ++s) {
    base::Seconds at = s == 0 ? 0 : fork_at;
    for (std::size_t i = numbers.below(30); i-- > 0;) {
      at += static_cast<base::Seconds>(numbers.below(5) == 0 ? numbers.below(100'000) : numbers.below(60));
      if (s == 0 && at > fork_at) break;
      marks[s].push_back({at, 40 + static_cast<int>(numbers.below(160)), s > 0 && (marks[s].empty() || numbers.below(9) == 0)});
    }
  }
  return marks;
}

void check_whole(const LineMarks& marks, const LinePlan& plan) {
  for (std::size_t s = 0; s < segments; ++s) {
    std::size_t next = 0; // all of them, once, in their order
    for (const LineNode& node : plan.nodes[s]) {
      for (const std::size_t mark : node.marks)
        CHECK(mark == next++);
      for (const std::size_t mark : node.marks)
        CHECK((!marks[s][mark].pinned || node.marks.size() == 1));
    }
    CHECK(next == marks[s].size());
  }
}

void check_apart(const LineMarks& marks, const LinePlan& plan, const LineRoom& room) {
  for (std::size_t s = 0; s < segments; ++s) {
    const auto& nodes = plan.nodes[s];
    for (std::size_t i = 0; i < nodes.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        CHECK(nodes[i].x - nodes[j].x >= room.apart);
        if (nodes[i].tier < 0 || nodes[i].tier != nodes[j].tier) continue;
        const int a = nodes[j].label_x, b = nodes[i].label_x, wa = marks[s][nodes[j].marks[0]].label_w,
                  wb = marks[s][nodes[i].marks[0]].label_w;
        CHECK((a + wa + room.gap <= b || b + wb + room.gap <= a));
      }
  }
}

} // namespace

TEST_CASE("screens: on the line of the futures all acts stand once and in order, and no sign and no label lies on another") {
  const LineRoom room{1100, 44, 10, 56};
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    claims::Numbers numbers{seed};
    base::Seconds fork_at = 0;
    LineMarks marks = some_marks(numbers, fork_at);
    for (auto& part : marks)
      if (part.size() > 12) part.resize(12);
    int pinned = 0;
    for (const auto& part : marks)
      for (const LineMark& mark : part)
        pinned += mark.pinned;
    const LinePlan plan = plan_line(marks, fork_at, room);
    check_whole(marks, plan);
    if (pinned < 6) check_apart(marks, plan, room);
    for (const LineNode& node : plan.nodes[0])
      CHECK(node.x <= plan.fork_x);
    for (const std::size_t s : {1, 2})
      for (const LineNode& node : plan.nodes[s])
        CHECK(node.x >= plan.fork_x + room.fork - 1);
  }
}

TEST_CASE("screens: more than eight acts of a part stand in groups, those nearest in time first") {
  LineMarks marks;
  for (int i = 0; i < 9; ++i)
    marks[0].push_back({i * 100, 10, false});
  marks[0].push_back({801, 10, false});
  const LinePlan plan = plan_line(marks, base::never, {2000, 44, 10, 56});
  REQUIRE(plan.nodes[0].size() == 8);
  CHECK(plan.nodes[0].back().marks == std::vector<std::size_t>{8, 9});
}

TEST_CASE("screens: what finds no room for its label stands with its neighbour") {
  LineMarks marks;
  for (int i = 0; i < 6; ++i)
    marks[0].push_back({i * 60, 300, false});
  const LinePlan plan = plan_line(marks, base::never, {600, 44, 10, 56});
  for (const LineNode& node : plan.nodes[0])
    CHECK((node.marks.size() > 1 || node.tier >= 0));
  CHECK(plan.nodes[0].size() < 6);
}

TEST_CASE("screens: idle time over two minutes is cut, and told with its own times; the fork is no idle time") {
  LineMarks marks;
  marks[0] = {{0, 10, false}, {120, 10, false}, {700, 10, false}};
  marks[1] = {{790, 10, true}, {100'000, 10, false}};
  marks[2] = {{790, 10, true}};
  const LinePlan plan = plan_line(marks, 790, {1000, 44, 10, 56});
  REQUIRE(plan.cuts.size() == 2);
  CHECK(plan.cuts[0].from == 120);
  CHECK(plan.cuts[0].to == 700);
  CHECK(plan.cuts[1].from == 790);
  CHECK(plan.cuts[1].to == 100'000);
}

TEST_CASE("screens: time in which somebody acts is no idle time, also where several acts stand as one") {
  const TimeScale scale = TimeScale::of({0, 1000}, 20, {{100, 400}, {700, 700}});
  REQUIRE(scale.cuts().size() == 2);
  CHECK(scale.cuts()[0].from == 400);
  CHECK(scale.cuts()[0].to == 700);
  CHECK(scale.cuts()[1].from == 700);
  CHECK(scale.x_of(400, 1000) - scale.x_of(100, 1000) > 2 * (scale.x_of(700, 1000) - scale.x_of(400, 1000))); // drawn as long as it was
  LineMarks marks;
  for (int i = 0; i < 12; ++i)
    marks[0].push_back({i * 50, 10, false});
  marks[0].push_back({1000, 10, true});
  LineBusy busy;
  for (const LineMark& mark : marks[0])
    busy[0].push_back({mark.at, mark.at == 550 ? 700 : mark.at});
  const LinePlan plan = plan_line(marks, base::never, {600, 44, 10, 56}, busy);
  REQUIRE(plan.cuts.size() == 1);
  CHECK(plan.cuts[0].from == 700);
}

TEST_CASE("screens: five days take no more of a time line than two minutes, and no moment stands before an earlier one") {
  const TimeScale scale = TimeScale::of({0, 10, 70, 190, 190 + 5 * 86'400}, 20);
  const int width = 1000;
  CHECK(scale.cuts().size() == 1);
  CHECK(scale.x_of(190, width) - scale.x_of(70, width) == width - scale.x_of(190, width));
  CHECK(scale.x_of(10, width) > 50);
  int before = 0;
  for (base::Seconds at = 0; at < 600; ++at) {
    CHECK(scale.x_of(at, width) >= before);
    before = scale.x_of(at, width);
  }
  const auto ticks = scale.ticks(width, 150);
  for (std::size_t i = 1; i < ticks.size(); ++i)
    CHECK(scale.x_of(ticks[i], width) - scale.x_of(ticks[i - 1], width) >= 150);
}
