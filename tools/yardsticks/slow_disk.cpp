// Yardstick: the disk of an old computer, to be preloaded (LD_PRELOAD). A flush takes 20 ms, and every change below the
// data folder is written down with the thread that made it, so that one can see whether the frames wait for the disk.
// FIRSTHAND_SLOW_DATA: the folder that is watched. FIRSTHAND_SLOW_LOG: lines "microseconds thread frame|other call bytes path".
// The system is called directly: what is replaced here must not be needed here.
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <thread>
#include <unistd.h>

namespace {

constexpr std::chrono::milliseconds flush_takes{20};
using Clock = std::chrono::steady_clock;

struct Watch {
  std::string data;
  int log = -1;
};

const Watch& watch() {
  static const Watch it = [] {
    Watch made;
    const char* data = std::getenv("FIRSTHAND_SLOW_DATA");
    const char* log = std::getenv("FIRSTHAND_SLOW_LOG");
    if (!data || !log) return made;
    made.data = data;
    made.log = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600));
    return made;
  }();
  return it;
}

void note_path(const char* call, const char* path, long bytes) {
  const int saved = errno;
  if (watch().log < 0 || std::strncmp(path, watch().data.c_str(), watch().data.size()) != 0) return;
  const long thread = ::syscall(SYS_gettid);
  const long long now = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
  char line[PATH_MAX + 100];
  const int length = std::snprintf(line, sizeof line, "%lld %ld %s %s %ld %s\n", now, thread,
                                   thread == ::syscall(SYS_getpid) ? "frame" : "other", call, bytes, path);
  ::syscall(SYS_write, watch().log, line, length);
  errno = saved;
}

void note(const char* call, int file, long bytes) {
  if (watch().log < 0 || file == watch().log) return;
  char link[40], path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const long length = ::syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  note_path(call, path, bytes);
}

// The real flush is part of the 20 ms.
template<class Call> auto slowly(const Call& call) {
  const auto until = Clock::now() + flush_takes;
  const auto result = call();
  const int saved = errno;
  std::this_thread::sleep_until(until);
  errno = saved;
  return result;
}

} // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
  return note("write", file, static_cast<long>(count)), ::syscall(SYS_write, file, bytes, count);
}
ssize_t writev(int file, const iovec* parts, int count) { return note("writev", file, count), ::syscall(SYS_writev, file, parts, count); }
ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
  return note("pwrite", file, static_cast<long>(count)), ::syscall(SYS_pwrite64, file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  return note("pwrite", file, static_cast<long>(count)), ::syscall(SYS_pwrite64, file, bytes, count, at);
}
int ftruncate(int file, off_t size) noexcept { return note("ftruncate", file, 0), static_cast<int>(::syscall(SYS_ftruncate, file, size)); }
int ftruncate64(int file, off64_t size) noexcept {
  return note("ftruncate", file, 0), static_cast<int>(::syscall(SYS_ftruncate, file, size));
}
int unlink(const char* path) noexcept { return note_path("unlink", path, 0), static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0)); }
int rename(const char* from, const char* to) noexcept {
  return note_path("rename", to, 0), static_cast<int>(::syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to));
}

int fsync(int file) {
  return note("fsync", file, 0), slowly([=] { return static_cast<int>(::syscall(SYS_fsync, file)); });
}
int fdatasync(int file) {
  return note("fdatasync", file, 0), slowly([=] { return static_cast<int>(::syscall(SYS_fdatasync, file)); });
}
int sync_file_range(int file, off64_t at, off64_t count, unsigned how) {
  return note("sync_file_range", file, count),
         slowly([=] { return static_cast<int>(::syscall(SYS_sync_file_range, file, at, count, how)); });
}
int msync(void* at, size_t count, int how) {
  return slowly([=] { return static_cast<int>(::syscall(SYS_msync, at, count, how)); });
}

} // extern "C"
