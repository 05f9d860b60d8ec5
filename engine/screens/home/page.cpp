// See page.h: the bar, the greeting and which page stands below.
#include "engine/screens/home/draw.h"
#include "engine/screens/home/parts.h"

#include <algorithm>

namespace firsthand::screens {

namespace home {

bool search_in_bar(const Frame& f) { return f.text_percent() < 150; }

const HomeLesson* first_hit(const DrawContext& d) {
  for (const HomeCourse& course : d.s.courses)
    for (const HomeLesson& lesson : course.lessons)
      if (home_matches(lesson, d.m.search)) return &lesson;
  return nullptr;
}

void draw_search(DrawContext& d, const Rect& rect, const Field& search) {
  if (field(d.f, rect, search, d.m.search) == FieldEvent::submitted)
    if (const HomeLesson* found = first_hit(d)) d.f.focus("home/lesson/" + found->id);
  const bool ends = d.f.left_field(search.id) || (!d.m.search.empty() && !d.m.menu && d.f.closes(search.id));
  if (ends) d.m.search.clear();
}

Box search(DrawContext& d) {
  const std::string_view label = d.tr("Search the lessons");
  const Field search{.id = "home/search", .label = label, .hint = label, .icon = "search", .show_label = false, .max_bytes = 120};
  const auto draw = [&d, search](Frame&, const Rect& rect) { draw_search(d, rect, search); };
  if (search_in_bar(d.f)) return box::fixed(264, 40, draw);
  return {[search](Frame& f, int width) { return Size{width, field_height(f, search)}; }, draw};
}

// The page is another one while something is searched for: what is typed stays in sight, and after it the way on has the focus.
void follow_search(Frame& f, HomeMemory& m) {
  if (m.searching == !m.search.empty()) return;
  m.searching = !m.searching;
  f.focus(m.searching || f.focused() == "home/search" ? "home/search" : "home/continue");
}

namespace {

// Search and the person's menu. `anchor`: where the menu hangs.
Box home_bar(DrawContext& d, Rect& anchor, bool& menu) {
  const bool guest = d.s.person.empty();
  const Button person{.id = "home/person",
                      .label = d.s.author ? d.tr("Author's window")
                               : guest    ? d.tr("Demonstration")
                                          : d.s.person,
                      .icon = guest ? "eye" : "person",
                      .size = ButtonSize::small,
                      .selected = d.m.menu};
  const bool searches = search_in_bar(d.f) && d.m.page == HomePart::lessons;
  return box::row({.gap = 16, .along = Along::end}, searches ? search(d) : Box(),
                  box::on([&anchor](Frame&, const Rect& rect) { anchor = rect; }, box::button(person, menu)));
}

// With the way to another person beside it, one press away where there is room; it stands in the menu as well.
Box greeting(DrawContext& d) {
  const std::string_view label = d.s.person.empty() ? d.tr("End the demonstration") : d.tr("Switch person");
  const Button change{.id = "home/switch", .label = label, .icon = "exit", .kind = ButtonKind::quiet, .size = ButtonSize::small};
  const Box words = box::text(d.s.greeting, Type::title, Colour::text, {.role = Role::heading});
  const Box button = box::column({.pad = pad(0, -2)}, box::button(change, d.out.switch_person)); // the words' line stays as low as it is
  return box::first_that_fits(box::row({.gap = 24}, Box(words).grow(), button), words);
}

Box lessons(DrawContext& d) {
  Box page = box::column({.gap = 16}, shared::banner(d.s.problem));
  for (const std::string& each : d.s.notices)
    page.add(shared::banner(each));
  const bool searching = !d.m.search.empty();
  page.add(box::column({.gap = 24}, searching ? Box() : box::column({.gap = 20}, greeting(d), top(d)),
                       search_in_bar(d.f) ? Box() : search(d), courses(d)));
  return page;
}

} // namespace
} // namespace home

HomeIntent draw_home(Frame& f, const HomeState& state, HomeMemory& memory) {
  HomeIntent out;
  home::DrawContext d{f, state, memory, out};
  home::follow_search(f, memory);
  if (memory.page == HomePart::lessons && f.shortcut(Key::letter, 'f', true)) f.focus("home/search");
  f.fill(f.window(), Colour::bg);
  Rect person;
  bool menu = false;
  shared::brand_bar(f, state.mark, state.words.tr("product", "Firsthand"), home::home_bar(d, person, menu));
  if (menu) memory.menu = !memory.menu;
  const Box page = memory.page == HomePart::record ? home::record(d) : home::lessons(d);
  shared::draw_page(f, bar_height(f) + 1, "home/page", d.tr("Lessons"), box::column({.pad = {.top = 30, .bottom = 24}}, page));
  if (memory.menu) home::draw_menu(d, person);
  return out;
}

} // namespace firsthand::screens
