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

std::string marks_now(const storage::Database& database, const std::filesystem::path& data, const StartOptions& options) {
  const std::string& chain = database.chain_id();
  return options.machine.empty() ? marks_line_here(data, chain) : marks_line({}, {options.machine, {}, {}}, chain);
}

// What another machine saw of its own copy says nothing of this one, and an export only of a record whose workstation it knew.
std::vector<Witness> witnesses_of(const storage::Database& database, const std::string& marks, const StartOptions& options) {
  std::vector<Witness> all = read_witnesses(options.memory, database.chain_id());
  std::erase_if(all, [&](const Witness& each) { return same_machine(each.marks, marks) == SameMachine::other; });
  if (same_machine(database.workstation().marks, marks) == SameMachine::other) return all; // a copy: what was exported is the other one's
  for (const std::filesystem::path& drive : options.drives)
    for (Witness& each : witnesses_of_exports(drive, database.chain_id()))
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
base::Result<void> begin_clone(storage::Database& database, const std::string& marks, const Services& services) {
  const storage::Workstation before = database.workstation();
  storage::Workstation own;
  own.origin = "cloned";
  own.station = before.station, own.room = before.room;
  own.marks = marks;
  FH_CHECK(database.begin_workstation(own, services.clock->now()));
  const base::Json::Object detail{{"before", before.id}, {"now", database.workstation().id}};
  return database.note_incident("cloned", base::Json(detail).line(), services.clock->machine());
}

base::Result<void> look_at_machine(storage::Database& database, const std::string& marks, const Services& services, StartReport& report) {
  if (marks.empty() || marks == database.workstation().marks) return {};
  report.cloned = same_machine(database.workstation().marks, marks) == SameMachine::other;
  return report.cloned ? begin_clone(database, marks, services) : database.set_marks(marks);
}

} // namespace

base::Result<std::optional<RolledBack>> earlier_copy(storage::Database& database, const std::filesystem::path& data,
                                                     const StartOptions& options) {
  if (options.memory.empty()) return std::optional<RolledBack>();
  return rolled_back(database, witnesses_of(database, marks_now(database, data, options), options));
}

base::Result<StartReport> start_record(storage::Database& database, const std::filesystem::path& data, const Services& services,
                                       const StartOptions& options) {
  StartReport report;
  const std::string marks = marks_now(database, data, options);
  FH_CHECK(look_for_earlier_copy(database, data, services, options, report));
  FH_CHECK(look_for_missing_part(database, services, report));
  FH_CHECK(look_at_machine(database, marks, services, report));
  FH_TRY(starts, database.count_start());
  FH_TRY(tip, database.tip());
  report.synchronised = platform::is_synchronised(data);
  report.clock = clock_doubt(services.clock->machine(), services.released, tip.at);
  if (!options.memory.empty())
    (void)write_witness(options.memory,
                        {database.chain_id(), starts, tip.seq, tip.head, services.clock->machine(), marks, {}}); // it only helps
  return report;
}

} // namespace firsthand::records
