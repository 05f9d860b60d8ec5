// The page of the settings: what is chosen is shown at once and kept.
#pragma once

#include "engine/screens/page.h"
#include "engine/screens/settings/state.h"

namespace firsthand::screens {

class SettingsPage final : public Page {
 public:
  explicit SettingsPage(Context& context) : context_(context) {}
  void draw(Frame& f) override;
  void leave() override { context_.problem.clear(); }

 private:
  Context& context_;
};

} // namespace firsthand::screens
