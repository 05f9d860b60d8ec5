// What the shell may do with places of records, on a person's word: set a record aside, look for other places, move there.
#pragma once

#include "engine/records/places.h"
#include "engine/screens/pages.h"

namespace firsthand::tools {

// `data`: where the records are; moves with a choice. `drives`: sticks that are in now.
void offer_places(screens::ShellOptions& options, std::shared_ptr<std::filesystem::path> data, records::Surroundings around,
                  std::function<std::vector<std::filesystem::path>()> drives);

} // namespace firsthand::tools
