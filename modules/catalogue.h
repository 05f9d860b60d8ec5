// The kinds of steps that the program has: an explicit list, one line a module. (Views have their own: modules/views.h.)
#pragma once

#include "engine/session/contract.h"

namespace firsthand::modules {

session::Catalogue make_catalogue();

} // namespace firsthand::modules
