// Files for somebody else, written so that nobody ever finds half of one: beside the target, synced, renamed. A manifest comes last.
#pragma once

#include "engine/report/records.h"

#include <filesystem>

namespace firsthand::app {

// Errors: "export-failed" with the path. An existing file of that name is replaced at once or not at all.
base::Result<void> write_whole(const std::filesystem::path& file, std::string_view bytes);

// Errors: also "export-older" (a folder that holds the export of a later state of this record).
// `to` is a folder (made if missing), or a file name that ends like the first of `files`: then the others stand beside it, named
// after it. Gives the paths that were written.
base::Result<std::vector<std::filesystem::path>> publish(const report::Records& records, std::vector<report::ExportFile> files,
                                                         const std::filesystem::path& to, const std::string& program, base::Moment made);

} // namespace firsthand::app
