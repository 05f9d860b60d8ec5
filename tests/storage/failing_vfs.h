// A disk that fails on purpose: passes everything on to the system's VFS, counts what would change the disk, and lets
// the n-th of those fail, once or from then on. It can also refuse to open anything for writing, which chmod cannot do
// to root. And it tells how many of them were one thread's.
#pragma once

#include <sqlite3.h>

#include <cstring>
#include <string>
#include <thread>
#include <vector>

namespace storage_tests {

enum class Lasting { once, from_then_on };

class FailingVfs {
 public:
  FailingVfs() : real_(sqlite3_vfs_find(nullptr)), name_("failing-" + std::to_string(next_number()++)) {
    vfs_ = *real_;
    vfs_.zName = name_.c_str();
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.pNext = nullptr;
    vfs_.pAppData = this;
    vfs_.xOpen = open;
    vfs_.xDelete = remove;
    sqlite3_vfs_register(&vfs_, 0);
  }
  ~FailingVfs() { sqlite3_vfs_unregister(&vfs_); }
  FailingVfs(const FailingVfs&) = delete;
  FailingVfs& operator=(const FailingVfs&) = delete;

  const std::string& name() const { return name_; }

  void fail_at(int operation, int result, Lasting lasting = Lasting::once) {
    operations_ = 0;
    fail_at_ = operation;
    result_ = result;
    lasting_ = lasting;
  }
  void heal() { fail_at_ = 0; }
  void make_read_only() { read_only_ = true; }
  int operations() const { return operations_; } // since fail_at
  void watch() { watched_thread_ = std::this_thread::get_id(), watched_ = 0; }
  int watched() const { return watched_; } // operations of the thread that called watch(), since then
  int failed() const { return failed_; }
  const std::string& last_failed() const { return last_failed_; }

 private:
  struct File {
    sqlite3_file base;
    FailingVfs* disk;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
  static sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }
  static int& next_number() {
    static int number = 0;
    return number;
  }

  int count(const char* what) {
    ++operations_;
    if (std::this_thread::get_id() == watched_thread_) ++watched_;
    if (fail_at_ == 0 || operations_ < fail_at_ || (operations_ > fail_at_ && lasting_ == Lasting::once)) return SQLITE_OK;
    ++failed_;
    last_failed_ = what;
    return result_;
  }

  // Not counted; but a disk that takes nothing any more keeps its files.
  static int remove(sqlite3_vfs* vfs, const char* name, int sync) {
    auto& disk = *static_cast<FailingVfs*>(vfs->pAppData);
    const bool fails = disk.fail_at_ > 0 && disk.operations_ >= disk.fail_at_ && disk.lasting_ == Lasting::from_then_on;
    return fails ? SQLITE_IOERR_DELETE : disk.real_->xDelete(disk.real_, name, sync);
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto& disk = *static_cast<FailingVfs*>(vfs->pAppData);
    std::memset(file, 0, sizeof(File));
    of(file).disk = &disk;
    if (disk.read_only_ && (flags & SQLITE_OPEN_READWRITE)) return SQLITE_CANTOPEN; // SQLite then asks for reading only
    const int result = disk.real_->xOpen(disk.real_, name, real(file), flags, out_flags);
    if (result == SQLITE_OK) file->pMethods = &methods();
    return result;
  }

  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods table = [] {
      sqlite3_io_methods m{};
      m.iVersion = 2;
      m.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
      m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); };
      m.xWrite = [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
        const int failing = of(f).disk->count("write");
        return failing ? failing : real(f)->pMethods->xWrite(real(f), from, n, at);
      };
      m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
        const int failing = of(f).disk->count("truncate");
        return failing ? failing : real(f)->pMethods->xTruncate(real(f), size);
      };
      m.xSync = [](sqlite3_file* f, int flags) {
        const int failing = of(f).disk->count("sync");
        return failing ? failing : real(f)->pMethods->xSync(real(f), flags);
      };
      m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
      m.xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); };
      m.xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
      m.xCheckReservedLock = [](sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); };
      m.xFileControl = [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); };
      m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
      m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
      m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
      };
      m.xShmLock = [](sqlite3_file* f, int at, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), at, n, flags); };
      m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
      m.xShmUnmap = [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); };
      return m;
    }();
    return table;
  }

  sqlite3_vfs* real_;
  std::string name_;
  sqlite3_vfs vfs_{};
  int operations_ = 0;
  int watched_ = 0;
  std::thread::id watched_thread_;
  int fail_at_ = 0;
  int failed_ = 0;
  int result_ = SQLITE_OK;
  Lasting lasting_ = Lasting::once;
  std::string last_failed_;
  bool read_only_ = false;
};

} // namespace storage_tests
