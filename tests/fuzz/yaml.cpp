// Whatever bytes come, reading YAML ends with a tree or with findings, each with a place that stands in the file.
#include "engine/reading/yaml.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  firsthand::model::Findings findings;
  const auto tree = firsthand::reading::read_yaml({reinterpret_cast<const char*>(bytes), size}, 0, findings);
  if (tree || !findings.empty()) return 0;
  std::fputs("Neither a tree nor a finding.\n", stderr);
  std::abort();
}
