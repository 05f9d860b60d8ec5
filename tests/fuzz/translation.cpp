// Whatever bytes come, a PO file adds what can be read and never crashes; its plural rule answers or is refused.
#include "engine/reading/translation.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view po(reinterpret_cast<const char*>(bytes), size);
  firsthand::model::Findings findings;
  firsthand::reading::Translation translation;
  translation.add_po(po, 0, findings);
  (void)translation.plural("a", "one", "many", 7);
  (void)firsthand::reading::plural_form(po, 3);
  return 0;
}
