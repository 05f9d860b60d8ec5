// Attempts as their sealed lines tell them, in words: what exports are folded from. Needs no content: a line carries its
// words, so an export works for scenarios that are no longer there.
#pragma once

#include "engine/base/json_line.h"
#include "engine/storage/database.h"

#include <map>
#include <optional>

namespace firsthand::report {

struct AttemptRecord {
  std::string id;
  std::vector<base::Json> lines; // begin or branch first
  std::vector<crypto::Hash> hashes;
  const base::Json& first() const { return lines.front(); }
  bool branch() const { return first().at("k").text() == "branch"; }
  // Signed in, at the window, no branch, no chance fixed: only such an attempt may count as completion.
  bool counts() const;
};

// Which computer an attempt was made on; without its key.
struct StationRecord {
  std::string id, origin, station, room, place;
  base::Moment since;
  std::int64_t after_entry = 0;
};

struct Records {
  std::string chain_id;
  crypto::Hash head;
  std::int64_t entries = 0;
  std::vector<AttemptRecord> attempts;      // in the order in which they began
  std::map<std::string, std::string> names; // person id → name; the erased are missing
  std::vector<StationRecord> stations;      // oldest first
  std::vector<storage::Incident> incidents; // oldest first
};

// Verifies the chain first. Errors: "record-damaged" with what is damaged; those of the database.
base::Result<Records> read_records(storage::Database& database);

struct ExportFile {
  std::string name, bytes;
};

// completion.csv, completion-dictionary.csv
std::vector<ExportFile> completion_table(const Records& records);
// statements.json: xAPI 1.0.3 in cmi5's vocabulary; the same statements with the same ids at every export.
std::vector<ExportFile> xapi_statements(const Records& records, const std::string& program);
// manifest.json over the files of an export: their hashes, the chain's head, how many entries.
ExportFile manifest_of(const Records& records, const std::vector<ExportFile>& files, const std::string& program, base::Moment made);

// What a manifest says of the record it was made from; nothing if these bytes are no manifest. They come from elsewhere.
struct SeenInManifest {
  std::string chain_id;
  crypto::Hash head;
  std::int64_t entries = 0;
  base::Moment made;
  std::vector<std::string> workstations; // ids, oldest first
};
std::optional<SeenInManifest> seen_in_manifest(std::string_view bytes);

} // namespace firsthand::report
