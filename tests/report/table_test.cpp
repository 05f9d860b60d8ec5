// The one writer of tables.
#include "engine/report/table.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace firsthand::report;

namespace {

std::string table_of(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows, char separator = ',') {
  std::string csv;
  Table table(columns, separator, [&csv](std::string_view bytes) { csv += bytes; });
  for (const auto& row : rows)
    table.add(row);
  return csv;
}

std::string one_cell(Cell cell) {
  const std::string csv = table_of({{"name", "text", "anything"}}, {{std::move(cell)}});
  return csv.substr(csv.find("\r\n") + 2);
}

// Cells as a lenient reader takes them that goes by `separator`: quotes hold together only where a cell begins with one.
std::vector<std::string> cells_as_read(const std::string& csv, char separator) {
  std::vector<std::string> cells{""};
  bool quoted = false, fresh = true;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
      cells.back() += csv[++i];
    else if (quoted && c == '"')
      quoted = false;
    else if (!quoted && (c == separator || c == '\r' || c == '\n'))
      cells.emplace_back(), fresh = true;
    else if (!quoted && fresh && c == '"')
      quoted = true, fresh = false;
    else
      cells.back() += c, fresh = false;
  }
  return cells;
}

bool runs_as_formula(std::string_view cell) {
  cell.remove_prefix(std::min(cell.find_first_not_of(" \""), cell.size()));
  for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    if (cell.starts_with(sign)) return true;
  return false;
}

} // namespace

TEST_CASE("table: begins with a byte order mark and ends lines with CRLF") {
  const std::vector<Column> columns{{"a", "text", "one"}, {"b", "integer", "two"}};
  const std::vector<std::vector<Cell>> rows{{std::string("x"), std::int64_t{-5}}};
  CHECK(table_of(columns, rows) == "\xEF\xBB\xBF"
                                   "a,b\r\nx,-5\r\n");
  CHECK(table_of(columns, rows, ';') == "\xEF\xBB\xBF"
                                        "a;b\r\nx;-5\r\n");
  CHECK(table_of(columns, rows, '\t') == "\xEF\xBB\xBF"
                                         "a\tb\r\nx\t-5\r\n");
}

TEST_CASE("table: quotes what would break a cell") {
  CHECK(one_cell(std::string("a,b")) == "\"a,b\"\r\n");
  CHECK(one_cell(std::string("say \"no\"")) == "\"say \"\"no\"\"\"\r\n");
  CHECK(one_cell(std::string("two\nlines")) == "\"two\nlines\"\r\n");
  CHECK(one_cell(std::string("สมชาย")) == "สมชาย\r\n");
  CHECK(one_cell(std::monostate{}) == "\r\n");
}

TEST_CASE("table: guards texts that a spreadsheet takes for formulas, never numbers") {
  for (const char* text : {"=1+1", "+1", "-1", "@sum", "＝1", " =1"})
    CHECK(one_cell(std::string(text)) == std::string("'") + text + "\r\n");
  CHECK(one_cell(std::string("a;=1+1")) == "\"a;'=1+1\"\r\n");
  CHECK(one_cell(std::string("a-b = c")) == "a-b = c\r\n");
  CHECK(one_cell(std::int64_t{-1}) == "-1\r\n");
}

TEST_CASE("table: whatever separator a reader goes by, no cell begins as a formula") {
  const std::vector<std::string> pieces{"a", "=", "+", "-", "@", ",", ";", "\t", "\r", "\n", "\"", " ", "'", "＝"};
  std::vector<std::string> texts{""};
  for (std::size_t from = 0, length = 0; length < 4; ++length) // every text of up to four pieces
    for (const std::size_t to = texts.size(); from < to; ++from)
      for (const std::string& piece : pieces)
        texts.push_back(texts[from] + piece);
  for (const char separator : {',', ';', '\t'}) {
    std::vector<std::vector<Cell>> rows;
    for (const std::string& text : texts)
      rows.push_back({std::string("id"), text, std::int64_t{1}});
    const std::string csv = table_of({{"id", "text", ""}, {"name", "text", ""}, {"n", "integer", ""}}, rows, separator);
    for (const char reader : {',', ';', '\t'}) {
      const auto cells = cells_as_read(csv, reader);
      CHECK(std::none_of(cells.begin(), cells.end(), runs_as_formula));
    }
  }
}

TEST_CASE("table: the dictionary lists every column") {
  std::string csv;
  write_dictionary({{"a", "text", "one, with a comma"}}, ',', [&csv](std::string_view bytes) { csv += bytes; });
  CHECK(csv == "\xEF\xBB\xBF"
               "column,type,meaning\r\na,text,\"one, with a comma\"\r\n");
}
