// Quoting and guarding, in one place for every export.
#include "engine/report/table.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace firsthand::report {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
// Where another program may begin a new cell: it may go by another list separator than the writer did, and then quotes in the
// middle of what it takes for a cell hold nothing together.
constexpr std::string_view breaks = ",;\t\r\n";

// What a spreadsheet may take for the beginning of a formula, the full-width forms included, after blanks and quotes that it
// strips.
bool looks_like_formula(std::string_view text) {
  constexpr std::array<std::string_view, 8> starts{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  text.remove_prefix(std::min(text.find_first_not_of(" \""), text.size()));
  return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) { return text.starts_with(start); });
}

std::string guarded(std::string_view text) {
  std::string out;
  if (text.starts_with('\t') || text.starts_with('\r')) out += '\'';
  for (std::size_t at = 0; at <= text.size();) {
    if (looks_like_formula(text.substr(at))) out += '\'';
    const std::size_t end = std::min(text.find_first_of(breaks, at), text.size());
    out += text.substr(at, end + 1 - at);
    at = end + 1;
  }
  return out;
}

std::string cell_of_text(std::string_view text) {
  const std::string cell = guarded(text);
  if (cell.find('"') == std::string::npos && cell.find_first_of(breaks) == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string cell_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return cell_of_text(*text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  return {};
}

} // namespace

Table::Table(const std::vector<Column>& columns, char separator, Out out)
    : columns_(columns.size()), separator_(separator), out_(std::move(out)) {
  out_(byte_order_mark);
  std::vector<Cell> names;
  for (const Column& column : columns)
    names.emplace_back(column.name);
  line(names);
}

void Table::add(const std::vector<Cell>& row) {
  assert(row.size() == columns_);
  line(row);
}

void Table::line(const std::vector<Cell>& row) {
  std::string text;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) text += separator_;
    text += cell_text(row[i]);
  }
  out_(text + "\r\n");
}

void write_dictionary(const std::vector<Column>& columns, char separator, const Out& out) {
  Table words({{"column", "text", ""}, {"type", "text", ""}, {"meaning", "text", ""}}, separator, out);
  for (const Column& column : columns)
    words.add({column.name, column.type, column.meaning});
}

} // namespace firsthand::report
