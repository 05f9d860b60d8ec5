// Paths of content, and content held in memory.
#include "engine/reading/files.h"

#include "engine/base/utf8.h"

#include <algorithm>

namespace firsthand::reading {

int FileSource::rank(std::string_view path) const { return without_version(path).second; }
const FileSource& FileSource::seen_from(std::string_view) const { return *this; }
bool FileSource::own(std::string_view) const { return true; }
bool FileSource::leads_out(std::string_view) const { return false; }

std::string other_version(std::string_view path, int number) {
  const std::size_t dot = std::max(path.rfind('.'), folder_of(path).size());
  if (number == 0 || dot >= path.size()) return std::string(path);
  return std::string(path.substr(0, dot)) + "+" + std::to_string(number) + std::string(path.substr(dot));
}

std::pair<std::string, int> without_version(std::string_view path) {
  const std::size_t plus = path.rfind('+'), dot = path.rfind('.');
  const bool numbered = plus != path.npos && dot == plus + 2 && path[plus + 1] >= '1' && path[plus + 1] <= '9';
  if (!numbered) return {std::string(path), 0};
  return {std::string(path.substr(0, plus)) + std::string(path.substr(dot)), path[plus + 1] - '0'};
}

std::vector<std::string> versions(const FileSource& files, const std::string& path) {
  std::vector<std::string> all;
  for (int number = 0; number <= 9; ++number) {
    std::string one = other_version(path, number);
    if (!files.read(one, 0)) break;
    all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(), [&](const std::string& a, const std::string& b) { return files.rank(a) < files.rank(b); });
  return all;
}

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
