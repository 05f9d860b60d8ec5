// What the bytes of a saved table mean: UTF-8 and UTF-16 with their marks, UTF-8 without, or code page 874.
#pragma once

#include "engine/base/table_reader.h"

namespace firsthand::base {

struct DecodedTable {
  std::string text; // UTF-8 without a mark; lines end with a line feed
  TableEncoding encoding = TableEncoding::utf8;
  std::optional<TableFault> fault;
};

DecodedTable decode_table(std::string_view bytes);
std::size_t line_at(std::string_view text, std::size_t offset); // from 1

} // namespace firsthand::base
