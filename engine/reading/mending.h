// One slip, one finding: what is told only because of a misspelt name is found by reading once more with that name mended, and
// left out. Knows no set of names: whoever says "did you mean" leaves a NearMiss. Inside this room only.
#pragma once

#include "engine/reading/fields.h"
#include "engine/reading/files.h"

#include <functional>

namespace firsthand::reading {

// What one reading said, not yet sorted.
struct Told {
  model::Findings findings;
  std::vector<NearMiss> misses;
  std::vector<UsedFile> files;
};

// The findings of `first`, each slip once. A name that is written otherwise wherever it is used is told where it is defined (F0329).
// `again` makes the same reading from other files; it is called at most once, and only if there is a near miss.
model::Findings without_followers(const Told& first, const FileSource& files, const std::function<Told(const FileSource&)>& again);

} // namespace firsthand::reading
