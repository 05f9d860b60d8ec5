// What the chain says of decisions that two people made about results: who decided what of whose, and whether each could be decided.
#pragma once

#include "engine/session/rulings.h"
#include "engine/storage/database.h"

#include <map>
#include <string>
#include <vector>

namespace firsthand::records {

class RulingCheck {
 public:
  explicit RulingCheck(const std::map<std::string, storage::Person>& people) : people_(people) {}
  void take(std::int64_t seq, std::string_view line); // each decision, in the order of the chain
  // Then compares them with the attempts and with the list of people as it was. Errors: those of the database.
  base::Result<void> compare(storage::Database& database, const std::vector<storage::StoredRosterRow>& rows);

  std::vector<std::string> told, faults; // a sentence each

 private:
  std::string called(const std::string& person) const;
  base::Result<void> compare_one(storage::Database& database, const ledger::SealedRuling& ruling);
  void check_deciders(const ledger::SealedRuling& ruling, const std::vector<storage::StoredRosterRow>& rows);

  const std::map<std::string, storage::Person>& people_;
  session::Rulings known_;
  std::map<std::string, std::string> counts_; // by attempt: what it counts as after those that were compared
};

} // namespace firsthand::records
