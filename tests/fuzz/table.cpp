// Whatever bytes come, a saved table is refused with a reason, or its cells, written in quotes, are read again as they were.
#include "engine/base/table_reader.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace firsthand::base;

std::string quoted(std::string_view cell) {
  std::string out = "\"";
  for (const char c : cell)
    out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string rewritten(const TableText& table) {
  std::string out;
  for (std::size_t column = 0; column < table.columns(); ++column)
    out += (column == 0 ? "" : ",") + quoted(table.name(column));
  for (std::size_t row = 0; row < table.rows(); ++row)
    for (std::size_t column = 0; column < table.columns(); ++column)
      out += (column == 0 ? "\n" : ",") + quoted(table.cell(row, column));
  return out;
}

void ask(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const TableReading read = read_table(std::string_view(reinterpret_cast<const char*>(bytes), size));
  ask(read.table.has_value() == read.faults.empty(), "A table with faults, or neither.");
  ask(read.faults.size() <= 20, "Too many faults.");
  if (!read.table) return 0;
  const std::string again = rewritten(*read.table);
  const TableReading second = read_table(again);
  ask(second.table.has_value(), "What was read is refused when it is written again.");
  ask(rewritten(*second.table) == again, "Cells came out as others.");
  return 0;
}
