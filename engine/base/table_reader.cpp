#include "engine/base/table_reader.h"

#include "engine/base/table_encoding.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::base {

namespace {

constexpr std::size_t most_faults = 20;

std::string_view trimmed_cell(std::string_view cell) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (;;) {
    const std::size_t before = cell.size();
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t' || cell.front() == '\n'))
      cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t' || cell.back() == '\n'))
      cell.remove_suffix(1);
    if (cell.starts_with(no_break_space)) cell.remove_prefix(2);
    if (cell.ends_with(no_break_space)) cell.remove_suffix(2);
    if (cell.size() == before) return cell;
  }
}

bool equal_in_any_case(std::string_view a, std::string_view b) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [small](char x, char y) { return small(x) == small(y); });
}

std::string name_of_separator(char separator) { return separator == '\t' ? "tab" : std::string(1, separator); }

// The separators that stand outside of quotes in the first line that holds anything.
std::string separators_in(std::string_view header) {
  std::string found;
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    if (!quoted && (c == ',' || c == ';' || c == '\t') && found.find(c) == std::string::npos) found += c;
  }
  return found;
}

} // namespace

std::string told(const TableFault& fault, std::string_view file) {
  if (fault.line == 0) return fmt::format("{}: {}", file, fault.says);
  if (fault.column == 0) return fmt::format("{}: line {}: {}", file, fault.line, fault.says);
  return fmt::format("{}: line {}, column {}: {}", file, fault.line, fault.column, fault.says);
}

std::optional<std::size_t> TableText::column_of(std::string_view name) const {
  const auto found = std::find_if(names_.begin(), names_.end(), [name](const std::string& each) { return equal_in_any_case(each, name); });
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names_.begin());
}

std::size_t TableText::cells_of(std::size_t row) const {
  return (row + 1 < rows_.size() ? rows_[row + 1].first : ends_.size()) - rows_[row].first;
}

std::string_view TableText::cell(std::size_t row, std::size_t column) const {
  if (column >= cells_of(row)) return {};
  const std::size_t at = rows_[row].first + column;
  const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
  return trimmed_cell(std::string_view(text_).substr(begin, ends_[at] - begin));
}

// Goes through the text once. A cell in quotes may hold separators and lines; a quote in the middle of another cell is a sign like any.
class TableBuilder {
 public:
  TableBuilder(std::string text, TableEncoding encoding, const TableLimits& limits) : in_(std::move(text)), limits_(limits) {
    table_.encoding_ = encoding;
  }

  TableReading build() {
    if (find_separator()) read_rows();
    if (faults_.empty()) take_header();
    if (faults_.empty()) check_rows();
    if (!faults_.empty()) return {std::nullopt, std::move(faults_)};
    return {std::move(table_), {}};
  }

 private:
  bool full() const { return faults_.size() >= most_faults; }
  void fault(TableFault::Kind kind, std::size_t line, std::size_t column, std::string says) {
    if (!full()) faults_.push_back({kind, line, column, std::move(says)});
  }

  void skip_blank_lines() {
    for (std::size_t at = at_; at < in_.size() && (in_[at] == ' ' || in_[at] == '\n'); ++at)
      if (in_[at] == '\n') at_ = at + 1, ++line_;
  }

  // Excel's own "sep=;" may stand before the header.
  bool find_separator() {
    skip_blank_lines();
    const std::string_view rest = std::string_view(in_).substr(at_);
    if (rest.empty()) return fault(TableFault::Kind::empty, 0, 0, "the file is empty"), false;
    const std::string found = rest.starts_with("sep=") && rest.size() > 5 && rest[5] == '\n' ? stated(rest[4]) : separators_in(rest);
    if (found.size() > 1) {
      fault(TableFault::Kind::separator, line_, 0,
            fmt::format("the header has both {} and {} between its words; write sep={} as the first line if {} separates the cells",
                        name_of_separator(found[0]), name_of_separator(found[1]), found[0], name_of_separator(found[0])));
      return false;
    }
    if (!found.empty()) table_.separator_ = found.front();
    return true;
  }

  std::string stated(char separator) {
    at_ += 6, ++line_;
    return std::string(1, separator);
  }

