// See roster_cells.h.
#include "engine/app/roster_cells.h"

#include "engine/app/names.h"
#include "engine/base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace firsthand::app {

namespace {

constexpr int buddhist_ahead = 543, least_buddhist = 2400, most_buddhist = 2800;
constexpr std::size_t most_number_letters = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 1.23E+05 and 1,23E+05: what a spreadsheet makes of a long number.
bool is_power(std::string_view text) {
  const std::size_t power = text.find_first_of("Ee");
  if (power == text.npos || power == 0 || power + 2 >= text.size() || (text[power + 1] != '+' && text[power + 1] != '-')) return false;
  const std::string_view front = text.substr(0, power), back = text.substr(power + 2);
  return is_digit(front[0]) && front.find_first_not_of("0123456789.,") == front.npos && only_digits(back);
}

// ="0071" and '0071: how people make a spreadsheet keep zeros, where the sign was saved with the number.
bool is_guarded(std::string_view text) { return text.starts_with('=') || text.starts_with('\''); }

// 71.0 and 71,00: a number that was calculated with.
bool has_empty_decimals(std::string_view text) {
  const std::size_t point = text.find_last_of(".,");
  if (point == text.npos || !only_digits(text.substr(0, point))) return false;
  const std::string_view decimals = text.substr(point + 1);
  return !decimals.empty() && decimals.size() <= 2 && decimals.find_first_not_of('0') == decimals.npos;
}

// The parts between separators, where there are three and all are digits.
std::vector<int> day_parts(std::string_view text) {
  std::vector<int> parts{0};
  int digits = 0;
  char separator = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      if (++digits > 4) return {};
      parts.back() = parts.back() * 10 + (c - '0');
      continue;
    }
    if (digits == 0 || (c != '/' && c != '-' && c != '.') || (separator && c != separator)) return {};
    separator = c, digits = 0;
    parts.push_back(0);
  }
  return parts.size() == 3 && digits > 0 ? parts : std::vector<int>();
}

bool is_day_of_month(int year, int month, int day) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool looks_like_day(std::string_view text) {
  const std::vector<int> parts = day_parts(text);
  if (parts.empty()) return false;
  const int year = std::max(parts[0], parts[2]);
  const bool year_last = parts[2] >= parts[0];
  const int other = year_last ? parts[0] : parts[2];
  return year >= 1900 && year <= most_buddhist && ((other >= 1 && other <= 31 && parts[1] >= 1 && parts[1] <= 31));
}

// 1-Oct, 1-Oct-26: Excel's short dates in English.
bool looks_like_short_day(std::string_view text) {
  constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::size_t dash = text.find('-');
  if (dash == text.npos || dash + 4 > text.size()) return false;
  const std::string_view front = text.substr(0, dash), rest = text.substr(dash + 4);
  const std::string month = name_key(text.substr(dash + 1, 3)), front_key = name_key(front);
  const auto is_month = [&](std::string_view word) { return std::find(std::begin(months), std::end(months), word) != std::end(months); };
  const bool day_first = only_digits(front) && front.size() <= 2 && is_month(month);
  return day_first && (rest.empty() || (rest[0] == '-' && only_digits(rest.substr(1))));
}

std::string buddhist_words(std::string_view text, const content::Words& words) {
  for (const int part : day_parts(text))
    if (part >= least_buddhist && part <= most_buddhist)
      return words.tr("roster", " (its year, {year}, is {buddhist} of the Buddhist calendar)",
                      {{"year", std::to_string(part - buddhist_ahead)}, {"buddhist", std::to_string(part)}});
  return {};
}

ReadDay no_day(std::string_view typed, const std::string& why, const content::Words& words) {
  return {"", words.tr("roster", "“{typed}” is no day: {why}. Write it as 2026-10-01.", {{"typed", std::string(typed)}, {"why", why}}),
          false};
}

} // namespace

bool only_digits(std::string_view number) { return !number.empty() && std::all_of(number.begin(), number.end(), is_digit); }

std::string plain_digits(std::string_view number) {
  constexpr char32_t zeros[] = {0xE50, 0xED0, 0x17E0, 0x1040};
  std::string out;
  for (std::size_t at = 0; at < number.size();) {
    const std::size_t from = at;
    const char32_t sign = base::next_code_point(number, at);
    const auto zero = std::find_if(std::begin(zeros), std::end(zeros), [sign](char32_t z) { return sign >= z && sign < z + 10; });
    if (zero == std::end(zeros))
      out += number.substr(from, at - from);
    else
      out += static_cast<char>('0' + (sign - *zero));
  }
  return out;
}

