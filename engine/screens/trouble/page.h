// The page where the record cannot be opened: what the person may choose is asked of the opening.
#pragma once

#include "engine/screens/page.h"
#include "engine/screens/trouble/state.h"

namespace firsthand::screens {

class TroublePage final : public Page {
 public:
  explicit TroublePage(Context& context) : context_(context) {}
  void draw(Frame& f) override;
  void leave() override { memory = {}; }
  void use_place(const std::filesystem::path& folder);

  TroubleMemory memory;

 private:
  TroubleIntent drawn(Frame& f);
  Context& context_;
};

} // namespace firsthand::screens
