// See draw.h.
#include "engine/screens/test_result/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/said.h"

namespace firsthand::screens {

namespace {

Box with_sign(const char* icon, Meaning meaning, std::string_view words, Type type = Type::body) {
  return box::row({.gap = 12, .across = Across::start}, shared::line_icon(icon, 18, ink_of(meaning)), box::text(words, type).grow());
}

// ---- the points

void draw_points(Frame& f, const Rect& at, const TestResultBar& bar) {
  const Rect trough{at.x, at.y + at.h / 4, at.w, at.h / 2};
  f.fill(trough, Colour::line, f.small_radius());
  if (bar.won > 0) f.fill({trough.x, trough.y, trough.w * bar.won / 1000, trough.h}, Colour::acc, f.small_radius());
  const auto mark = [&](int per_mille, Colour colour) {
    if (per_mille >= 0) f.vline(at.x + at.w * per_mille / 1000, at.y, at.h, colour);
  };
  mark(bar.before, Colour::mut);
  mark(bar.cut, Colour::text);
}

Box points_box(const TestResultBar& bar) {
  if (bar.won < 0) return {};
  const auto words = [](std::string_view said) { return box::text(said, Type::small, Colour::mut, {.tabular = true}); };
  return box::column({.gap = 6}, box::fixed(0, 24, [&bar](Frame& f, const Rect& at) { draw_points(f, at, bar); }),
                     box::wrap({.gap = 20, .line_gap = 2}, words(bar.won_words), words(bar.cut_words), words(bar.before_words)));
}

// ---- the left side: what came of it

Box verdict_of(const TestResultState& s) {
  return box::column({.gap = 8}, box::text(s.sat, Type::small_bold, Colour::acc),
                     box::text(s.verdict, Type::display, Colour::text, {.role = Role::heading}),
                     box::text(s.first, Type::small, Colour::mut), box::text(s.line, Type::body, Colour::mut));
}

Box decided_box(const TestResultState& s) {
  Box all = box::column({.gap = 8});
  for (const std::string& each : s.decided)
    all.add(shared::banner(each, "shield", Meaning::accent));
  return all;
}

Box parts_box(const TestResultState& s) {
  Box all = box::column({.gap = 10});
  for (const TestResultPart& part : s.parts)
    all.add(with_sign(part.icon, part.meaning, part.words));
  return all;
}

Box left_side(const TestResultState& s) {
  Box all = box::column({.gap = 20});
  if (!s.decided.empty()) all.add(decided_box(s));
  all.add(verdict_of(s)), all.add(points_box(s.bar));
  if (!s.parts.empty()) all.add(parts_box(s));
  if (!s.provisional.empty()) all.add(shared::banner(s.provisional));
  all.add(box::text(s.hidden, Type::body, Colour::mut));
  return all;
}

// ---- the right side: by competency

Box sure_box(const TestResultState& s) {
  if (s.sure_title.empty() && s.sure_none.empty()) return {};
  if (s.sure.empty()) return box::card(box::column({.pad = pad(20, 14)}, with_sign("check", Meaning::ok, s.sure_none)));
  Box inside = box::column({.gap = 6, .pad = pad(20, 14)}, box::text(s.sure_title, Type::body_bold, Colour::text, {.role = Role::heading}));
  for (const std::string& each : s.sure)
    inside.add(with_sign("triangle", Meaning::warn, each));
  return box::card(std::move(inside));
}

Box competency_row(const TestResultRow& row) {
  return box::row({.gap = 12}, box::icon(row.icon, 18, ink_of(row.meaning)), box::text(row.name, Type::body).grow(),
                  box::text(row.count, Type::body_bold, Colour::text, {.tabular = true}))
      .least(0, 30);
}

Box rows_box(const TestResultState& s) {
  if (s.rows.empty()) return {};
  Box inside =
      box::column({.pad = pad(20, 14)}, box::text(s.rows_title, Type::body_bold, Colour::text, {.role = Role::heading}), box::space(4));
  for (const TestResultRow& row : s.rows)
    inside.add(competency_row(row));
  return box::card(std::move(inside));
}

Box right_side(const TestResultState& s) { return box::column({.gap = 16}, sure_box(s), rows_box(s)); }

// ---- the way on: what is next, and home

Box ways_box(const TestResultState& s, TestResultIntent& out) {
  const auto kind = [](bool main) { return main ? ButtonKind::main : ButtonKind::plain; };
  const Box home = box::button({.id = "test-result/go-home", .label = s.home, .icon = "forward", .kind = kind(!s.way.leads)}, out.home);
  Box all = box::wrap({.gap = 12, .line_gap = 8});
  if (!s.way.leads) all.add(home);
  if (!s.way.lesson.empty())
    all.add(box::button({.id = "test-result/lesson", .label = s.way.label, .icon = "play", .kind = kind(s.way.leads)},
                        {out.lesson, s.way.lesson}));
  if (s.way.leads) all.add(home);
  if (!s.print.empty()) all.add(box::button({.id = "test-result/print", .label = s.print, .icon = "paper"}, out.print));
  return shared::with_said(std::move(all), {s.said, "check", Meaning::ok}, "test-result/page");
}

Box all_of(const TestResultState& s, TestResultIntent& out) {
  Box left = box::column({.gap = 28}, left_side(s), ways_box(s, out));
  if (s.rows.empty()) return std::move(left).most(720);
  const Box right = right_side(s);
  return box::when(shared::one_column, box::column({.gap = 24}, left_side(s), right, ways_box(s, out)),
                   box::row({.gap = 48, .across = Across::start}, std::move(left).grow(656), Box(right).grow(448)));
}

} // namespace

TestResultIntent draw_test_result(Frame& f, const TestResultState& state) {
  TestResultIntent out;
  const char* first = state.way.lesson.empty() ? "test-result/go-home" : "test-result/lesson";
  if (!f.was_shown(first)) f.focus("test-result/go-home"); // it came just now: Enter once too often begins nothing
  f.fill(f.window(), Colour::bg);
  if (shared::back_bar(f, "test-result/back", state.back, state.title)) out.home = true;
  shared::draw_page(f, bar_height(f), "test-result/page", state.verdict,
                    box::column({.pad = {.top = 32, .bottom = 24}}, all_of(state, out)));
  if (f.leaves("test-result")) out.home = true;
  return out;
}

} // namespace firsthand::screens
