// A bank as part of a test: read with the files of the test's scenario, so that it is kept with them. Inside this room only.
#pragma once

#include "engine/model/item.h"
#include "engine/reading/gather.h"
#include "engine/reading/vocabulary.h"

namespace firsthand::reading {

// Nothing, with no finding, if there is no such bank or its file cannot be read.
std::optional<model::Bank> read_bank_of_test(Gather& gather, const Vocabulary& vocabulary, const model::Id& id);

} // namespace firsthand::reading
