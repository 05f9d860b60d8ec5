// What may be noted of somebody in a supervised session, and how it was established who they are, in words. Codes of another version are
// told as they stand.
#pragma once

#include "engine/content/words.h"

#include <span>

namespace firsthand::content {

std::string incident_words(const Words& words, std::string_view code);
std::string incident_list(const Words& words, std::span<const std::string> codes); // with commas; none: empty
std::string ruling_words(const Words& words, std::string_view code);               // why two people decided: session::ruling_codes
std::string ruling_because(const Words& words, std::string_view code);             // the same, after "because"
std::string identity_words(const Words& words, std::string_view code);

} // namespace firsthand::content
