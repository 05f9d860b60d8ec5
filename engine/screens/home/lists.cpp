// The lower part of home: the courses' lessons with search, and the page of attempts.
#include "engine/base/utf8.h"
#include "engine/screens/home/page.h"
#include "engine/screens/home/parts.h"

#include <algorithm>
#include <cctype>

namespace firsthand::screens {

namespace {

std::string home_folded(std::string_view words) {
  std::string folded(words);
  for (char& c : folded)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return folded;
}

} // namespace

// Letters without case beyond ASCII are compared as they are: Thai and its neighbours have none.
bool home_matches(const HomeLesson& lesson, std::string_view search) {
  const std::string where = home_folded(lesson.title + " " + lesson.summary), wanted = home_folded(search);
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (end > at && where.find(wanted.substr(at, end - at)) == where.npos) return false;
    at = end + 1;
  }
  return true;
}

namespace home {

namespace {

std::string act_words(const Draft& d, HomeAct act) {
  switch (act) {
  case HomeAct::start:
    return d.tr("Start");
  case HomeAct::go_on:
    return d.tr("Continue");
  case HomeAct::replay:
    return d.tr("Replay");
  }
  return {};
}

const char* act_icon(HomeAct act) { return act == HomeAct::replay ? "replay" : "play"; }

struct LessonParts {
  Rect picture, inside;
  int title = 0, words = 0; // heights
  Size tag, button;
  bool tag_beside = true;
};

Button lesson_button(const HomeLesson& l, const std::string& id, const std::string& label) {
  return {.id = id, .label = label, .icon = act_icon(l.act), .size = ButtonSize::small, .enabled = l.usable};
}

// The widths first; then how tall the words are.
LessonParts lay_out_lesson(Draft& d, const HomeLesson& l, int x, int y, int w) {
  Frame& f = d.f;
  LessonParts at;
  Rect rest{x, y, w, 0};
  if (f.text_percent() < 200) at.picture = rest.take_left(f.px(f.text_percent() >= 150 ? 112 : 144));
  at.inside = rest.inset(f.px(20), 0);
  const Tag tag{l.tag, l.tag_icon, l.meaning};
  at.tag = l.tag.empty() ? Size{} : size_of(f, tag, at.inside.w);
  at.tag_beside = l.tag.empty() || f.measure(l.title, Type::heading).w + f.px(12) + at.tag.w <= at.inside.w;
  at.title = f.measure(l.title, Type::heading, at.inside.w).h;
  at.words = f.measure(l.usable ? l.summary : l.problem, Type::small, at.inside.w).h;
  at.button = size_of(f, lesson_button(l, "", act_words(d, l.act)), at.inside.w);
  return at;
}

int lesson_height(Draft& d, const LessonParts& at) {
  const int above = at.tag_beside ? std::max(at.title, at.tag.h) : at.title + d.f.px(4) + at.tag.h;
  return std::max(d.f.px(144), d.f.px(16) + above + d.f.px(2) + at.words + d.f.px(12) + at.button.h + d.f.px(16));
}

void draw_lesson_foot(Draft& d, const HomeLesson& l, const LessonParts& at, int bottom) {
  Frame& f = d.f;
  const std::string id = "home/lesson/" + l.id, label = act_words(d, l.act);
  const Rect strip{at.inside.x, bottom - at.button.h, at.inside.w, at.button.h};
  Rect rest = strip;
  const Rect place = rest.take_right(at.button.w, f.px(16));
  if (l.usable && rest.w > f.px(40)) {
    const std::string far = std::to_string(l.per_mille / 10) + " %";
    if (l.act == HomeAct::go_on)
      f.text(rest.take_right(f.measure(far, Type::small_bold).w, f.px(12)), far, Type::small_bold, Colour::mut, {.valign = VAlign::middle});
    progress(f, {rest.x, rest.y + (rest.h - f.px(8)) / 2, rest.w, f.px(8)}, l.per_mille, 1000, l.title + ", " + far);
  }
  if (button(f, place, lesson_button(l, id, label))) d.out.lesson = l.id;
}

void draw_lesson(Draft& d, const HomeLesson& l, int x, int y, int w, int height) {
  Frame& f = d.f;
  const LessonParts at = lay_out_lesson(d, l, x, y, w);
  card(f, {x, y, w, height});
  if (!at.picture.empty() || at.picture.w > 0)
    f.picture(l.picture, {x + 1, y + 1, at.picture.w - 1, height - 2}, {.radius = f.px(6), .corners = top_left | bottom_left});
  int below = y + f.px(16);
  const int title_room = at.tag_beside ? at.inside.w - at.tag.w : at.inside.w;
  const int row = at.tag_beside ? std::max(at.title, at.tag.h) : at.title;
  f.text(Rect{at.inside.x, below, title_room, row}, l.title, Type::heading, Colour::text,
         {.valign = VAlign::middle, .role = Role::heading});
  if (!l.tag.empty() && at.tag_beside) tag(f, {at.inside.right() - at.tag.w, below + (row - at.tag.h) / 2}, {l.tag, l.tag_icon, l.meaning});
  below += row;
  if (!at.tag_beside) below += f.px(4) + tag(f, {at.inside.x, below + f.px(4)}, {l.tag, l.tag_icon, l.meaning}, at.inside.w).h;
  f.text(at.inside.x, below + f.px(2), at.inside.w, l.usable ? l.summary : l.problem, Type::small, l.usable ? Colour::mut : Colour::warn);
  draw_lesson_foot(d, l, at, y + height - f.px(16));
}

int draw_lesson_cards(Draft& d, const std::vector<const HomeLesson*>& lessons, int x, int y, int w) {
  Frame& f = d.f;
  const int columns = stacked(f) || lessons.size() == 1 ? 1 : 2, gap = f.px(24);
  for (std::size_t i = 0; i < lessons.size(); i += static_cast<std::size_t>(columns)) {
    const Rect line{x, y, w, 0};
    int height = 0;
    for (int c = 0; c < columns && i + static_cast<std::size_t>(c) < lessons.size(); ++c) {
      const Rect cell = line.column(c, columns, gap);
      height = std::max(height, lesson_height(d, lay_out_lesson(d, *lessons[i + static_cast<std::size_t>(c)], cell.x, y, cell.w)));
    }
    for (int c = 0; c < columns && i + static_cast<std::size_t>(c) < lessons.size(); ++c) {
      const Rect cell = line.column(c, columns, gap);
      draw_lesson(d, *lessons[i + static_cast<std::size_t>(c)], cell.x, y, cell.w, height);
    }
    y += height + f.px(16);
  }
  return y;
}

std::vector<const HomeLesson*> found_lessons(const Draft& d, const HomeCourse& course) {
  std::vector<const HomeLesson*> found;
  for (const HomeLesson& l : course.lessons)
    if (home_matches(l, d.m.search)) found.push_back(&l);
  return found;
}

int draw_no_hit(Draft& d, int x, int y, int w) {
  Frame& f = d.f;
  y += f.text(x, y, w, d.tr("No lesson has these words"), Type::heading, Colour::text, {.role = Role::heading}) + f.px(4);
  y += f.text(x, y, w, d.tr("Try one word of a title, or clear the search."), Type::body, Colour::mut) + f.px(16);
  const std::string label = d.tr("Clear the search");
  const Button clear{.id = "home/clear-search", .label = label, .icon = "close"};
  const Size size = size_of(f, clear, w);
  if (button(f, {x, y, size.w, size.h}, clear)) d.m.search.clear();
  return y + size.h;
}

int draw_attempt_row(Draft& d, const HomeAttempt& a, int x, int y, int w) {
  Frame& f = d.f;
  const std::string id = "home/attempt/" + a.id, label = a.title + ", " + a.result + ", " + a.when;
  const int words = w - f.px(16 + 22 + 16 + 24 + 16);
  const std::string detail = a.result + " · " + a.when;
  const int height = std::max(f.px(64), f.measure(a.title, Type::body_bold, words).h + f.measure(detail, Type::small, words).h + f.px(16));
  const Rect rect{x, y, w, height};
  card(f, rect);
  if (row(f, rect, {.id = id, .label = label, .arrow = true, .bare = true})) d.out.attempt = a.id;
  Rect inside = rect.inset(f.px(16), f.px(8));
  f.icon(a.icon, inside.take_left(f.px(22), f.px(16)), ink_of(a.meaning));
  f.icon("chevron", inside.take_right(f.px(24), f.px(16)), Colour::mut);
  const TextOptions silent{.listed = Listed::no};
  int at = inside.y + (inside.h - f.measure(a.title, Type::body_bold, words).h - f.measure(detail, Type::small, words).h) / 2;
  at += f.text(inside.x, at, words, a.title, Type::body_bold, Colour::text, silent);
  f.text(inside.x, at, words, detail, Type::small, Colour::mut, silent);
  return y + height + f.px(8);
}

} // namespace

int draw_courses(Draft& d, int x, int y, int w) {
  Frame& f = d.f;
  bool any = false;
  for (const HomeCourse& course : d.s.courses) {
    const auto lessons = found_lessons(d, course);
    if (lessons.empty()) continue;
    any = true;
    y += f.text(x, y, w, course.title, Type::heading, Colour::text, {.role = Role::heading}) + f.px(12);
    y = draw_lesson_cards(d, lessons, x, y, w) + f.px(8);
  }
  return any || d.m.search.empty() ? y : draw_no_hit(d, x, y, w);
}

int draw_record(Draft& d, int x, int y, int w) {
  Frame& f = d.f;
  const std::string back = d.tr("Back to the lessons");
  const Button go_back{.id = "home/record/back", .label = back, .icon = "back", .size = ButtonSize::small};
  const Size size = size_of(f, go_back, w);
  f.begin_part(Part::back);
  if (button(f, {x, y, size.w, size.h}, go_back) || f.leaves("home/record")) d.m.page = HomePage::lessons;
  f.end_part();
  y += size.h + f.px(20);
  y += f.text(x, y, w, d.tr("My record"), Type::title, Colour::text, {.role = Role::heading}) + f.px(4);
  const std::string lead = d.s.attempts.empty() ? d.tr("Nothing is here yet. Your attempts will stand here, newest first.")
                                                : d.tr("Every attempt, newest first. Open one to read what it showed.");
  y += f.text(x, y, w, lead, Type::body, Colour::mut) + f.px(20);
  f.begin_group("home/attempts");
  for (const HomeAttempt& each : d.s.attempts)
    y = draw_attempt_row(d, each, x, y, w);
  f.end_group();
  return y;
}

} // namespace home
} // namespace firsthand::screens
