// Who begins an attempt, as its first line commits to it: name and service number stand in no line, only what they can be proven with.
// The texts stand beside the chain with their salts, as typed ones do, and are erased with the person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace firsthand::app {

// What is committed to. The labels keep them apart from what a person types.
std::string name_text(std::string_view name);
std::string number_text(std::string_view number);
std::optional<std::string> number_in(std::string_view number_text); // nothing: it is none
bool is_identity_text(std::string_view text);

} // namespace firsthand::app
