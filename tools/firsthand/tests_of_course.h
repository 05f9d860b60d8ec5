// What `check` says of tests and lessons when it is asked who passes without knowing or doing anything.
#pragma once

#include "tools/firsthand/command.h"
#include "tools/firsthand/language.h"

#include "engine/content/words.h"

namespace firsthand::tools {

int check_strategies(const Request& request, const std::vector<std::string>& tests, const content::Words& words);
int check_idle(const Request& request, const std::vector<std::string>& lessons);

} // namespace firsthand::tools
