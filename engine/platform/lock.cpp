// The lock file holds who has it, so that the one who is turned away can be told.
#include "engine/platform/lock.h"

#include "engine/platform/paths.h"

#include <fmt/format.h>

namespace firsthand::platform {

namespace {

// The record with its log, copies and what was set aside; the lock.
bool is_ours(const std::filesystem::path& file) {
  const std::string name = utf8_of(file.filename());
  return name.starts_with("firsthand.db") || name == "firsthand.lock";
}

// A data folder is for one user: names, PINs and what was typed stand in it. One that serves something else too, and was only
// named as a data folder, is left to whoever made it; our files in it are not.
void make_private(const std::filesystem::path& data, bool made_now) {
  std::error_code failed;
  bool only_ours = true;
  for (auto entry = std::filesystem::directory_iterator(data, failed); !failed && entry != std::filesystem::directory_iterator();
       entry.increment(failed))
    if (is_ours(entry->path()))
      (void)keep_private(entry->path());
    else
      only_ours = false;
  if (made_now || only_ours || std::filesystem::exists(database_path(data), failed)) (void)keep_private(data);
}

} // namespace

base::Result<DataLock> DataLock::take(const std::filesystem::path& data) {
  std::error_code failed;
  const bool made_now = std::filesystem::create_directories(data, failed);
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
  make_private(data, made_now);
  if (!before.empty()) lock.left_behind_ = before;
  return lock;
}

std::filesystem::path database_path(const std::filesystem::path& data) { return data / "firsthand.db"; }

} // namespace firsthand::platform
