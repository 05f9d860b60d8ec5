// What the parts of the sign-in page share. Private to this folder.
#pragma once

#include "engine/screens/sign_in/state.h"
#include "engine/ui/box.h"

#include <string_view>

namespace firsthand::screens {

struct SignInDrawContext {
  Frame& f;
  const SignInState& s;
  SignInMemory& m;
  SignInIntent out = {};
  bool entered = false;    // Enter in a field
  int language = -1;       // that was pressed
  bool pin_beside = false; // the PIN is entered beside the names

  std::string_view tr(std::string_view source, const content::Fill& fill = {}) const { return f.keep(s.words.tr("sign-in", source, fill)); }
};

// What is known of a person beside the name, with the number first; and both, as a voice says them.
std::string_view detail_of(const SignInDrawContext& d, const SignInPerson& person);
std::string_view label_of(const SignInDrawContext& d, const SignInPerson& person);

Box sign_in_head(std::string_view words);
Box sign_in_banners(SignInDrawContext& d);
Box sign_in_new_button(SignInDrawContext& d);
Box sign_in_travels(SignInDrawContext& d);
Box sign_in_demonstration(SignInDrawContext& d);
Box sign_in_station(SignInDrawContext& d);

// Who was picked enters the PIN beside the names, where there is room; else on a page of its own.
bool room_beside(Frame& f, const Rect& page);
Box sign_in_pin_card(SignInDrawContext& d);

// The page where there are many names, below the bar.
void draw_names(SignInDrawContext& d, const Rect& page);

} // namespace firsthand::screens
