// What another place remembers of a record: how often it was opened, how far its chain went. If the record is now behind, an
// earlier copy was put back: by a disk that is restored at each restart, or by hand. A marker that stands on the same disk is
// restored with it and tells nothing; what an export left on a stick does.
#pragma once

#include "engine/storage/database.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace firsthand::records {

struct RollbackMarker {
  std::string chain;
  std::int64_t starts = 0; // 0: not known
  std::int64_t seq = 0;    // of the newest entry seen
  crypto::Hash head;
  base::Moment seen; // by the clock of then
  // Whose it was: copies of one record on two machines go their own ways, and a profile or a stick may see both.
  std::string fingerprint = {};               // of the machine; "" if not known
  std::vector<std::string> workstations = {}; // of an export: ids of all that it knew, oldest first
};

// From the file in a folder, the newest first: one of each machine that had this chain. What cannot be read is left out: the file
// comes from elsewhere.
std::vector<RollbackMarker> read_markers(const std::filesystem::path& folder, std::string_view chain);
// Keeps the newest 64. Makes the folder.
base::Result<void> write_marker(const std::filesystem::path& folder, const RollbackMarker& marker);

// From the manifests that exports of this chain left in a folder.
std::vector<RollbackMarker> markers_in(const std::filesystem::path& folder, std::string_view chain);
// Those in a folder, in those right below it, and in `results` below those.
std::vector<RollbackMarker> markers_of_exports(const std::filesystem::path& folder, std::string_view chain);

struct RolledBack {
  std::int64_t entries_then = 0, entries_now = 0;
  base::Moment seen;
  crypto::Hash head = {}; // that was seen
};

// The furthest that a marker is ahead of the record, or tells another history; nothing if all agree.
base::Result<std::optional<RolledBack>> rolled_back(storage::Database& database, const std::vector<RollbackMarker>& markers);
std::string words_of(const RolledBack& found); // what was seen and is not there, for a message

} // namespace firsthand::records
