// What cells of a coordinator's table hold: persons and numbers, as spreadsheets leave them.
#pragma once

#include "engine/base/table_reader.h"
#include "engine/report/figures.h"

#include <map>
#include <set>

namespace firsthand::report {

// Faults of one table, in the order of its lines; after twenty no more.
class TableFaults {
 public:
  explicit TableFaults(std::vector<base::TableFault>& to) : to_(to) {}
  bool full() const { return to_.size() >= 20; }
  void add(std::size_t line, std::size_t column, std::string says) {
    if (!full()) to_.push_back({base::TableFault::Kind::content, line, column, std::move(says)});
  }

 private:
  std::vector<base::TableFault>& to_;
};

// Each person once. A spreadsheet takes the zeros from 0071 and makes 1.2E+12 of a long number: the first shows where both stand in one
// table or where lengths differ, the second can be read by nobody.
class PersonColumn {
 public:
  explicit PersonColumn(TableFaults& faults) : faults_(faults) {}
  bool take(std::string_view person, std::size_t line, std::size_t column);
  void note(std::vector<std::string>& notes) const;

 private:
  TableFaults& faults_;
  std::map<std::string, std::pair<std::string, std::size_t>, std::less<>> seen_; // without zeros in front → as written, line
  std::set<std::size_t> lengths_;                                                // of those that are a number
};

// "0", "1", "0.5", ".5", "0,5": digits with at most one point or comma. "1,000" can be two numbers, and is none.
Figure figure_in(std::string_view cell);

} // namespace firsthand::report
