// What has to be looked at before anybody trains on an opened record: was an earlier copy put back, is this a copy on another
// machine, can the clock be believed. Counts the start, in the record and in a second place.
#pragma once

#include "engine/records/clock_doubt.h"
#include "engine/records/rollback_marker.h"

#include <functional>
#include <string>

namespace firsthand::records {

struct Services;

enum class RolledBackRecord : std::uint8_t { refuse, accept };

struct StartOptions {
  std::filesystem::path memory;              // the second place; empty: none, and nothing is compared
  std::vector<std::filesystem::path> drives; // where exports may have left a manifest
  RolledBackRecord rolled_back = RolledBackRecord::refuse;
  std::string machine; // a test's name for this machine; empty: the machine itself
};

struct StartReport {
  bool cloned = false;             // the record came here by a copy: it has an identity and a key of its own now
  bool rolled_back = false;        // and that was accepted
  bool newest_missing = false;     // the log beside the record was gone, and with it maybe the newest actions
  bool synchronised = false;       // the folder is copied elsewhere by a service
  std::optional<ClockDoubt> clock; // to be asked before training
};

// What another place remembers that this record has not, and nobody accepted; nothing: no such doubt. Changes nothing.
base::Result<std::optional<RolledBack>> earlier_copy(storage::Database& database, const std::filesystem::path& data,
                                                     const StartOptions& options);

// Errors: "record-rolled-back" (nothing was changed), those of the database.
base::Result<StartReport> start_record(storage::Database& database, const std::filesystem::path& data, const Services& services,
                                       const StartOptions& options);

} // namespace firsthand::records
