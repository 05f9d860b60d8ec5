// Before the record is open: no more than the ground, for it takes a moment only.
#pragma once

#include "engine/screens/page.h"

namespace firsthand::screens {

class OpeningPage final : public Page {
 public:
  explicit OpeningPage(Context& context) : context_(context) {}
  void draw(Frame& f) override;

 private:
  Context& context_;
};

} // namespace firsthand::screens
