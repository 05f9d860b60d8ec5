// What the chain says of PINs and of the list of people, beside what is kept of them now: whoever looks at a record sees whose PIN a
// trainer set anew, who was joined to a number, and whether a PIN or a name was changed beside the program.
#pragma once

#include "engine/storage/database.h"

#include <string>
#include <vector>

namespace firsthand::records {

struct SealedPins {
  std::vector<std::string> told;   // what was done with the right of the trainer, oldest first, a sentence each; then of the list, of
                                   // supervised sessions, what two people decided, and where times fall: at most 100 of these
  std::vector<std::string> faults; // what is not as it was sealed, a sentence each; at most 100
};

// Reads the whole chain. Of people to whom nothing was sealed (older records, the command line) nothing can be said.
base::Result<SealedPins> sealed_pins(storage::Database& database);

} // namespace firsthand::records
