// Tables as spreadsheets and people save them. What cannot be known is told with its place, and nothing of such a table is given.
#include "engine/base/table_reader.h"

#include <doctest/doctest.h>

using namespace firsthand::base;
using Kind = TableFault::Kind;

namespace {

// "a|b/1|2": the header, then the rows; or what is wrong.
std::string seen_in(std::string_view bytes, const TableLimits& limits = {}) {
  const TableReading reading = read_table(bytes, limits);
  std::string out;
  for (const TableFault& fault : reading.faults)
    out += told(fault, "x.csv") + "\n";
  if (!reading.table) return out;
  CHECK(reading.faults.empty());
  for (std::size_t column = 0; column < reading.table->columns(); ++column)
    out += (column ? "|" : "") + std::string(reading.table->name(column));
  for (std::size_t row = 0; row < reading.table->rows(); ++row)
    for (std::size_t column = 0; column < reading.table->columns(); ++column)
      out += (column ? "|" : "/") + std::string(reading.table->cell(row, column));
  return out;
}

TableFault fault_of(std::string_view bytes, const TableLimits& limits = {}) {
  const TableReading reading = read_table(bytes, limits);
  CHECK_FALSE(reading.table);
  REQUIRE(!reading.faults.empty());
  return reading.faults.front();
}

bool is_fault(std::string_view bytes, Kind kind, std::size_t line, std::size_t column) {
  const TableFault fault = fault_of(bytes);
  CAPTURE(told(fault, "x.csv"));
  CHECK(fault.line == line);
  CHECK(fault.column == column);
  return fault.kind == kind;
}

std::string utf16(std::u16string_view text, bool big) {
  std::string out;
  for (const char16_t c : std::u16string(1, char16_t{0xFEFF}) + std::u16string(text)) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

} // namespace

TEST_CASE("table file: the header line says what separates") {
  CHECK(seen_in("a,b\n1,2\n") == "a|b/1|2");
  CHECK(seen_in("a;b\n1,5;2\n") == "a|b/1,5|2");
  CHECK(seen_in("a\tb\n1;x\t2") == "a|b/1;x|2");
  CHECK(seen_in("\"a;x\",b\n1,2\n") == "a;x|b/1|2");
  CHECK(seen_in("a\n1\n2") == "a/1/2");
  CHECK(is_fault("a,b;c\n", Kind::separator, 1, 0));
  CHECK(seen_in("sep=;\r\na,b;c\r\n1;2\r\n") == "a,b|c/1|2");
  CHECK(read_table("a;b\n1;2").table->separator() == ';');
}

TEST_CASE("table file: lines end as on any system, and empty ones are nothing") {
  CHECK(seen_in("a,b\r\n1,2\r\n\r\n3,4") == "a|b/1|2/3|4");
  CHECK(seen_in("a,b\r1,2\r") == "a|b/1|2");
  CHECK(seen_in("\n  \na,b\n,\n ,\xC2\xA0\n1,2\n,,,\n") == "a|b/1|2");
  CHECK(read_table("\na,b\n\n1,2\n").table->line_of(0) == 4);
  CHECK(read_table("\na,b\n\n1,2\n").table->header_line() == 2);
  CHECK(read_table("a,b\r\n1,2\r\n3,4\r\n").table->line_of(1) == 3);
}

TEST_CASE("table file: quotes hold separators, lines and quotes") {
  CHECK(seen_in("a,b\n\"1,5\",\"x \"\"y\"\"\"\n") == "a|b/1,5|x \"y\"");
  CHECK(seen_in("a,b\n\"1\n2\",3\n4,5\n") == "a|b/1\n2|3/4|5");
  CHECK(read_table("a,b\n\"1\n2\",3\n4,5\n").table->line_of(1) == 4);
  CHECK(seen_in("a,b\n5\" nails,\"\" \n") == "a|b/5\" nails|");
  CHECK(is_fault("a,b\n1,2\n3,\"open\n4,5\n", Kind::quote_open, 3, 2));
  CHECK(is_fault("a,b\n\"1\"2,3\n", Kind::quote_inside, 2, 1));
  CHECK(is_fault("a,b\n1, \"2,3\"\n", Kind::quote_inside, 2, 2));
}

TEST_CASE("table file: letters are known by the file, or it is said that they are not") {
  CHECK(seen_in("\xEF\xBB\xBFชื่อ,b\n1,2\n") == "ชื่อ|b/1|2");
  CHECK(seen_in(utf16(u"ชื่อ\tb\r\n\U0001F600\t2\r\n", false)) == "ชื่อ|b/😀|2");
  CHECK(seen_in(utf16(u"ชื่อ\tb\r\n1\t2\r\n", true)) == "ชื่อ|b/1|2");
  const TableReading thai = read_table("\xAA\xD7\xE8\xCD;b\n1;\x80\n"); // ชื่อ in code page 874
  REQUIRE(thai.table);
  CHECK(thai.table->encoding() == TableEncoding::thai_windows);
  CHECK(thai.table->name(0) == "ชื่อ");
  CHECK(thai.table->cell(0, 1) == "€");
  CHECK(is_fault("name;b\nRen\xE9;1\n", Kind::encoding, 2, 0));  // é of Western Windows: a tone mark behind a Latin letter
  CHECK(is_fault("name;b\n\xC4\xFC;1\n", Kind::encoding, 2, 0)); // nothing stands there in 874
  CHECK(is_fault("name;b\n\xDFx;1\n", Kind::encoding, 0, 0));    // no Thai letter at all
  CHECK(is_fault("\xEF\xBB\xBF"
                 "a;b\n\xAA;1\n",
                 Kind::encoding, 2, 0)); // its mark says UTF-8
  CHECK(is_fault("\xFF\xFE"
                 "a",
                 Kind::encoding, 1, 0));
  CHECK(is_fault(utf16(u"a,b\n\xD800x", false), Kind::encoding, 2, 0));
  CHECK(is_fault(utf16(u"a,b\n\xDC00x", false), Kind::encoding, 2, 0));
  CHECK(is_fault(utf16(u"a,b\n\xD800", false), Kind::encoding, 2, 0));
}

TEST_CASE("table file: what is no list is named") {
  CHECK(is_fault("PK\x03\x04xxxx", Kind::workbook, 0, 0));
  CHECK(is_fault("\xD0\xCF\x11\xE0xxxx", Kind::workbook, 0, 0));
  CHECK(is_fault(std::string("a,b\n1,\0\n", 8), Kind::control, 2, 0));
  CHECK(is_fault("a,b\n1,\u202E2\n", Kind::control, 2, 0));
  CHECK(is_fault("", Kind::empty, 0, 0));
  CHECK(is_fault("\xEF\xBB\xBF\r\n \r\n", Kind::empty, 0, 0));
}

TEST_CASE("table file: rows may be shorter than the header, but hold nothing beside it") {
  CHECK(seen_in("a,b,c\n1\n1,2,3,,\n") == "a|b|c/1||/1|2|3");
  CHECK(seen_in("a,b,,\n1,2,,\n") == "a|b/1|2");
  CHECK(is_fault("a,b\n1,2\n1,5,2\n", Kind::cells_more, 3, 3));
  CHECK(is_fault("a,,c\n1,2,3\n", Kind::name_missing, 1, 2));
  CHECK(is_fault("a,b, A \n1,2,3\n", Kind::name_twice, 1, 3));
  CHECK(read_table("Person,b\n1,2").table->column_of("person") == 0);
  CHECK_FALSE(read_table("Person,b\n1,2").table->column_of("c"));
}

TEST_CASE("table file: has limits, and tells at most twenty faults") {
  CHECK(fault_of("a,b\n1,2\n", {.bytes = 7}).kind == Kind::too_large);
  CHECK(seen_in("a,b\n1,2\n", {.bytes = 8, .rows = 1, .columns = 2, .cell = 1}) == "a|b/1|2");
  CHECK(fault_of("a,b\n1,2\n3,4\n", {.rows = 1}).kind == Kind::rows_many);
  CHECK(fault_of("a,b,c\n1,2,3\n", {.columns = 2}).kind == Kind::columns_many);
  CHECK(fault_of("a,b\n1,22\n", {.cell = 1}).kind == Kind::cell_long);
  std::string many = "a\n";
  for (int i = 0; i < 30; ++i)
    many += "\"x\"y\n";
  CHECK(read_table(many).faults.size() == 20);
  CHECK(told(fault_of("a,b\n1,2,3\n"), "x.csv") ==
        "x.csv: line 2, column 3: \"3\" stands where the header has no column; a cell with , in it needs quotes");
}

TEST_CASE("table file: no bytes lead outside") {
  std::uint32_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = 0; i < 24; ++i)
      bytes += "a1,;\t\"\n\r \xAA\xD7\xE8\xFF\xFE\xEF\xBB\xBF="[(state = state * 1664525 + 1013904223) >> 24 & 15];
    const TableReading reading = read_table(bytes);
    CHECK(reading.table.has_value() == reading.faults.empty());
    if (reading.table)
      for (std::size_t row = 0; row < reading.table->rows(); ++row)
        CHECK(reading.table->cell(row, 0).size() <= 3 * bytes.size());
  }
}
