// What a list of people changes in a record: who is new, who has another rank or unit, who is not in it any more. Nothing is merged by
// name and nothing is taken away. Pure.
#pragma once

#include "engine/app/cards.h"
#include "engine/app/roster_table.h"
#include "engine/storage/records.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firsthand::app {

enum class NewNames : std::uint8_t { asked_about, taken };

struct RosterForm {
  std::optional<int> width; // of numbers that are digits only: filled up with zeros to it; 0: they stay as they are. Nothing: nobody said
  NewNames new_names = NewNames::asked_about;
  std::string day; // from which changes hold where the list does not say it, 2026-10-01
};

struct RosterPlan {
  std::vector<storage::RosterRow> rows; // to be written; who is new has no id yet
  std::vector<base::TableFault> faults; // then there are no rows
  std::vector<std::string> told;        // a line a change, then what should be looked at
  int fresh = 0, changed = 0, same = 0, gone = 0;
};

// `known`: what holds now. `people`: all of the record.
RosterPlan plan_roster(std::vector<RosterLine> lines, std::span<const storage::RosterRow> known, std::span<const PersonCard> people,
                       const RosterForm& form);

} // namespace firsthand::app
