// The one place that knows the operating system: standard folders, the program's own folder, a lock that dies with its
// process, syncing a file. Nothing else of it belongs elsewhere.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace firsthand::platform {

// The words of the command line as UTF-8, the program's name first; afterwards the standard streams pass UTF-8 and line ends
// on as they are. Called once, first.
std::vector<std::string> start_process(int count, char** words);
bool has_console(); // somebody may read what is printed; a program opened by its icon on Windows has none
// A line that is typed after `prompt` and not shown; where no terminal is, the next line of standard input. Nothing at its end.
std::optional<std::string> read_secret(const std::string& prompt);
// Where this user's records go unless the command line or firsthand.portable says otherwise: $XDG_DATA_HOME/firsthand or
// ~/.local/share/firsthand; on Windows Firsthand in the local application data, which no network folder replaces.
std::filesystem::path user_data_folder();
// A place apart from the records where the program remembers what it saw of them: $XDG_STATE_HOME/firsthand; on Windows
// Firsthand in the roaming application data, which a server may keep where the disk is rolled back. Need not exist.
std::filesystem::path memory_folder();
std::filesystem::path program_folder();            // that holds the running program; empty if unknown
std::vector<std::filesystem::path> font_folders(); // "fonts" beside the program, then those of the system that are there
// Where this user's own files lie: desktop, documents, what was downloaded. Those that are there.
std::vector<std::filesystem::path> document_folders();
std::string host_name();
std::int64_t process_id();
// False: this machine has no graphics device that a program could draw with, so asking for one only costs time. True: maybe.
bool may_have_graphics_device();
// Minutes that local time is ahead of UTC at that instant.
int local_offset_minutes(std::int64_t seconds_since_1970);
// What stands between the cells of a list where this user lives, as the system's settings say it: ',', ';' or a tab.
char list_separator();

// What tells this machine from another one, as far as an ordinary user may read it; empty what cannot be known. Kept
// hashed only: it says whose machine it is.
struct MachineFingerprint {
  std::string firmware;             // the id that the maker gave the machine
  std::vector<std::string> network; // addresses of its own network cards
  std::string system;               // of the installed system: a disk image carries it along
};
MachineFingerprint machine_fingerprint();

enum class DriveKind : std::uint8_t { fixed, removable, network };
struct Drive {
  DriveKind kind = DriveKind::fixed;
  std::string serial; // of the volume; "" if unknown
};
Drive drive_of(const std::filesystem::path& folder); // of the nearest folder above that is there
// A service copies this folder to other computers and back while nobody looks (OneDrive and its like): two computers may then
// write one record.
bool is_synchronised(const std::filesystem::path& folder);
std::vector<std::filesystem::path> removable_drives(); // the roots of those that are in now

// The file's bytes are on the disk when this returns true.
bool sync_file(const std::filesystem::path& file);

// From here on only the owner of this file or folder may look into it; on Windows also the system and the administrators. False:
// it is somebody else's, everybody's by intent (a folder for temporary files), or its drive keeps no such rights; then nothing
// was changed. On Windows a removable drive is left alone: it goes to computers that do not know this user.
bool keep_private(const std::filesystem::path& file_or_folder);

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

} // namespace firsthand::platform
