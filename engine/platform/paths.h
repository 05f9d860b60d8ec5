// Names of files between the program's UTF-8 text and the system. Knows no file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace firsthand::platform {

std::filesystem::path path_from(std::string_view utf8);
std::string utf8_of(const std::filesystem::path& path);    // with '/' everywhere
std::string shown_path(const std::filesystem::path& path); // as the system's own windows show it

// A path as one can open it from the current folder: relative if it lies below, else whole.
std::string seen_from_here(const std::filesystem::path& path);

} // namespace firsthand::platform
