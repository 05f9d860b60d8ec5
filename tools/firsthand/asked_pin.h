// A PIN from the terminal, not shown, or a line of standard input; and what is said where it was not the right one.
#pragma once

#include "engine/app/data_folder.h"

#include <string>

namespace firsthand::tools {

base::Result<std::string> asked_pin(const std::string& prompt);
base::Result<void> trainer_accepted(const base::Result<app::SignIn>& answer);

} // namespace firsthand::tools
