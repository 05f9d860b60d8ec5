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

bool is_csv_column(std::string_view name) {
  const auto is = [name](const char* one) { return name == one; };
  if (std::any_of(std::begin(csv_single), std::end(csv_single), is)) return true;
  const std::size_t space = name.find(' ');
  if (space == name.npos || !csv_all_digits(name.substr(space + 1))) return false;
  return std::any_of(std::begin(csv_numbered), std::end(csv_numbered), [&](const char* one) { return name.substr(0, space) == one; });
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
