// See page.h: the bar, the greeting and which page stands below.
#include "engine/screens/home/draw.h"
#include "engine/screens/home/parts.h"

namespace firsthand::screens {

namespace home {

namespace {

// The page is another one while something is searched for: what is typed stays in sight, and after it the way on has the focus.
void follow_search(Frame& f, HomeMemory& m) {
  if (m.searching == !m.search.empty()) return;
  m.searching = !m.searching;
  f.focus(m.searching || f.focused() == "home/search" ? "home/search" : "home/continue");
}

// Search and the person's menu. `anchor`: where the menu hangs.
Box home_bar(DrawContext& d, const shared::Found& found, Rect& anchor, bool& menu) {
  const bool guest = d.s.person.empty();
  const Button person{.id = "home/person",
                      .label = d.s.author ? d.tr("Author's window")
                               : guest    ? d.tr("Demonstration")
                                          : d.s.person,
                      .icon = guest ? "eye" : "person",
                      .size = ButtonSize::small,
                      .selected = d.m.menu};
  const bool searches = search_in_bar(d.f) && d.m.page == HomePart::lessons;
  return box::row({.gap = 16, .along = Along::end}, searches ? search(d, found) : Box(),
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

void add_notices(Box& page, const DrawContext& d) {
  for (const HomeNotice& each : d.s.notices)
    page.add(shared::banner(each.words, each.icon, each.meaning));
}

Box next_thing(DrawContext& d) { return box::column({.gap = 12}, greeting(d), top(d)); }

// In large text little has room above the fold: what to do next comes before what else there is to know.
Box lessons_in_large_text(DrawContext& d, const shared::Found& found) {
  const bool searching = !d.m.search.empty();
  Box page = box::column({.gap = 16}, searching ? Box() : next_thing(d));
  add_notices(page, d);
  page.add(search(d, found)); // in sight while it is searched
  page.add(searching ? results(d, found) : courses(d));
  return page;
}

Box lessons(DrawContext& d, const shared::Found& found) {
  if (!search_in_bar(d.f)) return lessons_in_large_text(d, found);
  Box page = box::column({.gap = 16});
  add_notices(page, d);
  const bool searching = !d.m.search.empty();
  page.add(box::column({.gap = 24}, searching ? Box() : next_thing(d), searching ? results(d, found) : courses(d)));
  return page;
}

} // namespace
} // namespace home

HomeIntent draw_home(Frame& f, const HomeState& state, HomeMemory& memory) {
  HomeIntent out;
  home::DrawContext d{f, state, memory, out};
  home::follow_search(f, memory);
  if (memory.page == HomePart::lessons && f.shortcut(Key::letter, 'f', true)) f.focus("home/search");
  const shared::Found found = home::found_now(d);
  f.fill(f.window(), Colour::bg);
  Rect person;
  bool menu = false;
  shared::brand_bar(f, state.mark, state.words.tr("product", "Firsthand"), home::home_bar(d, found, person, menu));
  if (menu) memory.menu = !memory.menu;
  const Box page = memory.page == HomePart::record ? home::record(d) : home::lessons(d, found);
  shared::draw_page(f, bar_height(f) + 1, "home/page", d.tr("Lessons"), box::column({.pad = {.top = 18, .bottom = 24}}, page));
  if (!memory.word.empty()) home::draw_word(d, found);
  if (memory.menu) home::draw_menu(d, person);
  return out;
}

} // namespace firsthand::screens
