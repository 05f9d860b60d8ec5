// Paths of content, and content held in memory.
#include "engine/reading/files.h"

#include "engine/base/utf8.h"

#include <algorithm>

namespace firsthand::reading {

void MemoryFiles::remove(std::string_view path) {
  const auto found = files_.find(path);
  if (found != files_.end()) files_.erase(found);
}

std::optional<std::string> MemoryFiles::read(std::string_view path, std::size_t) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> MemoryFiles::list(std::string_view folder) const {
  std::string prefix(folder);
  if (!prefix.empty() && prefix.back() != '/') prefix += '/';
  std::vector<std::string> names;
  for (auto file = files_.lower_bound(prefix); file != files_.end() && file->first.starts_with(prefix); ++file) {
    const std::string rest = file->first.substr(prefix.size());
    std::string name = rest.substr(0, rest.find('/') == std::string::npos ? rest.size() : rest.find('/') + 1);
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

bool is_plain_path(std::string_view path) {
  if (path.empty() || path.size() > 240 || path.find_first_of("\\:\n\t") != path.npos) return false;
  if (base::first_invalid_utf8(path) || base::first_unwanted_control(path)) return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash + 1);
}

std::string_view name_of(std::string_view path) { return path.substr(folder_of(path).size()); }

} // namespace firsthand::reading
