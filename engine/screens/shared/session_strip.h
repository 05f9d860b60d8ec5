// The strip that says that a supervised session is open on this computer, on the pages before and during a test.
#pragma once

#include "engine/screens/page.h"
#include "engine/ui/box.h"

namespace firsthand::screens::shared {

struct SessionWords {
  std::string words; // empty: there is no session
  Meaning meaning = Meaning::accent;
  std::string in_short; // where there is little room
};
SessionWords session_words(Context& context);           // as it stands now
SessionWords session_words(Context& context, Frame& f); // the same, with a frame when its time is over

// As wide as the window. `button`: leads the supervisor to the page of the session.
struct SessionStrip {
  std::string_view words, id, button;
  Meaning meaning = Meaning::accent;
  int height = 56;
};
Box session_strip(const SessionStrip& strip, Pressed pressed);

} // namespace firsthand::screens::shared
