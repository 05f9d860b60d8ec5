// Tables of answers and of results, as a coordinator makes them in a spreadsheet, taken for statistics. All faults are told at once, with
// line and column; what may be a slip but need not be is a note. Nothing is guessed. The forms: docs/commands.md, statistics.
#pragma once

#include "engine/base/table_reader.h"
#include "engine/report/cut.h"
#include "engine/report/gain.h"
#include "engine/report/items.h"

namespace firsthand::report {

struct AnswersReading {
  Answers answers; // whole only where there is no fault
  std::vector<base::TableFault> faults;
  std::vector<std::string> notes;
};

// person, and a column an item: worths 0…1 under "i1", options under "i1=B" (B is the key); "i1/4" and "i1=B/4" say how many options it
// has.
AnswersReading read_answers(const base::TableText& table);

struct ResultsReading {
  std::vector<BeforeAndAfter> people;
  std::vector<base::TableFault> faults;
  std::vector<std::string> notes;
};

// person, pre, post: per mille; an empty cell: not taken.
ResultsReading read_results(const base::TableText& table);

struct RatingsReading {
  std::vector<Rating> ratings;
  std::vector<base::TableFault> faults;
  std::vector<std::string> notes;
};

// judge, item, rating: per mille; each judge rates each item once.
RatingsReading read_ratings(const base::TableText& table);

} // namespace firsthand::report
