// Quoting and guarding, in one place for every export.
#include "engine/report/table.h"

#include <array>
#include <cassert>
#include <string_view>

namespace firsthand::report {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What a spreadsheet may take for the beginning of a formula, the full-width forms included.
bool looks_like_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> starts{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  for (const std::string_view start : starts)
    if (text.substr(0, start.size()) == start) return true;
  return false;
}

std::string quoted(std::string_view text, Guard guard) {
  std::string cell;
  if (guard == Guard::formulas && looks_like_formula(text)) cell += '\'';
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string cell_text(const Cell& cell, Guard guard) {
  if (const auto* text = std::get_if<std::string>(&cell)) return quoted(*text, guard);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  return {};
}

} // namespace

void Table::add(std::vector<Cell> row) {
  assert(row.size() == columns_.size());
  rows_.push_back(std::move(row));
}

std::string Table::csv(Guard guard) const {
  std::string out(guard == Guard::formulas ? byte_order_mark : std::string_view{});
  for (std::size_t i = 0; i < columns_.size(); ++i)
    out += (i ? "," : "") + quoted(columns_[i].name, guard);
  out += "\r\n";
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i)
      out += (i ? "," : "") + cell_text(row[i], guard);
    out += "\r\n";
  }
  return out;
}

std::string Table::dictionary() const {
  Table words({{"column", "text", "name of the column"}, {"type", "text", "text, integer or time"}, {"meaning", "text", "what it says"}});
  for (const Column& column : columns_)
    words.add({column.name, column.type, column.meaning});
  return words.csv();
}

} // namespace firsthand::report
