// The page of the names where there are many: a field that leads through them, New person beside it, and whatever else the page has at
// the right, or below them. The focus stays in the field: arrows mark a row, and who types on is heard.
#include "engine/app/people_list.h"
#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/led_list.h"
#include "engine/screens/sign_in/parts.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr const char *names_field = "sign-in/search", *names_list = "sign-in/names", *add_row_id = "sign-in/add";
constexpr std::string_view name_row_id = "sign-in/person/";

// What stands in the list in this frame.
struct FoundNames {
  std::vector<app::NameHit> hits;
  shared::LedList list;
};

FoundNames found_names(SignInDrawContext& d) {
  FoundNames found{app::find_names(d.s.folded, d.m.search), {names_field, names_list, {}}};
  for (const app::NameHit& each : found.hits)
    found.list.rows.push_back(d.f.keep(std::string(name_row_id) + d.s.people[each.which].id));
  if (found.hits.empty()) found.list.rows.push_back(add_row_id);
  return found;
}

// ---- keys and presses

void take_row(SignInDrawContext& d, std::string_view row) {
  if (row == add_row_id)
    d.out.new_person = true;
  else
    d.out.pick = std::string(row.substr(name_row_id.size()));
}

// The only one, or the marked one; who is nobody yet is not taken before it was marked.
void take_enter(SignInDrawContext& d, const FoundNames& found) {
  if (found.hits.empty() && d.m.marked.empty())
    d.m.marked = add_row_id;
  else if (const std::string_view row = shared::taken_by_enter(d.f, d.m, found.list); !row.empty())
    take_row(d, row);
}

// Who was picked is on top of the search: Esc takes that first.
void take_search_escape(SignInDrawContext& d) {
  if (d.m.page == SignInPart::pin && !d.f.left_field(names_field)) return;
  if (d.m.search.empty() || !(d.f.left_field(names_field) || d.f.closes("sign-in/search"))) return;
  d.m.search.clear();
  d.f.focus(names_field);
}

// ---- the list

bool is_picked(const SignInDrawContext& d, std::string_view id) {
  return !d.m.person.empty() && id.starts_with(name_row_id) && id.substr(name_row_id.size()) == d.m.person;
}

// Ground and mark; what stands in the row never leaves it, whatever a name is made of, and is not drawn where nobody sees it.
Box row_around(SignInDrawContext& d, std::string_view id, std::string_view label, Box inside) {
  const Row row{.id = id, .label = label, .selected = d.m.marked == id || is_picked(d, id), .bare = true, .led = true};
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

// What was typed stands in the name, or in the number that begins the line below it (searched_of).
Box name_row(SignInDrawContext& d, const app::NameHit& hit, std::string_view id) {
  const SignInPerson& person = d.s.people[hit.which];
  const std::string_view name = person.name, detail = detail_of(d, person);
  const auto number = static_cast<std::uint32_t>(name.size() + 1);
  std::vector<text::Span> bold, bold_below;
  for (const auto& [from, to] : hit.places)
    if (from < number)
      bold.push_back({from, to, text::Weight::bold});
    else
      bold_below.push_back({from - number, to - number, text::Weight::bold});
  Box words = name.empty() ? box::space() : box::text(name, Type::lead, Colour::text, {.spans = bold, .listed = Listed::no});
  if (!detail.empty())
    words = box::column({}, std::move(words), box::text(detail, Type::small, Colour::mut, {.spans = bold_below, .listed = Listed::no}));
  return row_around(d, id, label_of(d, person),
                    box::row({.gap = 16, .pad = pad(16, detail.empty() ? 8 : 4)}, initials(name, 40), std::move(words).grow(),
                             box::icon("chevron", 20, Colour::mut)));
}

// A number is nobody's name.
bool typed_a_number(const SignInDrawContext& d) { return d.s.listed && d.m.search.find_first_not_of("0123456789 ") == std::string::npos; }

// Nobody has what was typed: it may be somebody new.
Box nobody(SignInDrawContext& d) {
  const content::Fill typed{{"typed", d.m.search}};
  const std::string_view add = typed_a_number(d) ? d.tr("Add a new person") : d.tr("Add “{typed}” as a new person", typed);
  const std::string_view says = d.s.listed ? d.tr("Nobody here has “{typed}” in the name or the number.", typed)
                                           : d.tr("Nobody here has “{typed}” in the name.", typed);
  return box::column({.gap = 12}, box::text(says, Type::body, Colour::mut),
                     box::card(row_around(d, add_row_id, add,
                                          box::row({.gap = 16, .pad = pad(16, 8)}, box::icon("plus", 22, Colour::acc),
                                                   box::text(add, Type::body_bold, Colour::text, {.listed = Listed::no}).grow()))));
}

Box rows_of(SignInDrawContext& d, const FoundNames& found, std::size_t from, std::size_t to, std::string_view head) {
  if (from == to) return {};
  Box rows = box::column({});
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) rows.add(box::line());
    rows.add(name_row(d, found.hits[i], found.list.rows[i]));
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
  const std::string_view hint = d.s.listed ? d.tr("Search by number or any part of a name") : d.tr("Search by any part of a name");
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
  return box::column({.gap = 16}, letters(d), sign_in_travels(d), sign_in_demonstration(d), sign_in_station(d));
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
  shared::follow_typing(d.f, d.m, {names_field, names_list, {}});
  take_search_escape(d);
  const FoundNames found = found_names(d);
  shared::lead_through(d.f, d.m, found.list);
  bool entered = false;
  const Box rest =
      box::scroll({.id = "sign-in/beside", .rect = {}, .label = d.tr("Sign in")}, box::column({.pad = {8, 32, 8, 16}}, the_rest(d)));
  const Box beside = d.m.page == SignInPart::pin ? sign_in_pin_card(d) : rest;
  const Box across =
      box::row({.gap = 40, .across = Across::stretch}, names_column(d, found, entered, {}).grow(), Box(beside).wide_px(page.w * 2 / 5));
  (room_beside(d.f, page) ? across : names_column(d, found, entered, the_rest(d)))
      .draw(d.f, {page.x - d.f.px(8), page.y, page.w + 2 * d.f.px(8), page.h});
  if (entered) take_enter(d, found);
  if (found.hits.empty() && !typed_a_number(d)) d.out.new_name = d.m.search;
  if (d.m.search != d.m.searched) d.f.wake_after(0); // what was typed is looked for in the next frame
}

} // namespace firsthand::screens
