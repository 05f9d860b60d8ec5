// Windows. Names are wide at the system's edge and UTF-8 inside; the code page of the machine is never asked.
#include "engine/platform/platform.h"

#include "engine/platform/paths.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <io.h>
#include <iostream>
#ifndef NOMINMAX // some C++ libraries define it
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
// After windows.h, which they need.
#include <aclapi.h>
#include <sddl.h>
#include <shellapi.h>
#include <shlobj.h>

namespace firsthand::platform {

namespace fs = std::filesystem;

namespace {

// Without the line end that the system puts after it.
std::string reason_of(DWORD error) {
  wchar_t words[512] = {};
  DWORD length = ::FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, error, 0, words, 511, nullptr);
  while (length > 0 && (words[length - 1] <= L' ' || words[length - 1] == L'.'))
    words[--length] = 0;
  return length > 0 ? utf8_of(fs::path(words)) : fmt::format("error {}", error);
}

HANDLE handle_of(std::intptr_t number) { return reinterpret_cast<HANDLE>(number); }

std::string read_note(HANDLE file) {
  char bytes[512];
  DWORD count = 0;
  ::SetFilePointer(file, 0, nullptr, FILE_BEGIN);
  return ::ReadFile(file, bytes, sizeof bytes, &count, nullptr) ? std::string(bytes, count) : std::string();
}

bool write_note(HANDLE file, const std::string& text) {
  DWORD count = 0;
  ::SetFilePointer(file, 0, nullptr, FILE_BEGIN);
  return ::SetEndOfFile(file) && ::WriteFile(file, text.data(), static_cast<DWORD>(text.size()), &count, nullptr) && count == text.size();
}

// Far behind the note, so that whoever is turned away can still read who has the lock: locked bytes cannot be read here.
OVERLAPPED locked_byte() {
  OVERLAPPED at{};
  at.OffsetHigh = 1;
  return at;
}

fs::path known_folder(const KNOWNFOLDERID& id) {
  wchar_t* name = nullptr;
  const fs::path folder = SUCCEEDED(::SHGetKnownFolderPath(id, KF_FLAG_DEFAULT, nullptr, &name)) ? fs::path(name) : fs::path();
  ::CoTaskMemFree(name);
  return folder;
}

// What the system gives as text or list is freed by its own call.
struct FreeLocal {
  void operator()(void* memory) const { ::LocalFree(memory); }
};
template<class T> using Local = std::unique_ptr<T, FreeLocal>;

bool keeps_rights(const fs::path& path) {
  wchar_t root[MAX_PATH] = {};
  DWORD flags = 0;
  return ::GetVolumePathNameW(fs::absolute(path).c_str(), root, MAX_PATH) &&
         ::GetVolumeInformationW(root, nullptr, 0, nullptr, nullptr, &flags, nullptr, 0) && (flags & FILE_PERSISTENT_ACLS) != 0 &&
         ::GetDriveTypeW(root) != DRIVE_REMOVABLE;
}

// "S-1-5-…" of whoever runs the program; empty if it cannot be known.
std::wstring this_user() {
  HANDLE token = nullptr;
  if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &token)) return {};
  alignas(TOKEN_USER) unsigned char bytes[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
  DWORD size = 0;
  const bool known = ::GetTokenInformation(token, TokenUser, bytes, sizeof bytes, &size);
  ::CloseHandle(token);
  wchar_t* text = nullptr;
  if (!known || !::ConvertSidToStringSidW(reinterpret_cast<TOKEN_USER*>(bytes)->User.Sid, &text)) return {};
  const Local<wchar_t> kept(text);
  return text;
}

std::wstring owner_of(const std::wstring& path) {
  PSID owner = nullptr;
  PSECURITY_DESCRIPTOR all = nullptr;
  if (::GetNamedSecurityInfoW(path.c_str(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION, &owner, nullptr, nullptr, nullptr, &all) !=
      ERROR_SUCCESS)
    return {};
  const Local<void> kept(all);
  wchar_t* text = nullptr;
  if (!::ConvertSidToStringSidW(owner, &text)) return {};
  const Local<wchar_t> kept_text(text);
  return text;
}

std::int64_t ticks_of(const FILETIME& time) {
  return static_cast<std::int64_t>(std::uint64_t{time.dwHighDateTime} << 32 | time.dwLowDateTime);
}

} // namespace

std::vector<std::string> start_process(int, char**) {
  ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX); // an empty card reader or a pulled stick is ours to tell, not a box
  ::SetConsoleOutputCP(CP_UTF8);
  for (const int stream : {0, 1, 2})
    ::_setmode(stream, _O_BINARY);
  int count = 0;
  wchar_t** wide = ::CommandLineToArgvW(::GetCommandLineW(), &count);
  std::vector<std::string> words;
  for (int i = 0; wide && i < count; ++i) {
    const std::u8string word = fs::path(wide[i]).u8string(); // u8string keeps '\', which a sentence may hold
    words.emplace_back(word.begin(), word.end());
  }
  ::LocalFree(wide);
  return words;
}

bool has_console() {
  const HANDLE out = ::GetStdHandle(STD_ERROR_HANDLE);
  return out != nullptr && out != INVALID_HANDLE_VALUE;
}

