// The lower part of home: the courses' lessons, and the page of attempts.
#include "engine/screens/home/parts.h"

#include <algorithm>

namespace firsthand::screens::home {

namespace {

std::string_view act_words(const DrawContext& d, app::LessonAct act) {
  switch (act) {
  case app::LessonAct::start:
    return d.tr("Start");
  case app::LessonAct::go_on:
    return d.tr("Continue");
  case app::LessonAct::replay:
    return d.tr("Replay");
  }
  return {};
}

// At the left and over the whole height of the card, within its border; it gives way to large words.
Box lesson_picture(const Frame& f, const HomeLesson& l) {
  if (f.text_percent() >= 200) return {};
  return box::fixed(f.text_percent() >= 150 ? 112 : 144, 0, [&l](Frame& frame, const Rect& r) {
    if (!l.picture.bytes) return sign_instead(frame, {r.x + 1, r.y + 1, r.w - 1, r.h - 2});
    frame.picture(l.picture, {r.x + 1, r.y + 1, r.w - 1, r.h - 2}, {.radius = frame.px(6), .corners = top_left | bottom_left});
  });
}

Box lesson_progress(const DrawContext& d, const HomeLesson& l) {
  const std::string_view far = d.f.keep(std::to_string(l.per_mille / 10) + " %"), label = d.f.keep(l.title + ", " + std::string(far));
  Box bar = box::fixed(0, 8, [&l, label](Frame& f, const Rect& rect) { progress(f, rect, l.per_mille, 1000, label); });
  return box::when(
      {.narrower_than = 41}, box::space(),
      box::row({.gap = 12}, std::move(bar).grow(), l.act == app::LessonAct::go_on ? box::text(far, Type::small_bold, Colour::mut) : Box()));
}

Box lesson_card(DrawContext& d, const HomeLesson& l) {
  const Button act{.id = d.f.keep("home/lesson/" + l.id),
                   .label = act_words(d, l.act),
                   .icon = l.act == app::LessonAct::replay ? "replay" : "play",
                   .size = ButtonSize::small,
                   .enabled = l.usable && l.may_begin};
  const Box title = box::text(l.title, Type::heading, Colour::text, {.role = Role::heading}),
            tag = box::tag({l.tag, l.tag_icon, l.meaning});
  Box words = box::column(
      {.pad = pad(20, 16)}, box::first_that_fits(box::row({.gap = 12}, Box(title).grow(), tag), box::column({.gap = 4}, title, Box(tag))),
      box::space(2), box::text(l.usable ? l.summary : l.problem, Type::small, l.usable ? Colour::mut : Colour::warn), box::space(12).grow(),
      box::row({.gap = 16}, (l.usable ? lesson_progress(d, l) : box::space()).grow(), box::button(act, {d.out.lesson, l.id})));
  return box::card(box::row({.across = Across::stretch}, lesson_picture(d.f, l), std::move(words).grow()).least(0, 144));
}

Box lesson_cards(DrawContext& d, const HomeCourse& course) {
  std::vector<Box> all;
  for (const HomeLesson& l : course.lessons)
    all.push_back(lesson_card(d, l));
  if (all.empty()) return {};
  if (all.size() == 1) return std::move(all.front());
  return box::when(shared::one_column, box::column({.gap = 16}, all), box::grid({.gap = 24, .line_gap = 16, .columns = {1, 1}}, all));
}

Box attempt_row(DrawContext& d, const HomeAttempt& a) {
  const shared::ListRow row{.id = d.f.keep("home/attempt/" + a.id),
                            .icon = a.icon,
                            .title = a.title,
                            .detail = d.f.keep(a.result + " · " + a.when),
                            .meaning = a.meaning};
  return shared::list_row(d.f, row, {d.out.attempt, a.id});
}

Box competency_tile(const HomeCompetency& c) {
  Box words = box::column({.gap = 2}, box::text(c.name, Type::body_bold));
  for (const std::string& line : c.shown)
    words.add(box::text(line, Type::small, Colour::mut, {.tabular = true}));
  return box::card(box::row({.gap = 12, .pad = pad(16, 12), .across = Across::start}, shared::line_icon(c.icon, 18, ink_of(c.meaning)),
                            std::move(words).grow())
                       .least(0, 84));
}

// In an order that stays: who looks again finds each where it was.
Box competency_tiles(DrawContext& d, std::vector<int> columns) {
  std::vector<Box> tiles;
  for (const HomeCompetency& each : d.s.map)
    tiles.push_back(competency_tile(each));
  return box::grid({.gap = 16, .line_gap = 12, .across = Across::stretch, .columns = std::move(columns)}, std::move(tiles));
}

Box competency_map(DrawContext& d) {
  if (d.s.map.empty()) return {};
  const auto tiles = [&d](std::vector<int> columns) { return competency_tiles(d, std::move(columns)); };
  return box::column(
      {}, box::text(d.tr("Your competencies"), Type::heading, Colour::text, {.role = Role::heading}),
      box::text(d.tr("What lessons practised and tests showed. Nobody of the field has reviewed the questions."), Type::small, Colour::mut),
      box::space(12),
      box::when(shared::one_column, tiles({1}), box::when({.narrower_than = 1100, .text_from = 125}, tiles({1, 1}), tiles({1, 1, 1, 1}))));
}

} // namespace

Box courses(DrawContext& d) {
  Box all = box::column({.gap = 24, .pad = {.bottom = 16}});
  for (const HomeCourse& course : d.s.courses) {
    Box head = box::column({.gap = 2}, box::text(course.title, Type::heading, Colour::text, {.role = Role::heading}),
                           course.review.empty() ? Box() : box::text(course.review, Type::small, Colour::mut));
    all.add(box::column({.gap = 12}, std::move(head), lesson_cards(d, course)));
  }
  return all;
}

Box record(DrawContext& d) {
  if (d.f.leaves("home/record")) d.m.page = HomePart::lessons;
  const Button back{.id = "home/record/back", .label = d.tr("Back to the lessons"), .icon = "back", .size = ButtonSize::small};
  const std::string_view lead = d.s.attempts.empty() ? d.tr("Nothing is here yet. Your attempts will stand here, newest first.")
                                                     : d.tr("Every attempt, newest first. Open one to read what it showed.");
  Box attempts = box::column({.gap = 8});
  for (const HomeAttempt& each : d.s.attempts)
    attempts.add(attempt_row(d, each));
  return box::column({.gap = 20}, box::part(Part::back, box::button(back, {d.m.page, HomePart::lessons}).stands(Across::start)),
                     box::column({.gap = 4}, box::text(d.tr("My record"), Type::title, Colour::text, {.role = Role::heading}),
                                 box::text(lead, Type::body, Colour::mut)),
                     competency_map(d), box::group("home/attempts", std::move(attempts)));
}

} // namespace firsthand::screens::home
