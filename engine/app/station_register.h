// The register of stations as whoever leads them keeps it: code, name, unit, number to call, computers. A computer is named by picking its
// station from it, so that reports tell stations by their codes. It is no part of the chain; the code that a computer has stands in the
// first line of each attempt. Pure.
#pragma once

#include "engine/app/list_plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::app {

constexpr const char* stations_key = "stations"; // of the settings of the workstation

struct StationEntry {
  std::string code, name, unit, call;
  int computers = 0; // 0: not said
  bool operator==(const StationEntry&) const = default;
};
std::string words_of(const StationEntry& station); // "P1 Phuket 2"

struct StationRegister {
  std::vector<StationEntry> stations;
  std::optional<int> width; // digits of every code that has digits only; 0: they differ. Nothing: nobody said

  static StationRegister read(const std::string& line);
  std::string line() const;
  // Which station is meant by its code, by its name where only one is called so, or by both; null: none.
  const StationEntry* called(std::string_view typed) const;
  // In which what was typed stands, those whose code it is first.
  std::vector<const StationEntry*> like(std::string_view typed, std::size_t most) const;
};

struct StationPlan : ListPlan {
  StationRegister wanted; // instead of the one that was there
  std::vector<std::string> notes;
};

// The whole register is in the list: a station that is not in it is gone.
StationPlan plan_stations(const base::TableText& table, const StationRegister& known, std::optional<int> width, ListAsker asker,
                          const content::Words& words = {});

} // namespace firsthand::app
