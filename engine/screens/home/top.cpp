// The upper part of home: where the person stopped, what is due, how far the course is, and the person's menu.
#include "engine/screens/home/parts.h"

#include <algorithm>

namespace firsthand::screens::home {

namespace {

Box continue_foot(DrawContext& d) {
  const Box go = box::button({.id = "home/continue", .label = d.s.go_on->button, .icon = "play", .kind = ButtonKind::main}, d.out.go_on),
            left = box::text(d.s.go_on->left, Type::small, Colour::mut);
  if (!d.s.warm_up_due)
    return box::first_that_fits(box::row({.gap = 16}, go, left), box::column({.gap = 4}, Box(go).stands(Across::start), left));
  const Button warm_up{.id = "home/warm-up", .label = d.tr("Warm-up first"), .icon = "lamp"};
  return box::column({.gap = 4}, shared::buttons(go, box::button(warm_up, d.out.warm_up)), left);
}

Box continue_words(DrawContext& d, int around) {
  const HomeContinue& c = *d.s.go_on;
  return box::column({.pad = pad(around)},
                     box::row({.gap = 8, .across = Across::start}, box::column({.pad = pad(0, 1)}, box::icon("pin", 18, Colour::acc)),
                              box::text(c.head, Type::small_bold, Colour::acc).grow())
                         .least(0, 24),
                     box::space(12), box::text(c.title, Type::title, Colour::text, {.role = Role::heading}), box::space(4),
                     box::text(c.where, Type::body, Colour::mut), box::text(c.when, Type::body, Colour::mut, {.tabular = true}),
                     box::space(20).grow(), continue_foot(d));
}

// Within the border of the card, and a line at its right.
Box continue_picture(const HomeContinue& c) {
  return box::fixed(0, 0, [&c](Frame& f, const Rect& r) {
    const Rect at{r.x + 1, r.y + 1, r.w, r.h - 2};
    const PictureOptions options{.focus_x = c.layers.empty() ? 540 : 500, .radius = f.px(6), .corners = top_left | bottom_left};
    c.layers.empty() ? f.picture(c.picture, at, options) : f.scene(c.layers, at, options);
    f.vline(r.right(), at.y, at.h, Colour::line);
  });
}

// Picture at the left, words at the right; words alone where it is narrow: the picture gives way first.
Box continue_card(DrawContext& d, int least_height) {
  const bool large = d.f.text_percent() > 100;
  return box::card(box::when({.narrower_than = large ? 507 : 626, .text_from = 200}, continue_words(d, 24),
                             box::row({.across = Across::stretch}, continue_picture(*d.s.go_on).grow(large ? 320 : 408),
                                      continue_words(d, 32).grow(large ? 464 : 376))
                                 .least(0, least_height)));
}

Box refresher_card(DrawContext& d, const HomeRefresher& r) {
  const Button go{
      .id = d.f.keep("home/refresher/" + r.lesson), .label = d.tr("Start refresher"), .icon = "replay", .size = ButtonSize::small};
  return box::card(box::column({.pad = pad(24, 20)}, box::tag({d.tr("Due now"), "clock", Meaning::warn}), box::space(10),
                               box::text(d.tr("Refresher: {lesson}", {{"lesson", r.title}}), Type::heading),
                               box::text(r.summary, Type::body, Colour::mut), box::space(16),
                               box::button(go, {d.out.lesson, r.lesson}).stands(Across::start)));
}

// One attempt in the small card: its title, and the result at the right or below.
Box record_line(const HomeAttempt& a) {
  const Box title = box::text(a.title, Type::body), result = box::text(a.result, Type::small, Colour::mut);
  return box::row({.gap = 12, .across = Across::start}, shared::line_icon(a.icon, 20, ink_of(a.meaning)),
                  box::first_that_fits(box::row({.gap = 12}, Box(title).grow(), result), box::column({}, title, result)).grow());
}

// The newest attempts; the whole list is one press away.
Box record_card(DrawContext& d) {
  Box lines = box::column({.gap = 8});
  for (const HomeAttempt& each : d.s.attempts.first(std::min<std::size_t>(d.s.attempts.size(), 2)))
    lines.add(record_line(each));
  const bool none = d.s.attempts.empty();
  const Button all{.id = "home/record", .label = d.tr("Show all"), .icon = "list", .size = ButtonSize::small};
  return box::card(box::column(
      {.pad = pad(24, 20)}, box::text(d.tr("My record"), Type::heading, Colour::text, {.role = Role::heading}), box::space(12),
      none ? box::text(d.tr("Your attempts will stand here."), Type::body, Colour::mut) : std::move(lines),
      none ? Box() : box::space(16).grow(), none ? Box() : box::button(all, {d.m.page, HomePart::record}).stands(Across::start)));
}

Box progress_card(DrawContext& d, const HomeCourse& course) {
  const std::string_view title = d.tr("Course"), label = d.f.keep(std::string(title) + ": " + course.progress);
  const Box head = box::text(title, Type::body_bold), words = box::text(course.progress, Type::small, Colour::mut);
  return box::card(box::column(
      {.gap = 12, .pad = pad(24, 16)}, box::first_that_fits(box::row({.gap = 12}, Box(head).grow(), words), box::column({}, head, words)),
      box::fixed(0, 8, [&course, label](Frame& f, const Rect& rect) { progress(f, rect, course.per_mille, 1000, label); })));
}

// Right column: what is due, else the record; then the course.
Box beside(DrawContext& d) {
  Box all = box::column({.gap = 16});
  for (const HomeRefresher& each : d.s.refreshers)
    all.add(refresher_card(d, each));
  if (d.s.refreshers.empty()) all.add(record_card(d).grow());
  if (!d.s.courses.empty()) all.add(progress_card(d, d.s.courses[0]));
  return all;
}

// No lesson is left to do, or there is none.
Box nothing_due(DrawContext& d) {
  const bool none = d.s.courses.empty();
  const std::string_view title = none ? d.tr("No lessons found") : d.tr("Every lesson is passed");
  const std::string_view words =
      none ? d.tr("Looked in: {folders}. A folder of content holds courses/ or library/.", {{"folders", std::string(d.s.looked_in)}})
           : d.tr("Replay one whenever you like: chance may fall another way.");
  return box::card(box::column({.gap = 8, .pad = pad(32)}, box::text(title, Type::title, Colour::text, {.role = Role::heading}),
                               box::text(words, Type::lead, Colour::mut)));
}

} // namespace

Box top(DrawContext& d) {
  const auto card = [&d](int least_height) { return d.s.go_on ? continue_card(d, least_height) : nothing_due(d); };
  // Both columns end on one line, unless what is due is as tall as it is.
  const Across across = d.s.refreshers.empty() ? Across::stretch : Across::start;
  return box::when(shared::one_column, box::column({.gap = 16, .pad = {.bottom = 4}}, card(0), beside(d)),
                   box::row({.gap = 24, .across = across}, card(304).grow(), beside(d).wide(344)));
}

void draw_menu(DrawContext& d, const Rect& anchor) {
  Frame& f = d.f;
  const Row rows[] = {
      {.id = "home/menu/record", .label = d.tr("My record"), .icon = "list"},
      {.id = "home/menu/warm-up", .label = d.tr("Warm-up"), .icon = "lamp"},
      {.id = "home/menu/settings", .label = d.tr("Settings"), .icon = "gear"},
      {.id = "home/menu/help", .label = d.tr("Help"), .icon = "question"},
      {.id = "home/menu/switch", .label = d.s.person.empty() ? d.tr("End the demonstration") : d.tr("Switch person"), .icon = "exit"}};
  bool pressed[std::size(rows)] = {};
  Box all = box::column({.pad = pad(8)});
  for (std::size_t i = 0; i < std::size(rows); ++i)
    all.add(box::row(rows[i], pressed[i]));
  int inner = anchor.w;
  for (const Row& each : rows)
    inner = std::max(inner, f.measure(each.label, Type::body).w + f.px(88));
  const int width = std::min(inner, f.width() - f.px(32));
  const Rect sheet{anchor.right() - width, anchor.bottom() + f.px(8), width, all.height(f, width)};
  f.begin_sheet("home/menu", sheet, d.tr("Menu"));
  card(f, sheet);
  f.border(sheet, Colour::line2, 1, f.px(6));
  box::group("home/menu/rows", std::move(all)).draw(f, sheet);
  const bool escaped = f.closes("home/menu");
  f.end_sheet();
  if (pressed[0]) d.m.page = HomePart::record, d.m.search.clear();
  d.out.warm_up |= pressed[1], d.out.settings |= pressed[2], d.out.help |= pressed[3], d.out.switch_person |= pressed[4];
  const bool any = std::find(std::begin(pressed), std::end(pressed), true) != std::end(pressed);
  const bool elsewhere = f.pointer_down() && !sheet.contains(f.pointer());
  if (any || elsewhere || escaped) d.m.menu = false;
}

} // namespace firsthand::screens::home
