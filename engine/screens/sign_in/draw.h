// Sign in: names as cards, a PIN, a new person, and the demonstration apart. Draws what it is given and returns what was
// asked for; checks no PIN and knows no record.
#pragma once

#include "engine/screens/sign_in/state.h"

namespace firsthand::screens {

std::string searched_of(const SignInPerson& person); // name and number, as they are searched

const char* first_empty(const SignInMemory& memory); // the field of this page where to go on; null: all are filled in

SignInIntent draw_sign_in(Frame& f, const SignInState& state, SignInMemory& memory);

} // namespace firsthand::screens
