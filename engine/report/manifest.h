// What stands beside exported files: which record they come from, how far it went, and each file's hash. Read again later, from a
// folder that anybody may have written in: nothing in it is believed that was not checked.
#pragma once

#include "engine/report/records.h"

namespace firsthand::report {

// A file as it was written, and the state of the record that it tells.
struct Exported {
  std::string name;
  std::int64_t bytes = 0;
  crypto::Hash sha256;
  std::int64_t entries = 0;
  crypto::Hash head;
  base::Moment made;
  Told told = {};
};

std::string manifest_of(const Records& records, const std::vector<Exported>& files, const std::string& program, base::Moment made);

// What a manifest says; nothing if these bytes are none.
struct SeenInManifest {
  std::string chain_id;
  crypto::Hash head;
  std::int64_t entries = 0;
  base::Moment made;
  std::vector<std::string> workstations; // ids, oldest first
  std::vector<Exported> files;           // those that are told whole
};
std::optional<SeenInManifest> seen_in_manifest(std::string_view bytes);

} // namespace firsthand::report
