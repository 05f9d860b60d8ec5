// A picture in which one place or several are marked. Worth what a choice among the places would be worth.
// In a play: do STEP mark zone=cable
#pragma once

#include "engine/session/item_question.h"

namespace firsthand::modules::hotspot {

struct HotspotSpec : session::ItemSpec {
  model::Symbol zone = 0; // the key
  bool several = false;   // more than one place is right
};

struct Marked : session::Given {
  std::uint32_t zones = 0; // bit i: zone i, of the last try
};
Marked marked(const HotspotSpec& spec, const session::StepState& state);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::hotspot
