// See sealed_attempt.h.
#include "engine/records/sealed_attempt.h"

#include <fmt/format.h>

namespace firsthand::records {

namespace {

base::Error not_as_sealed(std::int64_t entry) {
  return base::fail("record-damaged", fmt::format("Entry {} is not as it was sealed. Run `firsthand verify`.", entry));
}

} // namespace

Result<report::AttemptRecord> sealed_attempt(Store& store, const std::string& id) {
  FH_TRY(entries, store.entries_of(id));
  report::AttemptRecord attempt{id, {}, {}};
  for (const storage::StoredEntry& each : entries) {
    if (ledger::seal(each.entry.previous, each.entry.line).hash != each.entry.hash) return not_as_sealed(each.seq);
    auto line = base::parse_json_line(each.entry.line);
    if (!line.ok()) return not_as_sealed(each.seq);
    attempt.lines.push_back(std::move(line).value());
    attempt.hashes.push_back(each.entry.hash);
  }
  if (attempt.lines.empty()) return base::fail("attempt-unknown", fmt::format("There is no attempt {} in this record.", id));
  return attempt;
}

} // namespace firsthand::records
