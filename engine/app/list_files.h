// Lists that lie on this computer where people keep their files, as a spreadsheet saves them; and one of them, read.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::app {

struct ListFile {
  std::filesystem::path path;
  std::int64_t changed = 0; // seconds since 1970
};

// The newest first, those in the folders themselves only. What cannot be looked into is left out.
std::vector<ListFile> list_files(const std::vector<std::filesystem::path>& folders, std::size_t most);

// As it is typed or copied from a file manager, quotes around it or not. Errors: "list-file". More than a list may have is cut off: then
// its reader says so.
base::Result<std::string> read_list_file(std::string_view typed);
std::filesystem::path list_path(std::string_view typed);

} // namespace firsthand::app
