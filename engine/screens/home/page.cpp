// See page.h: the bar, the greeting and which page stands below.
#include "engine/screens/home/page.h"
#include "engine/screens/home/parts.h"

#include <algorithm>

namespace firsthand::screens {

namespace home {

bool stacked(Frame& f) { return f.text_percent() >= 150 || f.width() < f.px(1000); }

bool search_in_bar(Frame& f) { return f.text_percent() < 150; }

const HomeLesson* first_hit(const Draft& d) {
  for (const HomeCourse& course : d.s.courses)
    for (const HomeLesson& lesson : course.lessons)
      if (home_matches(lesson, d.m.search)) return &lesson;
  return nullptr;
}

int draw_search(Draft& d, int x, int y, int w) {
  const std::string label = d.tr("Search the lessons");
  const Field search{.id = "home/search", .label = label, .hint = label, .icon = "search", .show_label = false, .max_bytes = 120};
  const int height = search_in_bar(d.f) ? d.f.px(40) : field_height(d.f, search);
  if (field(d.f, {x, y, w, height}, search, d.m.search) == FieldEvent::submitted)
    if (const HomeLesson* found = first_hit(d)) d.f.focus("home/lesson/" + found->id);
  const bool ends = d.f.left_field(search.id) || (!d.m.search.empty() && !d.m.menu && d.f.closes(search.id));
  if (ends) d.m.search.clear();
  return y + height;
}

// The page is another one while something is searched for: what is typed stays in sight, and after it the way on has the focus.
void follow_search(Frame& f, HomeMemory& m) {
  if (m.searching == !m.search.empty()) return;
  m.searching = !m.searching;
  f.focus(m.searching || f.focused() == "home/search" ? "home/search" : "home/continue");
}

namespace {

std::string_view shown_person(const Draft& d, const std::string& guest) {
  return d.s.person.empty() ? std::string_view(guest) : d.s.person;
}

Rect draw_home_bar(Draft& d) {
  Frame& f = d.f;
  Rect bar = shared::brand_bar(f, d.s.mark, d.s.words.tr("product", "Firsthand"));
  const std::string guest = d.tr("Demonstration");
  const Button person{.id = "home/person",
                      .label = shown_person(d, guest),
                      .icon = d.s.person.empty() ? "eye" : "person",
                      .size = ButtonSize::small,
                      .selected = d.m.menu};
  const Size size = size_of(f, person, bar.w);
  const Rect place = bar.take_right(size.w, f.px(16));
  const Rect at{place.x, place.y + (place.h - size.h) / 2, size.w, size.h};
  if (search_in_bar(f) && d.m.page == HomePage::lessons) {
    const Rect room = bar.take_right(std::min(bar.w, f.px(264)));
    draw_search(d, room.x, room.y + (room.h - f.px(40)) / 2, room.w);
  }
  if (button(f, at, person)) d.m.menu = !d.m.menu;
  return at;
}

int draw_home_notices(Draft& d, int x, int y, int w) {
  std::vector<std::string_view> lines(d.s.notices.begin(), d.s.notices.end());
  if (!d.s.problem.empty()) lines.insert(lines.begin(), d.s.problem);
  for (const std::string_view words : lines) {
    const Notice banner{.words = words, .icon = "triangle"};
    const int height = notice_height(d.f, banner, w);
    notice(d.f, {x, y, w, height}, banner);
    y += height + d.f.px(16);
  }
  return y;
}

// With the way to another person beside it, one press away where there is room; it stands in the menu as well.
int draw_greeting(Draft& d, int x, int y, int w) {
  Frame& f = d.f;
  const std::string label = d.s.person.empty() ? d.tr("End the demonstration") : d.tr("Switch person");
  const Button change{.id = "home/switch", .label = label, .icon = "exit", .kind = ButtonKind::quiet, .size = ButtonSize::small};
  const Size size = size_of(f, change), words = f.measure(d.s.greeting, Type::title);
  const bool beside = words.w + f.px(24) + size.w <= w;
  const int height = f.text(x, y, beside ? w - size.w - f.px(24) : w, d.s.greeting, Type::title, Colour::text, {.role = Role::heading});
  if (beside && button(f, {x + w - size.w, y + (height - size.h) / 2, size.w, size.h}, change)) d.out.switch_person = true;
  return y + height;
}

int draw_lessons_page(Draft& d, int x, int y, int w) {
  Frame& f = d.f;
  y = draw_home_notices(d, x, y, w);
  if (d.m.search.empty()) {
    y = draw_greeting(d, x, y, w) + f.px(20);
    y = draw_top(d, x, y, w);
  }
  if (!search_in_bar(f)) y = draw_search(d, x, y, w) + f.px(24);
  return draw_courses(d, x, y, w);
}

} // namespace
} // namespace home

HomeIntent draw_home(Frame& f, const HomeState& state, HomeMemory& memory) {
  HomeIntent out;
  home::Draft d{f, state, memory, out};
  home::follow_search(f, memory);
  if (memory.page == HomePage::lessons && f.shortcut(Key::letter, 'f', true)) f.focus("home/search");
  f.fill(f.window(), Colour::bg);
  const int top = f.px(f.text_percent() >= 150 ? 48 : 56) + 1;
  f.begin_part(Part::bar);
  const Rect person = home::draw_home_bar(d);
  f.end_part();
  Rect page = shared::page_rect(f, top);
  // The bar of the scroll area stands at the window's edge, not in the page.
  const Rect room{0, top, f.width(), f.height() - top};
  {
    ScrollArea area(f, {"home/page", room, state.words.tr("home", "Lessons")});
    int y = area.top() + f.px(30);
    const int width = std::min(page.w, area.width() - page.x);
    y = memory.page == HomePage::record ? home::draw_record(d, page.x, y, width) : home::draw_lessons_page(d, page.x, y, width);
    area.finish(y + f.px(16));
  }
  if (memory.menu) home::draw_menu(d, person);
  return out;
}

} // namespace firsthand::screens
