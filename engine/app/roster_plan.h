// What a list of people changes in a record: who is new, who has another rank or unit, who is not in it any more. Nothing is merged by
// name and nothing is taken away. Pure.
#pragma once

#include "engine/app/cards.h"
#include "engine/app/list_plan.h"
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
  ListAsker asker = ListAsker::command;
};

// Somebody who came without a number, and whom the list may mean.
struct MayBeJoined {
  std::string person, name, number; // person: id
};

struct RosterPlan : ListPlan {
  std::vector<storage::RosterRow> rows; // to be written; who is new has no id yet
  std::vector<MayBeJoined> may_be_joined;
  bool names_differ = false; // some have another name under their number
};

// `known`: what holds now. `people`: all of the record.
RosterPlan plan_roster(std::vector<RosterLine> lines, std::span<const storage::RosterRow> known, std::span<const PersonCard> people,
                       const RosterForm& form, const content::Words& words = {});

} // namespace firsthand::app
