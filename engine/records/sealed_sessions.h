// What the chain says of supervised sessions: who opened which, what was noted, whether it was closed; and whether the attempts that say
// they were supervised fit one.
#pragma once

#include "engine/session/supervised.h"
#include "engine/storage/database.h"

#include <map>
#include <string>
#include <vector>

namespace firsthand::records {

class SessionCheck {
 public:
  explicit SessionCheck(const std::map<std::string, storage::Person>& people) : people_(people) {}
  void act(std::int64_t seq, std::string_view line);    // of a session
  void begun(std::int64_t seq, const base::Json& line); // the first line of an attempt
  void tell_open();                                     // sessions that nobody closed

  std::vector<std::string> told, faults; // a sentence each

 private:
  std::string called(const std::string& person) const;
  std::string missing_in(const ledger::SessionAct& closing) const;
  void tell(std::int64_t seq, const ledger::SessionAct& act);
  void check_order(std::int64_t seq, const ledger::SessionAct& act);
  std::string misfit(std::int64_t seq, const base::Json& line) const;

  const std::map<std::string, storage::Person>& people_;
  session::SupervisedSessions known_;
  int next_ = 0;
};

} // namespace firsthand::records
