// See list_files.h.
#include "engine/app/list_files.h"

#include "engine/base/table_reader.h"
#include "engine/platform/paths.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

namespace firsthand::app {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> list_endings{".csv", ".txt", ".tsv"};
constexpr int most_looked_at = 2000; // of a folder

bool ends_as_list(const fs::path& file) {
  std::string ending = platform::utf8_of(file.extension());
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(list_endings.begin(), list_endings.end(), ending) != list_endings.end();
}

std::int64_t changed_at(const fs::path& file) {
  std::error_code failed;
  const fs::file_time_type time = fs::last_write_time(file, failed);
  if (failed) return 0;
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::file_clock::to_sys(time).time_since_epoch()).count();
}

void add_lists_in(const fs::path& folder, std::vector<ListFile>& all) {
  std::error_code failed;
  int looked_at = 0;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end && looked_at < most_looked_at;
       at.increment(failed), ++looked_at)
    if (std::error_code ignored; ends_as_list(at->path()) && at->is_regular_file(ignored))
      all.push_back({at->path(), changed_at(at->path())});
}

} // namespace

std::vector<ListFile> list_files(const std::vector<fs::path>& folders, std::size_t most) {
  std::vector<ListFile> all;
  for (const fs::path& folder : folders)
    add_lists_in(folder, all);
  std::sort(all.begin(), all.end(), [](const ListFile& one, const ListFile& other) {
    return one.changed != other.changed ? one.changed > other.changed : one.path < other.path;
  });
  if (all.size() > most) all.resize(most);
  return all;
}

fs::path list_path(std::string_view typed) {
  while (!typed.empty() && (typed.front() == ' ' || typed.front() == '"'))
    typed.remove_prefix(1);
  while (!typed.empty() && (typed.back() == ' ' || typed.back() == '"'))
    typed.remove_suffix(1);
  return platform::path_from(typed);
}

base::Result<std::string> read_list_file(std::string_view typed) {
  const fs::path file = list_path(typed);
  std::error_code failed;
  const auto size = fs::is_regular_file(file, failed) ? fs::file_size(file, failed) : 0;
  std::ifstream stream(file, std::ios::binary);
  if (failed || !fs::is_regular_file(file, failed) || !stream)
    return base::fail("list-file", platform::utf8_of(file) + ": there is no such file, or it cannot be read.");
  constexpr std::size_t too_many = base::TableLimits().bytes + 1; // enough to be refused
  std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(size, too_many)), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

} // namespace firsthand::app
