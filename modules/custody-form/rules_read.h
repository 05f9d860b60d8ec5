// Reads the custody form as the author wrote it. Apart from the rules because it is long, not because it is another thing.
#pragma once

#include "modules/custody-form/rules.h"

namespace firsthand::modules::custody_form {

std::shared_ptr<const session::Spec> read_form(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols);

} // namespace firsthand::modules::custody_form
