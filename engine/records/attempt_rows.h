// Is what lists show of an attempt what its lines say? A row of the database stands outside the chain: who it was, what it was sat for and
// what it came to are read there, and sealed in the first line and in the one that ended it.
#pragma once

#include "engine/storage/database.h"

#include <string>
#include <vector>

namespace firsthand::records {

// A sentence for each row that says something else; at most 100. What an older line does not hold is not compared.
base::Result<std::vector<std::string>> rows_that_differ(storage::Database& database);

} // namespace firsthand::records
