// Whatever bytes come, a record line is refused or gives the same bytes again.
#include "engine/base/json_line.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(bytes), size);
  const auto read = firsthand::base::parse_json_line(line);
  if (!read.ok() || read->line() == line) return 0;
  std::fputs("An accepted line came out as other bytes.\n", stderr);
  std::abort();
}
