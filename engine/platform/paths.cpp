// See paths.h.
#include "engine/platform/paths.h"

namespace firsthand::platform {

namespace fs = std::filesystem;

fs::path path_from(std::string_view utf8) { return fs::path(std::u8string(utf8.begin(), utf8.end())); }

std::string utf8_of(const fs::path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

std::string shown_path(const fs::path& path) {
  const std::u8string text = fs::path(path).make_preferred().u8string();
  return {text.begin(), text.end()};
}

std::string seen_from_here(const fs::path& path) {
  std::error_code failed;
  const fs::path from_here = path.lexically_proximate(fs::current_path(failed));
  if (from_here == ".") return "";
  const bool above = from_here.begin() != from_here.end() && *from_here.begin() == "..";
  return utf8_of(failed || above ? path : from_here);
}

} // namespace firsthand::platform
