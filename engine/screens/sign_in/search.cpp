// The page of the names where there are many: a field that leads through them, New person beside it, and whatever else the page has at
// the right, or below them. The focus stays in the field: arrows mark a row, and who types on is heard.
#include "engine/app/people_list.h"
#include "engine/screens/shared/bars.h"
#include "engine/screens/sign_in/parts.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr const char *names_field = "sign-in/search", *names_list = "sign-in/names", *add_row_id = "sign-in/add";
constexpr std::string_view name_row_id = "sign-in/person/";
constexpr int rows_of_a_page = 7;

// What stands in the list in this frame.
struct FoundNames {
  std::vector<app::NameHit> hits;
  std::vector<std::string_view> rows; // ids
};

FoundNames found_names(SignInDrawContext& d) {
  FoundNames found{app::find_names(d.s.folded, d.m.search), {}};
  for (const app::NameHit& each : found.hits)
    found.rows.push_back(d.f.keep(std::string(name_row_id) + d.s.people[each.which].id));
  if (found.hits.empty()) found.rows.push_back(add_row_id);
  return found;
}

// ---- keys and presses

void take_row(SignInDrawContext& d, std::string_view row) {
  if (row == add_row_id)
    d.out.new_person = true;
  else
    d.out.pick = std::string(row.substr(name_row_id.size()));
}

void mark_row(SignInDrawContext& d, const FoundNames& found, int at) {
  const int last = static_cast<int>(found.rows.size()) - 1;
  at = std::clamp(at, -1, last);
  d.m.marked = at < 0 ? std::string_view() : found.rows[static_cast<std::size_t>(at)];
  at <= 0 ? scroll_to_top(d.f, names_list) : scroll_to(d.f, names_list, d.m.marked);
}

int rows_moved(Frame& f) {
  const std::pair<Key, int> keys[] = {{Key::down, 1}, {Key::up, -1}, {Key::page_down, rows_of_a_page}, {Key::page_up, -rows_of_a_page}};
  for (const auto& [key, rows] : keys)
    if (f.shortcut(key)) return rows;
  return 0;
}

void lead_through(SignInDrawContext& d, const FoundNames& found) {
  if (d.f.focused() != names_field) return d.m.marked.clear();
  const auto marked = std::find(found.rows.begin(), found.rows.end(), d.m.marked);
  const int all = static_cast<int>(found.rows.size()), at = marked == found.rows.end() ? -1 : static_cast<int>(marked - found.rows.begin());
  if (const int rows = rows_moved(d.f); rows != 0)
    mark_row(d, found, at < 0 && rows < 0 ? all - 1 : at + rows); // up from the field: the last
}

// The only one, or the marked one. Of several the first is marked: one more Enter takes it.
void take_enter(SignInDrawContext& d, const FoundNames& found) {
  if (found.hits.size() == 1)
    take_row(d, found.rows.front());
  else if (!d.m.marked.empty())
    take_row(d, d.m.marked);
  else
    mark_row(d, found, 0);
}

void take_search_escape(SignInDrawContext& d) {
  if (d.m.search.empty() || !(d.f.left_field(names_field) || d.f.closes("sign-in/search"))) return;
  d.m.search.clear();
  d.f.focus(names_field);
}

// Another search is read from its head, and nothing of it is marked.
void follow_typing(SignInDrawContext& d) {
  if (d.m.search == d.m.searched) return;
  d.m.searched = d.m.search;
  d.m.marked.clear();
  scroll_to_top(d.f, names_list);
}

// ---- the list

// Ground and mark; what stands in the row never leaves it, whatever a name is made of, and is not drawn where nobody sees it.
Box row_around(SignInDrawContext& d, std::string_view id, std::string_view label, Box inside) {
  const Row row{.id = id, .label = label, .selected = d.m.marked == id, .bare = true, .led = true};
  return Box(
             [&d, row](Frame& f, const Rect& rect, const std::function<void()>& draw_inside) {
               if (ui::row(f, rect, row)) take_row(d, row.id);
               if (row.selected) f.border(rect, Colour::acc, 2, f.radius());
               if (intersection(rect, f.clip()).empty()) return;
               f.push_clip(rect);
               draw_inside();
               f.pop_clip();
             },
             std::move(inside))
      .least(0, 56);
}

Box name_row(SignInDrawContext& d, const app::NameHit& hit, std::string_view id) {
  const std::string_view name = d.s.people[hit.which].name;
  std::vector<text::Span> bold;
  for (const auto& [from, to] : hit.places)
    bold.push_back({from, to, text::Weight::bold});
  Box words = name.empty() ? box::space() : box::text(name, Type::lead, Colour::text, {.spans = bold, .listed = Listed::no});
  return row_around(
      d, id, name,
      box::row({.gap = 16, .pad = pad(16, 8)}, initials(name, 40), std::move(words).grow(), box::icon("chevron", 20, Colour::mut)));
}

