// The data folder is for one user: its rights and those of all that is made in it, under an umask that gives everything away.
#include "tests/app/fixture.h"

#ifndef _WIN32
#include "engine/platform/platform.h"

#include <sys/stat.h>

using namespace app_tests;

namespace {

struct GivingAway {
  GivingAway() : before(::umask(0)) {}
  ~GivingAway() { ::umask(before); }
  mode_t before;
};

unsigned rights(const fs::path& path) { return static_cast<unsigned>(fs::status(path).permissions()) & 07777u; }

std::string open_to_others(const fs::path& folder) {
  std::string found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if ((rights(entry.path()) & 077u) != 0) found += entry.path().filename().string() + " ";
  return found;
}

} // namespace

TEST_CASE("app: a new data folder and all that is made in it are for its owner alone") {
  const GivingAway umask;
  Office office;
  office.data.write("inside/x", "");
  fs::remove_all(office.data.path / "inside");
  fs::permissions(office.data.path, fs::perms::all);
  office.open();
  office.begin();
  CHECK(rights(office.data.path) == 0700);
  CHECK(fs::exists(office.data.path / "firsthand.db-wal"));
  CHECK(open_to_others(office.data.path) == "");
  storage::Options looking;
  looking.mode = storage::OpenMode::read_only;
  auto database = taken(storage::Database::open(office.data.path / "firsthand.db", looking));
  done(database.backup_to(office.data.path / "copy.db"));
  CHECK(rights(office.data.path / "copy.db") == 0600);
}

TEST_CASE("app: an existing data folder is made private when its owner opens it, with logs, copies and what was set aside") {
  const GivingAway umask;
  Office office;
  office.open();
  office.begin();
  for (const char* name : {"firsthand.db.before-3-x", "firsthand.db.damaged-x", "firsthand.db-journal"})
    office.data.write(name, name == std::string("firsthand.db-journal") ? "" : "x");
  office.data_folder.reset();
  fs::permissions(office.data.path, fs::perms::all);
  for (const auto& entry : fs::directory_iterator(office.data.path))
    fs::permissions(entry.path(), fs::perms::all);
  office.open();
  CHECK(rights(office.data.path) == 0700);
  CHECK(open_to_others(office.data.path) == "");
}

TEST_CASE("app: a folder that serves something else, or everybody, is left as it is, and our files in it are private all the same") {
  const GivingAway umask;
  Folder shared;
  shared.write("notes/of-others.txt", "x");
  fs::permissions(shared.path, static_cast<fs::perms>(0755));
  const auto lock = taken(platform::DataLock::take(shared.path));
  CHECK(rights(shared.path) == 0755);
  CHECK(rights(shared.path / "firsthand.lock") == 0600);
  Folder everybody;
  fs::permissions(everybody.path, static_cast<fs::perms>(01777));
  CHECK_FALSE(platform::keep_private(everybody.path));
  CHECK(rights(everybody.path) == 01777);
  fs::create_symlink(shared.path / "notes/of-others.txt", everybody.path / "link");
  CHECK_FALSE(platform::keep_private(everybody.path / "link"));
}
#endif
