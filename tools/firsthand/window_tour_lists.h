// The trainer's page of lists with a list that a spreadsheet left, from the page of this computer on. Part of the tour of all screens.
#pragma once

#include "tools/firsthand/window_hands.h"

namespace firsthand::tools {

// `scratch`: a folder for the lists. The trainer's PIN is 2468. Errors: "tour-stuck".
base::Result<void> tour_lists(WindowHands& hands, const std::filesystem::path& scratch,
                              const std::function<void(const std::string&)>& show);

} // namespace firsthand::tools
