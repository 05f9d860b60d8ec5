// Reads the whole record for an export, after the chain was checked.
#include "engine/report/records.h"

#include <fmt/format.h>

namespace firsthand::report {

bool AttemptRecord::counts() const {
  return !branch() && !first().at("who").text().empty() && first().at("ch").text() == "window" && first().at("pins").array().empty();
}

namespace {

void take_entry(const storage::StoredEntry& entry, base::Json line, Records& records, std::map<std::string, std::size_t>& index) {
  const auto [place, is_new] = index.emplace(entry.attempt, records.attempts.size());
  if (is_new) records.attempts.push_back({entry.attempt, {}, {}});
  AttemptRecord& attempt = records.attempts[place->second];
  attempt.lines.push_back(std::move(line));
  attempt.hashes.push_back(entry.entry.hash);
}

} // namespace

base::Result<Records> read_records(storage::Database& database) {
  FH_TRY(report, database.verify_chain());
  if (!report.whole())
    return base::fail("record-damaged", fmt::format("The record is damaged, so nothing was exported: {} Run `firsthand verify`.",
                                                    report.damages.front().message));
  Records records;
  records.chain_id = database.chain_id();
  records.head = report.head;
  records.entries = report.entries;
  std::map<std::string, std::size_t> index;
  std::optional<base::Error> bad;
  FH_CHECK(database.all_entries([&](const storage::StoredEntry& entry) {
    auto line = base::parse_json_line(entry.entry.line);
    if (!line.ok()) {
      bad = base::fail("record-damaged", fmt::format("Entry {} cannot be read: {}", entry.seq, line.error().message));
      return storage::Visit::Stop;
    }
    take_entry(entry, std::move(line).value(), records, index);
    return storage::Visit::Continue;
  }));
  if (bad) return *bad;
  FH_TRY(people, database.people());
  for (const storage::Person& person : people)
    records.names[person.id] = person.name;
  FH_TRY(workstations, database.workstations());
  for (const storage::Workstation& each : workstations)
    records.stations.push_back({each.id, each.origin, each.station, each.room, each.place, each.since, each.after_entry});
  FH_TRY(incidents, database.incidents());
  records.incidents = std::move(incidents);
  return records;
}

} // namespace firsthand::report
