// POSIX; platform_windows.cpp is the other one.
#include "engine/platform/platform.h"

#include "engine/platform/paths.h"

#include <fmt/format.h>

#include <cerrno>
#include <climits>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <langinfo.h>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace firsthand::platform {

namespace fs = std::filesystem;

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string read_all(int handle) {
  char bytes[512];
  const ssize_t count = ::pread(handle, bytes, sizeof bytes, 0);
  return count > 0 ? std::string(bytes, static_cast<std::size_t>(count)) : std::string();
}

} // namespace

std::vector<std::string> start_process(int count, char** words) { return {words, words + count}; }

bool has_console() { return true; }

std::optional<std::string> read_secret(const std::string& prompt) {
  termios shown{};
  const bool terminal = ::tcgetattr(STDIN_FILENO, &shown) == 0;
  if (terminal) {
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    std::cerr << prompt << std::flush;
  }
  std::string line;
  const bool read = static_cast<bool>(std::getline(std::cin, line));
  if (terminal) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::cerr << "\n";
  }
  return read ? std::optional(line) : std::nullopt;
}

fs::path user_data_folder() {
  if (const std::string data = variable("XDG_DATA_HOME"); !data.empty() && data.front() == '/') return fs::path(data) / "firsthand";
  if (const std::string home = variable("HOME"); !home.empty()) return fs::path(home) / ".local/share/firsthand";
  return fs::current_path() / "firsthand-data";
}

fs::path memory_folder() {
  if (const std::string state = variable("XDG_STATE_HOME"); !state.empty() && state.front() == '/') return fs::path(state) / "firsthand";
  if (const std::string home = variable("HOME"); !home.empty()) return fs::path(home) / ".local/state/firsthand";
  return {};
}

// XDG_DESKTOP_DIR="$HOME/Desktop": the desktop names them in the language of its user.
std::vector<fs::path> document_folders() {
  const std::string home = variable("HOME"), own = variable("XDG_CONFIG_HOME");
  std::vector<fs::path> all;
  if (home.empty()) return all;
  std::ifstream names((own.empty() ? fs::path(home) / ".config" : fs::path(own)) / "user-dirs.dirs");
  constexpr std::string_view in_home = "$HOME/";
  for (std::string line; std::getline(names, line);) {
    const std::size_t from = line.find("=\"");
    const bool meant = line.starts_with("XDG_DESKTOP_DIR") || line.starts_with("XDG_DOCUMENTS_DIR") || line.starts_with("XDG_DOWNLOAD_DIR");
    if (!meant || from == line.npos || !line.ends_with('"') || line.size() < from + 3) continue;
    const std::string value = line.substr(from + 2, line.size() - from - 3);
    all.push_back(value.starts_with(in_home) ? fs::path(home) / value.substr(in_home.size()) : fs::path(value));
  }
  if (all.empty()) all = {fs::path(home) / "Desktop", fs::path(home) / "Documents", fs::path(home) / "Downloads"};
  std::error_code ignored;
  std::erase_if(all, [&](const fs::path& each) { return !fs::is_directory(each, ignored); });
  return all;
}

fs::path program_folder() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  return failed ? fs::path() : program.parent_path();
}

std::vector<fs::path> font_folders() {
  std::vector<fs::path> found;
  if (const fs::path program = program_folder(); !program.empty()) found.push_back(program / "fonts");
  for (const char* folder : {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/droid"})
    if (fs::is_directory(folder)) found.emplace_back(folder);
  return found;
}

std::string host_name() {
  char name[256] = {};
  if (::gethostname(name, sizeof name - 1) != 0) return "this computer";
  return name;
}

std::int64_t process_id() { return ::getpid(); }

// The kernel's devices; the last one is Windows' own below a Linux.
bool may_have_graphics_device() {
  std::error_code failed;
  for (const char* device : {"/dev/dri", "/dev/nvidiactl", "/dev/dxg"})
    if (fs::exists(device, failed)) return true;
  return false;
}

int local_offset_minutes(std::int64_t seconds_since_1970) {
  const std::time_t time = seconds_since_1970;
  std::tm local{};
  if (!::localtime_r(&time, &local)) return 0;
  return static_cast<int>(local.tm_gmtoff / 60);
}

// There is no setting for it here. Where the comma stands in numbers, spreadsheets go by the semicolon.
char list_separator() {
  const locale_t locale = ::newlocale(LC_NUMERIC_MASK, "", nullptr);
  if (!locale) return ',';
  const bool comma_in_numbers = ::nl_langinfo_l(RADIXCHAR, locale)[0] == ',';
  ::freelocale(locale);
  return comma_in_numbers ? ';' : ',';
}

bool sync_file(const fs::path& file) {
  const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return false;
  const bool synced = ::fsync(handle) == 0;
  return ::close(handle) == 0 && synced;
}

// A link is not followed: it may lead to what is none of ours.
bool keep_private(const fs::path& file_or_folder) {
  struct stat now {};
  if (::lstat(file_or_folder.c_str(), &now) != 0 || now.st_uid != ::geteuid()) return false;
  if ((!S_ISDIR(now.st_mode) && !S_ISREG(now.st_mode)) || (now.st_mode & S_ISVTX) != 0) return false;
  const mode_t wanted = S_ISDIR(now.st_mode) ? 0700 : 0600;
  return (now.st_mode & 07777) == wanted || ::chmod(file_or_folder.c_str(), wanted) == 0;
}

base::Result<std::unique_ptr<FileLock>> FileLock::take(const fs::path& file, const std::string& text, std::string& before) {
  const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (handle < 0) return base::fail("lock-failed", fmt::format("{} cannot be written: {}.", utf8_of(file), std::strerror(errno)));
  before = read_all(handle);
  if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
    const bool held = errno == EWOULDBLOCK;
    const std::string why = std::strerror(errno);
    ::close(handle);
    if (held) return base::fail("lock-held", before);
    return base::fail("lock-failed", fmt::format("{} cannot be locked: {}.", utf8_of(file), why));
  }
  std::unique_ptr<FileLock> lock(new FileLock(handle));
  // The lock counts, not the note: on a full disk the record itself says what is wrong.
  if (::ftruncate(handle, 0) == 0 && ::pwrite(handle, text.data(), text.size(), 0) < 0) errno = 0;
  return lock;
}

// The file stays: removing it would let two programs lock two files of one name.
FileLock::~FileLock() {
  const int handle = static_cast<int>(handle_);
  if (::ftruncate(handle, 0) != 0) errno = 0; // the note stays, and the next program takes over with it
  ::close(handle);
}

} // namespace firsthand::platform
