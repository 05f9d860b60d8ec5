// One program per data folder. The second one is told who has it. A lock whose program died is taken over, with a note.
#pragma once

#include "engine/platform/platform.h"

#include <optional>

namespace firsthand::platform {

class DataLock {
 public:
  // Makes the folder if it is missing, and keeps it and our files in it for this user alone. Errors: "data-folder-in-use" (says which
  // process on which machine), "data-folder-failed" (cannot be made or written).
  static base::Result<DataLock> take(const std::filesystem::path& data);

  // What the last program left behind, if it did not close: "process 4711 on desk-3".
  const std::optional<std::string>& left_behind() const { return left_behind_; }

 private:
  std::unique_ptr<FileLock> lock_;
  std::optional<std::string> left_behind_;
};

std::filesystem::path database_path(const std::filesystem::path& data);

} // namespace firsthand::platform
