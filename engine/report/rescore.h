// A question that is found faulty later: what each verdict would be without it, by the rules that were sealed with the result. Reads sealed
// lines; of the question itself only its competency and its dangerous options come from elsewhere. Changes nothing: people decide.
#pragma once

#include "engine/report/records.h"

#include <set>

namespace firsthand::report {

// Of the question as it was asked.
struct AskedQuestion {
  std::string competency;
  std::set<std::string> dangerous; // options
};
// `first`: the line of the attempt. Nothing: its content is not in the record any more.
using FindQuestion = std::function<std::optional<AskedQuestion>(const base::Json& first, const std::string& item)>;

struct Rescored {
  std::string person, name, attempt, test, form, role; // person: the service number, or the id
  base::Moment ended;
  std::string before, counts, after;            // the sealed verdict, what counts now, and the verdict without the question
  std::int64_t won = 0, of = 0;                 // in thousandths of points
  std::int64_t won_without = 0, of_without = 0; // likewise
  std::string why_not;                          // why it cannot be computed; then there is no `after`
  bool is_void() const { return counts == ledger::counts_as::nothing; } // two people decided so: its verdict is nobody's any more
  bool changes() const { return why_not.empty() && !is_void() && before != after; }
};

struct Rescoring {
  std::vector<Rescored> all; // finals and delayed tests that count and whose paper holds the question, in the order of the records
  std::vector<Rescored> in_order() const; // what changes, what does not, what cannot be computed, what is void
  std::size_t baselines = 0;              // that hold it: they have no verdict
  std::size_t others = 0;                 // that hold it and do not count, or were not handed in
};

class Rescorer {
 public:
  // `item`: its id, or with its version (c06-bag@1f2e3d4c).
  explicit Rescorer(std::string item) : item_(std::move(item)) {}
  // `records` and `find` may go away afterwards. Errors: those of reading it.
  base::Result<void> add(const Records& records, const FindQuestion& find);
  const Rescoring& found() const { return found_; }

 private:
  void take(const Records& records, const AttemptRecord& attempt, const FindQuestion& find);
  std::string item_;
  std::set<std::string> attempts_; // that were taken: another copy of a record holds them too
  Rescoring found_;
};

} // namespace firsthand::report
