// A table as people save it: the text file (CSV) that a spreadsheet or a program makes of one sheet. Which sign separates the cells is
// found by the header line, which bytes stand for letters by the file itself; where either cannot be known it is said, nothing is
// guessed. Knows no file and no meaning of a column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::base {

// thai_windows: code page 874, what Excel of a Thai Windows saves. Who reads it is told, for its bytes could be another page's.
enum class TableEncoding { utf8, utf16, thai_windows };

struct TableLimits {
  std::size_t bytes = 50'000'000, rows = 1'000'000, columns = 1'000, cell = 20'000; // a cell in bytes of UTF-8
};

struct TableFault {
  enum class Kind {
    too_large,
    empty,
    workbook, // .xlsx, .xls: no text at all
    encoding,
    control,
    separator,
    quote_open,
    quote_inside,
    cells_more,
    rows_many,
    columns_many,
    cell_long,
    name_missing,
    name_twice,
    content // what its reader has against a cell
  };
  Kind kind = Kind::content;
  std::size_t line = 0;   // from 1, as an editor counts; where no cell has lines of its own that is a spreadsheet's row. 0: the whole file
  std::size_t column = 0; // the cell in its row, from 1; 0: the whole line
  std::string says;       // what, and what to do
};

std::string told(const TableFault& fault, std::string_view file); // "roster.csv: line 4, column 2: …"

class TableText {
 public:
  char separator() const { return separator_; } // ',', ';' or a tab; ',' where there is one column only
  TableEncoding encoding() const { return encoding_; }
  std::size_t columns() const { return names_.size(); }
  std::size_t rows() const { return rows_.size(); } // without the header and without lines in which all is empty

  std::string_view name(std::size_t column) const { return names_[column]; }
  std::optional<std::size_t> column_of(std::string_view name) const; // capitals of A to Z make no difference
  // Without the blanks at both ends; empty where the row has no such cell.
  std::string_view cell(std::size_t row, std::size_t column) const;
  std::size_t line_of(std::size_t row) const { return rows_[row].line; }
  std::size_t header_line() const { return header_line_; }

 private:
  friend class TableBuilder;
  struct Row {
    std::uint32_t first = 0, line = 0; // its first cell in ends_
  };
  std::size_t cells_of(std::size_t row) const;

  char separator_ = ',';
  std::size_t header_line_ = 1;
  TableEncoding encoding_ = TableEncoding::utf8;
  std::vector<std::string> names_;
  std::string text_;                // all cells, one behind another
  std::vector<std::uint32_t> ends_; // of each in text_
  std::vector<Row> rows_;
};

struct TableReading {
  std::optional<TableText> table; // nothing where there is any fault
  std::vector<TableFault> faults; // in their order; after twenty no more are looked for
};

TableReading read_table(std::string_view bytes, const TableLimits& limits = {});

} // namespace firsthand::base
