// Whatever bytes come, a picture keeps to the profile and costs little to draw, or there is a finding.
#include "engine/reading/picture.h"
#include "engine/reading/picture_cost.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  firsthand::model::Findings findings;
  firsthand::reading::PictureMeasure measure;
  const bool good = firsthand::reading::check_svg({reinterpret_cast<const char*>(bytes), size}, 0, findings, &measure);
  if (good && (measure.cost < 0 || measure.cost > firsthand::reading::most_picture_cost)) {
    std::fputs("Kept, but beyond the bound on what drawing may cost.\n", stderr);
    std::abort();
  }
  if (good || !findings.empty()) return 0;
  std::fputs("Refused without a finding.\n", stderr);
  std::abort();
}
