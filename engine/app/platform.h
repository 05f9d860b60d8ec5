// The one place that knows the operating system: standard folders, the program's own folder, a lock that dies with its
// process, syncing a file. Nothing else of it belongs elsewhere.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace firsthand::app {

// The words of the command line as UTF-8, the program's name first; afterwards the standard streams pass UTF-8 and line ends
// on as they are. Called once, first.
std::vector<std::string> start_process(int count, char** words);
bool has_console(); // somebody may read what is printed; a program opened by its icon on Windows has none
// Where this user's records go unless the command line or firsthand.portable says otherwise: $XDG_DATA_HOME/firsthand or
// ~/.local/share/firsthand; on Windows Firsthand in the local application data, which no network folder replaces.
std::filesystem::path user_data_folder();
std::filesystem::path program_folder(); // that holds the running program; empty if unknown
std::vector<std::filesystem::path> font_folders(); // of the system, those that are there
std::string host_name();
std::int64_t process_id();
// Minutes that local time is ahead of UTC at that instant.
int local_offset_minutes(std::int64_t seconds_since_1970);

// The file's bytes are on the disk when this returns true.
bool sync_file(const std::filesystem::path& file);

// A lock on a file that ends with the process, however it ends. Held as long as the object lives.
class FileLock {
 public:
  // Errors: "lock-held" (another process has it), "lock-failed". `text` is written into the file, `before` gets what stood there.
  static base::Result<std::unique_ptr<FileLock>> take(const std::filesystem::path& file, const std::string& text, std::string& before);
  ~FileLock(); // empties the file and lets go
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(std::intptr_t handle) : handle_(handle) {}
  std::intptr_t handle_;
};

} // namespace firsthand::app
