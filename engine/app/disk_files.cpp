// Folders as content. What leads outside, is no plain file or cannot be read is simply not there.
#include "engine/app/disk_files.h"

#include <algorithm>
#include <fstream>

namespace firsthand::app {

namespace fs = std::filesystem;

namespace {

bool lies_in(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

std::string with_slash(std::string_view folder) {
  std::string name(folder);
  if (!name.empty() && name.back() != '/') name += '/';
  return name;
}

void list_folder(const fs::path& folder, std::vector<std::string>& names) {
  std::error_code failed;
  for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    std::error_code ignored;
    const std::string name = utf8_of(entry->path().filename());
    if (!reading::is_plain_path(name)) continue;
    if (entry->is_directory(ignored))
      names.push_back(name + "/");
    else if (entry->is_regular_file(ignored))
      names.push_back(name);
  }
}

} // namespace

DiskFiles::DiskFiles(std::vector<ContentRoot> roots) {
  for (ContentRoot& root : roots) {
    std::error_code failed;
    const fs::path folder = fs::canonical(root.folder, failed);
    if (!failed) roots_.push_back({folder, with_slash(root.mounted_at)});
  }
}

std::optional<fs::path> DiskFiles::inside(const ContentRoot& root, std::string_view path) const {
  if (!path.starts_with(root.mounted_at)) return std::nullopt;
  std::error_code failed;
  const fs::path found = fs::canonical(root.folder / path_from(path.substr(root.mounted_at.size())), failed);
  if (failed || !lies_in(root.folder, found)) return std::nullopt;
  return found;
}

std::optional<fs::path> DiskFiles::find(std::string_view path) const {
  if (!reading::is_plain_path(path)) return std::nullopt;
  for (const ContentRoot& root : roots_) {
    std::error_code failed;
    const auto found = inside(root, path);
    if (found && fs::is_regular_file(*found, failed)) return found;
  }
  return std::nullopt;
}

std::optional<std::string> DiskFiles::read(std::string_view path, std::size_t limit) const {
  const auto found = find(path);
  if (!found) return std::nullopt;
  std::error_code failed;
  const std::uintmax_t size = fs::file_size(*found, failed);
  std::ifstream stream(*found, std::ios::binary);
  if (!stream || failed) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(size, limit + 1)), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

std::vector<std::string> DiskFiles::list(std::string_view folder) const {
  const std::string prefix = with_slash(folder);
  if (!prefix.empty() && !reading::is_plain_path(prefix.substr(0, prefix.size() - 1))) return {};
  std::vector<std::string> names;
  for (const ContentRoot& root : roots_) {
    if (root.mounted_at.size() > prefix.size() && root.mounted_at.starts_with(prefix)) {
      const std::string rest = root.mounted_at.substr(prefix.size());
      names.push_back(rest.substr(0, rest.find('/') + 1));
    } else if (const auto found = inside(root, prefix)) {
      list_folder(*found, names);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

} // namespace firsthand::app
