// Facts of a finding are mostly the author's own words; some are words of the program, and then they are translated.
#pragma once

#include "engine/reading/findings.h"

namespace firsthand::reading {

// `value` of the fact `name` as it stands in a message.
std::string fact_words(const std::string& name, const std::string& value, const Translate& translate);

} // namespace firsthand::reading
