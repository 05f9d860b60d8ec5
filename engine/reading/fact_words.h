// Facts of a finding are mostly the author's own words; some are words of the program, and then they are translated.
#pragma once

#include "engine/reading/findings.h"

namespace firsthand::reading {

bool is_blank(std::string_view fact); // nothing, or nothing but blanks

// "a list", "a map", "nothing", "this place": where the author's words mostly stand, a word of the program's, told without quotes.
bool is_own_word(std::string_view fact);

// What is told instead of the quoted fact `name` that is blank, behind `before`, the English wording up to its quotes: "an empty text",
// "with an empty name".
std::string blank_words(std::string_view before, std::string_view name, const Translate& translate);

// `value` of the fact `name` as it stands in a message.
std::string fact_words(const std::string& name, const std::string& value, const Translate& translate);

} // namespace firsthand::reading
