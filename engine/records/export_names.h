// How exported files are called: after what they hold and the computer they come from, so that many computers' files lie side by
// side in one folder on any file system. Knows nothing of what is in them.
#pragma once

#include "engine/report/records.h"

#include <filesystem>
#include <optional>

namespace firsthand::records {

// "P1-1": station and number as far as every file system takes them; where something had to be changed, is missing, or is long, the
// first 8 signs of the workstation's id tell it from others. Never begins with a sign that a command takes for an option.
std::string export_name_of(const report::StationRecord& station);

// Where an export goes.
struct ExportTarget {
  std::filesystem::path folder;
  std::string stem, ending; // of the file that was named: "LIST", ".CSV"; empty: a folder was named
  std::string station;      // export_name_of

  std::string name_of(const report::ExportFile& file, const std::vector<report::ExportFile>& files) const;
  std::string manifest() const { return "manifest-" + station + ".json"; }
  std::string checksums() const { return station + "-SHA256SUMS"; }
  std::string next_checksums() const { return station + ".next"; } // while files are being replaced
};

// `to` is a folder, there or not, or a file name with the ending of the first of `files`, in any case. Errors: "export-ending" (another
// ending, with those that are known), "export-target" (a file where a folder is meant).
base::Result<ExportTarget> export_target(const report::Records& records, const std::vector<report::ExportFile>& files,
                                         const std::filesystem::path& to);

} // namespace firsthand::records
