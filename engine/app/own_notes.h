// What a person wrote into the notebook of their attempts, for finding it again. Reads the record and changes nothing in it.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/app/search.h"

namespace firsthand::app {

constexpr std::size_t most_own_notes = 200, most_attempts_with_notes = 60;

struct OwnNote {
  AttemptCard attempt; // in whose notebook it stands
  std::string text;
};

// The newest first; of attempts newest first. What was erased is none.
std::vector<OwnNote> own_notes(records::Store& store, const std::vector<AttemptCard>& attempts);
// Each with its place in that list as its id.
SearchIndex index_of(const std::vector<OwnNote>& notes);

} // namespace firsthand::app
