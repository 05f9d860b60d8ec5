// What a voice says of a screen: each text and control of the registry once, in the order in which one reads, with what it is and how
// it stands. Pure. Owns no words of its own: whoever shows the screen brings them. What a password holds is in no entry.
#pragma once

#include "engine/ui/registry.h"

#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ui {

// In the language of the screen.
struct SpokenWords {
  std::string heading, button, link, choice, box, toggle, tab, place, field, picture; // what it is
  std::string chosen, ticked, not_ticked, done, disabled, disabled_because, empty;    // how it stands; {reason}
  std::string one_sign, signs;                                                        // in a password: {n}
};

std::string spoken(const Entry& entry, const SpokenWords& words); // "Close the lid, 20 s, button"; empty: nothing to say
// Where it is heard without what stands around it: of several of one name ("Replay") the heading above comes first.
std::string spoken_alone(const Registry& registry, const Entry& entry, const SpokenWords& words);
// One a text or control: of what lies above the rest, if something does.
std::vector<std::string> spoken(const Registry& registry, const SpokenWords& words);
std::string title_of(const Registry& registry); // the sheet's that lies above, else the first heading

} // namespace firsthand::ui
