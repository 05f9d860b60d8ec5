// The lock file holds who has it, so that the one who is turned away can be told.
#include "engine/app/lock.h"

#include "engine/app/paths.h"

#include <fmt/format.h>

namespace firsthand::app {

base::Result<DataLock> DataLock::take(const std::filesystem::path& data) {
  std::error_code failed;
  std::filesystem::create_directories(data, failed);
  if (!std::filesystem::is_directory(data))
    return base::fail("data-folder-failed", fmt::format("The data folder {} cannot be made. Choose another with --data.", utf8_of(data)));
  const std::string me = fmt::format("process {} on {}", process_id(), host_name());
  std::string before;
  DataLock lock;
  auto taken = FileLock::take(data / "firsthand.lock", me, before);
  if (!taken.ok() && taken.error().code == "lock-held")
    return base::fail("data-folder-in-use",
                      fmt::format("The data folder {} is in use by {}. Close that program first, or choose another folder with --data.",
                                  utf8_of(data), before.empty() ? "another program" : before));
  if (!taken.ok()) return base::fail("data-folder-failed", taken.error().message + " Check who may write there.");
  lock.lock_ = std::move(taken).value();
  if (!before.empty()) lock.left_behind_ = before;
  return lock;
}

std::filesystem::path database_path(const std::filesystem::path& data) { return data / "firsthand.db"; }

} // namespace firsthand::app
