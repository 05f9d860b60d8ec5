// The start of an opened record, in the order in which it must be asked: nothing is counted before an older copy was accepted.
#include "engine/records/start.h"

#include "engine/base/json_line.h"
#include "engine/platform/paths.h"
#include "engine/records/machine.h"
#include "engine/records/services.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::records {

namespace {

std::string fingerprint_now(const storage::Database& database, const std::filesystem::path& data, const StartOptions& options) {
  const std::string& chain = database.chain_id();
  return options.machine.empty() ? fingerprint_line_here(data, chain) : fingerprint_line({}, {options.machine, {}, {}}, chain);
}

// What another machine saw of its own copy says nothing of this one, and an export only of a record whose workstation it knew.
std::vector<RollbackMarker> markers_of(const storage::Database& database, const std::string& fingerprint, const StartOptions& options) {
  std::vector<RollbackMarker> all = read_markers(options.memory, database.chain_id());
  std::erase_if(all, [&](const RollbackMarker& each) { return same_machine(each.fingerprint, fingerprint) == SameMachine::other; });
  if (same_machine(database.workstation().fingerprint, fingerprint) == SameMachine::other)
    return all; // a copy: what was exported is the other one's
  for (const std::filesystem::path& drive : options.drives)
    for (RollbackMarker& each : markers_of_exports(drive, database.chain_id()))
      if (each.workstations.empty() ||
          std::find(each.workstations.begin(), each.workstations.end(), database.workstation().id) != each.workstations.end())
        all.push_back(std::move(each));
  return all;
}

base::Result<void> look_for_earlier_copy(storage::Database& database, const std::filesystem::path& data, const Services& services,
                                         const StartOptions& options, StartReport& report) {
  FH_TRY(found, earlier_copy(database, data, options));
  if (!found) return {};
  if (options.rolled_back == RolledBackRecord::refuse)
    return base::fail("record-rolled-back",
                      fmt::format("{}: {} Choose a folder that lasts, or a stick.", platform::utf8_of(data), words_of(*found)));
  report.rolled_back = true;
  const base::Json::Object detail{{"entries-then", found->entries_then},
                                  {"entries-now", found->entries_now},
                                  {"head", found->head.hex()},
                                  {"seen", found->seen.milliseconds}};
  return database.note_incident("rolled-back", base::Json(detail).line(), services.clock->machine());
}

// Noted, for the mark goes out with the next clean end.
base::Result<void> look_for_missing_part(storage::Database& database, const Services& services, StartReport& report) {
  report.newest_missing = database.completeness() == storage::Completeness::newest_may_be_missing;
  if (!report.newest_missing) return {};
  FH_TRY(tip, database.tip());
  const base::Json::Object detail{{"entries", tip.seq}, {"head", tip.head.hex()}};
  return database.note_incident("log-missing", base::Json(detail).line(), services.clock->machine());
}

// The station and the room may well be the same, the number is not.
base::Result<void> begin_clone(storage::Database& database, const std::string& fingerprint, const Services& services) {
  const storage::Workstation before = database.workstation();
  storage::Workstation own;
  own.origin = "cloned";
  own.station = before.station, own.room = before.room;
  own.fingerprint = fingerprint;
  FH_CHECK(database.begin_workstation(own, services.clock->now()));
  const base::Json::Object detail{{"before", before.id}, {"now", database.workstation().id}};
  return database.note_incident("cloned", base::Json(detail).line(), services.clock->machine());
}

base::Result<void> look_at_machine(storage::Database& database, const std::string& fingerprint, const Services& services,
                                   StartReport& report) {
  if (fingerprint.empty() || fingerprint == database.workstation().fingerprint) return {};
  report.cloned = same_machine(database.workstation().fingerprint, fingerprint) == SameMachine::other;
  return report.cloned ? begin_clone(database, fingerprint, services) : database.set_fingerprint(fingerprint);
}

} // namespace

base::Result<std::optional<RolledBack>> earlier_copy(storage::Database& database, const std::filesystem::path& data,
                                                     const StartOptions& options) {
  if (options.memory.empty()) return std::optional<RolledBack>();
  return rolled_back(database, markers_of(database, fingerprint_now(database, data, options), options));
}

base::Result<StartReport> start_record(storage::Database& database, const std::filesystem::path& data, const Services& services,
                                       const StartOptions& options) {
  StartReport report;
  const std::string fingerprint = fingerprint_now(database, data, options);
  FH_CHECK(look_for_earlier_copy(database, data, services, options, report));
  FH_CHECK(look_for_missing_part(database, services, report));
  FH_CHECK(look_at_machine(database, fingerprint, services, report));
  FH_TRY(starts, database.count_start());
  FH_TRY(tip, database.tip());
  report.synchronised = platform::is_synchronised(data);
  report.clock = clock_doubt(services.clock->machine(), services.released, tip.at);
  if (!options.memory.empty())
    (void)write_marker(options.memory,
                       {database.chain_id(), starts, tip.seq, tip.head, services.clock->machine(), fingerprint, {}}); // it only helps
  return report;
}

} // namespace firsthand::records