std::string spreadsheet_trouble(std::string_view typed, const content::Words& words) {
  const content::Fill fill{{"number", std::string(typed)}, {"year", buddhist_words(typed, words)}};
  std::string what;
  if (is_power(typed))
    what = words.tr("roster", "“{number}” is what a spreadsheet makes of a long number; its last digits are lost.", fill);
  if (looks_like_day(typed) || looks_like_short_day(typed))
    what = words.tr("roster", "“{number}” is a date{year}: a spreadsheet makes one of a number such as 12-3.", fill);
  if (what.empty() && typed.starts_with('#'))
    what = words.tr("roster", "“{number}” is no number: the column was too narrow or had an error.", fill);
  if (what.empty() && (is_guarded(typed) || has_empty_decimals(typed)))
    what = words.tr("roster", "“{number}” has signs that a spreadsheet put to the number.", fill);
  if (what.empty()) return {};
  return what + " " + words.tr("roster", "In the spreadsheet, format the column as Text, type the number as it is, and save again.");
}

std::string number_trouble(std::string_view number, const content::Words& words) {
  if (number.empty()) return words.tr("roster", "the service number is missing. Fill it in, or take the line out.");
  if (std::string trouble = spreadsheet_trouble(number, words); !trouble.empty()) return trouble;
  if (number.size() > most_number_letters)
    return words.tr("roster", "this service number is longer than {most} letters. Is it the right column?",
                    {{"most", std::to_string(most_number_letters)}});
  if (std::none_of(number.begin(), number.end(), is_digit))
    return words.tr("roster", "“{number}” has no digit, so it is no service number. Is it the right column?",
                    {{"number", std::string(number)}});
  return {};
}

ReadDay read_day(std::string_view typed, const content::Words& words) {
  if (typed.empty()) return {};
  const std::string plain = plain_digits(typed);
  const std::vector<int> parts = day_parts(plain);
  if (parts.empty()) return no_day(typed, words.tr("roster", "it cannot be read"), words);
  const bool year_first = parts[0] >= 1000;
  int year = year_first ? parts[0] : parts[2];
  const bool buddhist = year >= least_buddhist && year <= most_buddhist;
  if (buddhist) year -= buddhist_ahead;
  if (year < 1900 || year > 2200)
    return no_day(typed, words.tr("roster", "its year is not written with four digits, or cannot be meant"), words);
  const int day = year_first ? parts[2] : parts[0], month = parts[1];
  // With a Buddhist year the day stands first; else it may be the month.
  if (!year_first && !buddhist && day != month && day <= 12 && month <= 12)
    return no_day(typed, words.tr("roster", "it can be read in two ways, day first or month first"), words);
  if (!is_day_of_month(year, month, day)) return no_day(typed, words.tr("roster", "there is no such day"), words);
  return {fmt::format("{:04}-{:02}-{:02}", year, month, day), "", buddhist};
}

std::optional<std::string> read_sex(std::string_view typed) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"", ""},   {"-", ""},   {"f", "F"}, {"female", "F"}, {"woman", "F"}, {"หญิง", "F"},
      {"ญ", "F"}, {"ญ.", "F"}, {"m", "M"}, {"male", "M"},   {"man", "M"},   {"ชาย", "M"},
      {"ช", "M"}, {"ช.", "M"}, {"x", "X"}, {"other", "X"},  {"อื่น ๆ", "X"},  {"อื่นๆ", "X"}};
  const std::string key = name_key(typed);
  for (const auto& [word, sex] : words)
    if (name_key(word) == key) return std::string(sex);
  return std::nullopt;
}

std::optional<std::string> read_language(std::string_view typed) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {{"english", "en"}, {"thai", "th"},  {"ไทย", "th"},
                                                                     {"ภาษาไทย", "th"}, {"อังกฤษ", "en"}, {"ภาษาอังกฤษ", "en"}};
  const std::string key = name_key(typed);
  for (const auto& [word, code] : words)
    if (name_key(word) == key) return std::string(code);
  const bool code = key.size() <= 3 && std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!code || key.size() == 1) return std::nullopt;
  return key;
}

std::optional<std::string> read_supervises(std::string_view typed) {
  constexpr std::string_view yes[] = {"yes", "y", "true", "x", "1", "supervisor", "ใช่", "ได้"},
                             no[] = {"", "no", "n", "false", "0", "-", "–", "ไม่", "ไม่ใช่"};
  const auto is = [key = name_key(typed)](std::string_view word) { return name_key(word) == key; };
  if (std::any_of(std::begin(yes), std::end(yes), is)) return "yes";
  if (std::any_of(std::begin(no), std::end(no), is)) return "";
  return std::nullopt;
}

} // namespace firsthand::app
