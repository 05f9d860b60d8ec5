// Where the window was left, from one run of the program to the next: a file beside what else this user's program remembers.
#pragma once

#include "engine/ui/placement.h"

#include <filesystem>
#include <optional>

namespace firsthand::tools {

// `memory`: see platform::memory_folder; empty: nothing is remembered. A file that does not say a place is as none.
std::optional<ui::Placement> remembered_placement(const std::filesystem::path& memory);
void remember_placement(const std::filesystem::path& memory, const ui::Placement& placement); // as well as it can

} // namespace firsthand::tools
