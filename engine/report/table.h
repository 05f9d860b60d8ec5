// The one writer of tables: RFC 4180, CRLF, UTF-8 with byte order mark, so that a spreadsheet opens it right, Thai names too.
// A text that a spreadsheet would take for a formula is guarded; numbers are numbers. Beside every table goes its data
// dictionary, made from the same list of columns, so that the two cannot differ.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace firsthand::report {

struct Column {
  std::string name;    // "score_per_mille"
  std::string type;    // "text", "integer", "time"
  std::string meaning; // one sentence, with the unit
};

using Cell = std::variant<std::string, std::int64_t, std::monostate>; // nothing: an empty cell

enum class Guard : std::uint8_t { formulas, none }; // none: for machines ("--raw"), without byte order mark

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<Cell> row); // as many cells as columns (asserted: rows are made by the program)
  std::size_t rows() const { return rows_.size(); }
  std::string csv(Guard guard = Guard::formulas) const;
  std::string dictionary() const; // a table of column, type, meaning; same form

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

} // namespace firsthand::report
