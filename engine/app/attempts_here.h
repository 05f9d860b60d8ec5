// What a trainer is told of the attempts that were made on this computer: who tried what, how it ended, how long it took, and
// which errors were made that no score makes good. Reads the record and changes nothing in it.
#pragma once

#include "engine/app/data_folder.h"

namespace firsthand::app {

struct PersonTold {
  PersonCard person;
  std::size_t attempts = 0, passed = 0; // passed: of those that count
  std::optional<base::Moment> newest;   // when it began
};

struct AttemptTold {
  AttemptCard card;
  std::optional<int> critical_errors; // fatal rules that were broken; nothing: what was recorded cannot be read back
  std::int64_t minutes = 0;           // at the keyboard; see report::KeyboardTime
};

// In the order of DataFolder::people. Errors: those of the store.
base::Result<std::vector<PersonTold>> people_told(DataFolder& data_folder);
// The newest first, at most `most`. Errors: those of the store.
base::Result<std::vector<AttemptTold>> attempts_told(DataFolder& data_folder, const std::string& person, std::size_t most);

} // namespace firsthand::app
