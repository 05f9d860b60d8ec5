// A folder of exports that others write in as well: a file in it is replaced only if it is, byte for byte, what this record wrote
// there last. What was written stands in a manifest and in a file of checksums, both called after the computer.
#pragma once

#include "engine/records/export_names.h"
#include "engine/report/manifest.h"

namespace firsthand::records {

class ExportFolder {
 public:
  // Looks at what is there. Errors: "export-older" (an export of a later state of this record, or of another record under the same
  // names), "export-not-ours" (checksums that somebody else wrote).
  static base::Result<ExportFolder> open(const report::Records& records, const ExportTarget& target);

  // Errors: "export-not-ours" with the name and what to do: the file is none of ours, or was changed since.
  base::Result<void> check_may_write(const std::string& name) const;

  // Files of earlier exports that are still there and that are not in `now`, in the state in which they were written.
  std::vector<report::Exported> others(const std::vector<report::Exported>& now) const;
  // The text of the checksums: `files`, and what else stood there.
  std::string checksums(const std::vector<report::Exported>& files) const;

 private:
  struct Sum {
    crypto::Hash hash;
    std::string name;
  };
  base::Result<void> read(const report::Records& records);
  bool is_as_written(const std::string& name) const;
  static std::optional<std::vector<Sum>> sums_in(std::string_view text);

  ExportTarget target_;
  std::vector<Sum> sums_, next_; // next_: of an export that was interrupted while it replaced files
  std::vector<report::Exported> before_;
};

// Of a file that is there and can be read; a link, a pipe or a folder has none.
std::optional<crypto::Hash> hash_of_file(const std::filesystem::path& file);

} // namespace firsthand::records
