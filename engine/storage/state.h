// What an open Database holds, shared by this room's files only.
#pragma once

#include "engine/storage/database.h"
#include "engine/storage/sqlite.h"

namespace firsthand::storage {

struct Database::State {
  std::filesystem::path path;
  Options options;
  Connection connection;
  std::string chain_id;
  std::array<std::uint8_t, 32> workstation_key{};
  Moment created;
  Hash start; // the genesis hash of this chain
};

constexpr std::int64_t application_id = 0x46486E64; // "FHnd", at byte 68 of the file

int newest_version(const Options& options);
Result<int> user_version(Connection& connection);
Result<std::string> pragma_text(Connection& connection, const char* pragma);

// Makes the complete file under another name and renames it: a file that has the name is never half made.
Result<void> create_database(const std::filesystem::path& path, const Options& options);

// Copies the database first, then applies each migration above `from` in a transaction of its own.
Result<void> upgrade_database(Connection& connection, const std::filesystem::path& path, const Options& options,
                              int from);

Result<void> copy_database(Connection& source, const std::filesystem::path& target, const Options& options);

} // namespace firsthand::storage
