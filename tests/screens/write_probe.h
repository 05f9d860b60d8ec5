// Counts what one thread does to files: opening for writing, renaming, removing, cutting, making folders, changing rights. It stands
// before the system's own calls, so that it sees whoever makes them, SQLite and the C++ library too. For one source file of a test.
#pragma once

#ifdef __linux__

#include <atomic>
#include <cstdarg>
#include <cstdio>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/types.h>
#include <thread>
#include <unistd.h>

namespace write_probe {

inline std::atomic<std::thread::id> watched{};
inline std::atomic<int> count = 0, others = 0; // by the watched thread; by any other one
inline thread_local std::string last;

inline void see(const char* path) {
  if (watched.load() == std::thread::id()) return;
  const bool ours = std::this_thread::get_id() == watched.load();
  if (ours) last = path ? path : "";
  ++(ours ? count : others);
}

// From here on, of this thread.
struct Watch {
  Watch() { count = 0, others = 0, watched = std::this_thread::get_id(); }
  ~Watch() { watched = std::thread::id(); }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
};

template<class Result, class... Words> Result passed_on(const char* name, Words... words) {
  return reinterpret_cast<Result (*)(Words...)>(dlsym(RTLD_NEXT, name))(words...);
}

inline int opened(const char* name, const char* path, int flags, mode_t mode) {
  if ((flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0) see(path);
  return reinterpret_cast<int (*)(const char*, int, ...)>(dlsym(RTLD_NEXT, name))(path, flags, mode);
}

} // namespace write_probe

extern "C" {
#define FH_PROBED_OPEN(name)                                                                                                               \
  int name(const char* path, int flags, ...) {                                                                                             \
    va_list rest;                                                                                                                          \
    va_start(rest, flags);                                                                                                                 \
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;                                                                 \
    va_end(rest);                                                                                                                          \
    return write_probe::opened(#name, path, flags, mode);                                                                                  \
  }
FH_PROBED_OPEN(open)
FH_PROBED_OPEN(open64)
#undef FH_PROBED_OPEN

FILE* fopen64(const char* path, const char* how) {
  if (how[0] != 'r' || std::string(how).find('+') != std::string::npos) write_probe::see(path);
  return write_probe::passed_on<FILE*>("fopen64", path, how);
}
int rename(const char* from, const char* to) noexcept { return write_probe::see(from), write_probe::passed_on<int>("rename", from, to); }
int remove(const char* path) noexcept { return write_probe::see(path), write_probe::passed_on<int>("remove", path); }
int unlink(const char* path) noexcept { return write_probe::see(path), write_probe::passed_on<int>("unlink", path); }
int rmdir(const char* path) noexcept { return write_probe::see(path), write_probe::passed_on<int>("rmdir", path); }
int mkdir(const char* path, mode_t mode) noexcept { return write_probe::see(path), write_probe::passed_on<int>("mkdir", path, mode); }
int chmod(const char* path, mode_t mode) noexcept { return write_probe::see(path), write_probe::passed_on<int>("chmod", path, mode); }
int fchmodat(int folder, const char* path, mode_t mode, int flags) noexcept {
  return write_probe::see(path), write_probe::passed_on<int>("fchmodat", folder, path, mode, flags);
}
int fchmod(int file, mode_t mode) noexcept {
  return write_probe::see("a file's rights"), write_probe::passed_on<int>("fchmod", file, mode);
}
int ftruncate(int file, off_t size) noexcept {
  return write_probe::see("a file's end"), write_probe::passed_on<int>("ftruncate", file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
  return write_probe::see("a file's end"), write_probe::passed_on<int>("ftruncate64", file, size);
}
}

#endif
