// Folders as content. What leads outside, is no plain file or cannot be read is simply not there.
#include "engine/content/disk_files.h"
#include "engine/content/roots.h"
#include "engine/platform/paths.h"

#include <algorithm>
#include <fstream>

namespace firsthand::content {

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

// The folder `scenarios` of a root is the same as that root.
bool same_folder(const ContentRoot& a, const ContentRoot& b) {
  const auto whole = [](const ContentRoot& root) { return root.mounted_at.empty() ? root.folder / "scenarios" : root.folder; };
  const auto kind = [](const ContentRoot& root) { return root.mounted_at.empty() ? std::string("scenarios/") : root.mounted_at; };
  return kind(a) == kind(b) && whole(a) == whole(b);
}

// A person named a folder that is there already: from now on it goes by that name.
void name_again(ContentRoot& known, const ContentRoot& named) {
  const std::string inner = "scenarios";
  if (known.mounted_at == named.mounted_at)
    known.shown = named.shown;
  else if (known.mounted_at.empty() && named.shown.ends_with("/" + inner))
    known.shown = named.shown.substr(0, named.shown.size() - inner.size() - 1);
}

void list_folder(const fs::path& folder, std::vector<std::string>& names) {
  std::error_code failed;
  for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    std::error_code ignored;
    const std::string name = platform::utf8_of(entry->path().filename());
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
    const std::string shown = root.shown.empty() ? platform::seen_from_here(root.folder) : root.shown;
    places_.push_back(shown.empty() ? "." : shown);
    const ContentRoot there{folder, with_slash(root.mounted_at), shown, root.built_in};
    const auto known = std::find_if(roots_.begin(), roots_.end(), [&](const ContentRoot& each) { return same_folder(each, there); });
    if (!failed && known != roots_.end() && !root.shown.empty()) name_again(*known, there);
    if (failed || known != roots_.end()) continue;
    ranks_.push_back(static_cast<int>(roots_.size()));
    roots_.push_back(there);
  }
  for (std::size_t i = 0; i < roots_.size(); ++i)
    views_.emplace_back(new DiskFiles(*this, i));
}

// Its own root first, then what is built in, then the others. What is built in sees itself alone.
DiskFiles::DiskFiles(const DiskFiles& all, std::size_t first) : places_(all.places_) {
  const auto take = [&](std::size_t i) {
    roots_.push_back(all.roots_[i]);
    ranks_.push_back(all.ranks_[i]);
  };
  const bool built_in = all.roots_[first].built_in;
  take(first);
  for (const bool brought : {true, false})
    for (std::size_t i = 0; i < all.roots_.size(); ++i)
      if (i != first && all.roots_[i].built_in == brought && (brought || !built_in)) take(i);
}

const DiskFiles& DiskFiles::view_of(const ContentRoot& root) const {
  std::error_code failed;
  const ContentRoot asked{fs::canonical(root.folder, failed), with_slash(root.mounted_at)};
  for (std::size_t i = 0; i < views_.size(); ++i)
    if (same_folder(roots_[i], asked)) return *views_[i];
  return *this;
}

std::optional<fs::path> DiskFiles::inside(const ContentRoot& root, std::string_view path) const {
  if (!path.starts_with(root.mounted_at)) return std::nullopt;
  std::error_code failed;
  const fs::path found = fs::canonical(root.folder / platform::path_from(path.substr(root.mounted_at.size())), failed);
  if (failed || !lies_in(root.folder, found)) return std::nullopt;
  return found;
}

std::optional<DiskFiles::Found> DiskFiles::found(std::string_view path) const {
  if (!reading::is_plain_path(path)) return std::nullopt;
  auto [plain, further] = reading::without_version(path);
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    std::error_code failed;
    const auto file = inside(roots_[i], plain);
    if (file && fs::is_regular_file(*file, failed) && further-- == 0) return Found{i, *file};
  }
  return std::nullopt;
}

std::optional<fs::path> DiskFiles::find(std::string_view path) const {
  const auto it = found(path);
  return it ? std::optional(it->file) : std::nullopt;
}

int DiskFiles::rank(std::string_view path) const {
  const auto it = found(path);
  return it ? ranks_[it->root] : 0;
}

const reading::FileSource& DiskFiles::seen_from(std::string_view path) const {
  const auto it = found(path);
  return it && it->root < views_.size() ? *views_[it->root] : *this;
}

bool DiskFiles::own(std::string_view path) const {
  const auto it = found(path);
  return !it || !views_.empty() || it->root == 0;
}

// What is not there is named where it would be looked for first.
std::string DiskFiles::place(std::string_view path) const {
  const auto it = found(path);
  const std::string plain = reading::without_version(path).first;
  for (std::size_t i = it ? it->root : 0; i < roots_.size(); ++i) {
    const ContentRoot& root = roots_[i];
    if (!plain.starts_with(root.mounted_at)) continue;
    const std::string below = plain.substr(root.mounted_at.size());
    return root.shown.empty() ? below : with_slash(root.shown) + below;
  }
  return plain;
}

bool DiskFiles::leads_out(std::string_view path) const {
  const std::string plain(path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0)));
  if (!reading::is_plain_path(plain)) return false;
  return std::any_of(roots_.begin(), roots_.end(), [&](const ContentRoot& root) {
    if (!plain.starts_with(root.mounted_at)) return false;
    std::error_code failed;
    return fs::exists(root.folder / platform::path_from(plain.substr(root.mounted_at.size())), failed) && !inside(root, plain);
  });
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

} // namespace firsthand::content
