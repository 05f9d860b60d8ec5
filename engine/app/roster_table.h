// The list of people as a spreadsheet saved it: which column is taken for what, and what stands in each line. Knows no record.
#pragma once

#include "engine/app/list_plan.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::app {

enum class RosterColumn : std::uint8_t { number, name, surname, rank, unit, sex, language, since, supervises };
constexpr std::size_t roster_columns = 9;
constexpr std::array<std::string_view, roster_columns> roster_column_words{"number", "name",     "surname", "rank",      "unit",
                                                                           "sex",    "language", "since",   "supervises"};
std::optional<RosterColumn> roster_column_of(std::string_view word);

using RosterMapping = std::map<RosterColumn, std::string>; // to which heading of the table

// A cell whose column is not in the table says nothing; an empty one says that there is none.
struct RosterLine {
  std::size_t line = 0;
  std::string number, name;
  std::optional<std::string> rank, unit, sex, language, supervises; // supervises: "yes" or ""
  std::string since;                                                // a day; empty: the list does not say
};

struct RosterReading {
  std::vector<RosterLine> lines;
  std::vector<base::TableFault> faults; // at most twenty
  std::vector<std::string> notes;       // what was taken for what, and what was computed
  std::optional<RosterColumn> asks;     // which heading is this one: none is called so, or two are
};

// `languages`: codes that the program has words in; another one is noted. Empty: nobody knows.
RosterReading read_roster(const base::TableText& table, const RosterMapping& mapping = {}, const std::vector<std::string>& languages = {},
                          ListAsker asker = ListAsker::command, const content::Words& words = {});
std::string roster_column_name(RosterColumn column, const content::Words& words); // "the service number"

} // namespace firsthand::app
