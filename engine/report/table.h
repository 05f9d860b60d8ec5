// The one writer of tables: RFC 4180, CRLF, UTF-8 with byte order mark, so that a spreadsheet opens it right, Thai names too.
// Whatever list separator the reader's spreadsheet goes by, no cell begins with what it takes for a formula; numbers are numbers.
// Rows leave as they come: nothing of the table is held. Its data dictionary is made from the same list of columns.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace firsthand::report {

struct Column {
  std::string name;    // "score_per_mille"
  std::string type;    // "text", "integer", "time"
  std::string meaning; // one sentence, with the unit
};

using Cell = std::variant<std::string, std::int64_t, std::monostate>; // nothing: an empty cell

using Out = std::function<void(std::string_view)>; // takes the next bytes of a file

class Table {
 public:
  // Writes the header. `separator` stands between cells: ',', ';' or a tab.
  Table(const std::vector<Column>& columns, char separator, Out out);
  void add(const std::vector<Cell>& row); // as many cells as columns (asserted: rows are made by the program)

 private:
  void line(const std::vector<Cell>& row);
  std::size_t columns_;
  char separator_;
  Out out_;
};

void write_dictionary(const std::vector<Column>& columns, char separator, const Out& out); // column, type, meaning; same form

} // namespace firsthand::report
