// Somebody looked for in a long list of people: a field that leads through it, rows with what was typed marked in them, and letters for who
// cannot type. The focus stays in the field. Knows no page; what a row opens its page decides.
#pragma once

#include "engine/app/people_list.h"
#include "engine/content/words.h"
#include "engine/screens/shared/led_list.h"
#include "engine/ui/box.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::screens::shared {

// As it is searched: the number behind the name.
std::string searched_name(std::string_view name, std::string_view number);

// Who is found in this frame by what is typed, and the rows that stand for them.
struct FoundNames {
  std::vector<app::NameHit> hits;
  LedList list;
};
// `list`: the field, and what scrolls around the rows; `row`: what the ids of the rows begin with; `id_of`: of the one at that place of
// `folded` (searched_name of each).
FoundNames found_names(Frame& f, std::span<const text::FoldedName> folded, std::string_view typed, LedList list, std::string_view row,
                       const std::function<std::string_view(std::size_t)>& id_of);

struct NameField {
  std::string_view field;
  bool listed = false; // there is a list of people: they have numbers
};
Box search_field(Frame& f, const NameField& search, const content::Words& words, LedMemory& m, bool& entered);

// One who was found. `detail`: stands below the name, and begins with the number if there is one.
struct NameRow {
  std::string_view id, name = {}, detail = {}, said = {}; // said: what is read out of it
  bool picked = false;
};
Box name_row(const NameRow& row, const app::Places& places, const LedMemory& m, std::function<void()> take);
// Ground and mark of a row of the list; what stands in it never leaves it, whatever a name is made of, and is not drawn where nobody sees
// it.
Box led_row(const NameRow& row, const LedMemory& m, std::function<void()> take, Box inside);
Box name_rows(std::string_view head, std::vector<Box> rows); // in one card; none: nothing

// For who cannot type: a press is the letter typed. `prefix`: what the ids of the buttons begin with.
Box name_letters(Frame& f, std::span<const text::FoldedName> folded, std::string_view prefix, std::string_view field,
                 const content::Words& words, LedMemory& m);

std::string_view found_words(Frame& f, const content::Words& words, std::size_t found, std::size_t all); // "3 of 40 names"
std::string_view nobody_words(Frame& f, const content::Words& words, std::string_view typed, bool listed);

Box initials(std::string_view name, int side); // in a disc, design pixels

} // namespace firsthand::screens::shared
