// See sealed_roster.h.
#include "engine/records/sealed_roster.h"

#include <fmt/format.h>

namespace firsthand::records {

namespace {

std::string what_was_done(const ledger::RosterAct& done) {
  if (done.what == ledger::act::number_joined) return "the trainer joined a person to a service number";
  if (done.what == ledger::act::number_parted) return "the trainer took back that a person has a service number";
  return fmt::format("a list of people was taken in, {} rows new or changed", done.rows);
}

} // namespace

std::vector<std::string> told_of_roster(const std::vector<SealedRosterAct>& acts) {
  std::vector<std::string> told;
  for (const auto& [seq, act] : acts)
    told.push_back(fmt::format("{} {} (entry {})", base::iso_utc(act.at), what_was_done(act), seq));
  return told;
}

std::vector<std::string> roster_faults(const std::vector<SealedRosterAct>& acts, const std::vector<storage::StoredRosterRow>& rows,
                                       const std::map<std::string, storage::Person>& people) {
  std::vector<std::string> faults;
  std::map<std::int64_t, std::int64_t> brought; // by entry
  std::map<std::string, std::string> names;     // by person: as the newest row has it
  for (const storage::StoredRosterRow& each : rows) {
    ++brought[each.seq];
    if (each.content)
      names[each.person] = each.content->name;
    else if (const auto person = people.find(each.person); person != people.end())
      faults.push_back(fmt::format("A row of the list of people about {} was erased, but the person was not.", person->second.name));
  }
  int expected = 0;
  for (const auto& [seq, act] : acts) {
    if (act.turn != expected)
      faults.push_back(fmt::format("Entry {}: the list of people was changed {} times before by its count, and {} times in the chain.", seq,
                                   act.turn, expected));
    expected = act.turn + 1;
    const auto here = brought.find(seq);
    const std::int64_t count = here == brought.end() ? 0 : here->second;
    if (count != act.rows)
      faults.push_back(fmt::format("Entry {} brought {} rows of the list of people, and {} are there.", seq, act.rows, count));
    brought.erase(seq);
  }
  for (const auto& [seq, count] : brought)
    faults.push_back(fmt::format("{} rows of the list of people say that entry {} brought them, which did not.", count, seq));
  for (const auto& [id, name] : names)
    if (const auto person = people.find(id); person != people.end() && person->second.name != name)
      faults.push_back(fmt::format("{} is called {} in the list of people that was sealed: the name was changed beside the program.",
                                   person->second.name, name));
  return faults;
}

} // namespace firsthand::records
