// What of the translations beside a lesson or in a library is never shown: messages that fit no text, files that nobody asks for. Inside
// this room only; must not know how PO is written.
#pragma once

#include "engine/reading/gather.h"

namespace firsthand::reading {

// Opens every lang/*.po in `folder` (with '/' at its end) and says what is wrong in it. They are all kept, because a learner may change
// the language. The languages there are.
std::vector<std::string> open_translations(Gather& gather, const std::string& folder);

// To be asked when all texts could be read. `texts`: all that these translations may be of; `language`: what they are written in, or empty.
void tell_unused_translations(Gather& gather, const std::string& folder, const std::vector<model::Text>& texts, std::string_view language);

} // namespace firsthand::reading
