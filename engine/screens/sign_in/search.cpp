// The page of the names where there are many: a field that leads through them, New person beside it, and whatever else the page has at
// the right, or below them. The focus stays in the field: arrows mark a row, and who types on is heard.
#include "engine/screens/shared/led_list.h"
#include "engine/screens/shared/name_search.h"
#include "engine/screens/sign_in/parts.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr const char *names_field = "sign-in/search", *names_list = "sign-in/names", *add_row_id = "sign-in/add";
constexpr std::string_view name_row_id = "sign-in/person/";

shared::FoundNames found_here(SignInDrawContext& d) {
  const auto id_of = [&d](std::size_t i) { return std::string_view(d.s.people[i].id); };
  shared::FoundNames found = shared::found_names(d.f, d.s.folded, d.m.search, {names_field, names_list, {}}, name_row_id, id_of);
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
void take_enter(SignInDrawContext& d, const shared::FoundNames& found) {
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

Box here_row(SignInDrawContext& d, const app::NameHit& hit, std::string_view id) {
  const SignInPerson& person = d.s.people[hit.which];
  return shared::name_row(
      {.id = id, .name = person.name, .detail = detail_of(d, person), .said = label_of(d, person), .picked = is_picked(d, id)}, hit.places,
      d.m, [&d, id] { take_row(d, id); });
}

// A number is nobody's name.
bool typed_a_number(const SignInDrawContext& d) { return d.s.listed && d.m.search.find_first_not_of("0123456789 ") == std::string::npos; }

// Nobody has what was typed: it may be somebody new.
Box nobody(SignInDrawContext& d) {
  const std::string_view add =
      typed_a_number(d) ? d.tr("Add a new person") : d.tr("Add “{typed}” as a new person", {{"typed", d.m.search}});
  return box::column({.gap = 12}, box::text(shared::nobody_words(d.f, d.s.words, d.m.search, d.s.listed), Type::body, Colour::mut),
                     box::card(shared::led_row(
                         {.id = add_row_id, .said = add}, d.m, [&d] { take_row(d, add_row_id); },
                         box::row({.gap = 16, .pad = pad(16, 8)}, box::icon("plus", 22, Colour::acc),
                                  box::text(add, Type::body_bold, Colour::text, {.listed = Listed::no}).grow()))));
}

Box rows_of(SignInDrawContext& d, const shared::FoundNames& found, std::size_t from, std::size_t to, std::string_view head) {
  std::vector<Box> rows;
  for (std::size_t i = from; i < to; ++i)
    rows.push_back(here_row(d, found.hits[i], found.list.rows[i]));
  return shared::name_rows(head, std::move(rows));
}

Box all_names(SignInDrawContext& d, const shared::FoundNames& found) {
  const auto others = std::find_if(found.hits.begin(), found.hits.end(), [&d](const auto& hit) { return !d.s.people[hit.which].lately; });
  const auto lately = static_cast<std::size_t>(others - found.hits.begin()), all = found.hits.size();
  return box::column({.gap = 16}, sign_in_banners(d), rows_of(d, found, 0, lately, d.tr("Here lately")),
                     rows_of(d, found, lately, all, d.tr("All names")));
}

Box names(SignInDrawContext& d, const shared::FoundNames& found) {
  if (found.hits.empty()) return nobody(d);
  if (d.m.search.empty()) return all_names(d, found);
  return rows_of(d, found, 0, found.hits.size(), shared::found_words(d.f, d.s.words, found.hits.size(), d.s.people.size()));
}

// ---- around it

Box search_row(SignInDrawContext& d, bool& entered) {
  const Box search = shared::search_field(d.f, {names_field, d.s.listed}, d.s.words, d.m, entered), add = sign_in_new_button(d);
  return box::when({.narrower_than = 420}, box::column({.gap = 8}, search, add), box::row({.gap = 12}, Box(search).grow(), add));
}

Box the_rest(SignInDrawContext& d) {
  return box::column({.gap = 16}, shared::name_letters(d.f, d.s.folded, "sign-in/letter/", names_field, d.s.words, d.m), sign_in_travels(d),
                     sign_in_demonstration(d), sign_in_station(d));
}

Box names_column(SignInDrawContext& d, const shared::FoundNames& found, bool& entered, Box below) {
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
  const shared::FoundNames found = found_here(d);
  shared::lead_through(d.f, d.m, found.list);
  bool entered = false;
  const Box rest = box::scroll({.id = "sign-in/beside", .rect = {}, .label = d.tr("Sign in"), .leads = true},
                               box::column({.pad = {8, 32, 8, 16}}, the_rest(d)));
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
