// Reads a test of a course: what it draws from which banks, and its frozen forms beside it. Inside this room only.
#pragma once

#include "engine/model/test.h"
#include "engine/reading/gather.h"
#include "engine/reading/vocabulary.h"

namespace firsthand::reading {

// `folder` is that of the course's tests, with '/' at its end. `named_by`: where its name stands; a finding there if there is none.
model::Test read_test(Gather& gather, const Vocabulary& vocabulary, const std::string& folder, const model::Id& id,
                      const model::Where& named_by);

} // namespace firsthand::reading
