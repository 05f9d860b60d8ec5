// Names that FAT, NTFS and a shell take, and endings.
#include "engine/records/export_names.h"

#include "engine/base/utf8.h"
#include "engine/platform/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firsthand::records {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_name_bytes = 48, most_id = 8; // of a part of a name

bool plain(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

// A letter of another script, as far as its block says so: punctuation, controls, invisible signs and wide forms of our own
// signs are not.
bool letter(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 10> not_letters{{{0x0000, 0x00BF},
                                                                       {0x034F, 0x034F},
                                                                       {0x061C, 0x061C},
                                                                       {0x115F, 0x1160},
                                                                       {0x17B4, 0x17B5},
                                                                       {0x180B, 0x180F},
                                                                       {0x2000, 0x2BFF},
                                                                       {0x2E00, 0x303F},
                                                                       {0xD800, 0xFAFF},
                                                                       {0xFE00, 0x10FFFF}}};
  return std::none_of(not_letters.begin(), not_letters.end(), [c](const auto& range) { return c >= range.first && c <= range.second; });
}

// What cannot stand in a name becomes "_"; the end of a long one goes.
std::string safe(std::string_view text) {
  std::string out;
  if (base::first_invalid_utf8(text)) return "_";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = base::next_code_point(text, at);
    if (out.size() + (at - from) > most_name_bytes) break;
    if (plain(c) || letter(c))
      out += text.substr(from, at - from);
    else
      out += '_';
  }
  if (out.starts_with('-')) out.front() = '_'; // no option
  return out;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

// From the last dot on, the dot alone too: no system keeps it at the end of a name.
std::string ending_of(const std::string& name) { return name.substr(std::min(name.rfind('.'), name.size())); }

bool has_letter(const std::string& ending) {
  return std::any_of(ending.begin(), ending.end(), [](char c) { return c < '0' || c > '9'; });
}

// "list.csv" of "list.csv/" and "list.csv/new" where it is a file; nothing if no file is in the way.
fs::path file_on_the_way(const fs::path& to) {
  std::error_code ignored;
  for (fs::path above = to.parent_path(); !above.empty(); above = above.parent_path()) {
    const fs::file_status status = fs::status(above, ignored);
    if (fs::exists(status)) return fs::is_directory(status) ? fs::path() : above;
    if (above == above.parent_path()) break;
  }
  return {};
}

base::Error unknown_ending(const fs::path& to, const std::string& known) {
  return base::fail("export-ending",
                    fmt::format("{} is no file that this export writes: its ending is {}. Name a file that ends in {}, or a "
                                "folder: one that is there, or with / at its end.",
                                platform::utf8_of(to), known, known));
}

} // namespace

std::string export_name_of(const report::StationRecord& station) {
  const std::string name = safe(station.station), number = safe(station.place), id = safe(station.id.substr(0, most_id));
  const bool told = !name.empty() && !number.empty() && name == station.station && number == station.place;
  std::string out = name;
  for (const std::string& part : {number, told ? std::string() : id})
    if (!part.empty()) out += (out.empty() ? "" : "-") + part;
  return out.empty() ? "unnamed" : out;
}

std::string ExportTarget::name_of(const report::ExportFile& file, const std::vector<report::ExportFile>& files) const {
  const std::string& first = files.front().sheet;
  if (stem.empty()) return fmt::format("{}-{}{}", file.sheet, station, file.ending);
  const std::string rest = file.sheet.starts_with(first) ? file.sheet.substr(first.size()) : "-" + file.sheet;
  return stem + rest + (file.ending == files.front().ending ? ending : file.ending);
}

base::Result<ExportTarget> export_target(const report::Records& records, const std::vector<report::ExportFile>& files, const fs::path& to) {
  ExportTarget target{to, {}, {}, export_name_of(records.stations.empty() ? report::StationRecord{} : records.stations.back())};
  std::error_code ignored;
  if (to.empty()) return base::fail("export-target", "No place is named. Name a folder, or a file, after --to.");
  if (const fs::path file = file_on_the_way(to); !file.empty())
    return base::fail("export-target", fmt::format("{} is a file, so nothing can lie in it. Name a folder.", platform::utf8_of(file)));
  if (fs::is_directory(to, ignored) || !to.has_filename()) return target;
  const std::string name = platform::utf8_of(to.filename()), ending = ending_of(name), &known = files.front().ending;
  if (lower(ending) == known && ending.size() < name.size()) {
    target.folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
    target.stem = name.substr(0, name.size() - ending.size()), target.ending = ending;
    return target;
  }
  if (!ending.empty() && (ending == "." || has_letter(ending.substr(1)))) return unknown_ending(to, known);
  if (fs::exists(fs::symlink_status(to, ignored)))
    return base::fail("export-target",
                      fmt::format("{} is a file. Name a folder, or a file that ends in {}.", platform::utf8_of(to), known));
  return target;
}

} // namespace firsthand::records
