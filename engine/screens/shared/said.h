// Where a page says why something that was pressed was not done. It has a place that moves nothing which can be pressed: beside the
// buttons, or below them, and where no button stands for it, over the page. Knows no screen.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/box.h"

#include <string_view>

namespace firsthand::screens::shared {

struct Said {
  std::string_view words = {}; // empty: nothing
  const char* icon = "triangle";
  Meaning meaning = Meaning::warn;
};
// Why a PIN was not taken: until when the next is looked at, else the problem; neither: nothing.
Said pin_said(Frame& f, const content::Words& words, int wait_seconds, std::string_view problem);

// `buttons` keep their place whether something is said or not; what is said is brought into sight in the scroll area of that id. Where
// something that is pressed stands below, `lines` of it are kept free for what may be said.
Box with_said(Box buttons, const Said& said, std::string_view scroll, int lines = 0);

// Over the page, until it is closed: by its button, by Esc, or by a press on what stands beside it, which counts there as well. True: it
// was.
bool said_over(Frame& f, const content::Words& words, std::string_view id, const Said& said);

} // namespace firsthand::screens::shared
