// Who stands on the page of names when there are many: in which order, under which letters, and who is meant by what is typed. Pure:
// knows no record and no window.
#pragma once

#include "engine/app/cards.h"
#include "engine/app/word_places.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace firsthand::app {

constexpr std::size_t most_without_search = 8; // people who are seen at a glance, and stand as they came
constexpr int most_lately = 5;

// Who signed in here lately first, the last one before the others; then by the alphabet.
std::vector<PersonCard> in_order(std::vector<PersonCard> cards);

// A person of the list who was never here is left out where somebody with the same number has a PIN: the trainer joined them.
std::vector<PersonCard> without_doubles(std::vector<PersonCard> cards);
bool has_list(std::span<const PersonCard> cards); // somebody has a service number

// The letters that names begin with, in the order of the alphabet. A rank ("Sgt.", "ร.ต.อ.") is no name.
std::vector<std::string> first_letters(std::span<const text::FoldedName> names);

struct NameHit {
  std::size_t which = 0; // of the names that were given
  Places places;         // in the name: what was typed of it
};

// The names that hold each word of what was typed: first those where it is a whole word, then where it begins one, then where it stands
// anywhere; among those in the order in which they were given. Nothing typed: all.
std::vector<NameHit> find_names(std::span<const text::FoldedName> names, std::string_view typed);

} // namespace firsthand::app
