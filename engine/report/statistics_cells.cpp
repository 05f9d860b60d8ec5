#include "engine/report/statistics_cells.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace firsthand::report {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::string without_zeros(std::string_view person) {
  if (!is_digits(person)) return std::string(person);
  person.remove_prefix(std::min(person.find_first_not_of('0'), person.size()));
  return std::string(person);
}

// 1.2E+12
bool is_power_of_ten(std::string_view text) {
  const std::size_t e = text.find_first_of("Ee");
  if (e == std::string_view::npos || !text.substr(e + 1).starts_with('+') || !is_digits(text.substr(e + 2))) return false;
  return e > 0 && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e),
                              [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

} // namespace

bool PersonColumn::take(std::string_view person, std::size_t line, std::size_t column) {
  if (person.empty()) return faults_.add(line, column, "this row has no person"), false;
  if (is_power_of_ten(person)) {
    faults_.add(
        line, column,
        fmt::format("\"{}\": a spreadsheet made a power of ten of a number; make the column text there, and type it again", person));
    return false;
  }
  const auto [found, is_new] = seen_.try_emplace(without_zeros(person), person, line);
  if (is_digits(person)) lengths_.insert(person.size());
  if (is_new) return true;
  const auto& [before, at] = found->second;
  faults_.add(line, column,
              before == person
                  ? fmt::format("\"{}\" stands in line {} already; keep the row that was handed in first", person, at)
                  : fmt::format("\"{}\" and \"{}\" in line {}: one person whose zeros a spreadsheet took? Write both as they are", person,
                                before, at));
  return false;
}

void PersonColumn::note(std::vector<std::string>& notes) const {
  if (lengths_.size() > 1)
    notes.push_back(
        fmt::format("the persons' numbers have {} digits: did a spreadsheet take zeros in front?", fmt::join(lengths_, " or ")));
}

Figure figure_in(std::string_view cell) {
  const std::size_t point = cell.find_first_of(".,");
  const std::string_view whole = cell.substr(0, point);
  const std::string_view places = point == std::string_view::npos ? std::string_view() : cell.substr(point + 1);
  if (whole.size() + places.size() > 18 || (whole.empty() && places.empty())) return std::nullopt;
  if (!(whole.empty() || is_digits(whole)) || (point != std::string_view::npos && !is_digits(places))) return std::nullopt;
  const bool is_nought = whole.find_first_not_of('0') == std::string_view::npos;
  if (point != std::string_view::npos && cell[point] == ',' && places.size() == 3 && !is_nought) return std::nullopt;
  double value = 0, parts = 1;
  for (const char c : whole)
    value = value * 10 + (c - '0');
  for (const char c : places)
    value = value * 10 + (c - '0'), parts *= 10;
  return value / parts;
}

} // namespace firsthand::report