std::optional<std::string> read_secret(const std::string& prompt) {
  const HANDLE in = ::GetStdHandle(STD_INPUT_HANDLE);
  DWORD shown = 0;
  const bool terminal = ::GetConsoleMode(in, &shown);
  if (terminal) {
    ::SetConsoleMode(in, shown & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    std::cerr << prompt << std::flush;
  }
  std::string line;
  const bool read = static_cast<bool>(std::getline(std::cin, line));
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (terminal) {
    ::SetConsoleMode(in, shown);
    std::cerr << "\n";
  }
  return read ? std::optional(line) : std::nullopt;
}

fs::path user_data_folder() {
  const fs::path local = known_folder(FOLDERID_LocalAppData);
  return local.empty() ? fs::current_path() / "firsthand-data" : local / "Firsthand";
}

fs::path memory_folder() {
  const fs::path roaming = known_folder(FOLDERID_RoamingAppData);
  return roaming.empty() ? fs::path() : roaming / "Firsthand";
}

std::vector<fs::path> document_folders() {
  std::vector<fs::path> all;
  for (const KNOWNFOLDERID& id : {FOLDERID_Desktop, FOLDERID_Documents, FOLDERID_Downloads})
    if (fs::path folder = known_folder(id); !folder.empty()) all.push_back(std::move(folder));
  return all;
}

fs::path program_folder() {
  std::wstring name(32768, L'\0'); // the longest path there is
  const DWORD length = ::GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size()));
  name.resize(length < name.size() ? length : 0);
  return fs::path(name).parent_path();
}

std::vector<fs::path> font_folders() { // the program brings its fonts
  const fs::path program = program_folder();
  return program.empty() ? std::vector<fs::path>() : std::vector<fs::path>{program / "fonts"};
}

std::string host_name() {
  wchar_t name[256] = {};
  DWORD length = 255;
  if (!::GetComputerNameExW(ComputerNameDnsHostname, name, &length) || length == 0) return "this computer";
  return utf8_of(fs::path(name));
}

std::int64_t process_id() { return ::GetCurrentProcessId(); }

bool may_have_graphics_device() { return true; } // Direct3D says so itself, and quickly

int local_offset_minutes(std::int64_t seconds_since_1970) {
  const std::int64_t ticks = (seconds_since_1970 + 11'644'473'600) * 10'000'000; // since 1601, of 100 ns
  const FILETIME time{static_cast<DWORD>(ticks), static_cast<DWORD>(ticks >> 32)};
  SYSTEMTIME utc{}, local{};
  FILETIME shifted{};
  if (!::FileTimeToSystemTime(&time, &utc) || !::SystemTimeToTzSpecificLocalTime(nullptr, &utc, &local) ||
      !::SystemTimeToFileTime(&local, &shifted))
    return 0;
  return static_cast<int>((ticks_of(shifted) - ticks) / 600'000'000);
}

char list_separator() {
  wchar_t signs[8] = {};
  const int length = ::GetLocaleInfoEx(LOCALE_NAME_USER_DEFAULT, LOCALE_SLIST, signs, 7);
  const bool known = length == 2 && (signs[0] == L';' || signs[0] == L'\t'); // one sign and the end
  return known ? static_cast<char>(signs[0]) : ',';
}

bool sync_file(const fs::path& file) {
  const HANDLE handle = ::CreateFileW(file.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
  if (handle == INVALID_HANDLE_VALUE) return false;
  const bool synced = ::FlushFileBuffers(handle);
  return ::CloseHandle(handle) && synced;
}

// What a folder gets is handed down to what is in it and to what will be.
bool keep_private(const fs::path& file_or_folder) {
  const std::wstring user = this_user(), path = file_or_folder.wstring();
  if (user.empty() || !keeps_rights(file_or_folder) || owner_of(path) != user) return false;
  const std::wstring rights = L"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;" + user + L")";
  PSECURITY_DESCRIPTOR all = nullptr;
  if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(rights.c_str(), SDDL_REVISION_1, &all, nullptr)) return false;
  const Local<void> kept(all);
  BOOL there = FALSE, by_default = FALSE;
  PACL list = nullptr;
  if (!::GetSecurityDescriptorDacl(all, &there, &list, &by_default) || !there) return false;
  std::wstring name = path; // the call wants it writable
  return ::SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
                                 nullptr, list, nullptr) == ERROR_SUCCESS;
}

base::Result<std::unique_ptr<FileLock>> FileLock::take(const fs::path& file, const std::string& text, std::string& before) {
  const HANDLE handle =
      ::CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS, 0, nullptr);
  if (handle == INVALID_HANDLE_VALUE)
    return base::fail("lock-failed", fmt::format("{} cannot be written: {}.", utf8_of(file), reason_of(::GetLastError())));
  before = read_note(handle);
  OVERLAPPED at = locked_byte();
  if (!::LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)) {
    const DWORD error = ::GetLastError();
    ::CloseHandle(handle);
    if (error == ERROR_LOCK_VIOLATION || error == ERROR_IO_PENDING) return base::fail("lock-held", before);
    return base::fail("lock-failed", fmt::format("{} cannot be locked: {}.", utf8_of(file), reason_of(error)));
  }
  std::unique_ptr<FileLock> lock(new FileLock(reinterpret_cast<std::intptr_t>(handle)));
  write_note(handle, text); // the lock counts, not the note: on a full disk the record itself says what is wrong
  return lock;
}

// The file stays, as on other systems. Closing lets go of the lock, also when the process is ended.
FileLock::~FileLock() {
  write_note(handle_of(handle_), ""); // if it cannot be emptied, the next program takes over with the note
  ::CloseHandle(handle_of(handle_));
}

} // namespace firsthand::platform
