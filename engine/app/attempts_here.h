// What a trainer is told of the attempts that were made on this computer: who tried what, how it ended, how long it took, and
// which errors were made that no score makes good. The warm-up is told nowhere. Reads the record and changes nothing in it.
#pragma once

#include "engine/app/data_folder.h"

namespace firsthand::app {

struct PersonTold {
  PersonCard person;
  std::size_t counting = 0;                // attempts that may count (see session::counts) and are not void
  std::size_t passed = 0, supervised = 0;  // of these a passed final: unsupervised, supervised
  std::size_t others = 0;                  // that do not count
  std::optional<base::Moment> newest = {}; // when it began
};

struct AttemptTold {
  AttemptCard card;                // its title in the language that was asked for, if the lesson has a translation
  std::optional<int> fatal_errors; // fatal rules that were broken; nothing: what was recorded cannot be read back
  std::int64_t minutes = 0;        // at the keyboard; see session::KeyboardTime
};

// In the order of DataFolder::people. Errors: those of the store.
base::Result<std::vector<PersonTold>> people_told(DataFolder& data_folder);
// The newest first, at most `most`. Errors: those of the store.
base::Result<std::vector<AttemptTold>> attempts_told(DataFolder& data_folder, const std::string& person, std::string_view language,
                                                     std::size_t most);

} // namespace firsthand::app
