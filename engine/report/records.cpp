// Reads the whole record for an export, after the chain was checked.
#include "engine/report/records.h"

#include "engine/ledger/session_act.h"
#include "engine/session/keyboard_time.h"
#include "engine/session/record.h"
#include "engine/session/session.h"
#include "engine/session/sum.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::report {

bool AttemptRecord::told_nowhere() const { return session::is_told_nowhere(first().at("var").text()); }

bool AttemptRecord::counts() const {
  const base::Json& line = first();
  const auto channel = session::channel_of(line.at("ch").text());
  return channel && session::counts({.signed_in = !line.at("who").text().empty(),
                                     .branch = branch(),
                                     .chance_fixed = !line.at("pins").array().empty(),
                                     .warm_up = told_nowhere(),
                                     .channel = *channel});
}

bool AttemptRecord::practice() const { return first().at("mode").text() == session::mode_word(session::Mode::practice); }

const base::Json& AttemptRecord::sum() const { return lines.back().at(session::sum_key); }

std::int64_t AttemptRecord::minutes() const {
  session::KeyboardTime time;
  for (const base::Json& line : lines)
    time.entry({line.at("at").number()});
  return time.minutes();
}

std::string AttemptRecord::role() const {
  const base::Json* role = first().find("role");
  if (role) return role->text();
  return first().find("paper") ? "not recorded" : "";
}

std::string AttemptRecord::verdict() const {
  std::string verdict = session::ending_word(session::Ending::open);
  for (const base::Json& line : lines)
    for (const base::Json& fact : line.at("f").array())
      if (fact.at("k").text() == "attempt-ended") verdict = fact.at("v").text();
  return verdict;
}

std::vector<ledger::SealedRuling> rulings_on(const Records& records, const AttemptRecord& attempt) {
  if (records.rulings.all.empty()) return {};
  return records.rulings.on(attempt.id, attempt.first().at("who").text(), attempt.verdict());
}

bool is_void(const Records& records, const AttemptRecord& attempt) {
  const auto rulings = rulings_on(records, attempt);
  return !rulings.empty() && rulings.back().ruling.to == ledger::counts_as::nothing;
}

namespace {

base::Result<AttemptRecord> read_attempt(storage::Database& database, std::string id, std::int64_t up_to) {
  FH_TRY(entries, database.entries_of(id));
  AttemptRecord attempt{std::move(id), {}, {}};
  if (!entries.empty() && ledger::is_of_no_attempt(entries.front().entry.line)) return attempt; // a trainer's act is none
  for (const storage::StoredEntry& entry : entries) {
    if (entry.seq > up_to) break; // sealed while we were reading
    auto line = base::parse_json_line(entry.entry.line);
    if (!line.ok()) return base::fail("record-damaged", fmt::format("Entry {} cannot be read: {}", entry.seq, line.error().message));
    attempt.lines.push_back(std::move(line).value());
    attempt.hashes.push_back(entry.entry.hash);
  }
  return attempt;
}

base::Result<void> each_attempt(storage::Database& database, std::int64_t up_to, const AttemptVisitor& visitor) {
  for (std::int64_t after = 0;;) {
    FH_TRY(next, database.attempt_begun_after(after));
    if (!next) return {};
    after = next->number;
    FH_TRY(attempt, read_attempt(database, std::move(next->id), up_to));
    if (!attempt.lines.empty() && !attempt.told_nowhere()) FH_CHECK(visitor(attempt));
  }
}

bool gone_on_without_a_part(const std::vector<storage::Incident>& incidents) {
  return std::any_of(incidents.begin(), incidents.end(),
                     [](const storage::Incident& each) { return each.kind == "log-missing" || each.kind == "rolled-back"; });
}

} // namespace

base::Result<session::SupervisedSessions> read_sessions(storage::Database& database, std::int64_t up_to) {
  FH_TRY(entries, database.entries_of(ledger::session_place));
  std::vector<ledger::SealedSessionAct> acts;
  for (const storage::StoredEntry& each : entries)
    if (auto act = each.seq <= up_to ? ledger::parse_session_act(each.entry.line) : std::nullopt)
      acts.push_back({each.seq, std::move(*act)});
  return session::sessions_of(acts);
}

base::Result<session::Rulings> read_rulings(storage::Database& database, std::int64_t up_to) {
  FH_TRY(entries, database.entries_of(ledger::ruling_place));
  session::Rulings rulings;
  for (const storage::StoredEntry& each : entries)
    if (auto ruling = each.seq <= up_to ? ledger::parse_ruling(each.entry.line) : std::nullopt)
      rulings.all.push_back({each.seq, std::move(*ruling)});
  return rulings;
}

base::Result<Records> read_records(storage::Database& database) {
  FH_TRY(report, database.verify_chain());
  if (!report.whole())
    return base::fail("record-damaged", fmt::format("The record is damaged, so nothing was exported: {} Run `firsthand verify`.",
                                                    report.damages.front().message));
  Records records;
  records.chain_id = database.chain_id();
  records.head = report.head;
  records.entries = report.entries;
  records.attempts = [&database, up_to = report.entries](const AttemptVisitor& visitor) { return each_attempt(database, up_to, visitor); };
  FH_TRY(people, database.people());
  for (const storage::Person& person : people)
    records.names[person.id] = person.name;
  FH_TRY(rows, database.roster());
  for (storage::RosterRow& row : rows)
    records.roster[row.person] = std::move(row);
  FH_TRY(workstations, database.workstations());
  for (const storage::Workstation& each : workstations)
    records.stations.push_back({each.id, each.origin, each.station, each.room, each.place, each.since, each.after_entry});
  FH_TRY(sessions, read_sessions(database, report.entries));
  records.sessions = std::move(sessions);
  FH_TRY(rulings, read_rulings(database, report.entries));
  records.rulings = std::move(rulings);
  FH_TRY(incidents, database.incidents());
  records.incidents = std::move(incidents);
  records.complete =
      gone_on_without_a_part(records.incidents) ? word(storage::Completeness::newest_may_be_missing) : word(database.completeness());
  return records;
}

} // namespace firsthand::report
