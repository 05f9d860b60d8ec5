// Files for somebody else, written so that nobody ever finds half of one: beside the target, synced, renamed.
#pragma once

#include "engine/report/records.h"

#include <filesystem>

namespace firsthand::records {

// Errors: "export-failed" with the path. An existing file of that name is replaced at once or not at all.
base::Result<void> write_whole(const std::filesystem::path& file, std::string_view bytes);

struct Publisher {
  std::string program; // and its version
  base::Moment now;
};

// Writes `files`, a manifest and checksums to `to`: a folder (made if missing), or a file name that ends like the first of `files`; then
// the others stand beside it, named after it. Gives the paths that were written, the checksums last. Errors: "export-failed"; those of
// export_target and ExportFolder; the files' own. After an error every file that was there before is whole, old or new.
base::Result<std::vector<std::filesystem::path>> publish(const report::Records& records, const std::vector<report::ExportFile>& files,
                                                         const std::filesystem::path& to, const Publisher& publisher);

} // namespace firsthand::records
