// verify --code: whether a page that somebody holds was made from this record, and what it says. Changes nothing.
#pragma once

#include "tools/firsthand/command.h"

#include <string>

namespace firsthand::tools {

enum class Form : std::uint8_t { words, json };

// 0: the entry is there and nothing was changed. 1: it is not, the record was changed, or the code is none.
int verify_code(const Request& request, const std::string& typed, Form form);

} // namespace firsthand::tools