// Nobody has what was typed: it may be somebody new.
Box nobody(SignInDrawContext& d) {
  const content::Fill typed{{"typed", d.m.search}};
  const std::string_view add = d.tr("Add “{typed}” as a new person", typed);
  return box::column({.gap = 12}, box::text(d.tr("Nobody here has “{typed}” in the name.", typed), Type::body, Colour::mut),
                     box::card(row_around(d, add_row_id, add,
                                          box::row({.gap = 16, .pad = pad(16, 8)}, box::icon("plus", 22, Colour::acc),
                                                   box::text(add, Type::body_bold, Colour::text, {.listed = Listed::no}).grow()))));
}

Box rows_of(SignInDrawContext& d, const FoundNames& found, std::size_t from, std::size_t to, std::string_view head) {
  if (from == to) return {};
  Box rows = box::column({});
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) rows.add(box::line());
    rows.add(name_row(d, found.hits[i], found.rows[i]));
  }
  return box::column({.gap = 8}, box::text(head, Type::small_bold, Colour::mut), box::card(std::move(rows)));
}

Box all_names(SignInDrawContext& d, const FoundNames& found) {
  const auto others = std::find_if(found.hits.begin(), found.hits.end(), [&d](const auto& hit) { return !d.s.people[hit.which].lately; });
  const auto lately = static_cast<std::size_t>(others - found.hits.begin()), all = found.hits.size();
  return box::column({.gap = 16}, sign_in_banners(d), rows_of(d, found, 0, lately, d.tr("Here lately")),
                     rows_of(d, found, lately, all, d.tr("All names")));
}

Box names(SignInDrawContext& d, const FoundNames& found) {
  if (found.hits.empty()) return nobody(d);
  if (d.m.search.empty()) return all_names(d, found);
  const content::Fill count{{"n", std::to_string(found.hits.size())}, {"all", std::to_string(d.s.people.size())}};
  return rows_of(d, found, 0, found.hits.size(), d.tr("{n} of {all} names", count));
}

// ---- around it

Box search_row(SignInDrawContext& d, bool& entered) {
  const std::string_view hint = d.tr("Search by any part of a name");
  const Field field{
      .id = names_field, .label = hint, .hint = hint, .icon = "search", .show_label = false, .hears_all = true, .max_bytes = 400};
  const Box search = box::field(field, d.m.search, entered), add = sign_in_new_button(d);
  return box::when({.narrower_than = 420}, box::column({.gap = 8}, search, add), box::row({.gap = 12}, Box(search).grow(), add));
}

// For who cannot type: a press is the letter typed.
Box letter_button(SignInDrawContext& d, const std::string& letter) {
  const bool small = letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z';
  const std::string_view label = d.f.keep(small ? std::string(1, static_cast<char>(letter[0] - 'a' + 'A')) : letter);
  const Button button{
      .id = d.f.keep("sign-in/letter/" + letter), .label = label, .size = ButtonSize::small, .selected = d.m.search == letter, .led = true};
  return box::fixed(40, 40, [&d, button, letter](Frame& f, const Rect& rect) {
    if (!ui::button(f, rect, button)) return;
    d.m.search = letter;
    f.focus(names_field);
  });
}

Box letters(SignInDrawContext& d) {
  Box all = box::wrap({.gap = 4, .line_gap = 4});
  for (const std::string& each : app::first_letters(d.s.folded))
    all.add(letter_button(d, each));
  return box::column({.gap = 8}, box::text(d.tr("Or press the letter that a name begins with"), Type::small_bold, Colour::mut),
                     std::move(all));
}

Box the_rest(SignInDrawContext& d) {
  return box::column({.gap = 16}, letters(d), sign_in_demonstration(d), sign_in_station(d), sign_in_first_buttons(d, {}));
}

Box names_column(SignInDrawContext& d, const FoundNames& found, bool& entered, Box below) {
  const bool low = d.f.height() < d.f.px(340); // the names need the room of the head
  return box::column({.gap = 12, .pad = {8, 24, 8, 0}}, low ? Box() : sign_in_head(d.tr("Who is training?")), search_row(d, entered),
                     box::scroll({.id = names_list, .rect = {}, .label = d.tr("All names")},
                                 box::column({.gap = 24, .pad = {.top = 4, .bottom = 24}}, names(d, found), std::move(below)))
                         .grow());
}

} // namespace

void draw_names(SignInDrawContext& d, const Rect& page) {
  follow_typing(d);
  take_search_escape(d);
  const FoundNames found = found_names(d);
  lead_through(d, found);
  bool entered = false;
  const Box beside =
      box::scroll({.id = "sign-in/beside", .rect = {}, .label = d.tr("Sign in")}, box::column({.pad = {8, 32, 8, 16}}, the_rest(d)));
  box::when(
      {.narrower_than = 916, .text_from = 150}, names_column(d, found, entered, the_rest(d)),
      box::row({.gap = 40, .across = Across::stretch}, names_column(d, found, entered, {}).grow(), Box(beside).wide_px(page.w * 2 / 5)))
      .draw(d.f, {page.x - d.f.px(8), page.y, page.w + 2 * d.f.px(8), page.h});
  if (entered) take_enter(d, found);
  if (found.hits.empty()) d.out.new_name = d.m.search;
  if (d.m.search != d.m.searched) d.f.wake_after(0); // what was typed is looked for in the next frame
}

} // namespace firsthand::screens
