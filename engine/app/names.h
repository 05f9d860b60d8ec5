// Names of people and of places, as they are accepted: what is typed, made one visible name. Knows no record.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace firsthand::content {
class Words;
}

namespace firsthand::app {

constexpr int most_name_letters = 80;

struct Name {
  std::string shown; // to keep
  std::string key;   // to compare
};

// Errors, each with its cause in the message: "name-empty", "name-unseen" (only signs that cannot be seen), "name-long",
// "name-sign" (an emoji, or a sign of no script), "name-not-text" (no UTF-8).
base::Result<Name> read_name(std::string_view typed);
// The same, but nothing may stand there: a room without a number.
base::Result<Name> read_name_or_nothing(std::string_view typed);
std::string name_key(std::string_view name);

std::string names_alike(std::string_view name, std::size_t people); // in an older record: what to do

// Why a name was not accepted, in the language of whoever typed it. `taken_by`: as it stands in the record.
std::string words_of_name(const base::Error& error, const content::Words& words, std::string_view typed, std::string_view taken_by);

} // namespace firsthand::app
