// One attempt as its sealed lines tell it, each checked by its own hash: what was changed is not told.
#pragma once

#include "engine/records/store.h"
#include "engine/report/records.h"

namespace firsthand::records {

// Errors: "record-damaged" with the entry that is not as it was sealed, "attempt-unknown", those of the store.
Result<report::AttemptRecord> sealed_attempt(Store& store, const std::string& id);

} // namespace firsthand::records
