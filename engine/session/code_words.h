// What the codes in sealed lines mean, in English: the one table of these words. The window and paper translate them, the check of a record
// tells them as they are. A code of another version is told as it stands.
#pragma once

#include <string>
#include <string_view>

namespace firsthand::session {

std::string ruling_english(std::string_view code);   // why two people decided: ruling_codes
std::string incident_english(std::string_view code); // what may be noted of somebody: incident_codes
std::string counted_english(std::string_view word);  // what a result counts as: passed, not passed, void

} // namespace firsthand::session
