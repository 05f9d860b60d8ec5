// Something that has to be copied sign by sign: a seal number, an account, an address. All or nothing, for one wrong sign is another seal.
// In a play: do STEP copy sign=A sign=" " sign=2
#pragma once

#include "engine/session/item_question.h"

namespace firsthand::modules::copy {

struct CopySpec : session::WrittenSpec {};

struct Copied : session::Given {
  std::string text; // of the last try; empty before it
};
Copied copied(const CopySpec& spec, const session::StepState& state);

// What of `text` can be an answer: the signs that there are, without blanks at its ends, as many as may be.
std::string fitting(const CopySpec& spec, std::string_view text);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::copy
