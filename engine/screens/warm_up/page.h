// The page of the warm-up: shown once to who is new.
#pragma once

#include "engine/screens/page.h"
#include "engine/screens/warm_up/draw.h"

namespace firsthand::screens {

class WarmUpPage final : public Page {
 public:
  explicit WarmUpPage(Context& context) : context_(context) {}
  void shown() override { memory = {}; }
  void draw(Frame& f) override;
  void finish(); // or skip it

  WarmUpMemory memory;

 private:
  Context& context_;
};

} // namespace firsthand::screens
