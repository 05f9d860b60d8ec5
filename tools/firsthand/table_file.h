// A table that a spreadsheet saved, named on the command line; what is wrong with it goes to standard error.
#pragma once

#include "engine/base/table_reader.h"

namespace firsthand::tools {

std::optional<base::TableText> table_in(const std::string& file);                      // nothing: it was told why
int tell_faults(const std::vector<base::TableFault>& faults, const std::string& file); // gives `failure`
void tell_notes(const std::vector<std::string>& notes, const std::string& file);

} // namespace firsthand::tools
