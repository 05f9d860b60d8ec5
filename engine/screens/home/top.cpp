// The upper part of home: the one next thing, how far the course is, and the person's menu.
#include "engine/screens/home/parts.h"

#include <algorithm>

namespace firsthand::screens::home {

namespace {

// What it leads to, and beside it another way on, or how long it takes.
Box continue_foot(DrawContext& d) {
  const HomeContinue& c = *d.s.go_on;
  const Box go = box::button(
                {.id = "home/continue", .label = c.button, .icon = c.button_icon, .kind = ButtonKind::main, .enabled = c.usable},
                d.out.go_on),
            left = box::text(c.left, Type::small, Colour::mut);
  Box other, why;
  if (!c.why.empty()) why = box::button({.id = "home/why", .label = c.why, .icon = "question"}, d.out.why);
  if (d.s.warm_up_due)
    other = box::button({.id = "home/warm-up", .label = d.tr("Warm-up first"), .icon = "lamp"}, d.out.warm_up);
  else if (!c.also.empty())
    other = box::button({.id = "home/also", .label = c.also, .icon = "forward"}, d.out.also);
  if (other.nothing() && why.nothing())
    return box::first_that_fits(box::row({.gap = 16}, go, left), box::column({.gap = 4}, Box(go).stands(Across::start), left));
  return box::column({.gap = 4}, shared::buttons(go, std::move(why), std::move(other)), left);
}

Box continue_words(DrawContext& d) {
  const HomeContinue& c = *d.s.go_on;
  return box::column({.pad = pad(24, 18)},
                     box::row({.gap = 8, .across = Across::start}, box::column({.pad = pad(0, 1)}, box::icon(c.icon, 18, Colour::acc)),
                              box::text(c.head, Type::small_bold, Colour::acc).grow())
                         .least(0, 24),
                     box::space(2), box::text(c.title, Type::heading, Colour::text, {.role = Role::heading}), box::space(2),
                     box::text(c.where, Type::body, Colour::mut), box::text(c.when, Type::body, Colour::mut, {.tabular = true}),
                     box::space(14).grow(), continue_foot(d));
}

// Within the border of the card, and a line at its right.
Box continue_picture(const HomeContinue& c) {
  return box::fixed(0, 0, [&c](Frame& f, const Rect& r) {
    const Rect at{r.x + 1, r.y + 1, r.w, r.h - 2};
    const PictureOptions options{.focus_x = c.layers.empty() ? 540 : 500, .radius = f.px(6), .corners = top_left | bottom_left};
    if (!c.layers.empty())
      f.scene(c.layers, at, options);
    else if (c.picture.bytes)
      f.picture(c.picture, at, options);
    else
      sign_instead(f, at);
    f.vline(r.right(), at.y, at.h, Colour::line);
  });
}

// Picture at the left, words at the right; words alone where it is narrow: the picture gives way first.
Box continue_card(DrawContext& d, int least_height) {
  return box::card(box::when(
      {.narrower_than = 500, .text_from = 200}, continue_words(d),
      box::row({.across = Across::stretch}, continue_picture(*d.s.go_on).grow(280), continue_words(d).grow(400)).least(0, least_height)));
}

// ---- the course

Box row_end(Frame& f, const HomeRow& row) {
  if (row.per_mille >= 0) {
    const std::string_view label = f.keep(row.title + ", " + row.detail);
    return box::fixed(104, 8, [&row, label](Frame& frame, const Rect& rect) { progress(frame, rect, row.per_mille, 1000, label); });
  }
  if (!row.tag.empty()) return box::tag({row.tag, row.tag_icon, row.meaning});
  return row.id.empty() ? Box() : box::icon("chevron", 20, Colour::mut);
}

void press_row(DrawContext& d, const HomeRow& row) {
  constexpr std::string_view refresher = "home/refresher/";
  if (row.id == "home/record") d.m.page = HomePart::record;
  if (row.id == "home/warm-up-row") d.out.warm_up = true;
  if (row.id == "home/today") d.out.today = true;
  if (row.id.starts_with(refresher)) d.out.lesson = row.id.substr(refresher.size());
}

Box course_row(DrawContext& d, const HomeRow& row) {
  const TextOptions words{.listed = row.id.empty() ? Listed::yes : Listed::no};
  const Box title = box::text(row.title, Type::body_bold, Colour::text, words),
            detail = box::text(row.detail, Type::small, Colour::mut, words);
  Box inside = box::row({.gap = 14, .pad = pad(20, 8)}, box::icon(row.icon, 22, ink_of(row.meaning)), box::column({}, title, detail).grow(),
                        row_end(d.f, row))
                   .least(0, 53);
  if (row.id.empty()) return inside;
  const Row whole{.id = row.id, .label = d.f.keep(row.title + ", " + row.detail), .bare = true};
  return Box(
      [&d, &row, whole](Frame& f, const Rect& rect, const std::function<void()>& draw_inside) {
        if (ui::row(f, rect, whole)) press_row(d, row);
        draw_inside();
      },
      std::move(inside));
}

Box course_card(DrawContext& d) {
  Box all = box::column({});
  for (const HomeRow& each : d.s.rows) {
    if (&each != &d.s.rows.front()) all.add(box::column({.pad = pad(20, 0)}, box::line()));
    all.add(course_row(d, each).grow());
  }
  return box::card(box::group("home/course", std::move(all)));
}

bool any_usable(const HomeState& s) {
  return std::any_of(s.courses.begin(), s.courses.end(), [](const HomeCourse& course) {
    return std::any_of(course.lessons.begin(), course.lessons.end(), [](const HomeLesson& lesson) { return lesson.usable; });
  });
}

// No lesson is left to do, or what is left or all cannot be played, or there is none.
Box nothing_due(DrawContext& d) {
  std::string_view title = d.tr("The course is done");
  std::string_view words = d.tr("Practise a lesson again whenever you like: chance may fall another way.");
  if (d.s.courses.empty()) {
    title = d.tr("No lessons found");
    words = d.tr("Looked in: {folders}. A folder of content holds courses/ or library/.", {{"folders", std::string(d.s.looked_in)}});
  } else if (!any_usable(d.s)) {
    title = d.tr("No lesson can be played");
    words = d.tr("The lessons have mistakes. The reasons stand above, or with each lesson. Show them to your trainer.");
  } else if (d.s.unreadable_left) {
    title = d.tr("The rest cannot be played");
    words = d.tr("You passed every lesson that can be played. The others have mistakes: the reasons stand above, or with each lesson. Show "
                 "them to your trainer.");
  }
  return box::card(box::column({.gap = 8, .pad = pad(32)}, box::text(title, Type::title, Colour::text, {.role = Role::heading}),
                               box::text(words, Type::lead, Colour::mut)));
}

} // namespace

void sign_instead(Frame& f, const Rect& at) {
  f.fill(at, Colour::acc_soft, f.radius(), top_left | bottom_left);
  const int side = std::min(f.px(56), at.w / 2);
  f.icon("form", {at.centre().x - side / 2, at.centre().y - side / 2, side, side}, Colour::acc);
}

Box top(DrawContext& d) {
  const auto card = [&d](int least_height) { return d.s.go_on ? continue_card(d, least_height) : nothing_due(d); };
  return box::when(shared::one_column, box::column({.gap = 16, .pad = {.bottom = 4}}, card(0), course_card(d)),
                   box::row({.gap = 24, .across = Across::stretch}, card(216).grow(680), course_card(d).grow(448)));
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
  f.border(sheet, Colour::line2, 1, f.radius());
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