  void read_rows() {
    while (at_ < in_.size() && !full()) {
      const std::size_t first = table_.ends_.size(), line = line_, begin = table_.text_.size();
      row_line_ = line;
      read_row();
      if (trimmed_cell(std::string_view(table_.text_).substr(begin)).empty()) {
        table_.text_.resize(begin), table_.ends_.resize(first);
        continue;
      }
      if (table_.rows_.size() > limits_.rows)
        return fault(TableFault::Kind::rows_many, line, 0, fmt::format("more than {} rows; divide the file", limits_.rows));
      table_.rows_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(line)});
    }
  }

  void read_row() {
    for (column_ = 1;; ++column_) {
      if (column_ > limits_.columns) {
        fault(TableFault::Kind::columns_many, row_line_, 0, fmt::format("more than {} columns; is this the right file?", limits_.columns));
        at_ = in_.size();
        return;
      }
      const std::size_t begin = table_.text_.size();
      read_cell();
      if (table_.text_.size() - begin > limits_.cell)
        fault(TableFault::Kind::cell_long, row_line_, column_, fmt::format("a cell is longer than {} bytes", limits_.cell));
      table_.ends_.push_back(static_cast<std::uint32_t>(table_.text_.size()));
      if (at_ >= in_.size()) return;
      if (in_[at_++] == '\n') {
        ++line_;
        return;
      }
    }
  }

  bool ends_cell(char c) const { return c == table_.separator_ || c == '\n'; }

  void read_cell() {
    if (at_ < in_.size() && in_[at_] == '"') return read_quoted();
    const std::size_t begin = at_;
    while (at_ < in_.size() && !ends_cell(in_[at_]))
      ++at_;
    const std::string_view cell = std::string_view(in_).substr(begin, at_ - begin);
    if (trimmed_cell(cell).starts_with('"'))
      fault(TableFault::Kind::quote_inside, line_, column_,
            "there is a blank before a quote; take it out, so that the quotes hold the cell");
    table_.text_ += cell;
  }

  void read_quoted() {
    const std::size_t line = line_;
    for (++at_;;) {
      const std::size_t quote = in_.find('"', at_);
      if (quote == std::string::npos) {
        at_ = in_.size();
        return fault(TableFault::Kind::quote_open, line, column_, "the quote that opens this cell is never closed");
      }
      line_ += static_cast<std::size_t>(
          std::count(in_.begin() + static_cast<std::ptrdiff_t>(at_), in_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
      table_.text_.append(in_, at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= in_.size() || in_[at_] != '"') break;
      table_.text_ += in_[at_++]; // "" stands for one
    }
    skip_behind_quote();
  }

  // Blanks do no harm there; anything else does.
  void skip_behind_quote() {
    while (at_ < in_.size() && !ends_cell(in_[at_])) {
      if (in_[at_] != ' ') {
        fault(TableFault::Kind::quote_inside, line_, column_,
              "there is text behind a closed quote; a quote inside of a cell is written twice");
        at_ = std::min(in_.find_first_of(std::string{table_.separator_, '\n'}, at_), in_.size());
        return;
      }
      ++at_;
    }
  }

  void take_header() {
    if (table_.rows_.empty()) return fault(TableFault::Kind::empty, 0, 0, "the file holds no row");
    const std::size_t width = table_.cells_of(0);
    for (std::size_t column = 0; column < width; ++column)
      table_.names_.emplace_back(table_.cell(0, column));
    while (!table_.names_.empty() && table_.names_.back().empty()) // a spreadsheet writes cells that were once used
      table_.names_.pop_back();
    const std::size_t line = table_.header_line_ = table_.rows_.front().line;
    for (std::size_t column = 0; column < table_.names_.size(); ++column)
      check_name(column, line);
    table_.rows_.erase(table_.rows_.begin());
  }

  void check_name(std::size_t column, std::size_t line) {
    const std::string& name = table_.names_[column];
    if (name.empty()) return fault(TableFault::Kind::name_missing, line, column + 1, "this column has no name in the header");
    const std::size_t first = *table_.column_of(name);
    if (first != column)
      fault(TableFault::Kind::name_twice, line, column + 1, fmt::format("the header has \"{}\" already in column {}", name, first + 1));
  }

  void check_rows() {
    for (std::size_t row = 0; row < table_.rows() && !full(); ++row)
      for (std::size_t column = table_.columns(); column < table_.cells_of(row); ++column)
        if (!table_.cell(row, column).empty()) {
          fault(TableFault::Kind::cells_more, table_.line_of(row), column + 1,
                fmt::format("\"{}\" stands where the header has no column; a cell with {} in it needs quotes", table_.cell(row, column),
                            name_of_separator(table_.separator_)));
          break;
        }
  }

  std::string in_;
  TableLimits limits_;
  TableText table_;
  std::vector<TableFault> faults_;
  std::size_t at_ = 0, line_ = 1, column_ = 1, row_line_ = 1;
};

TableReading read_table(std::string_view bytes, const TableLimits& limits) {
  if (bytes.size() > limits.bytes)
    return {std::nullopt,
            {{TableFault::Kind::too_large, 0, 0, fmt::format("larger than {} MB; divide the file", limits.bytes / 1'000'000)}}};
  DecodedTable decoded = decode_table(bytes);
  if (decoded.fault) return {std::nullopt, {std::move(*decoded.fault)}};
  return TableBuilder(std::move(decoded.text), decoded.encoding, limits).build();
}

} // namespace firsthand::base
