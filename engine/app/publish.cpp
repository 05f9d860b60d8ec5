// Writing exports.
#include "engine/app/publish.h"

#include "engine/app/paths.h"
#include "engine/app/platform.h"
#include "engine/app/witness.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace firsthand::app {

namespace fs = std::filesystem;

namespace {

base::Error cannot_write(const fs::path& file) {
  return base::fail("export-failed",
                    fmt::format("{} could not be written. Check the folder, who may write there, and the free space.", utf8_of(file)));
}

std::string extension_of(const std::string& name) { return name.substr(std::min(name.rfind('.'), name.size())); }

bool is_file_name(const fs::path& to, const std::vector<report::ExportFile>& files) {
  return !fs::is_directory(to) && !files.empty() && utf8_of(to.extension()) == extension_of(files.front().name);
}

// "table.csv": table.csv, table-dictionary.csv, table-manifest.json.
void name_after(const std::string& stem, std::vector<report::ExportFile>& files) {
  const std::string first = files.front().name.substr(0, files.front().name.rfind('.'));
  for (report::ExportFile& file : files) {
    const bool same_start = file.name.starts_with(first);
    file.name = same_start ? stem + file.name.substr(first.size()) : stem + "-" + file.name;
  }
}

base::Error other_export(const fs::path& folder, const char* of) {
  return base::fail("export-older",
                    fmt::format("{} holds an export {}. It was left as it is: it may be the only trace. Export into another folder.",
                                utf8_of(folder), of));
}

// What another record, a copy of this one on another computer, or a later state of it exported here stays.
base::Result<void> check_not_older(const report::Records& records, const fs::path& folder) {
  const auto before = witness_of_export(folder);
  if (!before) return {};
  if (before->chain != records.chain_id) return other_export(folder, "of another record");
  const auto is_its = [&before](const report::StationRecord& station) { return station.id == before->workstations.back(); };
  const bool known = before->workstations.empty() || std::any_of(records.stations.begin(), records.stations.end(), is_its);
  if (!known || before->seq > records.entries || (before->seq == records.entries && before->head != records.head))
    return other_export(folder, "of a later state of this record, or of its copy on another computer");
  return {};
}

} // namespace

base::Result<void> write_whole(const fs::path& file, std::string_view bytes) {
  fs::path part = file;
  part += ".part";
  std::ofstream stream(part, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code failed;
  if (!stream || !sync_file(part)) {
    fs::remove(part, failed);
    return cannot_write(file);
  }
  fs::rename(part, file, failed);
  if (failed) return cannot_write(file);
  return {};
}

base::Result<std::vector<fs::path>> publish(const report::Records& records, std::vector<report::ExportFile> files, const fs::path& to,
                                            const std::string& program, base::Moment made) {
  const bool single = is_file_name(to, files);
  const fs::path folder = single ? to.parent_path() : to;
  if (!single) FH_CHECK(check_not_older(records, folder));
  if (single) name_after(utf8_of(to.stem()), files);
  report::ExportFile manifest = report::manifest_of(records, files, program, made);
  if (single) manifest.name = utf8_of(to.stem()) + "-" + manifest.name;
  files.push_back(std::move(manifest));
  std::error_code failed;
  if (!folder.empty()) fs::create_directories(folder, failed);
  if (failed) return cannot_write(folder);
  std::vector<fs::path> written;
  for (const report::ExportFile& file : files) {
    written.push_back(folder / path_from(file.name));
    FH_CHECK(write_whole(written.back(), file.bytes));
  }
  return written;
}

} // namespace firsthand::app
