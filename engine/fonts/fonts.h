// Finds the font files beside the program or in the system's folder and opens them as one set. Knows file names; does not
// know text or drawing.
#pragma once

#include "engine/base/result.h"
#include "engine/text/text.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace firsthand::fonts {

// The first folder that has a file wins. The Latin faces must be there: else "fonts-missing", naming file and folders.
base::Result<text::FontSet> load_fonts(const std::vector<std::filesystem::path>& folders);

// The bytes of a file of that name; nothing if no folder has it.
std::optional<std::string> font_file(const std::vector<std::filesystem::path>& folders, const char* file);

} // namespace firsthand::fonts
