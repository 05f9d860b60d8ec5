// Inside the inspection: the parts of Rows that stand in files of their own.
#pragma once

#include "engine/inspection/rows.h"
#include "engine/inspection/words.h"

namespace firsthand::inspection {

std::vector<Thing> thing_rows(const Past& past, const session::Attempt& at);
std::vector<Ruling> rule_rows(const Past& past, std::size_t moment);

} // namespace firsthand::inspection
