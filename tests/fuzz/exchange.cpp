// Whatever bytes come, each form ends with questions or a word on why not; what was read is written, read and written again alike.
#include "engine/exchange/exchange.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace firsthand::exchange;
  const std::string_view file(reinterpret_cast<const char*>(bytes), size);
  for (const auto& [word, form] : forms) {
    const ItemsRead read = read_items(form, file);
    if (read.items.empty()) continue;
    for (const auto& [other, as] : forms) {
      const std::string differs = round_trip(as, read.items);
      if (differs.empty()) continue;
      std::fprintf(stderr, "Read as %s, written as %s: %s\n", word, other, differs.c_str());
      std::abort();
    }
  }
  return 0;
}
