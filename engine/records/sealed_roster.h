// What the chain says of the list of people, beside the rows that are kept of it and the names that people have now.
#pragma once

#include "engine/ledger/roster_act.h"
#include "engine/storage/records.h"

#include <map>
#include <string>
#include <vector>

namespace firsthand::records {

struct SealedRosterAct {
  std::int64_t seq = 0; // of the entry
  ledger::RosterAct act;
};

std::vector<std::string> told_of_roster(const std::vector<SealedRosterAct>& acts); // a sentence each
// What is not as it was sealed, a sentence each. That the rows fit their commitments is the storage's to check.
std::vector<std::string> roster_faults(const std::vector<SealedRosterAct>& acts, const std::vector<storage::StoredRosterRow>& rows,
                                       const std::map<std::string, storage::Person>& people);

} // namespace firsthand::records
