// Whatever bytes come, a picture keeps to the profile or there is a finding.
#include "engine/reading/picture.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  firsthand::model::Findings findings;
  const bool good = firsthand::reading::check_svg({reinterpret_cast<const char*>(bytes), size}, 0, findings);
  if (good || !findings.empty()) return 0;
  std::fputs("Refused without a finding.\n", stderr);
  std::abort();
}
