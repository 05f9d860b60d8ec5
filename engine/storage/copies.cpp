// Copies and renames of the whole file: online backup, and setting a damaged one aside. Never writes over anything.
#include "engine/storage/state.h"

#include <fmt/format.h>

namespace firsthand::storage {

namespace {

Result<void> copy_pages(Connection& source, Connection& target) {
  sqlite3_backup* backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
  if (!backup) return target.error(sqlite3_errcode(target.handle()));
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (finished != SQLITE_OK) return target.error(finished);
  if (stepped != SQLITE_DONE) return target.error(stepped);
  return {};
}

Result<void> fill_copy(Connection& source, const std::filesystem::path& draft, const Options& options, bool complete) {
  begin_private_file(draft);
  FH_TRY(target, Connection::open(draft, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options.vfs, options.busy_milliseconds));
  FH_CHECK(target.run("PRAGMA synchronous = FULL"));
  FH_CHECK(copy_pages(source, target));
  if (complete) FH_CHECK(target.run("UPDATE meta SET value = 0 WHERE key = 'in-use'"));
  return {};
}

std::filesystem::path part_of(const std::filesystem::path& path, std::string_view suffix) {
  auto longer = path;
  longer += std::filesystem::path(suffix);
  return longer;
}

constexpr std::string_view file_parts[] = {"", "-wal", "-shm", "-journal"};

Error not_set_aside(const std::filesystem::path& path, const std::error_code& why) {
  return base::fail("set-aside-failed",
                    fmt::format("{} could not be renamed ({}). Close all Firsthand windows and try again.", utf8(path), why.message()));
}

} // namespace

Result<void> copy_database(Connection& source, const std::filesystem::path& target, const Options& options, bool complete) {
  std::error_code failed;
  if (std::filesystem::exists(target, failed))
    return base::fail("file-exists", fmt::format("{} is there already. Choose another name.", utf8(target)));
  const auto draft = part_of(target, ".part");
  std::filesystem::remove(draft, failed);
  if (const auto filled = fill_copy(source, draft, options, complete); !filled.ok()) {
    for (const auto part : file_parts)
      std::filesystem::remove(part_of(draft, part), failed);
    return filled.error();
  }
  std::filesystem::rename(draft, target, failed);
  if (failed) return base::fail("database-io", fmt::format("The copy could not be named {} ({}).", utf8(target), failed.message()));
  return {};
}

Result<void> Database::backup_to(const std::filesystem::path& target) {
  return copy_database(state_->connection, target, state_->options, state_->completeness != Completeness::newest_may_be_missing);
}

Result<std::filesystem::path> set_aside(const std::filesystem::path& path, std::string_view stamp) {
  namespace fs = std::filesystem;
  const auto aside = part_of(path, fmt::format(".damaged-{}", stamp));
  std::vector<std::string_view> present;
  for (const auto part : file_parts) {
    if (fs::exists(part_of(aside, part)))
      return base::fail("set-aside-exists", fmt::format("{} is there already. Wait a second and try again.", utf8(part_of(aside, part))));
    if (fs::exists(part_of(path, part))) present.push_back(part);
  }
  if (present.empty()) return base::fail("set-aside-missing", fmt::format("There is no {} to set aside.", utf8(path)));
  for (std::size_t i = 0; i < present.size(); ++i) {
    std::error_code failed, ignored;
    fs::rename(part_of(path, present[i]), part_of(aside, present[i]), failed);
    if (!failed) continue;
    while (i-- > 0)
      fs::rename(part_of(aside, present[i]), part_of(path, present[i]), ignored); // all or nothing
    return not_set_aside(path, failed);
  }
  return aside;
}

} // namespace firsthand::storage
