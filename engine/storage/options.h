// How a database is opened: what it may do, and the seams through which tests make it fail.
#pragma once

#include "engine/base/moment.h"
#include "engine/crypto/entropy.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::storage {

enum class OpenMode { read_write, read_only };
enum class QuickCheck { run, skip }; // reads the whole file: about a second for 500 MB

// One step of the schema. The embedded ones come from engine/storage/migrations/0001.sql and so on.
struct Migration {
  int version = 0;
  std::string_view sql;
};

std::span<const Migration> embedded_migrations();

// The steps of one append, in order. A test's `fails_at` says which of them fails, as if the disk were full.
enum class AppendStep { begin, read_head, write_attempt, write_entry, write_texts, commit };

struct Options {
  crypto::Entropy* entropy = nullptr; // needed where a database may have to be created (workstation key, chain id); not owned
  base::Moment now;                   // the instant noted as `created`
  std::string stamp = "upgrade";      // names the copy made before an upgrade: <name>.before-<version>-<stamp>
  OpenMode mode = OpenMode::read_write;
  QuickCheck quick_check = QuickCheck::run;
  int busy_milliseconds = 250; // how long to wait for another program's lock

  // Seams for tests.
  std::string vfs;   // name of a registered SQLite VFS; "": the system's
  int max_pages = 0; // 0: no limit; otherwise the file is "full" beyond this many
  std::span<const Migration> migrations = embedded_migrations();
  std::function<bool(AppendStep)> fails_at; // true: this step fails
};

} // namespace firsthand::storage
