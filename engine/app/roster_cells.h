// What stands in the cells of a list of people, as spreadsheets leave it: service numbers, days, words for sex and language. What can
// mean two things is told, never guessed. Pure.
#pragma once

#include "engine/content/words.h"

#include <optional>
#include <string>
#include <string_view>

namespace firsthand::app {

// `words`: in which it is told.
// Why a service number is none that could be meant, with what to do; nothing: it is one.
std::string number_trouble(std::string_view number, const content::Words& words = {});
// The same of any number or code: a date, a power, an error of the spreadsheet's.
std::string spreadsheet_trouble(std::string_view typed, const content::Words& words = {});
std::string plain_digits(std::string_view number); // the digits of Thai, Lao, Khmer and Burmese as 0 to 9
bool only_digits(std::string_view number);

struct ReadDay {
  std::string day;       // 2026-10-01; empty: it is none
  std::string trouble;   // then why, with what to do
  bool buddhist = false; // the year was, and was computed
};
ReadDay read_day(std::string_view typed, const content::Words& words = {}); // 2026-10-01, 1/10/2569

std::optional<std::string> read_sex(std::string_view typed);        // F, M, X, or "" for none; nothing: not known
std::optional<std::string> read_language(std::string_view typed);   // a code, or ""
std::optional<std::string> read_supervises(std::string_view typed); // "yes" or ""; nothing: not known

} // namespace firsthand::app
