// Names of columns, guards and quotes.
#include "engine/exchange/csv_cells.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

constexpr std::string_view formula_signs = "=+-@";

// "'''=1": what follows the quotes decides.
bool begins_as_formula(std::string_view text) {
  const std::size_t at = text.find_first_not_of('\'');
  return at != text.npos && formula_signs.find(text[at]) != formula_signs.npos;
}

bool csv_all_digits(std::string_view text) {
  return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// 1.2E+12, 1,2E+12; 3-Oct, 3-Oct-26; 3-ต.ค.: a short day has letters behind the first stroke.
bool is_spreadsheets_own(std::string_view text) {
  const std::size_t power = text.find("E+");
  if (power != text.npos && power > 0 && text.substr(0, power).find_first_not_of("0123456789.,-") == text.npos)
    return csv_all_digits(text.substr(power + 2));
  const std::size_t stroke = text.find('-');
  if (stroke == text.npos || stroke > 2 || !csv_all_digits(text.substr(0, stroke))) return false;
  constexpr std::string_view thai = "\xE0\xB8", months = "jan feb mar apr may jun jul aug sep oct nov dec";
  std::string month(text.substr(stroke + 1, 3));
  std::transform(month.begin(), month.end(), month.begin(), small_letter);
  const std::string_view rest = text.substr(std::min(stroke + 4, text.size()));
  const bool english = month.size() == 3 && month.find(' ') == month.npos && months.find(month) != months.npos;
  return month.starts_with(thai) || (english && (rest.empty() || (rest[0] == '-' && csv_all_digits(rest.substr(1)))));
}

bool is_csv_column(std::string_view heading) {
  std::string name(heading);
  std::transform(name.begin(), name.end(), name.begin(), small_letter);
  const auto is = [name](const char* one) { return name == one; };
  if (std::any_of(std::begin(csv_single), std::end(csv_single), is)) return true;
  const std::size_t space = name.find(' ');
  if (space == name.npos || !csv_all_digits(std::string_view(name).substr(space + 1))) return false;
  return std::any_of(std::begin(csv_numbered), std::end(csv_numbered),
                     [&](const char* one) { return std::string_view(name).substr(0, space) == one; });
}

std::string csv_column(const char* name, std::size_t place) { return fmt::format("{} {}", name, place); }

std::string guarded_cell(const std::string& text) { return begins_as_formula(text) ? "'" + text : text; }

std::string_view unguarded_cell(std::string_view cell) {
  if (cell.starts_with('\'') && begins_as_formula(cell)) cell.remove_prefix(1);
  return cell;
}

std::string csv_line(const std::vector<std::string>& cells, char separator) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += separator;
    if (cell.find_first_of(",;\t\n\"'") == cell.npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char c : cell)
      line += c == '"' ? "\"\"" : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

} // namespace firsthand::exchange
