// The page on which an attempt is played.
#pragma once

#include "engine/screens/page.h"

namespace firsthand::screens {

class PlayPage final : public Page {
 public:
  explicit PlayPage(Context& context) : context_(context) {}
  void draw(Frame& f) override;

 private:
  Context& context_;
};

} // namespace firsthand::screens
