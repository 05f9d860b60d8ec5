// The one writer of tables.
#include "engine/report/table.h"

#include <doctest/doctest.h>

using namespace firsthand::report;

namespace {
std::string one_cell(Cell cell, Guard guard = Guard::formulas) {
  Table table({{"name", "text", "anything"}});
  table.add({std::move(cell)});
  const std::string csv = table.csv(guard);
  return csv.substr(csv.find("\r\n") + 2);
}
} // namespace

TEST_CASE("table: begins with a byte order mark and ends lines with CRLF") {
  Table table({{"a", "text", "one"}, {"b", "integer", "two"}});
  table.add({std::string("x"), std::int64_t{-5}});
  CHECK(table.csv() == "\xEF\xBB\xBF"
                       "a,b\r\nx,-5\r\n");
  CHECK(table.csv(Guard::none) == "a,b\r\nx,-5\r\n");
}

TEST_CASE("table: quotes what would break a cell") {
  CHECK(one_cell(std::string("a,b")) == "\"a,b\"\r\n");
  CHECK(one_cell(std::string("say \"no\"")) == "\"say \"\"no\"\"\"\r\n");
  CHECK(one_cell(std::string("two\nlines")) == "\"two\nlines\"\r\n");
  CHECK(one_cell(std::string("สมชาย")) == "สมชาย\r\n");
  CHECK(one_cell(std::monostate{}) == "\r\n");
}

TEST_CASE("table: guards texts that a spreadsheet takes for formulas, never numbers") {
  for (const char* text : {"=1+1", "+1", "-1", "@sum", "＝1"})
    CHECK(one_cell(std::string(text)) == std::string("'") + text + "\r\n");
  CHECK(one_cell(std::int64_t{-1}) == "-1\r\n");
  CHECK(one_cell(std::string("=1"), Guard::none) == "=1\r\n");
}

TEST_CASE("table: the dictionary lists every column") {
  const Table table({{"a", "text", "one, with a comma"}});
  CHECK(table.dictionary() == "\xEF\xBB\xBF"
                              "column,type,meaning\r\na,text,\"one, with a comma\"\r\n");
}
