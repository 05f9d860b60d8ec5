// What was answered about a list of people before, so that nobody need say it again; and what a list is held against.
#pragma once

#include "engine/app/cards.h"
#include "engine/app/roster_table.h"
#include "engine/records/store.h"
#include "engine/storage/records.h"

namespace firsthand::app {

constexpr const char* roster_answers_key = "roster"; // of the settings of the workstation

struct RosterAnswers {
  RosterMapping mapping;
  std::optional<int> width; // see RosterForm

  static RosterAnswers read(const std::string& line);
  std::string line() const;
  void forget_what_is_not_in(const base::TableText& table); // a heading that the table no longer has was another table's
};

struct RosterFacts {
  std::string remembered = "{}", today; // today: 2026-10-01
  std::vector<storage::RosterRow> known;
  std::vector<PersonCard> people;

  static base::Result<RosterFacts> read(records::Store& store, const std::string& today);
};

} // namespace firsthand::app
