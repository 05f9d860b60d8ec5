// See name_search.h.
#include "engine/screens/shared/name_search.h"

#include "engine/screens/shared/bars.h"

#include <utility>

namespace firsthand::screens::shared {

std::string searched_name(std::string_view name, std::string_view number) {
  return number.empty() ? std::string(name) : std::string(name) + " " + std::string(number);
}

FoundNames found_names(Frame& f, std::span<const text::FoldedName> folded, std::string_view typed, LedList list, std::string_view row,
                       const std::function<std::string_view(std::size_t)>& id_of) {
  FoundNames found{app::find_names(folded, typed), std::move(list)};
  for (const app::NameHit& each : found.hits)
    found.list.rows.push_back(f.keep(std::string(row) + std::string(id_of(each.which))));
  return found;
}

Box search_field(Frame& f, const NameField& search, const content::Words& words, LedMemory& m, bool& entered) {
  const std::string_view hint = f.keep(search.listed ? words.tr("sign-in", "Search by number or any part of a name")
                                                     : words.tr("sign-in", "Search by any part of a name"));
  const Field field{
      .id = search.field, .label = hint, .hint = hint, .icon = "search", .show_label = false, .hears_all = true, .max_bytes = 400};
  return box::field(field, m.search, entered);
}

// ---- rows

Box led_row(const NameRow& told, const LedMemory& m, std::function<void()> take, Box inside) {
  const Row row{.id = told.id, .label = told.said, .selected = told.picked || m.marked == told.id, .bare = true, .led = true};
  return Box(
             [row, take = std::move(take)](Frame& f, const Rect& rect, const std::function<void()>& draw_inside) {
               if (ui::row(f, rect, row)) take();
               if (row.selected) f.border(rect, Colour::acc, 2, f.radius());
               if (intersection(rect, f.clip()).empty()) return;
               f.push_clip(rect);
               draw_inside();
               f.pop_clip();
             },
             std::move(inside))
      .least(0, 56);
}

// What was typed stands in the name, or in the number that begins the line below it (searched_name).
Box name_row(const NameRow& row, const app::Places& places, const LedMemory& m, std::function<void()> take) {
  const auto number = static_cast<std::uint32_t>(row.name.size() + 1);
  std::vector<text::Span> bold, bold_below;
  for (const auto& [from, to] : places)
    if (from < number)
      bold.push_back({from, to, text::Weight::bold});
    else
      bold_below.push_back({from - number, to - number, text::Weight::bold});
  Box words = row.name.empty() ? box::space() : box::text(row.name, Type::lead, Colour::text, {.spans = bold, .listed = Listed::no});
  if (!row.detail.empty())
    words = box::column({}, std::move(words), box::text(row.detail, Type::small, Colour::mut, {.spans = bold_below, .listed = Listed::no}));
  return led_row(row, m, std::move(take),
                 box::row({.gap = 16, .pad = pad(16, row.detail.empty() ? 8 : 4)}, initials(row.name, 40), std::move(words).grow(),
                          box::icon("chevron", 20, Colour::mut)));
}

Box name_rows(std::string_view head, std::vector<Box> rows) {
  if (rows.empty()) return {};
  Box all = box::column({});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) all.add(box::line());
    all.add(std::move(rows[i]));
  }
  return box::column({.gap = 8}, box::text(head, Type::small_bold, Colour::mut), box::card(std::move(all)));
}

// ---- letters

namespace {

Box letter_button(const std::string& letter, std::string_view id, std::string_view label, std::string_view field, LedMemory& m) {
  const Button button{.id = id, .label = label, .size = ButtonSize::small, .selected = m.search == letter, .led = true};
  return box::fixed(40, 40, [&m, button, letter, field](Frame& f, const Rect& rect) {
    if (!ui::button(f, rect, button)) return;
    m.search = letter;
    f.focus(field);
  });
}

} // namespace

Box name_letters(Frame& f, std::span<const text::FoldedName> folded, std::string_view prefix, std::string_view field,
                 const content::Words& words, LedMemory& m) {
  Box all = box::wrap({.gap = 4, .line_gap = 4});
  for (const std::string& each : app::first_letters(folded)) {
    const bool small = each.size() == 1 && each[0] >= 'a' && each[0] <= 'z';
    const std::string_view label = f.keep(small ? std::string(1, static_cast<char>(each[0] - 'a' + 'A')) : each);
    all.add(letter_button(each, f.keep(std::string(prefix) + each), label, field, m));
  }
  return box::column({.gap = 8},
                     box::text(f.keep(words.tr("sign-in", "Or press the letter that a name begins with")), Type::small_bold, Colour::mut),
                     std::move(all));
}

std::string_view found_words(Frame& f, const content::Words& words, std::size_t found, std::size_t all) {
  return f.keep(words.tr("sign-in", "{n} of {all} names", {{"n", std::to_string(found)}, {"all", std::to_string(all)}}));
}

std::string_view nobody_words(Frame& f, const content::Words& words, std::string_view typed, bool listed) {
  const content::Fill fill{{"typed", std::string(typed)}};
  return f.keep(listed ? words.tr("sign-in", "Nobody here has “{typed}” in the name or the number.", fill)
                       : words.tr("sign-in", "Nobody here has “{typed}” in the name.", fill));
}

Box initials(std::string_view name, int side) {
  return box::fixed(side, side, [=](Frame& f, const Rect& rect) { initials_disc(f, rect, name); });
}

} // namespace firsthand::screens::shared
